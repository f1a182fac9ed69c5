import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { buildExtension } from '../browser/build-extension.ts';
import { connectClock, copyWithClock } from '../browser/clock.ts';
import { extensionId, launchExtension, openVaultPage } from '../browser/extension.ts';
import { waitUntilReady } from '../browser/vault-page.ts';
import { chromiumPath } from '../harness/chromium.ts';
import type { BenchRecord } from '../harness/record.ts';
import type { CorpusConversation } from './corpora.ts';

const START = Date.UTC(2025, 0, 6);
const HOUR_MS = 3_600_000;
const IDLE_SEARCHES = 200;

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN;

const remember = async (page: Page, conversations: readonly CorpusConversation[]): Promise<void> => {
  for (const { key, title, turns } of conversations)
    await page.evaluate(
      ([id, name, said]) =>
        window.vault.append(
          {
            conversation: {
              site: 'chatgpt',
              id,
              url: `https://chatgpt.com/c/${id}`,
              title: name,
              completeness: { complete: true, evidence: 'bench' },
            },
            turns: said.map(({ role, text, createdAt }, at) => ({
              id: `${id}-${at}`,
              role,
              text,
              markdown: text,
              partial: false,
              createdAt,
              source: 'authoritative',
            })),
          },
          { site: 'chatgpt', origin: 'https://chatgpt.com', tabId: 1, frameId: 0 },
        ),
      [key, title, turns] as const,
    );
};

/** Searches an hour apart, and copies one of the first ten results of each. */
const use = (page: Page, queries: readonly string[], lists: number): Promise<void> =>
  page.evaluate(
    async ([asked, count, start, step]) => {
      for (let list = 0; list < count; list++) {
        await window.setClock(start + list * step);
        const { impression = '', hits } = await window.vault.search({
          query: asked[list % asked.length]!,
          limit: 10,
        });
        const hit = hits[(list * 7) % Math.max(1, hits.length)];
        if (hit) await window.vault.signal(impression, hit.row.seq, 'copy');
      }
    },
    [queries, lists, START, HOUR_MS + 60_000] as const,
  );

/** Latencies (ms) of searches one after another, `count` of them, or as long as trees are being trained. */
const latencies = (page: Page, queries: readonly string[], count?: number): Promise<number[]> =>
  page.evaluate(
    async ([asked, wanted]) => {
      const isTraining = async () => (await window.vault.learning()).trees.state === 'due';
      const times: number[] = [];
      while (wanted === undefined ? times.length % 20 > 0 || (await isTraining()) : times.length < wanted) {
        const query = asked[(times.length * 13) % asked.length]!;
        const before = performance.now();
        await window.vault.search({ query, limit: 20 });
        times.push(performance.now() - before);
        // A person pauses: without a pause the searches themselves would be the load.
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return times;
    },
    [queries, count] as const,
  );

/**
 * What a person notices of the second phase in the built extension: searches while trees are trained on `lists` shown
 * lists, against the same searches in the same browser with nothing to train.
 */
export const benchInExtension = async (
  conversations: readonly CorpusConversation[],
  lists: number,
): Promise<BenchRecord[]> => {
  const queries = conversations.flatMap(({ questions }) => questions.map(({ text }) => text)).slice(0, 600);
  const extension = await copyWithClock(await buildExtension());
  const folder = await mkdtemp(join(tmpdir(), 'bench-learn-'));
  let context: BrowserContext | undefined;
  try {
    context = await launchExtension(join(folder, 'profile'), extension, chromiumPath());
    const id = await extensionId(context);
    const page = await openVaultPage(context, id);
    await waitUntilReady(page);
    await connectClock(page);
    await remember(page, conversations);
    await page.evaluate(() => window.vault.setComparing(false));
    await use(page, queries, lists);
    // Paused while the page comes that brings the analyst, so that training begins when it is measured.
    await page.evaluate(() => window.vault.setLearning(false));
    const manager = await context.newPage();
    await manager.goto(`chrome-extension://${id}/manager.html#/health`);
    await manager.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate(() => window.vault.setLearning(true));
    if ((await page.evaluate(() => window.vault.learning())).trees.state !== 'due')
      throw new Error('bench learn: no trees were due');
    await latencies(page, queries, 60);
    const before = await latencies(page, queries, IDLE_SEARCHES);
    const began = performance.now();
    await page.evaluate(async (query) => {
      const { impression = '', hits } = await window.vault.search({ query });
      await window.vault.signal(impression, hits[0]?.row.seq ?? 0, 'copy');
    }, queries[0]!);
    const during = await latencies(page, queries);
    const seconds = (performance.now() - began) / 1_000;
    const after = await latencies(page, queries, IDLE_SEARCHES);
    const idle = [...before, ...after];
    const base = { bench: 'learn', corpus: 'all', scope: 'extension', size: lists } as const;
    const records: BenchRecord[] = [];
    for (const [kind, times] of [
      ['idle', idle],
      ['training', during],
    ] as const)
      for (const [metric, value] of [
        ['latency-p50', quantile(times, 0.5)],
        ['latency-p95', quantile(times, 0.95)],
        ['latency-worst', Math.max(...times)],
      ] as const)
        records.push({ ...base, metric, engine: 'learned', kind, value, unit: 'ms', n: times.length });
    const growth = quantile(during, 0.95) / quantile(idle, 0.95);
    records.push({
      ...base,
      metric: 'growth',
      engine: 'learned',
      kind: 'training',
      value: growth,
      unit: 'ratio',
      n: during.length,
    });
    records.push({
      ...base,
      metric: 'train-trees',
      engine: 'learned',
      kind: 'all',
      value: seconds,
      unit: 's',
    });
    return records;
  } finally {
    await context?.close();
    await rm(folder, { recursive: true, force: true });
    await rm(extension, { recursive: true, force: true });
  }
};
