import {
  type HistoryPage,
  PASTE_LIFE_MS,
  type PageReading,
  PasteMemory,
  type SiteId,
  UNNAMED,
} from '../../core/capture/index.ts';
import type { Observation } from '../../core/model/capture.ts';
import { conversationKey, DEFAULT_PROFILE } from '../../core/model/memory.ts';
import type { AppendOutcome, CaptureGap } from '../../core/model/sender.ts';
import type { CapturePolicy } from '../../core/model/vault-api.ts';
import type { CaptureStatus } from '../../ui/capture-status.ts';
import { ConversationMemory } from './conversation-memory.ts';
import { StalePage } from './stale-page.ts';

export type SessionPorts = {
  /** What the page shows now; `url` where it shows what belongs to another address than its own. */
  readonly read: (url?: string) => PageReading;
  readonly append: (observation: Observation) => void;
  readonly gap: (gap: CaptureGap) => void;
  readonly isConnected: () => boolean;
  /** True while the wire carries an answer of this conversation. */
  readonly isAnswering: (conversation: string) => boolean;
  readonly after: (ms: number, work: () => void) => () => void;
  readonly now: () => number;
  /** Address of a conversation as this page would show it. */
  readonly addressOf: (conversation: string, url: string) => string;
};

/** A finished answer is taken when the page stood still for this long. */
const SETTLED_MS = 350;
/** Words of an answer in progress are kept this often. */
const PARTIAL_MS = 1_500;
/** Markup has to stay unknown this long before it counts as changed by the site. */
const UNKNOWN_MS = 4_000;
/** Conversations of one tab that are remembered. */
const MAX_MEMORIES = 40;

const isLocal = (id: string): boolean => id.startsWith('local-');

/** Brings together what the page shows and what its traffic says, and sends what is new. */
export class Session {
  readonly #site: SiteId;
  readonly #ports: SessionPorts;
  readonly #memories = new Map<string, ConversationMemory>();
  readonly #temporary = new Set<string>();
  readonly #stale: StalePage;
  readonly #gapsTold = new Set<string>();
  readonly #pastes = new PasteMemory();
  #policy: CapturePolicy = { paused: false, excluded: [] };
  #reading: PageReading = { kind: 'empty' };
  #pending: Observation | undefined;
  #cancelSettle: (() => void) | undefined;
  #lastPartial = 0;
  #unknownSince: number | undefined;
  #conversation: string | undefined;
  #refusal: string | undefined;

  constructor(site: SiteId, ports: SessionPorts) {
    this.#site = site;
    this.#ports = ports;
    this.#stale = new StalePage(ports.now);
  }

