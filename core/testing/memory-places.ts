import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Place, Places } from '../store/places.ts';
import { MemoryDirectory } from './memory-directory.ts';

// Dexie and the stores take the key range from the global, as in a browser.
globalThis.IDBKeyRange ??= IDBKeyRange;

/** Places in the heap, for tests without a browser. Each place is deleted as a whole, like a bucket. */
export class MemoryPlaces implements Places {
  readonly kind = 'bucket';
  readonly #places = new Map<string, Place>();

  async list(): Promise<string[]> {
    return [...this.#places.keys()];
  }

  async open(name: string): Promise<Place> {
    const known = this.#places.get(name);
    if (known) return known;
    const directory = new MemoryDirectory();
    const place: Place = {
      name,
      kind: 'bucket',
      indexedDB: new IDBFactory() as unknown as globalThis.IDBFactory,
      databasePrefix: '',
      directory: async () => directory as unknown as FileSystemDirectoryHandle,
      delete: async () => {
        this.#places.delete(name);
      },
    };
    this.#places.set(name, place);
    return place;
  }
}
