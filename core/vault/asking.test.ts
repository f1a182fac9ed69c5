import { describe, expect, it } from 'vitest';
import { seqsOf, twoProjects } from '../testing/two-projects.ts';

const DAY_MS = 86_400_000;

const asking = async () => {
  const made = await twoProjects();
  await made.vault.changeSettings({ asking: true });
  const ask = async () => {
    const { impression = '', hits } = await made.vault.search({ query: 'pump valve' });
    return { question: await made.vault.question(impression), shown: hits.map(({ row }) => row.seq) };
  };
  return { ...made, ask };
};

describe('asking once a day', { timeout: 20_000 }, () => {
  it('does not happen unless the person allows it', async () => {
    const { vault } = await twoProjects();
    const { impression = '' } = await vault.search({ query: 'pump valve' });
    expect(await vault.question(impression)).toBeUndefined();
  });

  it('asks about two neighbours of the list, and again only a day later', async () => {
    const { ask, tick, reopen } = await asking();
    const { question, shown } = await ask();
    const [upper = 0, lower = 0] = question?.results ?? [];
    expect(shown.indexOf(lower)).toBe(shown.indexOf(upper) + 1);
    expect((await ask()).question).toBeUndefined();
    tick(DAY_MS - 1);
    const again = reopen();
    const { impression = '' } = await again.search({ query: 'pump valve' });
    expect(await again.question(impression)).toBeUndefined();
    tick(1);
    expect(await again.question(impression)).toBeDefined();
  });

  it('learns from the answer about these two alone, and forgets it like any other', async () => {
    const { vault, use, ask, tick, now } = await asking();
    await use('engine', 40);
    tick(DAY_MS);
    const before = await vault.learning();
    const order = await seqsOf(vault);
    const { question } = await ask();
    const [upper = 0, lower = 0] = question?.results ?? [];
    const other = order.find((seq) => seq !== upper && seq !== lower) ?? 0;
    await vault.signal(question?.impression ?? '', other, 'chosen');
    expect((await vault.learning()).signals).toBe(before.signals);
    await vault.signal(question?.impression ?? '', lower, 'chosen');
    expect((await vault.learning()).signals).toBe(before.signals + 1);
    const turned = await seqsOf(vault);
    expect(turned.indexOf(lower)).toBeLessThan(turned.indexOf(upper));
    await vault.forgetSignals({ from: now() - 1, to: now() + 1 });
    expect((await vault.learning()).signals).toBe(before.signals);
    expect(await seqsOf(vault)).toEqual(order);
  });

  it('keeps nothing of a question without an answer', async () => {
    const { vault, ask } = await asking();
    expect((await ask()).question).toBeDefined();
    const kept = JSON.parse(await (await vault.exportBehaviour()).text()) as { impressions?: unknown[] };
    expect(kept.impressions ?? []).toEqual([]);
  });
});
