import { MAX_EDGES, MIN_ONE_SIDED, TURN_WEIGHT } from '../edges/choose-edges.ts';
import { partitionQuality } from '../leiden/partition.ts';
import { describeLevels } from '../topics/describe-topics.ts';
import type { GraphDocument, GraphLevel, GraphResult, TopicEdits } from '../types.ts';
import { EdgeStore } from './edge-store.ts';
import { RowStore } from './row-store.ts';

export type AddedEdge = { readonly seq: number; readonly weight: number; readonly shared: readonly string[] };
export type Related = { readonly seq: number; readonly score: number; readonly shared: readonly string[] };

/** A full run is due beyond either. */
const MAX_DRIFT = 0.01;
const MAX_NEW_SHARE = 0.1;

/**
 * The topics of a collection between two full runs: takes single memories in and out, and keeps what the person
 * did to topics. {@link snapshot} and {@link restore} carry it over a restart.
 */
export class TopicIndex {
  #base: GraphResult;
  #store: RowStore;
  #edges: EdgeStore;
  /** Raw topic id of each row, per level, coarse to fine. */
  #topicOf: number[][];
  /** Edge strength in each topic, per level. */
  #strength: Map<number, number>[];
  #edits: TopicEdits;
  #nextId: number;
  #added = 0;
  #levels: GraphLevel[] | undefined;

