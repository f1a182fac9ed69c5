import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { connectVault } from '../bench/browser/extension.ts';
import { expect, test } from './fixtures.ts';

const DATA = process.env.RECOLLECT_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url));
const LINES = `${DATA}/fuzz/xss-payloads.txt`;
const LINES_PER_TURN = 60;
const OWN_LINES = [
  '<script>window.executed = 1</script>',
  '<img src=x onerror="window.executed = 1">',
  '<svg onload="window.executed = 1"></svg>',
  '[click](javascript:window.executed=1)',
  '![x](x" onerror="window.executed=1)',
  '<iframe srcdoc="<script>parent.executed = 1</script>"></iframe>',
  '<a href="data:text/html,<script>opener.executed=1</script>">x</a>',
  '<math><mtext></mtext><mglyph><style><img src=x onerror="window.executed=1">',
];

if (!existsSync(LINES))
  console.warn(`SKIPPED: the XSS payload lines are not at ${LINES}; a few of our own are used`);
const lines = existsSync(LINES) ? readFileSync(LINES, 'utf8').split('\n').filter(Boolean) : OWN_LINES;

/** Counts everything a payload could do in a page of ours. */
const watch = async (page: Page): Promise<{ happened: string[] }> => {
  const seen = { happened: [] as string[] };
  page.on('dialog', (dialog) => {
    seen.happened.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => seen.happened.push(`popup ${popup.url()}`));
  await page.exposeFunction('violated', (what: string) => void seen.happened.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      (window as unknown as { violated(what: string): void }).violated(
        `${violatedDirective} ${blockedURI} ${sample}`,
      ),
    );
  });
  return seen;
};

const executed = (page: Page): Promise<unknown> =>
  page.evaluate(() => (window as unknown as { executed?: unknown }).executed);

test('captured markup is only ever text: list, search, detail, export and import execute nothing', async ({
  recollect,
}) => {
  test.setTimeout(300_000);
  const vaultPage = await recollect.context.newPage();
  await connectVault(vaultPage, recollect.extensionId);
  const turns = Array.from({ length: Math.ceil(lines.length / LINES_PER_TURN) }, (_, index) => {
    const text = lines.slice(index * LINES_PER_TURN, (index + 1) * LINES_PER_TURN).join('\n\n');
    return {
      id: `m${index}`,
      role: index % 2 === 0 ? ('user' as const) : ('assistant' as const),
      text,
      markdown: text,
      partial: false,
      source: 'authoritative' as const,
      attachments: [lines[index] ?? ''],
    };
  });
  const title = lines[0] ?? '';
  const outcome = await vaultPage.evaluate(
    ([captured, name]) =>
      window.vault.append(
        {
          conversation: {
            site: 'chatgpt',
            id: 'markup',
            url: 'https://chatgpt.com/c/markup',
            title: name as string,
            project: name as string,
            completeness: { complete: true, evidence: 'test' },
          },
          turns: captured as typeof turns,
        },
        { site: 'chatgpt', origin: 'https://chatgpt.com', tabId: 1, frameId: 0 },
      ),
    [turns, title] as const,
  );
  expect(outcome).toMatchObject({ outcome: 'stored', changed: turns.length });
  const seqs = await vaultPage.evaluate(async () =>
    (await window.vault.list({}, 0, 1_000)).rows.map(({ seq }) => seq),
  );
  expect(seqs.length).toBe(turns.length);

  const page = await recollect.context.newPage();
  const seen = await watch(page);
  const base = `chrome-extension://${recollect.extensionId}`;
  await page.goto(`${base}/manager.html#/memories`);
  await expect(page.getByRole('row').first()).toBeVisible();
  for (const seq of seqs) {
    await page.goto(`${base}/manager.html#/memory/${seq}`);
    await expect(page.locator('main')).toContainText(/\S/);
    await page.waitForTimeout(40);
  }
  await page.goto(`${base}/popup.html`);
  await page.getByRole('combobox').fill('script alert onerror');
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(await executed(page)).toBeUndefined();

  const again = await vaultPage.evaluate(async () => {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const sink = new WritableStream<Uint8Array<ArrayBuffer>>({ write: (chunk) => void chunks.push(chunk) });
    const exported = await window.vault.exportTo({ format: 'jsonl' }, window.Comlink.transfer(sink, [sink]));
    const erased = await window.vault.eraseEverything();
    const imported = await window.vault.importFrom(new Blob(chunks) as File, { bringBackErased: true });
    return [exported.ok, erased.ok, imported.ok && imported.value.added];
  });
  expect(again).toEqual([true, true, turns.length]);
  await page.goto(`${base}/manager.html#/memories`);
  await expect(page.getByRole('row').first()).toBeVisible();
  expect(await executed(page)).toBeUndefined();
  expect(seen.happened).toEqual([]);
});
