import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { launchClocked } from './clocked.ts';
import { BOATHOUSE, capture, found, GREENHOUSE, QUERY } from './two-projects.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2026, 5, 1);
const SEARCHES = 6;
const DAYS = ['Boathouse', 'Greenhouse', 'Boathouse'] as const;

/**
 * One day of searches, two hours apart. What is copied belongs to the project of the day, everything else is turned
 * down: so what is done does not depend on the order in which the results are shown.
 */
const live = (vaultPage: Page, day: number): Promise<void> =>
  vaultPage.evaluate(
    async ([query, project, morning, searches, hour]) => {
      for (let search = 0; search < searches; search++) {
        await window.setClock(morning + 2 * search * hour);
        const { impression = '', hits } = await window.vault.search({
          query: `${query} tank`
            .split(' ')
            .slice(0, 2 + (search % 4))
            .join(' '),
          limit: 20,
        });
        for (const { row } of hits)
          await window.vault.signal(impression, row.seq, row.project === project ? 'copy' : 'thumbs-down');
      }
    },
    [QUERY, DAYS[day]!, START + day * DAY_MS + 8 * HOUR_MS, SEARCHES, HOUR_MS] as const,
  );

/** A browser whose person searched on some of the days. */
const lifeOf = async (days: readonly number[]) => {
  const browser = await launchClocked();
  const { vaultPage } = browser;
  await vaultPage.evaluate((at) => window.setClock(at), START);
  await capture(vaultPage, [...BOATHOUSE.slice(0, 10), ...GREENHOUSE.slice(0, 10)]);
  await vaultPage.evaluate(() => window.vault.setComparing(false));
  for (const day of days) await live(vaultPage, day);
  await vaultPage.evaluate((at) => window.setClock(at), START + DAYS.length * DAY_MS + 9 * HOUR_MS);
  return browser;
};

const learned = async (vaultPage: Page) => ({
  ...(await vaultPage.evaluate(async () => {
    const { weights, signals, queries, patterns, project } = await window.vault.learning();
    return { weights: weights.map(({ value }) => value), signals, queries, patterns, project };
  })),
  order: await found(vaultPage),
});

for (const [name, forgotten] of [
  ['the last day', 2],
  ['a day in the middle', 1],
] as const) {
  test(`${name} of behaviour is forgotten: the vault is the one that never had it, to 1e-9`, async () => {
    const others = [0, 1, 2].filter((day) => day !== forgotten);
    const [forgetful, never] = await Promise.all([lifeOf([0, 1, 2]), lifeOf(others)]);
    const before = await learned(forgetful.vaultPage);
    const expected = await learned(never.vaultPage);
    expect(before.signals, 'the day was learned').toBeGreaterThan(expected.signals);
    expect(before.weights, 'the day was learned').not.toEqual(expected.weights);

    const from = START + forgotten * DAY_MS;
    const gone = await forgetful.vaultPage.evaluate((scope) => window.vault.forgetSignals(scope), {
      from,
      to: from + DAY_MS,
    });
    expect(gone).toBe(SEARCHES * 20);
    const after = await learned(forgetful.vaultPage);
    const off = after.weights.map((weight, at) => Math.abs(weight - expected.weights[at]!));
    expect(after.weights).toHaveLength(expected.weights.length);
    expect(Math.max(...off)).toBeLessThan(1e-9);
    expect({ ...after, weights: [] }).toEqual({ ...expected, weights: [] });
    await Promise.all([forgetful.close(), never.close()]);
  });
}
