import type { Page } from 'playwright';
import { canariesIn, visitDisk } from './scan.ts';

/** Searches that are made and used; each asks with a canary of its own. */
export const SEARCHES = 200;

/** What the behaviour store holds and nothing else does: the key of this installation, and a keyed hash per query. */
export type BehaviourKeys = { readonly secret: Uint8Array; readonly queryKeys: readonly string[] };

/** Searches with each of `words` and uses a result, as the popup does. */
export const useResults = (page: Page, words: readonly string[]): Promise<void> =>
  page.evaluate(async (canaries) => {
    const kinds = ['open', 'copy', 'thumbs-up', 'thumbs-down'] as const;
    for (const [index, canary] of canaries.entries()) {
      const query = `${canary} garden router`;
      const { impression = '', hits } = await window.vault.search({ query, limit: 20 });
      const hit = hits[index % hits.length];
      if (!hit) throw new Error('bench: a search found nothing to use');
      await window.vault.signal(impression, hit.row.seq, kinds[index % kinds.length] ?? 'open');
    }
  }, words);

/** Reads the keys where they lie, past the vault: through the page's own access to the store's bucket. */
export const behaviourKeys = async (page: Page): Promise<BehaviourKeys> => {
  const { secret, queryKeys } = await page.evaluate(async () => {
    type Buckets = { open(name: string): Promise<{ readonly indexedDB: IDBFactory }> };
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const buckets = (navigator as unknown as { storageBuckets: Buckets }).storageBuckets;
    const { indexedDB } = await buckets.open('behaviour');
    const [found] = await indexedDB.databases();
    if (!found?.name) throw new Error('bench: nothing was kept of the searches');
    const database = await done(indexedDB.open(found.name));
    const stores = database.transaction(['facts', 'impressions']);
    const key = await done(stores.objectStore('facts').get('key') as IDBRequest<{ value: Uint8Array }>);
    const kept = await done(stores.objectStore('impressions').getAll() as IDBRequest<{ queryKey: string }[]>);
    database.close();
    return { secret: [...key.value], queryKeys: kept.map(({ queryKey }) => queryKey) };
  });
  return { secret: Uint8Array.from(secret), queryKeys: [...new Set(queryKeys)] };
};

/** What is readable anywhere under `folder`: keys of the behaviour store, and numbers of the canaries typed. */
export type BehaviourOnDisk = { readonly keys: number; readonly typed: ReadonlySet<number> };

/** Looks for the keys, the secret in bytes and the hashes in hex, and for the words that were typed. */
export const behaviourOnDisk = async (
  folder: string,
  { secret, queryKeys }: BehaviourKeys,
): Promise<BehaviourOnDisk> => {
  const wanted = new Set(queryKeys);
  const found = new Set<string>();
  const typed = new Set<number>();
  await visitDisk(folder, (bytes) => {
    if (bytes.includes(Buffer.from(secret))) found.add('secret');
    for (const [hash] of bytes.toString('latin1').matchAll(/[0-9a-f]{64}/g))
      if (wanted.has(hash)) found.add(hash);
    canariesIn(bytes, typed);
  });
  return { keys: found.size, typed };
};
