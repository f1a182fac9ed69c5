import type { en as digests } from './en/digests.ts';
import type { en as events } from './en/events.ts';
import type { en as graph } from './en/graph.ts';
import type { en as insertion } from './en/insertion.ts';
import type { en as lab } from './en/lab.ts';
import type { en as later } from './en/later.ts';
import type { en as learning } from './en/learning.ts';
import type { en as timeline } from './en/timeline.ts';
import type { en as topics } from './en/topics.ts';
import type { en as trust } from './en/trust.ts';

/** Keys of the pages that bring their strings along when they are loaded. */
export type LaterKey =
  | keyof typeof digests
  | keyof typeof events
  | keyof typeof graph
  | keyof typeof insertion
  | keyof typeof lab
  | keyof typeof later
  | keyof typeof learning
  | keyof typeof timeline
  | keyof typeof topics
  | keyof typeof trust;
