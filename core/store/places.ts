import { RecollectError } from '../model/result.ts';

/**
 * A place on disk that can be thrown away as a whole. A storage bucket where the browser has them
 * (deleting it removes its files), else a prefix of the origin's default storage (`rows`).
 */
export type Place = {
  readonly name: string;
  readonly kind: 'bucket' | 'rows';
  readonly indexedDB: IDBFactory;
  readonly databasePrefix: string;
  /** Root of the place's own files in OPFS, created on demand. */
  directory(): Promise<FileSystemDirectoryHandle>;
  /** Deletes every database and file of the place. Connections must be closed before. */
  delete(): Promise<void>;
};

export type Places = {
  readonly kind: 'bucket' | 'rows';
  list(): Promise<string[]>;
  open(name: string): Promise<Place>;
};

/** Storage Buckets API as far as used here (Chromium 122+); TypeScript's DOM library does not know it yet. */
type StorageBucket = {
  readonly indexedDB: IDBFactory;
  getDirectory(): Promise<FileSystemDirectoryHandle>;
};
type StorageBucketManager = {
  open(name: string, options?: { durability?: 'strict' | 'relaxed' }): Promise<StorageBucket>;
  keys(): Promise<string[]>;
  delete(name: string): Promise<void>;
};
type BucketNavigator = { readonly storageBuckets?: StorageBucketManager };

const bucketPlaces = (buckets: StorageBucketManager): Places => ({
  kind: 'bucket',
  list: () => buckets.keys(),
  async open(name) {
    const bucket = await buckets.open(name, { durability: 'strict' });
    return {
      name,
      kind: 'bucket',
      indexedDB: bucket.indexedDB,
      databasePrefix: '',
      directory: () => bucket.getDirectory(),
      delete: () => buckets.delete(name),
    };
  },
});

const deleteDatabase = (factory: IDBFactory, name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () =>
      reject(
        new RecollectError(
          'store/delete-blocked',
          `Storage "${name}" is still open in another page. Close it and retry.`,
        ),
      );
  });

const PREFIX_SEPARATOR = '.';

const rowPlaces = (factory: IDBFactory, root: () => Promise<FileSystemDirectoryHandle>): Places => ({
  kind: 'rows',
  async list() {
    const databases = await factory.databases();
    const names = new Set(databases.flatMap(({ name }) => name?.split(PREFIX_SEPARATOR)[0] ?? []));
    for await (const name of (await root()).keys()) names.add(name);
    return [...names];
  },
  async open(name) {
    const databasePrefix = `${name}${PREFIX_SEPARATOR}`;
    return {
      name,
      kind: 'rows',
      indexedDB: factory,
      databasePrefix,
      directory: async () => (await root()).getDirectoryHandle(name, { create: true }),
      async delete() {
        const databases = await factory.databases();
        const own = databases.flatMap((database) =>
          database.name?.startsWith(databasePrefix) ? [database.name] : [],
        );
        for (const database of own) await deleteDatabase(factory, database);
        await (await root()).removeEntry(name, { recursive: true }).catch((error: unknown) => {
          if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
        });
      },
    };
  },
});

/** The places of this browser: buckets where they exist, else the explicit fallback. */
export const browserPlaces = (): Places => {
  const buckets = (navigator as BucketNavigator).storageBuckets;
  return buckets ? bucketPlaces(buckets) : rowPlaces(indexedDB, () => navigator.storage.getDirectory());
};
