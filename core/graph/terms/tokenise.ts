/** What stands before a token: nothing but a space or hyphen, or something that ends a phrase or a sentence. */
export type Gap = 'joined' | 'phrase' | 'sentence';
/** Called with the places where a token begins and ends in the text. */
export type OnToken = (start: number, end: number, gap: Gap) => void;

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
const SENTENCE = 4;
const INNER = 5;

const CLASS_OF_ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(char)) return LETTER;
  if (/[0-9]/.test(char)) return DIGIT;
  if (/[ \t-]/.test(char)) return SPACE;
  if (/[.!?\n\r]/.test(char)) return SENTENCE;
  return char === "'" ? INNER : OTHER;
});

/** Scripts written without spaces: Thai, Lao, Myanmar, Khmer, kana, Han, Hangul needs none. */
const isUnspaced = (code: number): boolean =>
  (code >= 0x0e00 && code <= 0x0eff) ||
  (code >= 0x1000 && code <= 0x109f) ||
  (code >= 0x1780 && code <= 0x17ff) ||
  (code >= 0x3040 && code <= 0x30ff) ||
  (code >= 0x3400 && code <= 0x9fff);

const classOf = (code: number): number => {
  if (code < 128) return CLASS_OF_ASCII[code]!;
  if (code < 0xc0)
    return code === 0xa0 ? SPACE : code === 0xaa || code === 0xb5 || code === 0xba ? LETTER : OTHER;
  if (code === 0xd7 || code === 0xf7) return OTHER;
  if (code === 0x2019) return INNER;
  if (code >= 0x2000 && code <= 0x2bff) return code <= 0x200a || code === 0x2010 ? SPACE : OTHER;
  if (code >= 0x3000 && code <= 0x303f) return SENTENCE;
  if (code >= 0xd800 && code <= 0xf8ff) return OTHER;
  if (code >= 0xfe00) return code >= 0xff10 && code <= 0xff5a ? LETTER : OTHER;
  return LETTER;
};

let segmenter: Intl.Segmenter | undefined;

const segment = (text: string, start: number, end: number, gap: Gap, onToken: OnToken): void => {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  let before = gap;
  for (const part of segmenter.segment(text.slice(start, end))) {
    if (part.isWordLike === false) continue;
    const at = start + part.index;
    onToken(at, at + part.segment.length, before);
    before = 'joined';
  }
};

const hostEnd = (text: string, from: number, end: number): number => {
  let i = from;
  while (i < end && (classOf(text.charCodeAt(i)) !== OTHER || text[i] === '-') && !/\s/.test(text[i]!)) i++;
  return i;
};

/**
 * Cuts the first `limit` UTF-16 units of a text into words, identifiers (`app.py`, `user_id`), numbers with what
 * is written to them (`10ms`, `$500`, `80%`) and, of links, the host. Languages without spaces are cut by
 * `Intl.Segmenter`. Sees every code unit once.
 */
export const tokenise = (text: string, onToken: OnToken, limit = 12_000): void => {
  const end = Math.min(text.length, limit);
  let gap: Gap = 'sentence';
  let i = 0;
  while (i < end) {
    const code = text.charCodeAt(i);
    const kind = classOf(code);
    if (kind !== LETTER && kind !== DIGIT) {
      if (kind === SENTENCE) gap = 'sentence';
      else if (kind !== SPACE && gap === 'joined') gap = 'phrase';
      i++;
      continue;
    }
    let start = i;
    if (isUnspaced(code)) {
      while (i < end && isUnspaced(text.charCodeAt(i))) i++;
      if (i - start === 1) onToken(start, i, gap);
      else segment(text, start, i, gap, onToken);
      gap = 'joined';
      continue;
    }
    for (i++; i < end; i++) {
      const next = text.charCodeAt(i);
      const nextKind = classOf(next);
      if ((nextKind === LETTER || nextKind === DIGIT) && (next < 128 || !isUnspaced(next))) continue;
      const glue = next === 46 || (next === 44 && kind === DIGIT);
      if (!glue || i + 1 >= end) break;
      const after = classOf(text.charCodeAt(i + 1));
      if (after !== LETTER && after !== DIGIT) break;
    }
    if (text.charCodeAt(i) === 58 && text.startsWith('://', i)) {
      start = text.startsWith('www.', i + 3) ? i + 7 : i + 3;
      i = hostEnd(text, start, end);
      onToken(start, i, 'phrase');
      while (i < end && text.charCodeAt(i) > 32 && text[i] !== ')') i++;
      gap = 'phrase';
      continue;
    }
    if (kind === DIGIT) {
      if (start > 0 && (text[start - 1] === '$' || text[start - 1] === '€' || text[start - 1] === '£'))
        start--;
      if (text.charCodeAt(i) === 37) i++;
    }
    onToken(start, i, gap);
    gap = 'joined';
    if (classOf(text.charCodeAt(i)) === INNER) {
      // What follows an apostrophe ('s, 't, 'll) is a piece of grammar, never a term.
      for (i++; i < end && classOf(text.charCodeAt(i)) === LETTER; ) i++;
    }
  }
};
