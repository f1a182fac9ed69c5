import { beforeEach, describe, expect, it } from 'vitest';
import { fixtureDocuments } from '../fixture.ts';
import { GraphBuilder } from '../graph-builder.ts';
import { TopicIndex } from './topic-index.ts';

const ARRIVAL = {
  ...fixtureDocuments(1)[0]!,
  seq: 5_000,
  conversation: 70,
  text: 'The rye sourdough starter needs a longer bulk fermentation, says my baker.',
};

describe('topics between two full runs', () => {
  let index: TopicIndex;
  const topicOfSeq = (seq: number) => {
    const snapshot = index.snapshot();
    return snapshot.state.levels[0]![snapshot.rows.findIndex((row) => row.seq === seq)];
  };

  beforeEach(async () => {
    const builder = new GraphBuilder();
    builder.add(fixtureDocuments());
    index = TopicIndex.restore(await builder.build({ signal: new AbortController().signal }));
  });

  it('lets a new memory join the topic it speaks of and says why', () => {
    const { edges, topicId } = index.addMemory(ARRIVAL);
    expect(edges.length).toBeGreaterThan(0);
    expect(edges.length).toBeLessThanOrEqual(10);
    expect(edges.flatMap(({ shared }) => shared).join(' ')).toMatch(/sourdough|fermentation/i);
    expect(topicOfSeq(5_000)).toBe(topicOfSeq(1));
    expect(topicId).toBeGreaterThan(0);
  });

  it('opens a topic of its own for what nobody spoke of', () => {
    const known = new Set(index.levels()[0]!.topics.map(({ id }) => id));
    index.addMemory({ ...ARRIVAL, text: 'Quarterly tax declaration deadlines for freelancers' });
    expect(known.has(topicOfSeq(5_000)!)).toBe(false);
  });

  it('does not take the same or a quarantined memory in', () => {
    index.addMemory(ARRIVAL);
    const { size } = index;
    expect(index.addMemory(ARRIVAL).edges).toEqual([]);
    expect(index.addMemory({ ...ARRIVAL, seq: 5_001, label: 'quarantined' })).toEqual({
      edges: [],
      topicId: 0,
    });
    expect(index.size).toBe(size);
  });

  it('forgets every word of a removed memory', () => {
    index.addMemory({ ...ARRIVAL, text: 'The sourdough password is zanzibar, zanzibar again' });
    index.addMemory({ ...ARRIVAL, seq: 5_001, order: 1, text: 'My zanzibar sourdough recipe' });
    index.levels();
    index.remove([5_000, 5_001]);
    expect(JSON.stringify(index.snapshot())).not.toContain('zanzibar');
    expect(index.related(5_000)).toEqual([]);
  });

  it('keeps renames, merges and hides through a snapshot and a full run', async () => {
    const [a, b, c] = index.levels()[0]!.topics;
    index.rename(a!.id, ' Bread ');
    index.merge(b!.id, a!.id);
    index.hide(c!.id);
    const restored = TopicIndex.restore(structuredClone(index.snapshot()));
    const shown = restored.levels()[0]!.topics;
    expect(shown).toHaveLength(2);
    expect(shown[0]).toMatchObject({ id: a!.id, name: 'Bread', renamed: true, size: a!.size + b!.size });
    expect(shown[1]!.hidden).toBe(true);

    const builder = new GraphBuilder();
    builder.add(fixtureDocuments(12));
    const next = await builder.build({
      signal: new AbortController().signal,
      previous: restored.snapshot().state,
    });
    expect(next.levels[0]!.topics.map(({ name }) => name)).toContain('Bread');
  });

  it('undoes a rename with an empty name and a merge into itself', () => {
    const [a, b] = index.levels()[0]!.topics;
    index.rename(a!.id, 'Bread');
    index.rename(a!.id, '');
    index.merge(b!.id, a!.id);
    index.merge(b!.id, b!.id);
    expect(index.levels()[0]!.topics.map(({ name }) => name)).not.toContain('Bread');
    expect(index.levels()[0]!.topics.map(({ id }) => id)).toContain(b!.id);
  });

  it('reports drift as memories come in and asks for a full run', () => {
    expect(index.drift()).toBeLessThan(1e-9);
    expect(index.isStale()).toBe(false);
    for (let i = 0; i < 12; i++) index.addMemory({ ...ARRIVAL, seq: 6_000 + i, conversation: 80 + i });
    expect(index.isStale()).toBe(true);
  });

  it('finds what is like a memory', () => {
    const related = index.related(1, 5);
    expect(related).toHaveLength(5);
    expect(related.map(({ seq }) => seq)).not.toContain(1);
    expect(related[0]!.score).toBeGreaterThanOrEqual(related[4]!.score);
  });

  it('knows what some memories are about against all the others', () => {
    const documents = fixtureDocuments();
    const bread = documents.filter(({ conversation }) => conversation % 3 === 0).map(({ seq }) => seq);
    const worth = index.signature([...bread, 1_000_000]);
    expect(worth.get('sourdough')).toBeGreaterThan(0);
    expect(worth.get('postgres')).toBeUndefined();
    expect([...index.signature(documents.map(({ seq }) => seq)).values()].every((one) => one < 1)).toBe(true);
    expect(index.signature([]).size).toBe(0);
  });
});
