/** Runs mutations strictly one after another; a failed one does not stop those behind it. */
export class MutationQueue {
  #tail: Promise<unknown> = Promise.resolve();

  run<T>(mutation: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(mutation, mutation);
    this.#tail = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }
}

/**
 * Holds the writer lock for the life of this worker, so that two workers (an old one still closing, a page of an
 * older version) never write the same vault. Resolves once the lock is held.
 */
export const holdWriterLock = (locks: LockManager, name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const forever = new Promise<never>(() => undefined);
    locks
      .request(name, () => {
        resolve();
        return forever;
      })
      .catch(reject);
  });
