import { hostileLines, showMarkup } from '../bench/faults/markup.ts';
import { expect, test } from './fixtures.ts';
import { openVault } from './remember.ts';

const { lines, collection } = hostileLines();
if (!collection) console.warn('SKIPPED: the XSS payload lines are not there; a few of our own are used');

test('captured markup is only ever text: list, search, detail, export and import execute nothing', async ({
  recollect,
}) => {
  test.setTimeout(300_000);
  const { turns, back, happened } = await showMarkup(await openVault(recollect), lines);
  expect(turns).toBeGreaterThan(0);
  expect(back).toBe(turns);
  expect(happened).toEqual([]);
});
