import type { Page } from 'playwright';

/** Hash by memory and the memory of each canary, as the vault answers them; kept in the page between probes. */
export type Probe = { readonly memories: number; readonly seqByCanary: Record<string, number> };

/** Reads every memory through the vault and remembers its hash under `name`. */
export const probe = (page: Page, name: string, prefix: string): Promise<Probe> =>
  page.evaluate(
    async ([key, canary]) => {
      const hashes = new Map<number, number>();
      const seqByCanary: Record<string, number> = {};
      const pattern = new RegExp(`${canary}(\\d+)`);
      for (let offset = 0; ; offset += 2_000) {
        const { rows } = await window.vault.list({}, offset, 2_000);
        if (rows.length === 0) break;
        for (const { seq, text } of await window.vault.texts(rows.map((row) => row.seq))) {
          let hash = 0x81_1c_9d_c5;
          for (let at = 0; at < text.length; at++)
            hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
          hashes.set(seq, hash >>> 0);
          const found = pattern.exec(text)?.[1];
          if (found) seqByCanary[Number(found)] = seq;
        }
      }
      (window as unknown as Record<string, unknown>)[key as string] = hashes;
      return { memories: hashes.size, seqByCanary };
    },
    [`probe-${name}`, prefix] as const,
  );

/** Hashes remembered under `name`, to carry them over a restart of the browser. */
export const probedHashes = (page: Page, name: string): Promise<[number, number][]> =>
  page.evaluate(
    (key) => [...((window as unknown as Record<string, Map<number, number>>)[key]?.entries() ?? [])],
    `probe-${name}`,
  );

export type SearchProbe = { readonly found: number; readonly asked: number };

/** Searches for rare words of a sample of memories and counts those found among the first five. */
export const findable = (page: Page, sample: number): Promise<SearchProbe> =>
  page.evaluate(async (wanted) => {
    const { rows, total } = await window.vault.list({}, 0, 1);
    if (rows.length === 0) return { found: 0, asked: 0 };
    let found = 0;
    let asked = 0;
    for (let index = 0; index < wanted; index++) {
      const [row] = (await window.vault.list({}, Math.floor((index * total) / wanted), 1)).rows;
      const [words] = row ? await window.vault.texts([row.seq]) : [];
      const rare = /item\w+/.exec(words?.text ?? '')?.[0];
      if (!row || !rare) continue;
      asked += 1;
      const { hits } = await window.vault.search({ query: rare, limit: 5 });
      if (hits.some((hit) => hit.row.seq === row.seq)) found += 1;
    }
    return { found, asked };
  }, sample);

/** Runs `completeErase` and searches all the while; answers seconds and the search latencies (ms). */
export const completeEraseWhileSearching = (
  page: Page,
): Promise<{ seconds: number; latencies: number[]; ok: boolean }> =>
  page.evaluate(async () => {
    const started = performance.now();
    let done = false;
    const erased = window.vault.completeErase().then((result) => {
      done = true;
      return result;
    });
    const latencies: number[] = [];
    while (!done) {
      const before = performance.now();
      await window.vault.search({ query: 'garden router invoice', limit: 20 });
      latencies.push(performance.now() - before);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const { ok } = await erased;
    return { seconds: (performance.now() - started) / 1000, latencies, ok };
  });
