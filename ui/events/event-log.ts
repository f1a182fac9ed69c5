import { computed, signal } from '@preact/signals';
import type { EventFilter, EventsApi, VaultEvent } from '../../core/model/events-api.ts';

/** Events kept on the screen; older ones are in the log. */
const MAX_SHOWN = 500;
const FIRST = 100;

/** The events a person is looking at: a stretch of the log that grows live, or stands still while paused. */
export class EventLog {
  /** Newest first. */
  readonly shown = signal<readonly VaultEvent[]>([]);
  readonly paused = signal(false);
  readonly loaded = signal(false);
  readonly #waiting = signal<readonly VaultEvent[]>([]);
  readonly waitingCount = computed(() => this.#waiting.value.length);

  readonly #vault: EventsApi;
  #generation = 0;
  #stop: (() => void) | undefined;

  constructor(vault: EventsApi) {
    this.#vault = vault;
  }

  /**
   * Shows the events of a filter and follows them. With `afterSequence` everything after that number is replayed;
   * else the newest are shown.
   */
  async follow(filter: EventFilter, afterSequence?: number): Promise<void> {
    const generation = this.close();
    this.loaded.value = false;
    const first = await this.#vault.events(filter, FIRST, afterSequence);
    if (generation !== this.#generation) return;
    this.shown.value = first.toReversed();
    this.#waiting.value = [];
    this.loaded.value = true;
    const last = first.at(-1)?.sequence ?? afterSequence ?? 0;
    const stop = await this.#vault.subscribeEvents(filter, last, (event) => {
      if (generation === this.#generation) this.#take(event);
    });
    if (generation === this.#generation) this.#stop = stop;
    else stop();
  }

  /** Holds new events back, or lets them in. */
  setPaused(paused: boolean): void {
    this.paused.value = paused;
    if (paused) return;
    this.shown.value = [...this.#waiting.value.toReversed(), ...this.shown.value].slice(0, MAX_SHOWN);
    this.#waiting.value = [];
  }

  /** Stops following. */
  close(): number {
    this.#stop?.();
    this.#stop = undefined;
    this.#generation += 1;
    return this.#generation;
  }

  #take(event: VaultEvent): void {
    const newest = this.#waiting.value.at(-1)?.sequence ?? this.shown.value[0]?.sequence ?? -1;
    // A replay and what came live meanwhile may overlap.
    if (event.sequence <= newest) return;
    if (this.paused.value) this.#waiting.value = [...this.#waiting.value, event].slice(-MAX_SHOWN);
    else this.shown.value = [event, ...this.shown.value].slice(0, MAX_SHOWN);
  }
}
