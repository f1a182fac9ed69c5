import { describe, expect, it } from 'vitest';
import { Analyst } from './analyst.ts';
import { fixtureDocuments } from './fixture.ts';

const built = async (): Promise<Analyst> => {
  const analyst = new Analyst();
  analyst.begin();
  analyst.add(fixtureDocuments());
  await analyst.build();
  return analyst;
};

describe('the analyst', () => {
  it('says that there is no topic map before the first run', async () => {
    const analyst = new Analyst();
    expect(analyst.levels()).toEqual([]);
    expect(analyst.snapshot()).toMatchObject({ ok: false, error: { code: 'graph/none' } });
    expect(await analyst.draw()).toMatchObject({ ok: false, error: { code: 'graph/none' } });
  });

  it('answers from the run it made', async () => {
    const analyst = await built();
    expect(analyst.levels()[0]!.topics.length).toBeGreaterThan(1);
    expect(analyst.related(1, 3)).toHaveLength(3);
    const drawn = await analyst.draw(50, { iterations: 4 });
    expect(drawn.ok && drawn.value.positions.length === 2 * drawn.value.nodes.length).toBe(true);
  });

  it('draws what was drawn before where it was, and new points beside their neighbours', async () => {
    const analyst = await built();
    const first = await analyst.draw();
    const second = await analyst.draw();
    if (!first.ok || !second.ok) throw new Error('not drawn');
    expect(second.value.positions).toEqual(first.value.positions);
    const [document] = fixtureDocuments(1);
    analyst.addMemories([{ ...document!, seq: 900, conversation: 90 }]);
    const third = await analyst.draw();
    if (!third.ok) throw new Error('not drawn');
    expect(third.value.nodes).toHaveLength(first.value.nodes.length + 1);
    expect(third.value.positions.every(Number.isFinite)).toBe(true);
  });

  it('reports a cancelled run as such and keeps the topics it had', async () => {
    const analyst = await built();
    analyst.begin();
    analyst.add(fixtureDocuments(60));
    const running = analyst.build();
    analyst.cancel();
    expect(await running).toMatchObject({ ok: false, error: { code: 'graph/cancelled' } });
    expect(analyst.levels()[0]!.topics.length).toBeGreaterThan(1);
  });

  it('goes on from a snapshot after it was killed', async () => {
    const analyst = await built();
    const snapshot = analyst.snapshot();
    const next = new Analyst();
    if (snapshot.ok) next.open(structuredClone(snapshot.value));
    const names = (one: Analyst) => one.levels()[0]!.topics.map(({ name }) => name);
    expect(names(next)).toEqual(names(analyst));
  });

  it('takes single memories in and says when a full run is due', async () => {
    const analyst = await built();
    const [document] = fixtureDocuments(1);
    const result = analyst.addMemories([{ ...document!, seq: 900, conversation: 90 }]);
    expect(result).toMatchObject({ ok: true, value: { rows: [{ seq: 900 }], stale: false } });
  });
});
