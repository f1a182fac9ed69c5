/** Runs shorter than this are ids and hashes, not sentences. Characters of the encoded form. */
const SHORTEST_RUN = 24;
const LONGEST_RUN = 24_000;
const MOST_RUNS = 24;

const BASE64_RUN = /[A-Za-z0-9+/_-]{24,}(?:\r?\n[A-Za-z0-9+/_-]+)*/g;
const HEX_RUN = /(?:(?:\\x|0x|%)?[0-9a-fA-F]{2}[ ,]?)+/g;
const BIT_RUN = /(?:[01]{8}[ ,]?){3,}/g;
const PERCENT_RUN = /(?:%[0-9a-fA-F]{2}|[A-Za-z0-9._~+-])+/g;

const SEXTET_BY_CODE = (() => {
  const table = new Int8Array(128).fill(-1);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  for (let i = 0; i < 64; i++) table[alphabet.charCodeAt(i)] = i;
  table[45] = 62;
  table[95] = 63;
  return table;
})();

const bytesOfBase64 = (run: string): Uint8Array => {
  const bytes = new Uint8Array(Math.ceil((run.length * 3) / 4));
  let length = 0;
  let buffer = 0;
  let bits = 0;
  for (let i = 0; i < run.length; i++) {
    const sextet = SEXTET_BY_CODE[run.charCodeAt(i)] ?? -1;
    if (sextet < 0) continue;
    buffer = ((buffer << 6) | sextet) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (buffer >> bits) & 0xff;
    }
  }
  return bytes.subarray(0, length);
};

const bytesOfHex = (run: string): Uint8Array => {
  const digits = run.replace(/\\x|0x|[^0-9a-fA-F]/g, '');
  const bytes = new Uint8Array(digits.length >> 1);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16);
  return bytes;
};

const bytesOfBits = (run: string): Uint8Array =>
  Uint8Array.from(run.match(/[01]{8}/g) ?? [], (bits) => Number.parseInt(bits, 2));

const utf8 = new TextDecoder('utf-8', { fatal: false });

/** The bytes as a text, or undefined when they are not words: mostly letters, with spaces, hardly a control sign. */
const wordsOf = (bytes: Uint8Array): string | undefined => {
  const text = utf8.decode(bytes);
  let letters = 0;
  let spaces = 0;
  let bad = 0;
  for (const character of text) {
    if (/\p{L}/u.test(character)) letters++;
    else if (character === ' ' || character === '\n') spaces++;
    else if (character === '\uFFFD' || (character < ' ' && character !== '\t' && character !== '\r')) bad++;
  }
  const length = text.length || 1;
  if (bad > length * 0.02 || letters < length * 0.6 || spaces < Math.max(1, length * 0.04)) return undefined;
  return text;
};

/**
 * Sentences hidden in base64, hex or percent-encoded runs of `text`, decoded. Runs that decode to anything but
 * words (images, hashes, keys) are left out. At most 24 runs of 24,000 characters are tried.
 */
export const decodeRuns = (text: string): string[] => {
  const decoded: string[] = [];
  let tried = 0;
  const attempt = (run: string, bytes: () => Uint8Array): void => {
    if (run.length < SHORTEST_RUN || tried >= MOST_RUNS) return;
    tried++;
    const words = wordsOf(bytes());
    if (words !== undefined) decoded.push(words);
  };
  for (const [run] of text.matchAll(BASE64_RUN)) {
    const cut = run.slice(0, LONGEST_RUN);
    attempt(cut, () => bytesOfBase64(cut));
  }
  for (const [run] of text.matchAll(HEX_RUN)) {
    const cut = run.slice(0, LONGEST_RUN);
    attempt(cut, () => bytesOfHex(cut));
  }
  for (const [run] of text.matchAll(BIT_RUN)) {
    const cut = run.slice(0, LONGEST_RUN);
    attempt(cut, () => bytesOfBits(cut));
  }
  if (text.includes('%20')) {
    for (const [run] of text.matchAll(PERCENT_RUN)) {
      const cut = run.slice(0, LONGEST_RUN);
      if (cut.includes('%20')) attempt(cut, () => new TextEncoder().encode(percentDecoded(cut)));
    }
  }
  return decoded;
};

const percentDecoded = (run: string): string =>
  run.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
