import { describe, expect, it } from 'vitest';
import { observation, SENDER, turn } from '../testing/observations.ts';
import { twoProjects } from '../testing/two-projects.ts';

const HOUR_MS = 3_600_000;
type Life = Awaited<ReturnType<typeof twoProjects>>;

/** What is kept of behaviour, but for numbers and keys that differ between two vaults. */
const kept = async ({ vault }: Life) => {
  const { impressions } = JSON.parse(await (await vault.exportBehaviour()).text()) as {
    impressions: { id: number; queryKey: string }[];
  };
  return {
    impressions: impressions.map(({ id: _, queryKey: __, ...rest }) => rest),
    project: (await vault.learning()).project,
  };
};

/** Searches once and copies the results at some places. Below 20 signals the order is the plain one in every life. */
const search = async ({ vault, tick }: Life, query: string, places: readonly number[]): Promise<void> => {
  tick(600_000);
  const { impression = '', hits } = await vault.search({ query });
  for (const place of places) {
    tick(1_000);
    await vault.signal(impression, hits[place]?.row.seq ?? 0, 'copy');
  }
};

describe('forgetting signals', { timeout: 20_000 }, () => {
  it('leaves what would be there had an hour never been, the uses that it had pushed out included', async () => {
    const live = async (withHour: boolean) => {
      const life = await twoProjects();
      await search(life, 'pump valve', [0, 7, 3]);
      await search(life, 'notes', [8, 2]);
      life.tick(HOUR_MS);
      const from = life.now();
      if (withHour) await search(life, 'pump', [1, 4, 5, 6, 9]);
      life.tick(from + HOUR_MS - life.now());
      await search(life, 'valve', [10]);
      await search(life, 'pump valve', [7]);
      return { life, from };
    };
    const [{ life, from }, { life: never }] = await Promise.all([live(true), live(false)]);
    expect(await kept(life)).not.toEqual(await kept(never));
    expect(await life.vault.forgetSignals({ from, to: from + HOUR_MS })).toBe(5);
    expect(await kept(life)).toEqual(await kept(never));
  });

  it('forgets what was done in a stretch of time on a list from before', async () => {
    const life = await twoProjects();
    life.tick(600_000);
    const { impression = '', hits } = await life.vault.search({ query: 'pump valve' });
    await life.vault.signal(impression, hits[0]?.row.seq ?? 0, 'copy');
    life.tick(HOUR_MS);
    const before = await kept(life);
    const from = life.now();
    await life.vault.signal(impression, hits[5]?.row.seq ?? 0, 'thumbs-down');
    expect(await life.vault.forgetSignals({ from, to: from + 1 })).toBe(1);
    expect((await kept(life)).impressions).toEqual(before.impressions);
  });

  it('forgets one search, however it was written', async () => {
    const live = async (queries: readonly string[]) => {
      const life = await twoProjects();
      for (const query of queries) await search(life, query, [0, 6]);
      return life;
    };
    const life = await live(['pump', 'notes pump', 'valve']);
    const start = await kept(life);
    expect(await life.vault.forgetSignals({ query: '  Notes PUMP ' })).toBe(2);
    const after = await kept(life);
    expect(after.impressions).toHaveLength(2);
    expect(after.impressions[0]).toEqual(start.impressions[0]);
    expect(await life.vault.forgetSignals({ query: 'garden' })).toBe(0);
  });

  it('forgets what was done with the memories of one agent, and nothing else', async () => {
    const life = await twoProjects();
    await life.vault.append(
      observation('other', [turn('1', 'assistant', 'Pump and valve, said by somebody else')], {
        site: 'claude',
        url: 'https://claude.ai/chat/other',
      }),
      { ...SENDER, site: 'claude', origin: 'https://claude.ai' },
    );
    const { impression = '', hits } = await life.vault.search({ query: 'pump valve' });
    const other = hits.find(({ row }) => row.role === 'assistant')?.row;
    const mine = hits.find(({ row }) => row.role === 'user')?.row;
    for (const row of [other, mine]) await life.vault.signal(impression, row?.seq ?? 0, 'copy');
    expect(await life.vault.forgetSignals({ agentId: other?.agentId ?? '' })).toBe(1);
    const { impressions } = (await kept(life)) as unknown as {
      impressions: { signals: { seq: number }[] }[];
    };
    expect(impressions.map(({ signals }) => signals.map(({ seq }) => seq))).toEqual([[mine?.seq]]);
  });
});
