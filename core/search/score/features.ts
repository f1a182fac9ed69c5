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
  'userPassage',
  'userCoverage',
  'userNext',
  'userPrevious',
  'assistantPrevious',
  'around',
  'conversation',
  'previous2Score',
  'rarest',
  'userMeant',
  'assistantUnmeant',
  'assistantUnasked',
  'userNumber',
  'length',
  'userLength',
  'assistantLength',
  'sessionSeveral',
  'coverageSeveral',
  'exchangeMissing',
  'part',
  'leadsPart',
] as const;

export type FeatureName = (typeof FEATURES)[number];
export const FEATURE_COUNT = FEATURES.length;

/** Position of each feature in the vectors. */
export const FEATURE = Object.fromEntries(FEATURES.map((name, index) => [name, index])) as Record<
  FeatureName,
  number
>;