  /** The page changed, or may have. */
  pageChanged(): void {
    const reading = this.#ports.read();
    this.#reading = reading;
    this.#watchUnknown(reading);
    if (reading.kind !== 'observation') {
      this.#conversation = undefined;
      return;
    }
    if (this.#stale.isStale(reading.observation)) {
      this.#later();
      return;
    }
    const observation = this.#named(reading.observation);
    const { id } = observation.conversation;
    this.#conversation = isLocal(id) ? undefined : id;
    if (isLocal(id) || this.#temporary.has(id)) return;
    this.#pending = observation;
    const isRunning = reading.streaming || this.#ports.isAnswering(id);
    if (isRunning) this.#tellProgress(observation);
    // Also while running: a page may forget to say that it is done.
    this.#later();
  }

  /** The page is about to go: what is on it is told now, as it is. */
  flush(): void {
    this.#cancelSettle?.();
    this.pageChanged();
    if (this.#pending) this.#tell(this.#asSeen(this.#pending));
  }

  /** The address is another one than `left`, and the page may still show what belongs to that. */
  addressChanged(left: string): void {
    this.#cancelSettle?.();
    this.#cancelSettle = undefined;
    this.#unknownSince = undefined;
    this.#refusal = undefined;
    if (this.#pending) {
      const last = this.#asLeft(this.#pending, left);
      this.#tell(this.#asSeen(last));
      this.#stale.left(last);
    }
    this.#pending = undefined;
  }

  /** Words may have come since the page was last read; what shares no turn with that reading is another page. */
  #asLeft(pending: Observation, left: string): Observation {
    const reading = this.#ports.read(left);
    if (reading.kind !== 'observation') return pending;
    const last = this.#named(reading.observation);
    const ids = new Set(pending.turns.map(({ id }) => id));
    const isSame =
      last.conversation.id === pending.conversation.id && last.turns.some(({ id }) => ids.has(id));
    return isSame ? last : pending;
  }

  wireRead(observation: Observation, isAnswering: boolean, page?: HistoryPage): void {
    const { conversation } = observation;
    if (conversation.temporary) {
      this.#temporary.add(conversation.id);
      return;
    }
    if (isLocal(conversation.id) || this.#temporary.has(conversation.id)) return;
    const url = this.#ports.addressOf(conversation.id, conversation.url);
    const named = { ...observation, conversation: { ...conversation, url } };
    if (!isAnswering) this.#tell(named, page);
    else this.#tellProgress(named);
  }

  wireUnknown(path: string): void {
    this.#tellGap({
      reason: 'wire-changed',
      message: `The site's own data for this page has a new form (${path}). Messages are read from the page itself.`,
    });
  }

