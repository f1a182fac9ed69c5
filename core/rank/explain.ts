import { FEATURES, type FeatureName } from './feature-space.ts';
import type { WhyPart } from './types.ts';

const UP: Readonly<Record<FeatureName, string>> = {
  search: 'The words match your query well.',
  project: 'It belongs to the project you are in now.',
  'project-short': 'It belongs to the project you are in now, and the query is short.',
  familiar: 'You often use memories of this project.',
  reuse: 'You used it for this query before.',
  used: 'You used it before.',
  preference: 'It is of a kind you tend to use.',
  workflow: 'It fits what you usually do next.',
  recency: 'It is recent.',
  user: 'You said it yourself.',
  pinned: 'You pinned it.',
  importance: 'You marked it as important.',
  trust: 'Its origin is trusted.',
  length: 'Its length suits you.',
  code: 'It contains code.',
};

const DOWN: Readonly<Record<FeatureName, string>> = {
  search: 'The words match less well than in other results.',
  project: 'It belongs to another project than the one you are in now.',
  'project-short': 'It belongs to another project, and the query is short.',
  familiar: 'You seldom use memories of this project.',
  reuse: 'You turned it down for this query before.',
  used: 'You turned it down before.',
  preference: 'It is of a kind you seldom use.',
  workflow: 'It fits less what you usually do next.',
  recency: 'It is older.',
  user: 'You did not say it yourself.',
  pinned: 'Pinned results come less often to use for you.',
  importance: 'You marked it as less important.',
  trust: 'Its origin is trusted less.',
  length: 'Its length suits you less.',
  code: 'It contains code, which you seldom use.',
};

const SMALLEST_SHARE = 0.03;

/**
 * The parts of one result's score against the mean of its list, largest first; absolute shares sum to 1 before parts
 * below 3 % are left out.
 */
export const explain = (
  weights: readonly number[],
  row: readonly number[],
  mean: readonly number[],
): WhyPart[] => {
  const amounts = weights.map((weight, at) => weight * (row[at]! - mean[at]!));
  const total = amounts.reduce((sum, amount) => sum + Math.abs(amount), 0);
  if (total === 0) return [];
  return amounts
    .map((amount, at) => {
      const part = FEATURES[at]!;
      const code = `learned/${part}/${amount > 0 ? 'up' : 'down'}`;
      return { part, code, sentence: (amount > 0 ? UP : DOWN)[part], share: amount / total };
    })
    .filter(({ share }) => Math.abs(share) >= SMALLEST_SHARE)
    .toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share));
};
