import type { Observation } from '../../core/model/capture.ts';
import type { AppendOutcome, CaptureGap } from '../../core/model/sender.ts';
import type { CapturePolicy } from '../../core/model/vault-api.ts';
import type { HostMessage } from '../host/protocol.ts';
import { splitObservation } from './split-observation.ts';

/** What the outbox needs of a runtime port. */
export type Line = {
  readonly post: (message: object) => void;
  readonly close: () => void;
};

export type OutboxPorts = {
  /** Opens a line to the host; throws when the extension was removed or updated. */
  readonly connect: (onMessage: (message: HostMessage) => void, onClose: () => void) => Line;
  /** Runs `work` after `ms`; answers how to cancel. */
  readonly after: (ms: number, work: () => void) => () => void;
  readonly newId: () => string;
  readonly onPolicy: (policy: CapturePolicy) => void;
  readonly onOutcome: (observation: Observation, outcome: AppendOutcome) => void;
  readonly onRefused: (message: string) => void;
  /** The extension is gone from under this page: nothing can be sent any more, only kept for a successor. */
  readonly onOrphaned: () => void;
};

/** Something that the host has not acknowledged. */
export type Undelivered =
  | { readonly type: 'append'; readonly observation: Observation }
  | { readonly type: 'gap'; readonly gap: CaptureGap };

type Event = {
  readonly id: string;
  readonly message: Undelivered;
  isSent: boolean;
};

const FIRST_RETRY_MS = 150;
const LAST_RETRY_MS = 8_000;
/** A host that says nothing in this time is taken to be dead. */
const ANSWER_MS = 5_000;

/**
 * Keeps every event until the host says that it is stored: at least once, under an id that stays the same when it
 * is sent again. A line that dies is opened again with growing pauses; what was not acknowledged is sent once more.
 */
export class Outbox {
  readonly #ports: OutboxPorts;
  readonly #events = new Map<string, Event>();
  #line: Line | undefined;
  #isOpen = false;
  #isStopped = false;
  #failures = 0;
  #cancelRetry: (() => void) | undefined;
  #cancelWatch: (() => void) | undefined;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
  }

  /** Events that were not acknowledged yet. */
  get waiting(): number {
    return this.#events.size;
  }

  /** What waits to be stored, oldest first. */
  get undelivered(): readonly Undelivered[] {
    return [...this.#events.values()].map(({ message }) => message);
  }

  get isConnected(): boolean {
    return this.#isOpen;
  }

  start(): void {
    if (!this.#line && !this.#isStopped) this.#connect();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelRetry?.();
    this.#cancelWatch?.();
    this.#drop();
  }

  append(observation: Observation): void {
    const { parts, tooLarge } = splitObservation(observation);
    this.#supersede(observation);
    for (const part of parts) this.#add({ type: 'append', observation: part });
    if (tooLarge > 0) {
      this.gap({
        reason: 'message-too-large',
        message: `${tooLarge} message(s) are larger than can be passed on and were not captured.`,
      });
    }
  }

  gap(gap: CaptureGap): void {
    this.#add({ type: 'gap', gap });
  }

  /** Takes on what an earlier script in this page could not deliver. */
  inherit(undelivered: readonly Undelivered[]): void {
    for (const message of undelivered) this.#add(message);
  }

  #add(message: Undelivered): void {
    const event: Event = { id: this.#ports.newId(), message, isSent: false };
    this.#events.set(event.id, event);
    this.#send();
  }

  /** Newer words of a turn replace older ones that never left. */
  #supersede({ conversation, turns }: Observation): void {
    const ids = new Set(turns.map(({ id, source }) => `${source} ${id}`));
    for (const event of this.#events.values()) {
      if (event.isSent || event.message.type !== 'append') continue;
      const { observation } = event.message;
      if (observation.conversation.id !== conversation.id) continue;
      const kept = observation.turns.filter(({ id, source }) => !ids.has(`${source} ${id}`));
      if (kept.length === 0) this.#events.delete(event.id);
    }
  }

  /** The page goes: what was not sent goes out now, over a new line where the last one died; there is no later. */
  leave(): void {
    if (this.#cancelRetry && !this.#line && this.#events.size > 0) {
      this.#cancelRetry();
      this.#connect();
    }
    this.#send(true);
  }

  #send(isLast = false): void {
    if (!this.#line || !(this.#isOpen || isLast)) return;
    for (const event of this.#events.values()) {
      if (event.isSent) continue;
      event.isSent = true;
      try {
        this.#line.post({ ...event.message, id: event.id });
      } catch (error) {
        if (isTooLarge(error)) {
          this.#events.delete(event.id);
          this.#ports.onRefused('A message was too large to be passed on and was not captured.');
          continue;
        }
        // The line died between two messages: everything is sent again on the next one.
        this.#lost();
        return;
      }
    }
    this.#watch();
  }

  #connect(): void {
    this.#cancelRetry = undefined;
    try {
      let line: Line | undefined;
      const current = () => line !== undefined && line === this.#line;
      line = this.#ports.connect(
        (message) => current() && this.#receive(message),
        () => current() && this.#lost(),
      );
      this.#line = line;
      line.post({ type: 'hello', version: 1 });
      this.#watch();
    } catch (error) {
      this.#line = undefined;
      if (isOrphaned(error)) {
        this.#isStopped = true;
        this.#ports.onOrphaned();
      } else this.#lost();
    }
  }

  #receive(message: HostMessage): void {
    this.#failures = 0;
    this.#cancelWatch?.();
    this.#cancelWatch = undefined;
    if (message.type === 'policy') {
      this.#isOpen = true;
      this.#ports.onPolicy(message.policy);
      this.#send();
    } else {
      const event = this.#events.get(message.id);
      if (message.type === 'ack') {
        this.#events.delete(message.id);
        if (event?.message.type === 'append')
          this.#ports.onOutcome(event.message.observation, message.outcome);
      } else if (message.retry) {
        if (event) event.isSent = false;
        this.#failures += 1;
        this.#later(() => this.#send());
      } else {
        this.#events.delete(message.id);
        this.#ports.onRefused(message.error.message);
      }
    }
    this.#watch();
  }

  /** While something is unanswered, silence means that the line is dead. */
  #watch(): void {
    const isWaiting = !this.#isOpen || [...this.#events.values()].some(({ isSent }) => isSent);
    if (this.#cancelWatch || !isWaiting || !this.#line) return;
    this.#cancelWatch = this.#ports.after(ANSWER_MS, () => {
      this.#cancelWatch = undefined;
      this.#lost();
    });
  }

  #lost(): void {
    this.#drop();
    for (const event of this.#events.values()) event.isSent = false;
    this.#failures += 1;
    this.#later(() => this.#connect());
  }

  #drop(): void {
    const line = this.#line;
    this.#line = undefined;
    this.#isOpen = false;
    this.#cancelWatch?.();
    this.#cancelWatch = undefined;
    line?.close();
  }

  #later(work: () => void): void {
    if (this.#isStopped || this.#cancelRetry) return;
    const pause = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(this.#failures - 1, 10));
    this.#cancelRetry = this.#ports.after(pause, () => {
      this.#cancelRetry = undefined;
      work();
    });
  }
}

/** What Chrome and Firefox say when the extension behind a content script is gone. */
const isOrphaned = (error: unknown): boolean =>
  error instanceof Error &&
  /context invalidated|Extension context|runtime.*undefined|properties of undefined/i.test(error.message);

/** A message above the browser's ceiling would be refused for ever. */
const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && /maximum allowed size/i.test(error.message);
