import { classOf, DIGIT, LETTER, MARK, OTHER, PAIRED, SEGMENTED } from './char-class.ts';

/** Receives each word: its text as written and where it stands, in UTF-16 units. */
export type TokenSink = (start: number, end: number, kind: TokenKind) => void;

/** `whole` is a compound (version, path, snake_case) kept besides its parts; `pair` a CJK bigram or single. */
export type TokenKind = 'word' | 'whole' | 'pair';

/** Longer runs are base64, hashes or keyboard noise: cut, so that the dictionary stays a dictionary. */
export const MAX_WORD = 64;

const APOSTROPHE = new Set([0x27, 0x20_19, 0x2_bc]);
/** Joiners inside one compound: . - _ / : + # @ \ */
const JOINER = new Set([0x2e, 0x2d, 0x5f, 0x2f, 0x3a, 0x40, 0x5c]);
const UNDERSCORE = 0x5f;
const HYPHEN = 0x2d;
const DOT = 0x2e;
const COMMA = 0x2c;

let segmenter: Intl.Segmenter | undefined;

const isUpper = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;
const isLower = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

const emitSegmented = (text: string, start: number, end: number, sink: TokenSink): void => {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  for (const { index, segment, isWordLike } of segmenter.segment(text.slice(start, end))) {
    if (isWordLike) sink(start + index, start + index + segment.length, 'word');
  }
};

const emitPairs = (start: number, end: number, sink: TokenSink): void => {
  if (end - start === 1) sink(start, end, 'pair');
  for (let at = start; at + 1 < end; at++) sink(at, at + 2, 'pair');
};

/** Parts of an ASCII camelCase run: `parseHTTPQuery` → parse, HTTP, Query. Emits nothing for a plain word. */
const emitCamelParts = (text: string, start: number, end: number, sink: TokenSink): boolean => {
  let from = start;
  let parts = 0;
  for (let at = start + 1; at < end; at++) {
    const before = text.charCodeAt(at - 1);
    const here = text.charCodeAt(at);
    const humps = isLower(before) && isUpper(here);
    const acronymEnds = isUpper(before) && isUpper(here) && at + 1 < end && isLower(text.charCodeAt(at + 1));
    if ((humps || acronymEnds) && at - from >= 2) {
      sink(from, at, 'word');
      from = at;
      parts += 1;
    }
  }
  if (parts === 0) return false;
  sink(from, end, 'word');
  return true;
};

/**
 * Splits text into words the same way for memories and queries. Apostrophes part words (`l'avion`, `Anna's`),
 * digits keep their separators (`1,200`, `3.5.1`), compounds give their parts and, when they look like code
 * (`snake_case`, `core/search.ts`, `gpt-4`), themselves.
 */
export const tokenize = (text: string, sink: TokenSink): void => {
  const { length } = text;
  let at = 0;
  while (at < length) {
    const first = classOf(text.charCodeAt(at));
    if (first === OTHER || first === MARK) {
      at += 1;
      continue;
    }
    if (first === PAIRED || first === SEGMENTED) {
      let end = at + 1;
      while (
        end < length &&
        (classOf(text.charCodeAt(end)) === first || classOf(text.charCodeAt(end)) === MARK)
      )
        end += 1;
      if (first === PAIRED) emitPairs(at, end, sink);
      else emitSegmented(text, at, end, sink);
      at = end;
      continue;
    }
    const end = endOfPlainWord(text, at);
    if (end > at) {
      sink(at, end, 'word');
      at = end;
    } else at = emitCompound(text, at, sink);
  }
};

/** End of an ASCII word without anything to take apart, capitalised at most; `at` when it is not that simple. */
const endOfPlainWord = (text: string, at: number): number => {
  const { length } = text;
  const first = text.charCodeAt(at);
  if (!isLower(first) && !isUpper(first)) return at;
  let end = at + 1;
  while (end < length && isLower(text.charCodeAt(end))) end += 1;
  if (end - at > MAX_WORD) return at;
  if (end === length) return end;
  const after = text.charCodeAt(end);
  if (after === 0x20 || after === 0x0a) return end;
  if (after > 0x7f || isUpper(after) || APOSTROPHE.has(after) || classOf(after) === DIGIT) return at;
  if (!JOINER.has(after) || end + 1 === length) return end;
  const next = classOf(text.charCodeAt(end + 1));
  return next === LETTER || next === DIGIT ? at : end;
};

const emitCompound = (text: string, start: number, sink: TokenSink): number => {
  const { length } = text;
  let at = start;
  let wordStart = start;
  let parts = 0;
  let codeLike = false;
  let numeric = true;
  const flush = (end: number): void => {
    if (end <= wordStart) return;
    parts += 1;
    const cut = Math.min(end, wordStart + MAX_WORD);
    if (emitCamelParts(text, wordStart, cut, sink)) sink(wordStart, cut, 'whole');
    else sink(wordStart, cut, 'word');
  };
  while (at < length) {
    const unit = text.charCodeAt(at);
    const kind = classOf(unit);
    if (kind === LETTER || kind === DIGIT || kind === MARK) {
      if (kind !== DIGIT) numeric = false;
      else codeLike = true;
      at += 1;
      continue;
    }
    const next = at + 1 < length ? classOf(text.charCodeAt(at + 1)) : OTHER;
    const joins = next === LETTER || next === DIGIT;
    if (!joins || at === start) break;
    const grouped = numeric && unit === COMMA && next === DIGIT && parts === 0;
    if (grouped) {
      at += 1;
      continue;
    }
    if (APOSTROPHE.has(unit)) {
      flush(at);
      wordStart = at + 1;
      at += 1;
      const end = contractionEnd(text, at);
      if (end > at) {
        at = end;
        wordStart = end;
      }
      continue;
    }
    if (!JOINER.has(unit)) break;
    if (unit === UNDERSCORE || unit === DOT) codeLike = true;
    if (numeric && unit === DOT && next === DIGIT) {
      at += 1;
      continue;
    }
    if (unit !== HYPHEN || codeLike) numeric = false;
    flush(at);
    wordStart = at + 1;
    at += 1;
  }
  flush(at);
  if (parts > 1 && codeLike && at - start <= MAX_WORD) sink(start, at, 'whole');
  return at;
};

/** End of an English contraction's tail (`s`, `t`, `re`, `ll`, `ve`, `d`, `m`) when one stands at `at`, else `at`. */
const contractionEnd = (text: string, at: number): number => {
  let end = at;
  while (end < text.length && end - at < 3 && classOf(text.charCodeAt(end)) === LETTER) end += 1;
  if (end < text.length && classOf(text.charCodeAt(end)) === LETTER) return at;
  return /^(?:s|t|re|ll|ve|d|m)$/i.test(text.slice(at, end)) ? end : at;
};
