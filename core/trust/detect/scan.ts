import { ConceptScanner, type Hits } from './concept-scanner.ts';
import { WORDS_BY_CONCEPT } from './lexicon.ts';
import { nearSigns } from './near-signs.ts';
import { RULES } from './rules.ts';
import { type Tokens, tokenise } from './tokens.ts';
import type { Finding, Rule } from './types.ts';
import { endsOf, literalsOf } from './word-pattern.ts';

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

/** Numbers of the sentences in which a rule is met: of its first pattern that is, or of all of a `near` one. */
const sentencesOf = ({ says = [], near }: Rule, tokens: Tokens, hits: Hits): number[] => {
  const sentences: number[] = [];
  for (const pattern of says) {
    for (const end of endsOf(pattern, tokens, hits)) sentences.push(tokens.sentences[end - 1]!);
    if (sentences.length > 0 && !near) break;
  }
  return sentences;
};

/** What the rules find in a folded text; weak signs apart. */
export const scan = (folded: string): Scan => {
  const findings: Finding[] = [];
  const weakOnly: Finding[] = [];
  const tokens = tokenise(folded);
  const hits = scanner.scan(tokens);
  const signsBySentence = new Map<number, Set<Rule>>();
  const strong = new Set<number>();
  for (const rule of RULES) {
    const sentences = sentencesOf(rule, tokens, hits);
    if (rule.near) {
      for (const sentence of sentences) {
        const own = signsBySentence.get(sentence);
        if (own) own.add(rule);
        else signsBySentence.set(sentence, new Set([rule]));
      }
      continue;
    }
    const shown = sentences.length === 0 && rule.shows?.some((pattern) => pattern.test(folded));
    if (sentences.length === 0 && !shown) continue;
    (rule.weak ? weakOnly : findings).push({ rule: rule.rule, weight: rule.weight });
    if (!rule.weak) for (const sentence of shown ? tokens.sentences : sentences) strong.add(sentence);
  }
  const subjects = new Set((hits.get('TOPIC') ?? []).map(({ start }) => tokens.sentences[start]!));
  const { rules, share } = nearSigns(signsBySentence, strong, subjects);
  for (const { rule, weight } of rules) findings.push({ rule, weight: weight * share });
  return { findings, weakOnly };
};
