import type { FeatureName } from './features.ts';

/**
 * Weight of each feature in the plain order. Fitted once (listwise logistic, L2) on one half of the public conversations
 * used for tuning, checked on the other half; they describe conversations in general and no collection in particular.
 */
export const WEIGHTS: Readonly<Record<FeatureName, number>> = {
  passage: 1,
  document: 0.1,
  coverage: 0.2,
  passageCoverage: 0.1,
  adjacent: 0.2,
  previousMissing: 0.5,
  nextMissing: 0.3,
  previous2Missing: 0.2,
  next2Missing: 0.15,
  previousScore: 0.1,
  nextScore: 0.05,
  session: 0.3,
  sessionBest: 0.1,
  sessionCoverage: 0.1,
  title: 0.3,
  userRole: 0.3,
  assistantRole: 0,
  answersQuestion: 0.1,
  asks: -0.15,
  speaker: 0.1,
  otherSpeaker: -0.1,
  numberWanted: 0.1,
  timeWanted: 0.1,
  date: 0.2,
  time: 0.3,
  shortness: 0,
  userPassage: 0.3,
  userCoverage: 0.1,
  userNext: 0.1,
  userPrevious: 0,
  assistantPrevious: 0,
  around: 0.1,
  conversation: 0.1,
  previous2Score: 0,
  next2Score: 0,
  rarest: 0,
};