  /** The person pasted `text` into the page: kept in memory only, for half an hour. */
  pasted(text: string): void {
    if (this.#reading.kind === 'temporary') return;
    this.#pastes.remember(text, this.#ports.now());
    this.#ports.after(PASTE_LIFE_MS, () => this.#pastes.expire(this.#ports.now()));
  }

  policyChanged(policy: CapturePolicy): void {
    const wasBlocked = this.#blocked() !== undefined;
    this.#policy = policy;
    if (wasBlocked && this.#blocked() === undefined) {
      for (const memory of this.#memories.values()) memory.forgetSent();
      this.pageChanged();
    }
  }

  outcome({ conversation }: Observation, { outcome, captured, message }: AppendOutcome): void {
    const memory = this.#memoryOf(conversation.id);
    this.#refusal = message;
    if (outcome === 'stored' || outcome === 'unchanged') memory.captured = captured;
    else memory.forgetSent();
  }

  refused(message: string): void {
    this.#refusal = message;
  }

  status(): CaptureStatus {
    const site = this.#site;
    const memory = this.#conversation === undefined ? undefined : this.#memories.get(this.#conversation);
    const completeness = memory?.completeness ?? { complete: false, evidence: 'no conversation is open' };
    return {
      site,
      ...(this.#conversation === undefined ? {} : { conversation: this.#conversation }),
      ...(memory?.title ? { title: memory.title } : {}),
      captured: memory?.captured ?? 0,
      complete: completeness.complete,
      evidence: completeness.evidence,
      state: this.#state(),
      ...(this.#refusal ? { message: this.#refusal } : {}),
    };
  }

  #state(): CaptureStatus['state'] {
    if (this.#reading.kind === 'temporary' || this.#temporary.has(this.#conversation ?? ''))
      return 'temporary';
    const blocked = this.#blocked();
    if (blocked) return blocked;
    if (!this.#ports.isConnected()) return 'disconnected';
    if (this.#reading.kind === 'unknown-markup') return 'unknown-markup';
    return this.#conversation === undefined ? 'idle' : 'capturing';
  }

  #blocked(conversation = this.#conversation): 'paused' | 'excluded' | undefined {
    const { paused, excluded } = this.#policy;
    if (excluded.includes(this.#site)) return 'excluded';
    if (conversation && excluded.includes(conversationKey(DEFAULT_PROFILE, this.#site, conversation)))
      return 'excluded';
    return paused ? 'paused' : undefined;
  }

  /** A page that has no id yet belongs to the conversation in which the wire has the same turns. */
  #named(observation: Observation): Observation {
    const { conversation, turns } = observation;
    if (!isLocal(conversation.id)) return observation;
    for (const [id, memory] of this.#memories) {
      if (id === UNNAMED || !turns.some((turn) => memory.turnIds.has(turn.id))) continue;
      const url = this.#ports.addressOf(id, conversation.url);
      return { ...observation, conversation: { ...conversation, id, url } };
    }
    return observation;
  }

  #later(): void {
    this.#cancelSettle?.();
    this.#cancelSettle = this.#ports.after(SETTLED_MS, () => {
      this.#cancelSettle = undefined;
      const reading = this.#ports.read();
      const id = this.#pending?.conversation.id;
      if (reading.kind !== 'observation' || this.#stale.isStale(reading.observation)) {
        this.#again();
        return;
      }
      this.#reading = reading;
      const observation = this.#named(reading.observation);
      if (id !== observation.conversation.id) this.pageChanged();
      else if (reading.streaming || this.#ports.isAnswering(id)) {
        this.#tellProgress(observation);
        this.#later();
      } else this.#tell(observation);
    });
  }

  #again(): void {
    if (this.#reading.kind === 'observation') this.pageChanged();
  }

  /** While an answer is written: what stands is told at once, the answer itself now and then. */
  #tellProgress(observation: Observation): void {
    const now = this.#ports.now();
    if (now - this.#lastPartial >= PARTIAL_MS) {
      this.#lastPartial = now;
      this.#tell(this.#asSeen(observation));
      return;
    }
    const isOpen = observation.turns.at(-1)?.role === 'assistant';
    const turns = isOpen ? observation.turns.slice(0, -1) : observation.turns;
    if (turns.length > 0) this.#tell({ ...observation, turns });
  }

  /** An answer that the wire says is not over is partial, whatever the page looks like. */
  #asSeen(observation: Observation): Observation {
    if (!this.#ports.isAnswering(observation.conversation.id)) return observation;
    const { turns } = observation;
    return {
      ...observation,
      turns: turns.map((turn, at) =>
        at === turns.length - 1 && turn.role === 'assistant' && turn.source === 'dom'
          ? { ...turn, partial: true }
          : turn,
      ),
    };
  }

  #tell(observation: Observation, page?: HistoryPage): void {
    const { id } = observation.conversation;
    const memory = this.#memoryOf(id);
    const settled = memory.settle(observation, page);
    if (this.#blocked(id)) return;
    const judged = memory.withPasted(settled, (text) => this.#pastes.judge(text, this.#ports.now()));
    const news = memory.news(judged);
    if (news) this.#ports.append(news);
  }

  #memoryOf(id: string): ConversationMemory {
    const known = this.#memories.get(id);
    const memory = known ?? new ConversationMemory();
    this.#memories.delete(id);
    this.#memories.set(id, memory);
    const oldest = this.#memories.keys().next().value;
    if (this.#memories.size > MAX_MEMORIES && oldest !== undefined) this.#memories.delete(oldest);
    return memory;
  }

  #watchUnknown(reading: PageReading): void {
    if (reading.kind !== 'unknown-markup') {
      this.#unknownSince = undefined;
      return;
    }
    const now = this.#ports.now();
    this.#unknownSince ??= now;
    if (now - this.#unknownSince < UNKNOWN_MS) {
      this.#cancelSettle?.();
      this.#cancelSettle = this.#ports.after(UNKNOWN_MS, () => this.pageChanged());
      return;
    }
    if (this.#blocked()) return;
    this.#tellGap({
      reason: 'unknown-markup',
      message: 'This site changed: nothing is being captured from the page.',
      report: reading.report,
    });
  }

  /** Each kind of trouble once per page: the health log is for people. */
  #tellGap(gap: CaptureGap): void {
    if (this.#gapsTold.has(gap.reason)) return;
    this.#gapsTold.add(gap.reason);
    this.#ports.gap(gap);
  }
}