  private constructor(base: GraphResult) {
    this.#base = base;
    this.#store = new RowStore(base);
    this.#edges = new EdgeStore(base.edges);
    this.#topicOf = base.state.levels.map((ids) => Array.from(ids));
    this.#strength = this.#topicOf.map((ids) => {
      const strength = new Map<number, number>();
      ids.forEach((id, row) => {
        strength.set(id, (strength.get(id) ?? 0) + this.#strengthOf(row));
      });
      return strength;
    });
    this.#edits = base.state.edits;
    this.#nextId = base.state.nextId;
    this.#levels = [...base.levels];
  }

  /** Opens what a full run found or {@link snapshot} wrote. */
  static restore(snapshot: GraphResult): TopicIndex {
    return new TopicIndex(snapshot);
  }

  get size(): number {
    return this.#store.rows.length;
  }

  /**
   * Connects a new memory and lets it join the topic that gains most, then lets its neighbours move within theirs.
   * A memory that is there already, or is quarantined, changes nothing (`topicId` 0 for the latter).
   */
  addMemory(document: GraphDocument): { readonly edges: AddedEdge[]; readonly topicId: number } {
    const known = this.#store.rowOf.get(document.seq);
    if (known !== undefined) return { edges: [], topicId: this.#topicOf.at(-1)![known]! };
    if (document.label === 'quarantined') return { edges: [], topicId: 0 };
    const row = this.#store.add(document);
    this.#edges.addRow();
    const edges = this.#connect(row);
    for (let level = 0; level < this.#topicOf.length; level++) this.#join(row, level);
    for (const { to } of [...this.#edges.of(row)]) this.#settle(to);
    this.#added++;
    this.#levels = undefined;
    return { edges, topicId: this.#topicOf.at(-1)![row]! };
  }

  /**
   * Forgets memories: their rows, edges and terms. Everything is rebuilt from the others, so that no word of
   * theirs stays behind in a table.
   */
  remove(seqs: readonly number[]): void {
    const gone = new Set(seqs);
    const added = this.#added;
    const index = new TopicIndex(this.#export((seq) => !gone.has(seq)));
    this.#base = { ...index.#base, modularity: this.#base.modularity };
    this.#store = index.#store;
    this.#edges = index.#edges;
    this.#topicOf = index.#topicOf;
    this.#strength = index.#strength;
    this.#levels = undefined;
    this.#added = Math.min(added, this.size);
  }

  /** How far modularity has moved since the last full run, as an absolute difference. */
  drift(): number {
    const ids = this.#topicOf[0];
    if (!ids || ids.length === 0) return 0;
    const graph = this.#edges.export(this.#store.rows.map((_, row) => row));
    return Math.abs(partitionQuality(graph, ids, 'modularity', 1) - this.#base.modularity);
  }

  /** True when a full run is due: drift above 0.01, or a tenth of the memories is new. */
  isStale(): boolean {
    return this.#added > MAX_NEW_SHARE * this.size || this.drift() > MAX_DRIFT;
  }

  /** What some memories are about against all the others, by term; memories that are not in the graph are left out. */
  signature(seqs: readonly number[]): Map<string, number> {
    return this.#store.signature(seqs.flatMap((seq) => this.#store.rowOf.get(seq) ?? []));
  }

  rename(topic: number, name: string): void {
    const { [topic]: _, ...others } = this.#edits.renamed;
    this.#edit({ renamed: name.trim() ? { ...others, [topic]: name.trim() } : others });
  }

  /** Shows one topic as part of another; merging a topic into itself undoes it. */
  merge(topic: number, into: number): void {
    const { [topic]: _, ...others } = this.#edits.mergedInto;
    this.#edit({ mergedInto: topic === into ? others : { ...others, [topic]: into } });
  }

  hide(topic: number, hidden = true): void {
    const others = this.#edits.hidden.filter((id) => id !== topic);
    this.#edit({ hidden: hidden ? [...others, topic] : others });
  }

  /** Puts other edits in the place of all there are, such as those made while a full run was under way. */
  replaceEdits(edits: TopicEdits): void {
    this.#edit(edits);
  }

  /** Topics as they are shown now, coarse to fine. */
  levels(): readonly GraphLevel[] {
    this.#levels ??= [...this.snapshot().levels];
    return this.#levels;
  }

  /** Memories most like one, and the terms they share. Empty when it is not in the graph. */
  related(seq: number, limit = 10): Related[] {
    const row = this.#store.rowOf.get(seq);
    if (row === undefined) return [];
    return this.#store
      .nearest(row, limit)
      .filter(({ cosine }) => cosine > 0)
      .map(({ row: other, cosine, shared }) => ({
        seq: this.#store.rows[other]!.seq,
        score: cosine,
        shared,
      }));
  }

  /** Why two memories are connected: the terms they share, weightiest first. */
  why(a: number, b: number): string[] {
    const rowA = this.#store.rowOf.get(a);
    const rowB = this.#store.rowOf.get(b);
    return rowA === undefined || rowB === undefined ? [] : this.#store.shared(rowA, rowB);
  }

  /** What a picture is made of; cheaper than a {@link snapshot}. */
  picture(): Pick<GraphResult, 'rows' | 'edges' | 'levels'> {
    const { rows } = this.#store;
    return { rows, edges: this.#edges.export(rows.map((_, row) => row)), levels: this.levels() };
  }

  /** Everything as plain data, in the shape of a full run's result. Holds key terms, no text. */
  snapshot(): GraphResult {
    return this.#export(() => true);
  }

  #edit(change: Partial<TopicEdits>): void {
    this.#edits = { ...this.#edits, ...change };
    this.#levels = undefined;
  }

  #export(keep: (seq: number) => boolean): GraphResult {
    const rows = this.#store.rows.flatMap(({ seq }, row) => (keep(seq) ? [row] : []));
    const data = this.#store.export(rows);
    const rawIds = this.#topicOf.map((ids) => Uint32Array.from(rows, (row) => ids[row]!));
    return {
      ...data,
      edges: this.#edges.export(rows),
      levels: describeLevels(data, rawIds, this.#edits),
      resolution: this.#base.resolution,
      modularity: this.#base.modularity,
      state: {
        nextId: this.#nextId,
        seqs: Uint32Array.from(data.rows, ({ seq }) => seq),
        levels: rawIds,
        edits: this.#edits,
      },
    };
  }

  #connect(row: number): AddedEdge[] {
    const wanted = new Map<number, { weight: number; shared: string[] }>();
    for (const { row: other, cosine, shared } of this.#store.nearest(row, MAX_EDGES)) {
      if (cosine >= MIN_ONE_SIDED) wanted.set(other, { weight: cosine, shared });
    }
    for (const other of this.#store.turnsBeside(row)) {
      const known = wanted.get(other);
      wanted.set(other, { weight: (known?.weight ?? 0) + TURN_WEIGHT, shared: known?.shared ?? [] });
    }
    const ranked = [...wanted].sort((a, b) => b[1].weight - a[1].weight);
    const edges: AddedEdge[] = [];
    for (const [other, { weight, shared }] of ranked) {
      if (this.#edges.of(row).length === MAX_EDGES) break;
      if (this.#edges.connect(row, other, weight)) {
        edges.push({ seq: this.#store.rows[other]!.seq, weight, shared });
      }
    }
    return edges;
  }

  #strengthOf(row: number): number {
    return this.#edges.of(row).reduce((sum, { weight }) => sum + weight, 0);
  }

  /** The topic of the largest gain among those of the row's neighbours that share its coarser topics. */
  #best(row: number, level: number): number | undefined {
    const ids = this.#topicOf[level]!;
    const parents = this.#topicOf[level - 1];
    const weightTo = new Map<number, number>();
    for (const { to, weight } of this.#edges.of(row)) {
      if (parents && parents[to] !== parents[row]) continue;
      if (ids[to] !== undefined && to !== row) weightTo.set(ids[to], (weightTo.get(ids[to]) ?? 0) + weight);
    }
    let total = 0;
    for (const strength of this.#strength[level]!.values()) total += strength;
    const penalty = ((level === 0 ? this.#base.resolution : 1) * this.#strengthOf(row)) / (total || 1);
    let best: number | undefined;
    let bestGain = Number.NEGATIVE_INFINITY;
    for (const [id, weight] of weightTo) {
      const others = (this.#strength[level]!.get(id) ?? 0) - (ids[row] === id ? this.#strengthOf(row) : 0);
      const gain = weight - penalty * others;
      if (gain > bestGain) {
        bestGain = gain;
        best = id;
      }
    }
    return best;
  }

  #join(row: number, level: number): void {
    const id = this.#best(row, level) ?? this.#nextId++;
    this.#topicOf[level]![row] = id;
    const strength = this.#strength[level]!;
    strength.set(id, (strength.get(id) ?? 0) + this.#strengthOf(row));
  }

  /** Lets a row move to another topic of the finest level below the same parent. */
  #settle(row: number): void {
    const level = this.#topicOf.length - 1;
    if (level <= 0) return;
    const ids = this.#topicOf[level]!;
    const best = this.#best(row, level);
    const own = ids[row]!;
    if (best === undefined || best === own) return;
    const strength = this.#strength[level]!;
    const moved = this.#strengthOf(row);
    strength.set(own, Math.max(0, (strength.get(own) ?? 0) - moved));
    strength.set(best, (strength.get(best) ?? 0) + moved);
    ids[row] = best;
  }
}
