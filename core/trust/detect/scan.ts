import { ConceptScanner } from './concept-scanner.ts';
import { WORDS_BY_CONCEPT } from './lexicon.ts';
import { RULES } from './rules.ts';
import { tokenise } from './tokens.ts';
import type { Finding } from './types.ts';
import { literalsOf, meets } from './word-pattern.ts';

const patterns = RULES.flatMap(({ says = [] }) => says);
const literals = new Set(patterns.flatMap(literalsOf));

/** Knows the words of the lexicon and those that the rules name themselves. */
const scanner = new ConceptScanner([
  ...WORDS_BY_CONCEPT,
  ...[...literals].map((literal) => [literal, literal.replaceAll('_', ' ')] as const),
]);

/** Names that rules use and the lexicon does not have: a mistake in a rule. For tests. */
export const unknownConcepts = (): string[] => [
  ...new Set(
    patterns
      .flatMap(({ steps, notAfter, without }) => [
        ...steps.flatMap(({ concepts }) => concepts),
        ...notAfter,
        ...without,
      ])
      .filter((name) => /^[A-Z]/.test(name) && !WORDS_BY_CONCEPT.has(name)),
  ),
];

export type Scan = { readonly findings: readonly Finding[]; readonly weakOnly: readonly Finding[] };

/** What the rules find in a folded text; weak signs apart. */
export const scan = (folded: string): Scan => {
  const findings: Finding[] = [];
  const weakOnly: Finding[] = [];
  const tokens = tokenise(folded);
  const hits = scanner.scan(tokens);
  for (const { rule, weight, sentence, says = [], shows = [], weak } of RULES) {
    if (
      !says.some((pattern) => meets(pattern, tokens, hits)) &&
      !shows.some((pattern) => pattern.test(folded))
    )
      continue;
    (weak ? weakOnly : findings).push({ rule, weight, sentence });
  }
  return { findings, weakOnly };
};
