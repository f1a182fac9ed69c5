export { LAYERS, type Layer } from './feature-space.ts';
export { type ProjectGuess, WINNER_SHARE } from './project-guess.ts';
export { type RankContext, Ranker, type Ranking } from './ranker.ts';
export { gainsOf } from './signal-gain.ts';
export type * from './types.ts';
