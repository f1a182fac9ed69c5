import { describe, expect, it } from 'vitest';
import { fixtureDocuments } from './fixture.ts';
import { GraphBuilder } from './graph-builder.ts';
import { foldGraph } from './layout/fold-graph.ts';
import { layout } from './layout.ts';

const graphOf = (conversations: number) => {
  const builder = new GraphBuilder();
  builder.add(fixtureDocuments(conversations));
  return builder.build({ signal: new AbortController().signal });
};

describe('the drawn graph', () => {
  it('folds what does not fit into its topics and counts every memory once', async () => {
    const graph = await graphOf(30);
    const folded = foldGraph(graph, 60);
    expect(folded.nodes.length).toBeLessThanOrEqual(60);
    expect(folded.nodes.reduce((sum, { size }) => sum + size, 0)).toBe(240);
    expect(folded.nodes.some(({ seq, size }) => seq === undefined && size > 1)).toBe(true);
    expect(folded.edges.offsets).toHaveLength(folded.nodes.length + 1);
  });

  it('dates a folded topic by the last memory in it', async () => {
    const result = await graphOf(9);
    const latest = Math.max(...result.rows.map(({ createdAt }) => createdAt));
    const { nodes } = foldGraph(result, 20);
    expect(Math.max(...nodes.map(({ createdAt }) => createdAt))).toBe(latest);
    expect(Math.min(...nodes.map(({ createdAt }) => createdAt))).toBeGreaterThan(0);
  });

  it('draws every memory when there are few', async () => {
    const folded = foldGraph(await graphOf(3));
    expect(folded.nodes.every(({ seq }) => seq !== undefined)).toBe(true);
  });

  it('has a finite place for every node, the same for the same seed', async () => {
    const folded = foldGraph(await graphOf(6));
    const positions = layout(folded, { iterations: 20 });
    expect(positions).toHaveLength(2 * folded.nodes.length);
    expect(positions.every(Number.isFinite)).toBe(true);
    expect(layout(folded, { iterations: 20 })).toEqual(positions);
  });

  it('copes with no node and with one', async () => {
    expect(layout(foldGraph(await graphOf(0)))).toHaveLength(0);
  });
});
