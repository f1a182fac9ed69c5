import type { LearnedPattern, PatternCorrection } from '../model/learning-api.ts';
import { RecollectError } from '../model/result.ts';
import type { Correction } from '../rank/index.ts';
import type { BehaviourStore } from '../store/behaviour-store.ts';

const LEANING: Readonly<Record<PatternCorrection, number>> = { more: 1, 'as-found': 0, less: -1 };

/** What the person said about patterns: kept with their behaviour, erased with it. */
export class PatternEdits {
  readonly #store: BehaviourStore;
  #byPattern = new Map<string, Correction>();

  constructor(store: BehaviourStore) {
    this.#store = store;
  }

  get all(): ReadonlyMap<string, Correction> {
    return this.#byPattern;
  }

  async open(): Promise<void> {
    const rows = await this.#store.corrections();
    this.#byPattern = new Map(
      rows.map(({ pattern, at, leaning }) => [pattern, leaning === undefined ? { at } : { at, leaning }]),
    );
  }

  /** Everything was erased. */
  clear(): void {
    this.#byPattern = new Map();
  }

  correct(pattern: LearnedPattern, correction: PatternCorrection, at: number): Promise<void> {
    return this.#put(pattern.id, { at, leaning: LEANING[correction] });
  }

  /** Keeps the pattern at the strength it has. */
  freeze(pattern: LearnedPattern, at: number): Promise<void> {
    return this.#put(pattern.id, { at, leaning: pattern.leaning });
  }

  async unfreeze(pattern: string): Promise<void> {
    this.#byPattern = new Map([...this.#byPattern].filter(([id]) => id !== pattern));
    await this.#store.removeCorrection(pattern);
  }

  forget(pattern: string, at: number): Promise<void> {
    return this.#put(pattern, { at });
  }

  async #put(pattern: string, correction: Correction): Promise<void> {
    this.#byPattern = new Map(this.#byPattern).set(pattern, correction);
    await this.#store.putCorrection({ pattern, ...correction });
  }
}

/**
 * The pattern with this id.
 * @throws RecollectError when there is none: it was forgotten meanwhile, or the page is out of date.
 */
export const patternOf = (patterns: readonly LearnedPattern[], id: string): LearnedPattern => {
  const found = patterns.find((pattern) => pattern.id === id);
  if (found) return found;
  throw new RecollectError(
    'learning/no-pattern',
    'This pattern is not there any more. Nothing was changed: reload the page.',
  );
};
