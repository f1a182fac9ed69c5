/** Words of a folded text with the borders that rules respect. Parallel arrays, one entry a word. */
export type Tokens = {
  readonly words: readonly string[];
  /** Number of the sentence each word stands in; rules never reach from one into the next. */
  readonly sentences: Int32Array;
  /** 1 where a word begins a sentence, a clause, a list item or a quotation. */
  readonly starts: Uint8Array;
};

/** Stand for any address, so that rules can ask for one. */
export const URL_WORD = 'ᛟurl';
export const MAIL_WORD = 'ᛟmail';
/** A slot that a program fills in: `{name}`, `[QUERY]`, `<key>`, `$name`. */
export const SLOT_WORD = 'ᛟslot';

const TOKEN =
  /https?:\/\/|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]|[\p{L}\p{N}]+|[.!?…。！？\n]|[,:;()"“”„«»「」『』、，：；*#|>@{}[\]<-]/gu;
const DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*/;
const ADDRESS_END = /[\s<>"'`)\]}[{]/;
const CLOSER: Readonly<Record<string, string>> = { '{': '}', '[': ']', '<': '>' };
/** Longest name of a slot, in characters. */
const LONGEST_SLOT = 40;
/** English endings after an apostrophe that stay with their word; `'s` is dropped. */
const ENDING = /^'(?:t|re|ll|ve|m|d|s)(?![\p{L}\p{N}])/u;
const END = /[.!?…。！？\n]/;
const WORD = /[\p{L}\p{N}]/u;
const TOP_LEVEL =
  /^(?:com|net|org|xyz|io|evil|ru|co|info|biz|app|dev|site|online|top|example|test|invalid|ai|me|cc|link|click|shop|de|fr|es|it|cn|jp)$/;

/** A wrapped line goes on in the next one; a short one is a line of its own. Characters. */
const WRAPPED_LINE = 56;

const addressLength = (folded: string, index: number): number => {
  const end = folded.slice(index, index + 400).search(ADDRESS_END);
  return end < 0 ? 400 : end;
};

/** Length of a slot such as `{user_name}` or `<API_KEY>` that opens at `index`; 0 when none does. */
const slotLength = (folded: string, index: number): number => {
  const opener = folded[index]!;
  const end = folded.slice(index + 1, index + LONGEST_SLOT).indexOf(CLOSER[opener]!);
  const name = folded.slice(index + 1, index + 1 + end).replace(/^\{/, '');
  if (end < 2 || !/^[\w .-]+$/.test(name) || (opener === '<' && !/[_-]/.test(name))) return 0;
  return opener === '[' && folded[index + end + 2] === '(' ? 0 : end + 2;
};

/** Cuts a folded text into words in one pass. Letters of scripts without spaces are words of their own. */
export const tokenise = (folded: string): Tokens => {
  const words: string[] = [];
  const sentences: number[] = [];
  const starts: number[] = [];
  let sentence = 0;
  let start = 1;
  let lineStart = 0;
  let skipTo = 0;
  const push = (word: string): void => {
    words.push(word);
    sentences.push(sentence);
    starts.push(start);
    start = 0;
  };
  for (const match of folded.matchAll(TOKEN)) {
    const { index } = match;
    if (index < skipTo) continue;
    const token = match[0];
    const first = token[0]!;
    if (first === '\n') {
      const wrapped = index - lineStart >= WRAPPED_LINE && /[\p{L}\p{N},]/u.test(folded[index - 1] ?? '');
      lineStart = index + 1;
      if (wrapped && /[\p{L}\p{N}]/u.test(folded[index + 1] ?? '')) continue;
      sentence++;
      start = 1;
    } else if (END.test(first)) {
      const next = folded[index + 1] ?? ' ';
      // A dot inside a word, a number or a file name ends nothing.
      if (first === '.' && WORD.test(next)) continue;
      sentence++;
      start = 1;
    } else if (token.endsWith('://')) {
      push(URL_WORD);
      skipTo = index + addressLength(folded, index);
    } else if (
      first === '@' &&
      words.length > 0 &&
      WORD.test(folded[index - 1] ?? ' ') &&
      WORD.test(folded[index + 1] ?? ' ')
    ) {
      words[words.length - 1] = MAIL_WORD;
      skipTo = index + addressLength(folded, index);
    } else if (first in CLOSER) {
      const length = slotLength(folded, index);
      if (length > 0) {
        push(SLOT_WORD);
        skipTo = index + length;
      } else start = 1;
    } else if (!WORD.test(first)) {
      // A hyphen between letters joins; all other signs begin a clause.
      if (first !== '-' || !WORD.test(folded[index - 1] ?? ' ')) start = 1;
    } else {
      const domain =
        first < '\x7f' && folded[index + token.length] === '.'
          ? DOMAIN.exec(folded.slice(index, index + 120))
          : null;
      if (domain && TOP_LEVEL.test(domain[0].slice(domain[0].lastIndexOf('.') + 1))) {
        push(URL_WORD);
        skipTo = index + domain[0].length;
      } else {
        const after = folded.slice(index + token.length, index + token.length + 4);
        const ending = after.startsWith("'") ? (ENDING.exec(after)?.[0] ?? '') : '';
        push(ending === "'s" ? token : token + ending);
        skipTo = index + token.length + ending.length;
      }
    }
  }
  return { words, sentences: Int32Array.from(sentences), starts: Uint8Array.from(starts) };
};
