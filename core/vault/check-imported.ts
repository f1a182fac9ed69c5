import type { IntegrityLabel, Memory, Seq } from '../model/memory.ts';
import { detect } from '../trust/index.ts';
import { announce, type VaultContext } from './context.ts';
import { nameOf } from './health-messages.ts';
import { held } from './trusting.ts';

/** Memories read in one turn of the queue, so that captures get theirs in between. */
const BATCH = 40;
const FOREIGN: ReadonlySet<IntegrityLabel> = new Set(['imported', 'web-derived']);

const holdBack = async (context: VaultContext, seqs: readonly Seq[]): Promise<void> => {
  const { store, events, now } = context;
  const found: Memory[] = [];
  for (const text of await store.texts(seqs)) {
    const meta = store.catalog.visible(text.seq);
    if (meta && FOREIGN.has(meta.label) && detect(text.text, { role: meta.role }).flagged)
      found.push(held({ ...meta, ...text }, now()));
  }
  if (found.length === 0) return;
  await store.write({ memories: found });
  announce(context, found);
  await events.record({ kind: 'quarantined', seqs: found.map(({ seq }) => seq), count: found.length });
};

/**
 * Reads what an import brought for planted orders and puts those memories into quarantine. Runs after the import, in
 * small turns; says nothing against any agent, because a file can name whom it likes. Until it is done, and if it is
 * cut off, the insert gate still reads every memory that is to leave.
 */
export const checkImported = async (context: VaultContext, seqs: readonly Seq[]): Promise<void> => {
  try {
    for (let at = 0; at < seqs.length; at += BATCH)
      await context.queue.run(() => holdBack(context, seqs.slice(at, at + BATCH)));
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
