import type { Page } from 'playwright';

/** Everything a page can see of a vault: the same memories, words, tags, waiting erases and receipts give the same text. */
export const fingerprint = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    let [rowsSeen, wordsSeen, hash] = [0, 0, 0];
    for (;;) {
      const { rows } = await window.vault.list({}, rowsSeen, 2_000);
      if (rows.length === 0) break;
      rowsSeen += rows.length;
      const texts = await window.vault.texts(rows.map(({ seq }) => seq));
      wordsSeen += texts.length;
      const textBySeq = new Map(texts.map(({ seq, text }) => [seq, text]));
      for (const { seq, id, tags } of rows) {
        const line = `${id}\n${textBySeq.get(seq)}\n${tags.join()}`;
        let own = 0x81_1c_9d_c5;
        for (let at = 0; at < line.length; at++) own = Math.imul(own ^ line.charCodeAt(at), 0x01_00_01_93);
        hash = (hash + (own >>> 0)) % Number.MAX_SAFE_INTEGER;
      }
    }
    const { memories, conversations, pendingErase } = await window.vault.status();
    const buckets = (navigator as unknown as { storageBuckets: { keys(): Promise<string[]> } })
      .storageBuckets;
    const generations = (await buckets.keys()).filter((name) => name.startsWith('memory-')).length;
    const receipts = (await window.vault.receipts()).length;
    return JSON.stringify({
      rowsSeen,
      wordsSeen,
      hash,
      memories,
      conversations,
      waiting: pendingErase?.count ?? 0,
      generations,
      receipts,
    });
  });
