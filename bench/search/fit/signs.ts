import { FEATURES, type FeatureName } from '../../../core/search/index.ts';

/** Features that can only speak for a candidate, and those that can only speak against it, whatever a sample says. */
const FOR: readonly FeatureName[] = [
  'passage',
  'document',
  'coverage',
  'passageCoverage',
  'adjacent',
  'previousMissing',
  'nextMissing',
  'previous2Missing',
  'next2Missing',
  'sessionCoverage',
  'title',
  'assistantRole',
  'speaker',
  'numberWanted',
  'timeWanted',
  'date',
  'time',
  'rarest',
  'userMeant',
  'part',
  'leadsPart',
];
const AGAINST: readonly FeatureName[] = ['asks', 'otherSpeaker', 'assistantUnmeant'];

/** 1, −1, or 0 where it is not known, in the order of FEATURES. */
export const SIGNS: readonly number[] = FEATURES.map((name) =>
  FOR.includes(name) ? 1 : AGAINST.includes(name) ? -1 : 0,
);
