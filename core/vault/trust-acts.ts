import type { Pasted } from '../model/capture.ts';
import { agentKeyOf, type Memory, type Provenance, type Seq, withProvenance } from '../model/memory.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Sentence } from '../model/sentence.ts';
import type { AgentState, AgentTrust, BlastRadius, Insertion } from '../model/trust-api.ts';
import type { UndoHandle } from '../model/vault-api.ts';
import { maskSecrets } from '../privacy/secrets/index.ts';
import { buildInsertion, detect, labelOf } from '../trust/index.ts';
import { announce, type VaultContext } from './context.ts';
import { contradictedBy } from './contradictions.ts';
import type { Edits } from './edits.ts';
import { held } from './trusting.ts';

const MAX_INSERTED = 50;
const NONCE_LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Why a person's own turn is not all theirs. */
const PASTED: Readonly<Record<Pasted, Sentence>> = {
  all: { code: 'reason/pasted', text: 'You pasted it into the chat, so its words count as someone else’s.' },
  part: {
    code: 'reason/pasted-part',
    text: 'Part of it was pasted into the chat, so not all of its words count as yours.',
  },
};

const nonce = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => NONCE_LETTERS[byte % 36]).join('');

/** What the person does about trust: quarantine, release, confirm, pause, undo, and the insert gate. */
export class TrustActs {
  readonly #context: VaultContext;
  readonly #edits: Edits;
  /** Blocks shown in a preview and not copied yet. */
  readonly #offered = new Map<string, ReturnType<typeof buildInsertion>>();

  constructor(context: VaultContext, edits: Edits) {
    this.#context = context;
    this.#edits = edits;
  }

  agentsTrust(): AgentTrust[] {
    const { store, trust } = this.#context;
    const metasByKey = Map.groupBy(store.catalog.all(), agentKeyOf);
    for (const key of trust.book.keys()) if (!metasByKey.has(key)) metasByKey.set(key, []);
    return [...metasByKey]
      .filter(([key]) => key.includes('@http'))
      .map(([key, metas]) => {
        const at = key.lastIndexOf('@');
        const known = trust.book.agent(key);
        const times = metas.map(({ capturedAt }) => capturedAt);
        return {
          key,
          agentId: key.slice(0, at),
          origin: key.slice(at + 1),
          state: known.state,
          trust: known.trust,
          hostile: known.hostile,
          usefulness: known.usefulness,
          reference: known.reference,
          reasons: known.reasons,
          history: known.history,
          flags: known.flags.filter(({ dismissed }) => !dismissed),
          ...(known.estimatedChangeAt === undefined ? {} : { changedAt: known.estimatedChangeAt }),
          firstSeen: times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : 0,
          lastSeen: times.length > 0 ? times.reduce((a, b) => Math.max(a, b)) : 0,
          memories: metas.length,
          quarantined: metas.filter(({ label }) => label === 'quarantined').length,
        };
      })
      .sort((a, b) => b.lastSeen - a.lastSeen);
  }

  async setAgentState(key: string, state: AgentState): Promise<void> {
    const { trust, queue, events, now } = this.#context;
    await queue.run(async () => {
      trust.book.setState(key, state, now());
      await trust.save();
      await events.record({ kind: 'trust-changed', agentKey: key });
    });
  }

