/** What is known of a candidate, in the order of the feature vectors. All but the last are in parts of the query's Σ idf. */
export const FEATURES = [
  'passage',
  'document',
  'coverage',
  'passageCoverage',
  'adjacent',
  'previousMissing',
  'nextMissing',
  'previous2Missing',
  'next2Missing',
  'previousScore',
  'nextScore',
  'session',
  'sessionBest',
  'sessionCoverage',
  'title',
  'userRole',
  'assistantRole',
  'answersQuestion',
  'asks',
  'speaker',
  'otherSpeaker',
  'numberWanted',
  'timeWanted',
  'date',
  'time',
  'shortness',
] as const;

export type FeatureName = (typeof FEATURES)[number];
export const FEATURE_COUNT = FEATURES.length;

const indexByName = Object.fromEntries(FEATURES.map((name, index) => [name, index])) as Record<
  FeatureName,
  number
>;

/** Position of a feature in the vectors. */
export const featureIndex = (name: FeatureName): number => indexByName[name];
