import type { Observation } from '../model/capture.ts';
import {
  agentKeyOf,
  type IntegrityLabel,
  type Memory,
  type MemoryMeta,
  type Seq,
  withProvenance,
} from '../model/memory.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import {
  capPerOrigin,
  detect,
  EchoMarks,
  isPersonsOwn,
  labelOf,
  lowerPasted,
  newcomerFamily,
  TrustBook,
} from '../trust/index.ts';
import type { Carried, VaultContext } from './context.ts';
import { contradictedBy } from './contradictions.ts';
import { nameOf } from './health-messages.ts';

/** Fact of each agent: this and its key. Saving one says nothing about the size of the others. */
const AGENT = 'trust/agent/';
/** All agents in one fact, as it was stored before. */
const WHOLE = 'trustBook';
const ECHOES = 'echoMarks';

/** Text of a page's prefill parameter: whoever made the link wrote it, not the person. */
const prefillOf = (url: string): string | undefined => {
  if (!URL.canParse(url)) return undefined;
  const { searchParams } = new URL(url);
  return searchParams.get('q') ?? searchParams.get('prompt') ?? undefined;
};

export type Judged = {
  readonly memories: readonly Memory[];
  readonly quarantined: readonly Seq[];
  /** Agents whose trust changed. */
  readonly changedAgents: readonly string[];
};

/** Judges every captured turn before it is stored, and answers how far a memory is to be trusted. */
export class TrustService implements Carried {
  book = new TrustBook();
  echoes = new EchoMarks();
  readonly #context: () => VaultContext;

  constructor(context: () => VaultContext) {
    this.#context = context;
  }

  /** Reads what is known of every agent; an unreadable book starts anew and is told. */
  async open(): Promise<void> {
    const { store, health } = this.#context();
    try {
      const whole = await store.fact<ReturnType<TrustBook['snapshot']>>(WHOLE);
      const agents = await store.factsUnder(AGENT);
      this.book = TrustBook.restore({ version: 1, agents: { ...whole?.agents, ...agents } });
      this.echoes = EchoMarks.restore(await store.fact(ECHOES));
    } catch (error) {
      await health.add({
        area: 'trust',
        severity: 'warning',
        code: 'trust-unreadable',
        values: { error: nameOf(error) },
        message: `What was known of the agents could not be read (${nameOf(error)}).`,
        action: 'Trust starts again from its beginning; labels and quarantine stay as they are.',
      });
    }
  }

  /** Turns that may be captured: those of paused or revoked agents are left out. */
  allowed(observation: Observation, origin: string): Observation {
    const { site, model } = observation.conversation;
    const turns = observation.turns.filter((turn) => {
      const name = turn.model ?? model;
      const { state } = this.book.agent(agentKeyOf({ agentId: name ? `${site}/${name}` : site, origin }));
      return state !== 'paused' && state !== 'revoked';
    });
    return turns.length === observation.turns.length ? observation : { ...observation, turns };
  }

  /** Labels new memories by their channel and quarantines what must not reach a prompt. */
  async judge(memories: readonly Memory[], url: string, known: (seq: Seq) => boolean): Promise<Judged> {
    const now = this.#context().now();
    const urlPrefill = prefillOf(url);
    const quarantined: Seq[] = [];
    const changedAgents = new Set<string>();
    const judged: Memory[] = [];
    for (const given of memories) {
      const memory = lowerPasted(given);
      const label = known(memory.seq)
        ? memory.label
        : labelOf(memory, {
            source: memory.source,
            pasted: memory.pasted,
            ...(urlPrefill === undefined ? {} : { urlPrefill }),
            shared: /\/share\//.test(url),
          });
      const agentKey = agentKeyOf(memory);
      const echo = this.echoes.recognise(memory.text).echo;
      const contradicts =
        echo || memory.partial ? undefined : await contradictedBy(this.#context(), { ...memory, label });
      const { quarantine, changed } = this.book.observe({
        agentKey,
        conversationKey: memory.conversationKey,
        seq: memory.seq,
        at: now,
        role: memory.role,
        label,
        detection: detect(memory.text, { role: memory.role }),
        echo,
        ...(contradicts === undefined ? {} : { contradicts }),
      });
      if (changed) changedAgents.add(agentKey);
      if (!quarantine || label === 'quarantined') {
        judged.push(label === memory.label ? memory : { ...memory, label });
        continue;
      }
      quarantined.push(memory.seq);
      judged.push(held({ ...memory, label }, now));
    }
    return { memories: judged, quarantined, changedAgents: [...changedAgents] };
  }

  /** 0 to 1: multiplies a result's score. */
  rankFactor(meta: MemoryMeta): number {
    return this.book.rankFactor(agentKeyOf(meta), meta.label);
  }

  /** No more than two of the first eight results come from identities that have not shown themselves yet. */
  cap<T extends { readonly row: MemoryMeta }>(hits: readonly T[]): T[] {
    return capPerOrigin(hits, ({ row }) => (this.isNewcomer(row) ? 'newcomers' : undefined));
  }

  /** True for what comes from an identity that has not shown itself yet. The person's own words never do. */
  isNewcomer(meta: MemoryMeta): boolean {
    if (isPersonsOwn(meta.label)) return false;
    return newcomerFamily(meta.origin, this.book.agent(agentKeyOf(meta))) !== meta.origin;
  }

  trustOf(meta: MemoryMeta): number {
    return this.book.trustOf(agentKeyOf(meta), meta.label);
  }

  /** Stores the agents that changed. */
  async save(): Promise<void> {
    const { store } = this.#context();
    const changed = this.book.unsaved();
    await this.#write(store, changed);
    this.book.saved(changed);
  }

  async #write(target: MemoryStore, agentKeys: readonly string[]): Promise<void> {
    const { agents } = this.book.snapshot(agentKeys);
    const entries = Object.entries(agents).map(([key, record]) => [AGENT + key, record] as const);
    await target.setFacts([...entries, [ECHOES, this.echoes.snapshot()]]);
  }

  async saveInto(target: MemoryStore, erased: ReadonlySet<Seq>): Promise<void> {
    const { store, now } = this.#context();
    const seqsByAgent = Map.groupBy(
      [...erased].flatMap((seq) => store.catalog.metaBySeq.get(seq) ?? []),
      agentKeyOf,
    );
    for (const [agentKey, metas] of seqsByAgent) {
      this.book.forget(
        agentKey,
        metas.map(({ seq }) => seq),
        now(),
      );
    }
    this.book.forgetContradicted(erased);
    this.echoes.forget([...erased]);
    await this.#write(target, this.book.keys());
  }
}

/** A memory put into quarantine; remembers the label to give back. */
export const held = <M extends MemoryMeta & Pick<Memory, 'provenance'>>(memory: M, now: number): M => ({
  ...memory,
  heldLabel: memory.label,
  label: 'quarantined' satisfies IntegrityLabel,
  provenance: withProvenance(memory.provenance, {
    at: now,
    by: 'recollect',
    channel: memory.source,
    change: 'quarantined',
  }),
});
