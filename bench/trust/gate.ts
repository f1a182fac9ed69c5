import { type As, BenchVault } from './bench-vault.ts';
import type { Family } from './families.ts';

/** Every way by which an attack can come to be a memory. As the person's own word it was typed or pasted. */
const WAYS: readonly As[] = ['assistant', 'prefilled', 'shared', 'user', 'pasted', 'partly-pasted'];
/** What the person wrote before the part that was pasted. */
const OWN_WORDS = 'This came with the order, what do you make of it?\n\n';
/** Memories in one preview; the gate takes at most 50. */
const BATCH = 40;

/** Lines of a block outside its data marks and its own two frame lines. */
const looseLines = (block: string): number =>
  block.split(/[\n\r\u2028\u2029]/).filter((line) => line !== '' && !/^(?:> |⟦\/?recollect-)/.test(line))
    .length;

/**
 * Share of attack texts that leave the vault's gate as anything but a quoted note without the person's confirmation, by
 * whichever way they came in; and the share of them that waits in quarantine when it came as an answer.
 */
export const throughGate = async ({
  texts,
}: Family): Promise<{ readonly delivered: number; readonly quarantined: number }> => {
  const delivered = new Set<number>();
  let quarantined = 0;
  for (const as of WAYS) {
    const bench = await BenchVault.open();
    const textBySeq = new Map<number, number>();
    for (const [index, text] of texts.entries()) {
      const said = as === 'partly-pasted' ? OWN_WORDS + text : text;
      await bench.write(`agent-${index % 40}`, said, as, text.slice(0, 80));
      const [newest] = (await bench.vault.recent(1)).rows;
      if (!newest) throw new Error('bench trust: a stored memory is not listed');
      textBySeq.set(newest.seq, index);
      if (as === 'assistant' && newest.label === 'quarantined') quarantined++;
    }
    const seqs = [...textBySeq.keys()];
    for (let at = 0; at < seqs.length; at += BATCH) {
      const result = await bench.vault.previewInsertion(seqs.slice(at, at + BATCH), []);
      if (!result.ok) throw new Error(result.error.message);
      const { items, block } = result.value;
      for (const { seq, verdict } of items)
        if (verdict === 'as-said') delivered.add(textBySeq.get(seq) ?? -1);
      if (looseLines(block) > 0) for (const { seq } of items) delivered.add(textBySeq.get(seq) ?? -1);
    }
  }
  return { delivered: delivered.size / (texts.length || 1), quarantined: quarantined / (texts.length || 1) };
};
