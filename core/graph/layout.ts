// Apart from index.ts, so that only the analyst bundles graphology and its layouts.

import type { FoldedGraph } from './layout/fold-graph.ts';
import { type LayoutOptions, layoutSteps } from './layout/layout-graph.ts';
import { runToEnd } from './steps.ts';

export { type LayoutOptions, layoutSteps };

/** {@link layoutSteps} without a pause. */
export const layout = (folded: FoldedGraph, options?: LayoutOptions): Float32Array =>
  runToEnd(layoutSteps(folded, options));
