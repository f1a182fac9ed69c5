/** What the script in the page's world tells the content script. Bytes travel as one character each. */
export type WireMessage =
  | {
      readonly kind: 'request';
      readonly id: number;
      readonly url: string;
      readonly method: string;
      readonly body?: string;
    }
  | { readonly kind: 'response'; readonly id: number; readonly status: number; readonly contentType: string }
  | { readonly kind: 'bytes'; readonly id: number; readonly bytes: string }
  | { readonly kind: 'end'; readonly id: number; readonly whole: boolean }
  | { readonly kind: 'socket'; readonly id: number; readonly url: string };

const SLICE = 8192;

export const bytesToString = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += SLICE)
    text += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  return text;
};

export const stringToBytes = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
};

/** A message from the page's world, which any script of the page could have made: shape checked, never trusted. */
export const parseWireMessage = (text: unknown): WireMessage | undefined => {
  if (typeof text !== 'string') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('id' in value)) return undefined;
  const fields = value as Record<string, unknown>;
  const isText = (...names: string[]) => names.every((name) => typeof fields[name] === 'string');
  if (!Number.isSafeInteger(fields['id'])) return undefined;
  const isValid =
    (fields['kind'] === 'request' &&
      isText('url', 'method') &&
      (fields['body'] === undefined || isText('body'))) ||
    (fields['kind'] === 'response' && isText('contentType') && typeof fields['status'] === 'number') ||
    (fields['kind'] === 'bytes' && isText('bytes')) ||
    (fields['kind'] === 'end' && typeof fields['whole'] === 'boolean') ||
    (fields['kind'] === 'socket' && isText('url'));
  return isValid ? (value as WireMessage) : undefined;
};
