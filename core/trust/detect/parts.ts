/** Where in a message a stretch of text stands. Only `plain` words are the writer's own. */
export type PartKind = 'plain' | 'quoted' | 'code';
export type Part = { readonly kind: PartKind; readonly start: number; readonly end: number };

const FENCE = /^[ \t]{0,3}(?:`{3,}|~{3,})/;
const QUOTE_LINE = /^[ \t]{0,3}>/;
/** Opening sign, its closing signs, and the fewest characters between them that make a quotation or a piece of code. */
const PAIRS: Readonly<Record<string, readonly [closers: string, fewest: number]>> = {
  '`': ['`', 1],
  '"': ['"', 12],
  '“': ['”', 12],
  '«': ['»', 12],
  '„': ['“”', 12],
  '「': ['」', 6],
};
const LONGEST = 600;

/** Quotations and inline code of one line, [start, end) within it. */
const inlinePartsOf = (line: string): { readonly start: number; readonly end: number }[] => {
  const found: { start: number; end: number }[] = [];
  for (let start = 0; start < line.length; start++) {
    const pair = PAIRS[line[start]!];
    if (!pair) continue;
    const [closers, fewest] = pair;
    const last = Math.min(line.length, start + 2 + LONGEST);
    let end = start + 1;
    while (end < last && !closers.includes(line[end]!)) end++;
    if (end >= last || end - start - 1 < fewest) continue;
    found.push({ start, end: end + 1 });
    start = end;
  }
  return found;
};

/**
 * Cuts a message into what its writer says, what is quoted and what is code, in order and without gaps.
 * An unclosed fence runs to the end.
 */
export const partsOf = (text: string): Part[] => {
  const parts: Part[] = [];
  const push = (kind: PartKind, start: number, end: number): void => {
    if (end <= start) return;
    const last = parts.at(-1);
    if (last?.kind === kind && last.end === start) parts[parts.length - 1] = { ...last, end };
    else parts.push({ kind, start, end });
  };
  const pushLine = (start: number, end: number): void => {
    let at = start;
    for (const inline of inlinePartsOf(text.slice(start, end))) {
      const from = start + inline.start;
      push('plain', at, from);
      at = start + inline.end;
      push(text[from] === '`' ? 'code' : 'quoted', from, at);
    }
    push('plain', at, end);
  };
  let inFence = false;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline + 1;
    const line = text.slice(start, Math.min(end, start + 80));
    if (FENCE.test(line)) {
      push('code', start, end);
      inFence = !inFence;
    } else if (inFence) push('code', start, end);
    else if (QUOTE_LINE.test(line)) push('quoted', start, end);
    else pushLine(start, end);
    start = end;
  }
  return parts;
};

/** Letters and digits a writer needs beside a quotation for it to be one; a message that is all quote is no quote. */
const OWN_WORDS = 40;

const LETTER = /[\p{L}\p{N}]/u;

const lettersOf = (text: string, start: number, end: number): number => {
  let letters = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const small = code | 32;
    if (code < 0x80 ? (small >= 97 && small <= 122) || (code >= 48 && code <= 57) : LETTER.test(text[i]!))
      letters++;
  }
  return letters;
};

/** True when what stands in quotes or code is talked about rather than said. */
export const isQuoting = (text: string, parts: readonly Part[]): boolean => {
  let own = 0;
  let other = 0;
  for (const { kind, start, end } of parts) {
    const letters = lettersOf(text, start, end);
    if (kind === 'plain') own += letters;
    else other += letters;
  }
  return other > 0 && own >= OWN_WORDS && own * 8 >= other;
};
