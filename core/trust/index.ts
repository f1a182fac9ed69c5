export { AGENT_STATES, type AgentFlag, type AgentState } from './agent-state.ts';
export {
  buildInsertion,
  type Insertion,
  type InsertionItem,
  type InsertionOptions,
  type InsertionVerdict,
  verdictOf,
} from './build-insertion.ts';
export { capCharacters, capPerOrigin, MOST_PER_ORIGIN, newcomerFamily, TOP } from './cap-per-origin.ts';
export { DEFAULT_RATES, type Evidence, type FilterRates, stepPosterior } from './change-point.ts';
export { type Claim, claimsOf, contradicts } from './claims.ts';
export { type DetectContext, detect } from './detect/detect.ts';
export type { Detection, Finding } from './detect/types.ts';
export { type Echo, EchoMarks } from './echo-marks.ts';
export {
  CEILING_BY_LABEL,
  isPersonsOwn,
  labelOf,
  lowerPasted,
  minLabel,
  morePasted,
  type Origin,
} from './labels.ts';
export { sanitize } from './sanitize.ts';
export {
  type AgentTrust,
  ALARM,
  CONTRADICTION,
  type Observed,
  type ObservedWrite,
  TrustBook,
} from './trust-book.ts';
export type { Outcome } from './usefulness.ts';
