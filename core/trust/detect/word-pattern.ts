import type { Hits } from './concept-scanner.ts';
import type { Tokens } from './tokens.ts';

type Step = {
  readonly concepts: readonly string[];
  /** Most words between the step before and this one. */
  readonly gap: number;
  readonly optional: boolean;
};

/** A compiled pattern over concepts; see {@link compilePattern}. */
export type WordPattern = {
  readonly source: string;
  readonly steps: readonly Step[];
  /** The first step has to be said as an order. */
  readonly ordered: boolean;
  /** The first step must not come right after one of these. */
  readonly notAfter: readonly string[];
  /** None of these may stand in the sentence. */
  readonly without: readonly string[];
};

/**
 * Compiles a pattern such as `^DROP ..4 PRIOR|EARLIER ..3 ORDER -MAIL`:
 * concepts in capitals or plain words, `a|b` either, `..n` at most n words between (0 when left out), `X?` may be
 * missing, `^` the first step is an order (see {@link isOrdered}), `!X` the first step does not follow X, `-X` nowhere in the
 * sentence. A pattern never leaves its sentence.
 */
export const compilePattern = (source: string): WordPattern => {
  const steps: Step[] = [];
  const notAfter: string[] = [];
  const without: string[] = [];
  let gap = 0;
  let ordered = false;
  for (let part of source.split(/\s+/)) {
    if (part === '') continue;
    if (part.startsWith('..')) gap = Number(part.slice(2));
    else if (part.startsWith('!')) notAfter.push(part.slice(1));
    else if (part.startsWith('-')) without.push(part.slice(1));
    else {
      if (part.startsWith('^')) {
        ordered = true;
        part = part.slice(1);
      }
      const optional = part.endsWith('?');
      steps.push({ concepts: (optional ? part.slice(0, -1) : part).split('|'), gap, optional });
      gap = 0;
    }
  }
  if (steps.length === 0 || steps.some(({ gap: width }) => Number.isNaN(width)))
    throw new Error(`trust/word-pattern: cannot read "${source}"`);
  return { source, steps, ordered, notAfter, without };
};

/** Plain words of a pattern are concepts of one word; told to the scanner by this list. */
export const literalsOf = ({ steps, notAfter, without }: WordPattern): string[] =>
  [...steps.flatMap(({ concepts }) => concepts), ...notAfter, ...without].filter(
    (name) => !/^[A-Z]/.test(name),
  );

/** Words after which a verb is an order; after other words the same verb tells of one. */
const CUES = new Set(
  (
    'please kindly pls plz now then and or but also just simply must should shall will always never instead you first next immediately directly ' +
    'therefore so only have need required expected instructed told ordered asked supposed obliged assistant ai agent agents assistants models model chatbots ' +
    'bitte jetzt nun dann und sofort merci maintenant puis et ahora y por favor luego adesso ora poi e agora depois пожалуйста теперь и затем 请 并 必须 要'
  ).split(' '),
);
const TO = new Set(['to']);
/** "You have TO ignore", "I want you TO ignore" are orders; "asks the model TO ignore" is not. */
const BEFORE_TO = new Set(
  'you have need required expected instructed told ordered asked supposed obliged must want are is sure important crucial allowed free permitted'.split(
    ' ',
  ),
);
const TELLING = new Set(
  "how can could may might would i we they people don't not never attackers users he she it who which that did do does cannot can't won't didn't doesn't they'll we'll i'll".split(
    ' ',
  ),
);

/** True when the word at `index` reads as an order: it begins a clause or follows a cue, and is not told of. */
export const isOrdered = ({ words, starts, sentences }: Tokens, index: number): boolean => {
  if (starts[index] === 1) return true;
  const before = words[index - 1];
  if (before === undefined || sentences[index - 1] !== sentences[index]) return true;
  if (TO.has(before)) {
    const earlier = words[index - 2];
    return earlier !== undefined && BEFORE_TO.has(earlier) && words[index - 3] !== 'i';
  }
  if (TELLING.has(before)) return false;
  return CUES.has(before);
};

const hitsOf = (hits: Hits, concepts: readonly string[]) =>
  concepts.length === 1
    ? (hits.get(concepts[0]!) ?? [])
    : concepts.flatMap((concept) => hits.get(concept) ?? []).sort((a, b) => a.start - b.start);

const NOWHERE: ReadonlySet<number> = new Set();

/**
 * Words right after which the pattern has been met; empty when it is not. Each step keeps the set of places it can end at, so the work is the number of hits
 * times the width of a gap: no text makes it backtrack.
 */
export const endsOf = (pattern: WordPattern, tokens: Tokens, hits: Hits): ReadonlySet<number> => {
  const { steps, ordered, notAfter, without } = pattern;
  if (steps.some(({ concepts, optional }) => !optional && !concepts.some((concept) => hits.has(concept))))
    return NOWHERE;
  const barred = new Set(hitsOf(hits, notAfter).map(({ end }) => end));
  const spoilt = new Set(hitsOf(hits, without).map(({ start }) => tokens.sentences[start]));
  let ends = new Set<number>();
  for (const { start, end } of hitsOf(hits, steps[0]!.concepts)) {
    if (ordered && !isOrdered(tokens, start)) continue;
    if (notAfter.length > 0 && (barred.has(start) || barred.has(start - 1))) continue;
    if (without.length > 0 && spoilt.has(tokens.sentences[start])) continue;
    ends.add(end);
  }
  for (const { concepts, gap, optional } of steps.slice(1)) {
    if (ends.size === 0) return NOWHERE;
    const next = new Set<number>(optional ? ends : []);
    for (const { start, end } of hitsOf(hits, concepts)) {
      for (let before = start; before >= start - gap; before--) {
        if (!ends.has(before) || tokens.sentences[before - 1] !== tokens.sentences[start]) continue;
        next.add(end);
        break;
      }
    }
    ends = next;
  }
  return ends;
};

export const meets = (pattern: WordPattern, tokens: Tokens, hits: Hits): boolean =>
  endsOf(pattern, tokens, hits).size > 0;

/** Several patterns, one of which is enough. */
export const says = (...sources: readonly string[]): readonly WordPattern[] => sources.map(compilePattern);
