import type { Observation } from '../../core/model/capture.ts';

/** After this time a page that still shows the same turns under a new address is believed. */
const BELIEVED_MS = 3_000;

/**
 * Between two conversations of one page the address changes first and the messages later. Until they do, what is
 * shown belongs to the conversation that was left.
 */
export class StalePage {
  readonly #now: () => number;
  #left:
    | { readonly conversation: string; readonly ids: ReadonlySet<string>; readonly at: number }
    | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  left({ conversation, turns }: Observation): void {
    this.#left = { conversation: conversation.id, ids: new Set(turns.map(({ id }) => id)), at: this.#now() };
  }

  isStale({ conversation, turns }: Observation): boolean {
    if (!this.#left) return false;
    const { ids, at, conversation: left } = this.#left;
    const isSame = conversation.id !== left && turns.every(({ id }) => ids.has(id));
    if (isSame && this.#now() - at < BELIEVED_MS) return true;
    this.#left = undefined;
    return false;
  }
}
