import { type Random, rotatedOrder, seededRandom, shuffledOrder } from '../random.ts';
import { runToEnd, type Steps } from '../steps.ts';
import { LocalMover } from './local-mover.ts';
import { aggregate, type Csr, type Network, networkOf, penaltyOf, type Quality } from './network.ts';
import { compactLabels, orderBySize, partitionQuality, splitDisconnected } from './partition.ts';
import { Refiner } from './refiner.ts';

export type LeidenOptions = {
  /** Default `modularity`. */
  readonly quality?: Quality;
  /** Higher gives smaller communities. Default 1. */
  readonly resolution?: number;
  /** Same graph, options and seed give the same partition. Default 1. */
  readonly seed?: number;
  /** How often one pass may aggregate. Default 32. */
  readonly maxLevels?: number;
  /** How often the whole pass may repeat before a partition is called stable. Default 20. */
  readonly maxPasses?: number;
  /** Independent starts; the best partition is kept. Default: more on small graphs, 1 from 3,000 nodes on. */
  readonly starts?: number;
  /** Passes that each of several starts gets before the best of them goes on alone. Default: all of them. */
  readonly scoutPasses?: number;
  /** Labels to start from instead of single nodes. */
  readonly initial?: Uint32Array;
};

export type LeidenResult = {
  /** Community of each node; 0 is the largest. */
  readonly communityOf: Uint32Array;
  readonly communities: number;
  /** As {@link partitionQuality} counts it. */
  readonly quality: number;
};

/** Nodes handled between two chances to yield: about a millisecond. */
const SLICE = 4_000;

/** Node visits that extra starts may cost on a small graph. */
const START_BUDGET = 6_000;
const MAX_STARTS = 24;

function* moveAll(mover: LocalMover, order: Uint32Array): Steps<void> {
  mover.enqueue(order);
  while (!mover.run(SLICE)) yield;
}

/** One pass: move, refine, aggregate, until every community is one aggregated node. True when something moved. */
function* pass(
  network: Network,
  labels: Uint32Array,
  penalty: number,
  random: Random,
  orderOf: typeof shuffledOrder,
  maxLevels: number,
): Steps<boolean> {
  let current = network;
  let communityOf = labels.slice();
  compactLabels(communityOf);
  const nodeOf = new Uint32Array(network.size).map((_, v) => v);
  let changed = false;
  for (let level = 0; level < maxLevels; level++) {
    const mover = new LocalMover(current, communityOf, penalty);
    yield* moveAll(mover, orderOf(current.size, random));
    changed ||= mover.moved;
    const communities = compactLabels(communityOf);
    for (let v = 0; v < labels.length; v++) labels[v] = communityOf[nodeOf[v]!]!;
    if (communities === current.size) return changed;

    const refiner = new Refiner(current, communityOf, penalty, random);
    while (!refiner.run(SLICE)) yield;
    const parts = compactLabels(refiner.partOf);
    if (parts === current.size) return changed;
    const partCommunity = new Uint32Array(parts);
    for (let v = 0; v < current.size; v++) partCommunity[refiner.partOf[v]!] = communityOf[v]!;
    for (let v = 0; v < nodeOf.length; v++) nodeOf[v] = refiner.partOf[nodeOf[v]!]!;
    current = aggregate(current, refiner.partOf, parts);
    communityOf = partCommunity;
    yield;
  }
  return changed;
}

type Found = {
  readonly labels: Uint32Array;
  readonly random: Random;
  readonly orderOf: typeof shuffledOrder;
  stable: boolean;
  quality: number;
};

/** {@link leiden} in steps of about a millisecond, for callers that must stay interruptible. */
export function* leidenSteps(graph: Csr, options: LeidenOptions = {}): Steps<LeidenResult> {
  const { quality = 'modularity', resolution = 1, seed = 1, maxLevels = 32, maxPasses = 20 } = options;
  const network = networkOf(graph, quality);
  const penalty = penaltyOf(network, quality, resolution);
  const starts =
    options.starts ?? Math.max(1, Math.min(MAX_STARTS, Math.floor(START_BUDGET / Math.max(1, network.size))));
  function* repeat(run: Found, passes: number): Steps<void> {
    for (let p = 0; p < passes && !run.stable; p++) {
      run.stable = !(yield* pass(network, run.labels, penalty, run.random, run.orderOf, maxLevels));
    }
    // A capped pass may stop between moving and refining; pieces that fell apart never belong together.
    splitDisconnected(graph, run.labels);
    run.quality = partitionQuality(graph, run.labels, quality, resolution);
  }
  const scoutPasses = starts > 1 ? Math.min(options.scoutPasses ?? maxPasses, maxPasses) : maxPasses;
  let best: Found | undefined;
  for (let start = 0; start < starts; start++) {
    const random = seededRandom(seed * 1_000_003 + start);
    // Where rows follow some order of the graph itself (a ring, a conversation), walking along it does best.
    const orderOf = start % 6 === 1 ? rotatedOrder : shuffledOrder;
    const labels = options.initial?.slice() ?? new Uint32Array(network.size).map((_, v) => v);
    const run = { labels, random, orderOf, stable: false, quality: Number.NEGATIVE_INFINITY };
    yield* repeat(run, scoutPasses);
    if (!best || run.quality > best.quality) best = run;
  }
  if (best && !best.stable && scoutPasses < maxPasses) yield* repeat(best, maxPasses - scoutPasses);
  const communityOf = best?.labels ?? new Uint32Array(0);
  return { communityOf, communities: orderBySize(communityOf), quality: best?.quality ?? 0 };
}

/**
 * Communities of a weighted graph by the Leiden algorithm (Traag, Waltman, van Eck 2019, Scientific Reports
 * 9:5233): local moving, refinement, aggregation, repeated until nothing moves. Every community is connected.
 */
export const leiden = (graph: Csr, options: LeidenOptions = {}): LeidenResult =>
  runToEnd(leidenSteps(graph, options));
