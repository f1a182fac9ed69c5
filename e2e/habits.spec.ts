import { expect, test } from './fixtures.ts';
import { openVault, remember } from './remember.ts';

/** What a person writes at each step of their work, and what the page calls the step. */
const STEPS = [
  ['design', (thing: string) => `Sketch the architecture of the ${thing} with me.`],
  ['code', (thing: string) => `Now implement the ${thing} as we said.`],
  ['test', (thing: string) => `Which unit tests does the ${thing} want?`],
  ['debug', (thing: string) => `The ${thing} ends in an exception, why?`],
  ['deploy', (thing: string) => `Deploy the ${thing} tonight.`],
  ['write', (thing: string) => `Draft a letter to those who wait for the ${thing}.`],
] as const;
const THINGS = ['booking page', 'ticket printer', 'seat map', 'waiting list', 'price board'];

for (const length of [2, 3, 4, 5, 6]) {
  test(`a cycle of ${length} steps is found and told on the Learning page`, async ({ recollect }) => {
    const cycle = STEPS.slice(0, length);
    const vaultPage = await openVault(recollect);
    await remember(vaultPage, {
      id: 'box-office',
      title: 'The box office',
      said: THINGS.flatMap((thing) => cycle.flatMap(([, say]) => [say(thing), `Done for the ${thing}.`])),
    });
    const { page } = await recollect.manager('#/learning');
    const names = cycle.map(([name]) => name);
    const told = page.getByRole('listitem').filter({
      hasText: `Again and again you go ${[...names, names[0]].join(' → ')}.`,
    });
    await expect(told).toHaveCount(1);
    await expect(told).toContainText('5 rounds');
    // Parts of the cycle say nothing that it does not say.
    await expect(page.locator('.pattern')).toHaveCount(1);

    await test.step('and forgotten when the person says so', async () => {
      await told.getByRole('button', { name: /^Forget/ }).click();
      await expect(page.getByText('Forgotten.')).toBeVisible();
      await expect(told).toHaveCount(0);
    });
  });
}

test('questions without any order are told as no habit', async ({ recollect }) => {
  const vaultPage = await openVault(recollect);
  // Eulerian in the steps: each follows each other one about as often.
  const order = [0, 1, 2, 3, 4, 5, 0, 2, 4, 1, 5, 3, 0, 4, 2, 5, 1, 3, 2, 0, 5, 4, 3, 1, 4, 0, 3, 5, 2, 1];
  await remember(vaultPage, {
    id: 'box-office',
    title: 'The box office',
    said: order.flatMap((step, at) => [
      STEPS[step]![1](THINGS[at % THINGS.length]!),
      'Done, and what is next?',
    ]),
  });
  const { page } = await recollect.manager('#/learning');
  await expect(page.getByRole('heading', { name: 'Nothing was learned yet' })).toBeVisible();
  await expect(page.locator('.pattern')).toHaveCount(0);
});
