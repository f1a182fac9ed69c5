import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { extensionBase } from '../browser/vault-page.ts';

const DATA = process.env.RECOLLECT_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
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

/** Lines that run a script where they are taken for markup; a few of our own where the collection is not there. */
export const hostileLines = (): { readonly lines: readonly string[]; readonly collection: boolean } => {
  const collection = existsSync(LINES);
  return {
    collection,
    lines: collection ? readFileSync(LINES, 'utf8').split('\n').filter(Boolean) : OWN_LINES,
  };
};

/** Collects everything a payload could do in a page of ours. */
const watch = async (page: Page): Promise<string[]> => {
  const happened: string[] = [];
  page.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => happened.push(`popup ${popup.url()}`));
  await page.exposeFunction('violated', (what: string) => void happened.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      (window as unknown as { violated(what: string): void }).violated(
        `${violatedDirective} ${blockedURI} ${sample}`,
      ),
    );
  });
  return happened;
};

/** Keeps `lines` as a captured chat, sixty a turn; answers how many turns. */
const capture = (vaultPage: Page, lines: readonly string[]): Promise<number> => {
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
  return vaultPage.evaluate(
    async ([captured, name]) => {
      const completeness = { complete: true, evidence: 'test' };
      const place = { site: 'chatgpt', id: 'markup', url: 'https://chatgpt.com/c/markup' };
      const outcome = await window.vault.append(
        { conversation: { ...place, title: name, project: name, completeness }, turns: captured },
        { site: 'chatgpt', origin: 'https://chatgpt.com', tabId: 1, frameId: 0 },
      );
      return outcome.changed;
    },
    [turns, lines[0] ?? ''] as const,
  );
};

/** Takes everything out, erases it, and brings it in again; answers how many memories came back. */
const outAndIn = (vaultPage: Page): Promise<number> =>
  vaultPage.evaluate(async () => {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const sink = new WritableStream<Uint8Array<ArrayBuffer>>({ write: (chunk) => void chunks.push(chunk) });
    const exported = await window.vault.exportTo({ format: 'jsonl' }, window.Comlink.transfer(sink, [sink]));
    const erased = await window.vault.eraseEverything();
    if (!exported.ok || !erased.ok) throw new Error('the export or the erase was refused');
    const imported = await window.vault.importFrom(new Blob(chunks) as File, { bringBackErased: true });
    return imported.ok ? imported.value.added : 0;
  });

export type Markup = {
  readonly turns: number;
  /** Memories that came back from an export and import of everything. */
  readonly back: number;
  /** Scripts that ran, windows that opened, rules of the policy that were broken. */
  readonly happened: readonly string[];
};

/**
 * Captures `lines` and shows them wherever memories are shown: list, every detail page, popup, and all of it again
 * after an export, an erase and an import. The vault must be empty.
 */
export const showMarkup = async (vaultPage: Page, lines: readonly string[]): Promise<Markup> => {
  const turns = await capture(vaultPage, lines);
  const seqs = await vaultPage.evaluate(async () =>
    (await window.vault.list({}, 0, 1_000)).rows.map(({ seq }) => seq),
  );
  const page = await vaultPage.context().newPage();
  const happened = await watch(page);
  const executed = async (where: string): Promise<void> => {
    const value = await page.evaluate(() => (window as unknown as { executed?: unknown }).executed);
    if (value !== undefined) happened.push(`executed in ${where}`);
  };
  const base = extensionBase(vaultPage);
  await page.goto(`${base}/manager.html#/memories`);
  await page.getByRole('row').first().waitFor();
  for (const seq of seqs) {
    await page.goto(`${base}/manager.html#/memory/${seq}`);
    await page.getByRole('region', { name: 'What was said' }).waitFor();
    await page.waitForTimeout(40);
  }
  await executed('the details');
  await page.goto(`${base}/popup.html`);
  await page.getByRole('combobox').fill('script alert onerror');
  await page.getByRole('option').first().waitFor();
  await executed('the popup');
  const back = await outAndIn(vaultPage);
  await page.goto(`${base}/manager.html#/memories`);
  await page.getByRole('row').first().waitFor();
  await executed('the list');
  await page.close();
  return { turns: seqs.length === turns ? turns : -1, back, happened };
};
