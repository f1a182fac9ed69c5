import type { LearnedPattern } from '../model/learning-api.ts';
import type { Catalog } from '../store/catalog.ts';

/** A preference is shown from this much evidence and this far from indifference. */
export const MIN_EVIDENCE = 4;
export const MIN_LEANING = 0.12;

const FACETS: Readonly<Record<string, (value: string) => string>> = {
  agent: (value) => `what ${value} wrote`,
  role: (value) => (value === 'user' ? 'your own words' : value === 'note' ? 'your notes' : 'answers'),
  format: (value) => (value === 'code' ? 'results with code' : 'results without code'),
  length: (value) => `${value} results`,
  age: (value) => (value === 'recent' ? 'what is newer than two weeks' : 'what is older than two weeks'),
  tag: (value) => `what is tagged “${value}”`,
};

/** A preference in words, with its evidence. */
export const describePreference = (preference: {
  readonly facet: string;
  readonly value: string;
  readonly mean: number;
  readonly evidence: number;
}): LearnedPattern => {
  const { facet, value, mean, evidence } = preference;
  const what = FACETS[facet]?.(value) ?? `${facet} ${value}`;
  return {
    id: `${facet}:${value}`,
    layer: 'preference',
    sentence: mean > 0.5 ? `You tend to use ${what}.` : `You tend to pass over ${what}.`,
    evidence: `from about ${Math.round(evidence)} results you used or passed over`,
    strength: Math.min(1, Math.abs(mean - 0.5) * 2),
    frozen: false,
  };
};

/** A sequence of activities in words. */
export const describeSequence = (pattern: {
  readonly steps: readonly string[];
  readonly found: number;
  readonly possible: number;
  readonly support: number;
}): LearnedPattern => ({
  id: `workflow:${pattern.steps.join('>')}`,
  layer: 'workflow',
  sentence: `You often go from ${pattern.steps.join(' to ')}.`,
  evidence: `in ${pattern.found} of ${pattern.possible} sessions`,
  strength: pattern.support,
  frozen: false,
});

/** A project by its name; a conversation that belongs to none by its title. */
export const projectName = (key: string, catalog: Catalog): string =>
  catalog.conversationByKey.get(key)?.title || key;
