import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { BrowserContext } from 'playwright';
import { STOP_WORDS } from '../../core/search/analyse/word-lists.ts';
import { extensionId, launchExtension, openVaultPage } from '../browser/extension.ts';
import { chooseFile, waitUntilReady } from '../browser/vault-page.ts';
import { writeArchive } from '../graph/archive.ts';
import { chromiumPath } from '../harness/chromium.ts';
import type { BenchRecord } from '../harness/record.ts';
import type { TestConversation } from './corpus.ts';
import { type Keystroke, makeEmptyField, typeQueries } from './key-to-paint.ts';
import { largeStore, seededRandom, shuffled } from './large-store.ts';

const WORDS = 4;
/** Enough to know the machine by. */
const EMPTY_QUERIES = 6;
const stopWords = new Set(STOP_WORDS.en);

/** What a person would type into a field: the first telling words of questions about the store, two to four. */
const typedQueries = (conversations: readonly TestConversation[], count: number): string[] => {
  const questions = conversations.flatMap(({ questions: list }) => list.map(({ text }) => text));
  return shuffled(questions, seededRandom(11))
    .map((text) =>
      (text.toLowerCase().match(/[a-z]+/g) ?? []).filter((word) => word.length > 2 && !stopWords.has(word)),
    )
    .filter(({ length }) => length >= 2)
    .slice(0, count)
    .map((words) => words.slice(0, WORDS).join(' '));
};

/** Types into the popup of the built extension, its vault filled by an import of `size` memories. */
const typeAt = async (
  conversations: readonly TestConversation[],
  size: number,
  queries: readonly string[],
  extension: string,
): Promise<Readonly<Record<'recollect' | 'empty page', readonly Keystroke[]>>> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-search-'));
  let context: BrowserContext | undefined;
  try {
    const archive = join(folder, 'store.zip');
    const documents = [...largeStore(conversations, size)].flat();
    await writeArchive(
      archive,
      documents.map(({ id, conversation, order, createdAt, text }) => {
        return { seq: id, conversation, order, createdAt, text, site: 'chatgpt', agentId: 'chatgpt' };
      }),
    );
    context = await launchExtension(join(folder, 'profile'), extension, chromiumPath());
    const id = await extensionId(context);
    const vaultPage = await openVaultPage(context, id);
    await waitUntilReady(vaultPage);
    const memories = await vaultPage.evaluate(
      async (element) => {
        const file = element.files?.[0];
        if (!file) throw new Error('bench: no file chosen');
        const result = await window.vault.importFrom(file, { ownFile: true });
        if (!result.ok) throw new Error(result.error.message);
        return (await window.vault.status()).memories;
      },
      await chooseFile(vaultPage, archive),
    );
    if (memories !== size) throw new Error(`bench search: ${memories} memories were stored, not ${size}`);
    const popup = await context.newPage();
    await popup.setViewportSize({ width: 400, height: 600 });
    await popup.goto(`chrome-extension://${id}/popup.html`);
    const { keys, found } = await typeQueries(popup, queries);
    process.stderr.write(`search: ${found} of ${queries.length} typed queries showed results\n`);
    if (found === 0) throw new Error('bench search: no typed query showed results in the popup');
    const empty = await context.newPage();
    await makeEmptyField(empty);
    const { keys: least } = await typeQueries(empty, queries.slice(0, EMPTY_QUERIES));
    return { recollect: keys, 'empty page': least };
  } finally {
    await context?.close();
    await rm(folder, { recursive: true, force: true });
  }
};

/**
 * From the key that is pressed in the popup to the frame that shows the results of the query then in the field:
 * kind `painted`; `answered` is the part of it until the list is in the document.
 */
export const benchKeystrokes = async (
  conversations: readonly TestConversation[],
  sizes: readonly number[],
  count: number,
  extension: string,
): Promise<BenchRecord[]> => {
  const records: BenchRecord[] = [];
  const queries = typedQueries(conversations, count);
  for (const size of sizes) {
    process.stderr.write(`search: keystrokes in the popup at ${size}\n`);
    const typed = await typeAt(conversations, size, queries, extension);
    for (const [engine, keys] of Object.entries(typed)) {
      for (const kind of ['painted', 'answered'] as const) {
        const times = keys.map((key) => key[kind]).sort((a, b) => a - b);
        for (const percent of [50, 95, 99]) {
          records.push({
            bench: 'search',
            metric: `keystroke-p${percent}`,
            engine,
            corpus: 'mixed',
            scope: 'extension',
            size,
            kind,
            value: times[Math.floor((times.length * percent) / 100)] ?? Number.NaN,
            unit: 'ms',
            n: times.length,
          });
        }
      }
    }
  }
  return records;
};
