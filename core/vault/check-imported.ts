import type { IntegrityLabel, Memory, Seq } from '../model/memory.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import type { VaultFact } from '../store/schema.ts';
import { detect } from '../trust/index.ts';
import { announce, type VaultContext } from './context.ts';
import { nameOf } from './health-messages.ts';
import { held } from './trusting.ts';

/** Memories read in one turn of the queue, so that captures get theirs in between. */
const BATCH = 40;
const FOREIGN: ReadonlySet<IntegrityLabel> = new Set(['imported', 'web-derived']);

/** Searches wait no longer than this for the reading. */
const SLICE_MS = 8;

/** Whatever waits for the vault goes first. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const holdBack = async (context: VaultContext, seqs: readonly Seq[]): Promise<void> => {
  const { store, events, now } = context;
  const foreign = seqs.filter((seq) => {
    const meta = store.catalog.visible(seq);
    return meta && FOREIGN.has(meta.label);
  });
  if (foreign.length === 0) return;
  const found: Memory[] = [];
  let since = performance.now();
  for (const text of await store.texts(foreign)) {
    const meta = store.catalog.visible(text.seq);
    if (meta && detect(text.text, { role: meta.role }).flagged) found.push(held({ ...meta, ...text }, now()));
    if (performance.now() - since < SLICE_MS) continue;
    await pause();
    since = performance.now();
  }
  if (found.length === 0) return;
  await store.write({ memories: found });
  announce(context, found);
  await events.record({ kind: 'quarantined', seqs: found.map(({ seq }) => seq), count: found.length });
};

/** What is still to be read, as runs of numbers [first, last]; an import's numbers follow each other. */
type Run = readonly [first: Seq, last: Seq];
const UNCHECKED = 'unchecked-import';
/** Batches after which it is written down how far the reading is. */
const NOTED_EVERY = 25;

const runsOf = (seqs: readonly Seq[]): Run[] => {
  const runs: [Seq, Seq][] = [];
  for (const seq of seqs.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && seq <= last[1] + 1) last[1] = seq;
    else runs.push([seq, seq]);
  }
  return runs;
};

const uncheckedIn = async (store: MemoryStore): Promise<Seq[]> => {
  const runs = (await store.fact<readonly Run[]>(UNCHECKED)) ?? [];
  return runs.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
};

/** Belongs into the write that brings `seqs`: what is not read yet is known as that from its first moment. */
export const planCheck = async (present: MemoryStore, seqs: readonly Seq[]): Promise<VaultFact> => ({
  name: UNCHECKED,
  value: runsOf([...(await uncheckedIn(present)), ...seqs]),
});

/**
 * Reads what imports brought for planted orders and puts those memories into quarantine. Runs after an import, in
 * small turns, and again on opening, where a browser was closed over it; says nothing against any agent, because a
 * file can name whom it likes. Until it is done the insert gate reads every memory that is to leave.
 */
export const checkImported = async (context: VaultContext): Promise<void> => {
  try {
    const seqs = await uncheckedIn(context.store);
    if (seqs.length === 0) return;
    for (let at = 0, batch = 1; at < seqs.length; at += BATCH, batch++) {
      await context.queue.run(async () => {
        await holdBack(context, seqs.slice(at, at + BATCH));
        if (batch % NOTED_EVERY === 0 || at + BATCH >= seqs.length) {
          const read = new Set(seqs.slice(0, at + BATCH));
          const left = (await uncheckedIn(context.store)).filter((seq) => !read.has(seq));
          await context.store.setFact(UNCHECKED, runsOf(left));
        }
      });
    }
  } catch (error) {
    await context.health.add({
      area: 'trust',
      severity: 'warning',
      code: 'import-unchecked',
      values: { error: nameOf(error) },
      message: `Not all imported memories were read for planted orders (${nameOf(error)}).`,
      action: 'They are read again before any of them leaves for a chat.',
    });
  }
};
