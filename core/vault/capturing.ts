import type { Observation } from '../model/capture.ts';
import type { Seq } from '../model/memory.ts';
import { conversationKey, memoryId } from '../model/memory.ts';
import type { AppendOutcome, CaptureGap, CaptureSender } from '../model/sender.ts';
import type { CapturePolicy } from '../model/vault-api.ts';
import { isQuotaError } from '../store/memory-store.ts';
import { announce, type VaultContext } from './context.ts';
import { type IngestPorts, ingest } from './ingest.ts';
import { maskObservation } from './mask-observation.ts';
import { INDEXED_LENGTH } from './new-memory.ts';
import { tombstoneIdsOf } from './tombstone-ids.ts';

/** After the disk was full, one write in this time tries whether there is room again. */
const RETRY_FULL_MS = 10_000;

/** The one door for captures. Identity is the sender's; the message only says what was read. */
export class Capturing {
  readonly #context: VaultContext;
  #lastFullTry = 0;

  constructor(context: VaultContext) {
    this.#context = context;
  }

  policy(): CapturePolicy {
    const { paused, excludedSites, excludedConversations } = this.#context.settings.current;
    return {
      paused: paused || this.#context.status().full,
      excluded: [...excludedSites, ...excludedConversations],
    };
  }

  /** Stores what is new in `observation`. Appending the same observation again changes nothing. */
  append(observation: Observation, sender: CaptureSender): Promise<AppendOutcome> {
    return this.#context.queue.run(() => this.#append(observation, sender));
  }

  async #append(observation: Observation, sender: CaptureSender): Promise<AppendOutcome> {
    const context = this.#context;
    const { conversation } = observation;
    const { profile } = context.settings.current;
    const key = conversationKey(profile, conversation.site, conversation.id);
    const captured = context.store.catalog.turnsOf(key).length;
    const refusal = this.#refusal(observation, sender, key);
    if (refusal) return { outcome: refusal, changed: 0, captured };
    const masked = maskObservation(observation, context.settings.current.keptSecrets);
    const kept = await this.#withoutErased(context.trust.allowed(masked, sender.origin), key);
    const { catalog } = context.store;
    const ports: IngestPorts = {
      catalog,
      nextSeq: () => context.store.nextSeq(),
      nextOrdinal: () => context.store.nextOrdinal(),
      texts: (seqs) => context.store.texts(seqs),
    };
    const result = await ingest(kept, sender, context.now(), ports, profile);
    if (result.memories.length === 0 && (!result.conversationChanged || captured === 0)) {
      const seen = kept.turns.flatMap(({ id }) => catalog.byId(memoryId(key, id))?.seq ?? []);
      context.learning.whereabouts.visited(seen, context.now());
      return { outcome: 'unchanged', changed: 0, captured };
    }
    const known = new Set(result.memories.flatMap(({ seq }) => (catalog.metaBySeq.has(seq) ? [seq] : [])));
    const isKnown = (seq: Seq) => known.has(seq);
    const newAgents = result.agents.flatMap(({ id, firstSeen, lastSeen }) =>
      firstSeen === lastSeen ? [`${id}@${sender.origin}`] : [],
    );
    const { memories, changedAgents, quarantined } = await context.trust.judge(
      result.memories,
      conversation.url,
      isKnown,
    );
    try {
      await context.store.write({
        memories,
        conversations: [result.conversation],
        agents: result.agents,
      });
    } catch (error) {
      if (!isQuotaError(error)) throw error;
      await this.#noticeFull();
      return { outcome: 'full', changed: 0, captured };
    }
    if (context.status().full) context.setFull(false);
    if (changedAgents.length > 0) await context.trust.save();
    context.search.update(memories, result.conversation, result.titleChanged);
    announce(context, memories);
    const seqs = memories.map(({ seq }) => seq);
    context.graph.noticed(seqs);
    context.learning.whereabouts.captured(seqs, context.now());
    await context.events.recordCapture(memories, (seq) => !known.has(seq), quarantined, newAgents);
    const large = memories.some(({ length, indexedLength }) => indexedLength < length);
    return {
      outcome: 'stored',
      changed: memories.length,
      captured: catalog.turnsOf(key).length,
      ...(large
        ? {
            message: `A very long message was kept whole; its first ${INDEXED_LENGTH} characters are searched.`,
          }
        : {}),
    };
  }

  #refusal(
    observation: Observation,
    sender: CaptureSender,
    key: string,
  ): AppendOutcome['outcome'] | undefined {
    const { conversation } = observation;
    const { settings, status, now } = this.#context;
    if (conversation.site !== sender.site) return 'refused';
    if (conversation.temporary) return 'temporary';
    if (settings.current.paused) return 'paused';
    if (settings.current.excludedSites.includes(conversation.site)) return 'excluded';
    if (settings.current.excludedConversations.includes(key)) return 'excluded';
    if (status().full) {
      if (now() - this.#lastFullTry < RETRY_FULL_MS) return 'full';
      this.#lastFullTry = now();
    }
    return undefined;
  }

  async #withoutErased(observation: Observation, key: string): Promise<Observation> {
    const { tombstones } = this.#context;
    if (tombstones.size === 0) return observation;
    const idsByTurn = observation.turns.map((turn) => tombstoneIdsOf(key, memoryId(key, turn.id), turn));
    const erased = await tombstones.erasedAmong(idsByTurn.flat());
    if (erased.size === 0) return observation;
    return {
      ...observation,
      turns: observation.turns.filter((_, index) => !idsByTurn[index]?.some((id) => erased.has(id))),
    };
  }

  async #noticeFull(): Promise<void> {
    this.#lastFullTry = this.#context.now();
    this.#context.setFull(true);
    this.#tryAgainLater();
    await this.#context.health.add({
      area: 'store',
      severity: 'error',
      code: 'disk-full',
      message: 'The disk is full: nothing new is being kept.',
      action: 'Capture is paused and tries again by itself. Everything kept so far can be read and searched.',
    });
  }

  /** Paused content scripts send nothing, so the vault itself finds out when there is room again. */
  #tryAgainLater(): void {
    setTimeout(() => {
      const { store, queue, setFull } = this.#context;
      queue
        .run(() => store.write({}))
        .then(() => setFull(false))
        .catch(() => this.#tryAgainLater());
    }, RETRY_FULL_MS);
  }

  /** A page reports that it could not be read. */
  async gap(gap: CaptureGap, sender: CaptureSender): Promise<void> {
    await this.#context.events.record({ kind: 'capture-gap', agentKey: `${sender.site}@${sender.origin}` });
    await this.#context.health.add({
      area: `capture/${sender.site}`,
      severity: 'warning',
      code: gap.reason,
      message: gap.message,
      action:
        'Nothing of this page is captured until Recollect learns its new form. The report below holds structure only.',
      ...(gap.report === undefined ? {} : { report: gap.report }),
    });
  }
}
