import type { LearnedPattern } from '../model/learning-api.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Contradiction } from '../rank/index.ts';
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

const whatOf = (facet: string, value: string): string => FACETS[facet]?.(value) ?? `${facet} ${value}`;

/** A preference in words, with its evidence. */
export const describePreference = (preference: {
  readonly facet: string;
  readonly value: string;
  readonly mean: number;
  readonly evidence: number;
}): LearnedPattern => {
  const { facet, value, mean, evidence } = preference;
  const what = whatOf(facet, value);
  return {
    id: `${facet}:${value}`,
    layer: 'preference',
    sentence: {
      code: mean > 0.5 ? 'pattern/uses' : 'pattern/passes',
      values: { facet, value },
      text: mean > 0.5 ? `You tend to use ${what}.` : `You tend to pass over ${what}.`,
    },
    evidence: {
      code: 'pattern/from-results',
      values: { n: Math.round(evidence) },
      text: `from about ${Math.round(evidence)} results you used or passed over`,
    },
    strength: Math.min(1, Math.abs(mean - 0.5) * 2),
    leaning: 2 * mean - 1,
    frozen: false,
  };
};

/** A change of mind in words. */
export const describeContradiction = (
  change: Contradiction,
): { readonly sentence: Sentence; readonly at: number } => {
  const { facet, before, after, at } = change;
  const text = `You used to prefer ${whatOf(facet, before)}, and now prefer ${whatOf(facet, after)}.`;
  return { sentence: { code: 'pattern/changed', values: { facet, before, after }, text }, at };
};

/** A project that is used often, in words. */
export const describeHabit = (key: string, weight: number, catalog: Catalog): LearnedPattern => ({
  id: `project:${key}`,
  layer: 'project',
  sentence: {
    code: 'pattern/project',
    values: { project: projectName(key, catalog) },
    text: `You often use what was said in “${projectName(key, catalog)}”.`,
  },
  evidence: {
    code: 'pattern/from-uses',
    values: { n: Math.round(weight) },
    text: `from about ${Math.round(weight)} uses`,
  },
  strength: Math.min(1, weight / 20),
  leaning: Math.min(1, weight / 20),
  frozen: false,
});

/** A sequence of activities in words. */
export const describeSequence = (pattern: {
  readonly steps: readonly string[];
  readonly found: number;
  readonly possible: number;
  readonly support: number;
}): LearnedPattern => ({
  id: `workflow:${pattern.steps.join('>')}`,
  layer: 'workflow',
  sentence: {
    code: 'pattern/sequence',
    values: { steps: pattern.steps.join(' → ') },
    text: `You often go from ${pattern.steps.join(' to ')}.`,
  },
  evidence: {
    code: 'pattern/in-sessions',
    values: { n: pattern.possible, found: pattern.found },
    text: `in ${pattern.found} of ${pattern.possible} sessions`,
  },
  strength: pattern.support,
  leaning: pattern.support,
  frozen: false,
});

/** Activities that come back in the same order, in words. */
export const describeCycle = ({
  steps,
  rounds,
  share,
}: {
  readonly steps: readonly string[];
  readonly rounds: number;
  readonly share: number;
}): LearnedPattern => {
  const words = steps.join(' → ');
  return {
    id: `workflow:${steps.join('>')}`,
    layer: 'workflow',
    sentence: {
      code: 'pattern/cycle',
      values: { steps: words },
      text: `Again and again you go ${words}.`,
    },
    evidence: { code: 'pattern/rounds', values: { n: rounds }, text: `${rounds} rounds` },
    strength: share,
    leaning: share,
    frozen: false,
  };
};

/** A project by its name; a conversation that belongs to none by its title. */
export const projectName = (key: string, catalog: Catalog): string =>
  catalog.conversationByKey.get(key)?.title || key;
