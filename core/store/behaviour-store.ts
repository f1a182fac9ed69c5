import type { Places } from './places.ts';

const PLACE = 'behaviour';

/**
 * What the person did with search results (impressions, opens, learned model): a place of its own, erasable by
 * itself. Memories stay when it goes.
 */
export class BehaviourStore {
  readonly #places: Places;

  constructor(places: Places) {
    this.#places = places;
  }

  /** True when anything was ever kept here. */
  async exists(): Promise<boolean> {
    return (await this.#places.list()).includes(PLACE);
  }

  /** Records kept here. */
  async size(): Promise<number> {
    return 0;
  }

  /** Deletes the place with everything in it. */
  async erase(): Promise<void> {
    if (await this.exists()) await (await this.#places.open(PLACE)).delete();
  }
}
