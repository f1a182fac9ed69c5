export type { BoostState } from './boost/boost-desk.ts';
export { type Boosted, isBetter, trainBoosted, type Verdict } from './boost/boosted.ts';
export type { TrainingSet } from './boost/training-set.ts';
export type { Correction, Corrections } from './corrections.ts';
export { FEATURES, LAYERS, type Layer, SHIPPED_WEIGHTS } from './feature-space.ts';
export {
  type Aging,
  type LifecycleOptions,
  type LifecyclePlan,
  type Move,
  planLifecycle,
  type Tier,
} from './lifecycle/lifecycle.ts';
export {
  type Contradiction,
  facetsOf,
  type Preference,
  Preferences,
} from './preferences.ts';
export { chooseProbe, effectOf, type Share, withProbe } from './probe.ts';
export { type ProjectGuess, WINNER_SHARE } from './project-guess.ts';
export { type RankContext, Ranker, type Ranking } from './ranker.ts';
export { gainsOf } from './signal-gain.ts';
export { type OrderName, standing } from './standing.ts';
export type * from './types.ts';
export { ACTIVITIES, type Activity, activityOf } from './workflow/activity.ts';
export { findCycles, mineSequences } from './workflow/prefix-span.ts';
export { type ActivityEvent, Workflow, workflowId } from './workflow/workflow.ts';