  /** Gives quarantined memories their label back. Says to the filter that their flags were none. */
  release(seqs: readonly Seq[], always: boolean): Promise<UndoHandle> {
    const { trust, now } = this.#context;
    return this.#relabel(seqs, 'released', (memory, step) => {
      if (memory.label !== 'quarantined') return memory;
      const key = agentKeyOf(memory);
      trust.book.falseAlarm(key, memory.seq, now());
      if (always) trust.book.setState(key, 'allowed', now());
      const { heldLabel, ...rest } = memory;
      const label = heldLabel ?? labelOf(memory, { source: memory.source, pasted: memory.pasted });
      return { ...rest, label, provenance: withProvenance(memory.provenance, step) };
    });
  }

  quarantine(seqs: readonly Seq[]): Promise<UndoHandle> {
    return this.#relabel(seqs, 'quarantined', (memory, { at }) =>
      memory.label === 'quarantined' ? memory : held(memory, at),
    );
  }

  confirm(seqs: readonly Seq[]): Promise<UndoHandle> {
    return this.#relabel(seqs, 'confirmed', (memory, step) => {
      const { heldLabel: _, ...rest } = memory;
      return { ...rest, label: 'user-confirmed', provenance: withProvenance(memory.provenance, step) };
    });
  }

  #relabel(
    seqs: readonly Seq[],
    change: Provenance['change'],
    edit: (memory: Memory, step: Provenance) => Memory,
  ): Promise<UndoHandle> {
    const context = this.#context;
    return context.queue.run(async () => {
      const before = await this.#memories(seqs);
      const at = context.now();
      const step: Provenance = { at, by: 'person', channel: 'person', change };
      const after = before
        .map((memory) => edit(memory, step))
        .filter((memory, index) => memory !== before[index]);
      await this.#write(after, at);
      const kind =
        change === 'quarantined' ? 'quarantined' : change === 'released' ? 'released' : 'trust-changed';
      await context.events.record({ kind, seqs: after.map(({ seq }) => seq), count: after.length });
      return context.undo.offer(after.length, () =>
        context.queue.run(async () => {
          const changed = new Set(after.map(({ seq }) => seq));
          await this.#write(
            before.filter(({ seq }) => changed.has(seq)),
            context.now(),
          );
        }),
      );
    });
  }

  async #write(memories: readonly Memory[], at: number): Promise<void> {
    if (memories.length === 0) return;
    const { store, trust } = this.#context;
    await store.write({ memories: memories.map((memory) => ({ ...memory, updatedAt: at })) });
    await trust.save();
    announce(this.#context, memories);
  }

  async #memories(seqs: readonly Seq[]): Promise<Memory[]> {
    const { store } = this.#context;
    const texts = await store.texts(seqs);
    return texts.flatMap((text) => {
      const meta = store.catalog.visible(text.seq);
      return meta ? [{ ...meta, ...text }] : [];
    });
  }

  #writtenSince(agentKey: string, since: number): Seq[] {
    return [...this.#context.store.catalog.all()]
      .filter((meta) => agentKeyOf(meta) === agentKey && meta.capturedAt >= since && meta.state !== 'trashed')
      .map(({ seq }) => seq);
  }

  async blastRadius(agentKey: string, since: number): Promise<BlastRadius> {
    const { store, events } = this.#context;
    const seqs = new Set(this.#writtenSince(agentKey, since));
    const keys = new Set([...seqs].map((seq) => store.catalog.metaBySeq.get(seq)?.conversationKey));
    const used = await events.seqsOf(['memory-recalled', 'memory-inserted'], since);
    return {
      memories: seqs.size,
      conversations: keys.size,
      used: [...used].filter((seq) => seqs.has(seq)).length,
      topics: this.#context.graph.topicsOf([...seqs]).length,
    };
  }

  undoSince(agentKey: string, since: number): Promise<UndoHandle> {
    return this.#edits.trash(this.#writtenSince(agentKey, since));
  }

  /** The one gate through which memories leave for a chat. */
  async previewInsertion(seqs: readonly Seq[], confirmed: readonly Seq[]): Promise<Result<Insertion>> {
    if (seqs.length > MAX_INSERTED) {
      return fail('insert/too-many', `At most ${MAX_INSERTED} memories can be copied at once.`);
    }
    const { store, trust } = this.#context;
    const memories = await this.#memories(seqs);
    const titleOf = (key: string) => store.catalog.conversationByKey.get(key);
    const items = memories.map((memory) => {
      const conversation = titleOf(memory.conversationKey);
      const { seq, role, label, pasted, markdown, agentId, createdAt } = memory;
      return {
        memory: {
          seq,
          role,
          label,
          pasted,
          markdown,
          agentId,
          createdAt,
          title: conversation?.title ?? '',
          site: conversation?.site ?? '',
        },
        trust: trust.trustOf(memory),
        detection: detect(memory.text, { role }),
        origin: memory.origin,
        revoked: trust.book.agent(agentKeyOf(memory)).state === 'revoked',
      };
    });
    const built = buildInsertion(items, {
      confirmed: new Set(confirmed),
      mask: (text) => maskSecrets(text).text,
      nonce: nonce(),
    });
    this.#offered.set(built.mark, built);
    return ok({
      block: built.block,
      mark: built.mark,
      items: built.items.map(({ seq, verdict }) => {
        const item = items.find(({ memory }) => memory.seq === seq);
        const { label = 'web-derived' as const, title = '', site = '', createdAt = 0 } = item?.memory ?? {};
        return { seq, verdict, label, trust: item?.trust ?? 0, title, site, createdAt };
      }),
    });
  }

  async inserted(mark: string): Promise<void> {
    const { queue, trust, events, store, now } = this.#context;
    const offered = this.#offered.get(mark);
    if (!offered) return;
    this.#offered.clear();
    await queue.run(async () => {
      trust.echoes.remember(mark, offered.inserted, now());
      for (const { seq } of offered.inserted) {
        const meta = store.catalog.visible(seq);
        if (meta) trust.book.outcome(agentKeyOf(meta), 'inserted', now());
      }
      await trust.save();
      const seqs = offered.inserted.map(({ seq }) => seq);
      await events.record({ kind: 'memory-inserted', seqs, count: seqs.length });
    });
  }

  async trustReasons(seq: Seq): Promise<Sentence[]> {
    const { trust } = this.#context;
    const [memory] = await this.#memories([seq]);
    if (!memory) return [];
    const { findings } = detect(memory.text, { role: memory.role });
    const contradicted = await contradictedBy(this.#context, memory);
    return [
      ...(memory.pasted === undefined ? [] : [PASTED[memory.pasted]]),
      ...findings.map(({ rule }) => ({ code: `rule/${rule}`, text: 'Reads like an order to an assistant.' })),
      ...(contradicted === undefined
        ? []
        : [
            {
              code: 'reason/contradicts',
              values: { seq: contradicted },
              text: `It says something else than you did in memory ${contradicted}.`,
            },
          ]),
      ...trust.book.agent(agentKeyOf(memory)).reasons,
    ];
  }
}
