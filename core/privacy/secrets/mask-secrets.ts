import { type SecretKind, secretMarker } from './secret-kind.ts';
import { SECRET_PATTERNS } from './secret-patterns.ts';

/** Which kinds to mask; a kind left out is masked. */
export type SecretSwitches = Partial<Readonly<Record<SecretKind, boolean>>>;

/** Counts only: what was found is never kept. */
export type MaskedText = {
  readonly text: string;
  readonly found: readonly { readonly kind: SecretKind; readonly count: number }[];
};

type Span = { readonly start: number; readonly end: number; readonly kind: SecretKind };

/** Lines over which one secret may be wrapped, and characters a continued line needs. */
const MOST_LINES = 6;
const SHORTEST_LINE = 8;

/** How much of the text from `end` on continues a secret that was wrapped: lines of nothing but its characters. */
const wrappedLength = (text: string, end: number, wraps: RegExp): number => {
  let at = end;
  for (let lines = 0; lines < MOST_LINES; lines++) {
    const border = text.startsWith('\\\n', at)
      ? 2
      : text.startsWith('\r\n', at)
        ? 2
        : text[at] === '\n'
          ? 1
          : 0;
    if (border === 0) break;
    const from = at + border;
    const newline = text.indexOf('\n', from);
    const line = text.slice(from, newline < 0 ? undefined : newline).replace(/[\r\\]$/, '');
    const words = line.trim();
    if (words.length < SHORTEST_LINE || words.length > 200 || !wraps.test(words)) break;
    if (!/\d/.test(words) || !/[a-z]/i.test(words)) break;
    at = from + line.trimEnd().length;
  }
  return at - end;
};

/**
 * [start, end) UTF-16 spans of credentials, cards and bank accounts in `text`, in order, never overlapping.
 * For callers that keep the originals apart, encrypted, so that a person can get them back.
 */
export const findSecrets = (text: string, kinds: SecretSwitches = {}): readonly Span[] => {
  const spans: Span[] = [];
  const lowered = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  for (const { kind, hint, pattern, accept, wraps, anyCase } of SECRET_PATTERNS) {
    if (kinds[kind] === false || !hint.test(text)) continue;
    for (const match of (anyCase ? lowered : text).matchAll(pattern)) {
      const whole = match[0];
      const found = match.groups?.secret ?? whole;
      const start = match.index + (found === whole ? 0 : whole.lastIndexOf(found));
      const end = start + found.length;
      const more = wraps ? wrappedLength(text, end, wraps) : 0;
      if (more > 0) {
        const joined = text.slice(start, end + more);
        if (accept?.(joined.replace(/\s|\\$/gm, ''))) {
          spans.push({ start, end: end + more, kind });
          continue;
        }
      }
      const secret = text.slice(start, end);
      const length = accept ? accept(secret) : secret.length;
      if (length === 0) continue;
      spans.push({ start, end: start + length, kind });
    }
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Span[] = [];
  for (const span of spans) {
    const last = apart.at(-1);
    if (!last || span.start >= last.end) apart.push(span);
  }
  return apart;
};

/**
 * Replaces credentials, cards (Luhn) and IBANs (mod 97) by typed markers such as `⟦secret:api-key⟧`.
 * Linear in the length of `text`; masking a masked text changes nothing.
 * @param kinds kinds switched off are left alone; default: all are masked.
 */
export const maskSecrets = (text: string, kinds: SecretSwitches = {}): MaskedText => {
  const countByKind = new Map<SecretKind, number>();
  let masked = text;
  // A secret that stood hard against another one shows its edge only when the other is masked. Every round
  // shortens what is left outside markers, so this ends; ordinary texts need one round.
  for (let spans = findSecrets(masked, kinds); spans.length > 0; spans = findSecrets(masked, kinds)) {
    let round = '';
    let at = 0;
    for (const { start, end, kind } of spans) {
      round += masked.slice(at, start) + secretMarker(kind);
      at = end;
      countByKind.set(kind, (countByKind.get(kind) ?? 0) + 1);
    }
    masked = round + masked.slice(at);
  }
  return { text: masked, found: [...countByKind].map(([kind, count]) => ({ kind, count })) };
};
