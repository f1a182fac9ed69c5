import type { Observation } from './model/capture.ts';
import type { EventsApi } from './model/events-api.ts';
import type { GraphApi } from './model/graph-api.ts';
import type { LearningApi } from './model/learning-api.ts';
import { ok, RecollectError } from './model/result.ts';
import type { CaptureSender } from './model/sender.ts';
import type { TrustApi } from './model/trust-api.ts';
import type { CaptureApi, VaultApi, VaultChange, VaultStatus } from './model/vault-api.ts';
import { Tombstones } from './privacy/tombstones.ts';
import { AuditStore } from './store/audit-store.ts';
import { BehaviourStore } from './store/behaviour-store.ts';
import { currentPlace } from './store/generations.ts';
import type { Places } from './store/places.ts';
import { SCHEMA, type Schema } from './store/schema.ts';
import { SettingsStore } from './store/settings-store.ts';
import type { AnalystPort } from './vault/analyst-line.ts';
import { Capturing } from './vault/capturing.ts';
import { checkImported } from './vault/check-imported.ts';
import type { VaultContext } from './vault/context.ts';
import { Edits } from './vault/edits.ts';
import { Erasing } from './vault/erasing.ts';
import { EventService } from './vault/eventing.ts';
import { GraphService } from './vault/graph-service.ts';
import { GraphViews } from './vault/graph-views.ts';
import { HealthLog } from './vault/health-log.ts';
import { journalTrouble, nameOf } from './vault/health-messages.ts';
import { keepHouse } from './vault/housekeeping.ts';
import { inventory } from './vault/inventory.ts';
import { bringBack, keepOnce, keepSettings } from './vault/kept-things.ts';
import { LearningService } from './vault/learning.ts';
import { Lifecycle } from './vault/lifecycle.ts';
import { holdWriterLock, MutationQueue } from './vault/mutation-queue.ts';
import { openNewest, tellRecovery } from './vault/opening.ts';
import { settleOnOpening } from './vault/owed-receipts.ts';
import { Reading } from './vault/reading.ts';
import { SearchService } from './vault/search-service.ts';
import { Transferring } from './vault/transferring.ts';
import { TrustActs } from './vault/trust-acts.ts';
import { TrustService } from './vault/trusting.ts';
import { UndoRegistry } from './vault/undo-registry.ts';

export type VaultOptions = {
  readonly places: Places;
  /** Held for the life of this worker, so that no second one writes the same vault. Left out in tests. */
  readonly locks?: LockManager;
  /** Versions of what is stored; another one than the product's only in tests of migrations. */
  readonly schema?: Schema;
  /** Milliseconds since the epoch; the clock of everything the vault stamps. */
  readonly now?: () => number;
};

type Parts = {
  readonly context: VaultContext;
  readonly capturing: Capturing;
  readonly edits: Edits;
  readonly trustActs: TrustActs;
  readonly graphViews: GraphViews;
  readonly lifecycle: Lifecycle;
  readonly erasing: Erasing;
  readonly reading: Reading;
  readonly transferring: Transferring;
};

/**
 * The vault: the one public API that every door calls. Opens in the background; calls wait until it is open, except
 * `status`, which tells how far it is. A vault that must not be opened (newer schema) answers every call with
 * that error and is left untouched.
 */
export class Vault implements VaultApi, CaptureApi, TrustApi, EventsApi, GraphApi, LearningApi {
  readonly #now: () => number;
  readonly #subscribers = new Set<(change: VaultChange) => void>();
  readonly #ready: Promise<Parts>;
  #parts: Parts | undefined;
  #opening: Pick<VaultStatus, 'state' | 'problem' | 'rebuild'> = { state: 'opening' };
  #full = false;

  private constructor(options: VaultOptions) {
    this.#now = options.now ?? Date.now;
    this.#ready = this.#open(options);
    // Every call hears of the failure through #ready; without a call yet it must not count as unhandled.
    this.#ready.catch(() => this.#emitStatus());
  }

  /** Starts opening the vault in `places`. */
  static open(options: VaultOptions): Vault {
    return new Vault(options);
  }

  async #open({ places, locks, schema = SCHEMA }: VaultOptions): Promise<Parts> {
    try {
      if (locks) await holdWriterLock(locks, 'recollect-writer');
      const { place, leftovers } = await currentPlace(places);
      const context = {} as { -readonly [Key in keyof VaultContext]: VaultContext[Key] };
      const health = new HealthLog(
        () => context.store?.database,
        (entry) => this.#emit({ kind: 'health', entry }),
      );
      const onJournalError = (error: unknown) => void health.add(journalTrouble(error));
      const { store, report } = await openNewest(places, place, {
        schema,
        onProgress: (rebuild) => this.#rebuilding(rebuild),
        onJournalError,
      });
      if (store.place.name !== place.name) leftovers.push(place.name);
      await bringBack(place, store, report.outcome === 'restored');
      const { audit, damaged } = await AuditStore.openOrReplace(places);
      Object.assign(context, {
        places,
        store,
        health,
        audit,
        settings: await SettingsStore.open(store.place),
        tombstones: await Tombstones.open(store),
        search: new SearchService(() => context),
        trust: new TrustService(() => context),
        events: new EventService(() => context),
        graph: new GraphService(() => context),
        learning: new LearningService(() => context, new BehaviourStore(places)),
        carried: [],
        queue: new MutationQueue(),
        undo: new UndoRegistry(this.#now),
        now: this.#now,
        emit: (change: VaultChange) => this.#emit(change),
        status: () => this.#status(),
        setFull: (full: boolean) => {
          this.#full = full;
          this.#emitStatus();
        },
      } satisfies VaultContext);
      await keepOnce(store, context.settings.current, report.outcome === 'restored');
      for (const name of leftovers) await (await places.open(name)).delete();
      await tellRecovery(report, damaged, health);
      context.carried = [context.search, context.trust, context.events, context.graph];
      await context.graph.open();
      await context.learning.open();
      await context.events.open();
      await context.trust.open();
      await settleOnOpening(context);
      const erasing = new Erasing(context);
      await erasing.open();
      const reading = new Reading(context);
      await context.search.open((rebuild) => this.#rebuilding(rebuild));
      const edits = new Edits(context);
      const parts: Parts = {
        context,
        erasing,
        reading,
        capturing: new Capturing(context),
        edits,
        trustActs: new TrustActs(context, edits),
        graphViews: new GraphViews(context),
        lifecycle: new Lifecycle(context, edits),
        transferring: new Transferring(context),
      };
      this.#parts = parts;
      this.#opening = { state: 'ready' };
      this.#emitStatus();
      void checkImported(context);
      await keepHouse(context, erasing);
      return parts;
    } catch (error) {
      const problem =
        error instanceof RecollectError
          ? error.toFailure()
          : {
              code: 'store/cannot-open',
              message: `The memories on this machine could not be opened (${nameOf(error)}). Nothing was changed: restart the browser and try again.`,
            };
      this.#opening = { state: 'refused', problem };
      throw new RecollectError(problem.code, problem.message, undefined, { cause: error });
    }
  }

  #rebuilding(rebuild: NonNullable<VaultStatus['rebuild']>): void {
    this.#opening = { state: 'rebuilding', rebuild };
    this.#emitStatus();
  }

  #emit(change: VaultChange): void {
    if (change.kind === 'memories') this.#parts?.reading.invalidate();
    for (const subscriber of this.#subscribers) subscriber(change);
  }

  #emitStatus(): void {
    this.#emit({ kind: 'status', status: this.#status() });
  }

  #status(): VaultStatus {
    const parts = this.#parts;
    const catalog = parts?.context.store.catalog;
    const pendingErase = parts?.erasing.waiting;
    return {
      ...this.#opening,
      memories: catalog ? catalog.size - catalog.hidden.size : 0,
      conversations: catalog?.conversationByKey.size ?? 0,
      full: this.#full,
      storage: parts?.context.places.kind ?? 'bucket',
      ...(pendingErase === undefined ? {} : { pendingErase }),
    };
  }

  status: VaultApi['status'] = async () => this.#status();

  append = async (observation: Observation, sender: CaptureSender) =>
    (await this.#ready).capturing.append(observation, sender);
  gap: CaptureApi['gap'] = async (gap, sender) => (await this.#ready).capturing.gap(gap, sender);
  policy: CaptureApi['policy'] = async () => (await this.#ready).capturing.policy();

  search: VaultApi['search'] = async (request) => (await this.#ready).context.search.search(request);
  list: VaultApi['list'] = async (filter, offset, limit) =>
    (await this.#ready).reading.list(filter, offset, limit);
  facets: VaultApi['facets'] = async (filter) => (await this.#ready).reading.facets(filter);
  recent: VaultApi['recent'] = async (limit, site) =>
    (await this.#ready).reading.list(site === undefined ? {} : { sites: [site] }, 0, limit);
  memory: VaultApi['memory'] = async (seq) => {
    const { reading, context, edits } = await this.#ready;
    const memory = await reading.memory(seq);
    if (memory?.state === 'archived') await edits.restore([seq]);
    if (memory) context.learning.whereabouts.used(seq, context.now());
    if (memory)
      await context.events.record({ kind: 'memory-recalled', profile: memory.profile, seqs: [seq] });
    return memory;
  };
  texts: VaultApi['texts'] = async (seqs) => (await this.#ready).reading.texts(seqs);
  conversation: VaultApi['conversation'] = async (key) => (await this.#ready).reading.conversation(key);
  conversations: VaultApi['conversations'] = async (filter) =>
    (await this.#ready).reading.conversations(filter);
  agents: VaultApi['agents'] = async () => (await this.#ready).reading.agents();

  addNote: VaultApi['addNote'] = async (text, title, pageUrl) =>
    (await this.#ready).edits.addNote(text, title, pageUrl);
  setPinned: VaultApi['setPinned'] = async (seqs, pinned) =>
    (await this.#ready).edits.setPinned(seqs, pinned);
  addTag: VaultApi['addTag'] = async (seqs, tag) => (await this.#ready).edits.addTag(seqs, tag);
  removeTag: VaultApi['removeTag'] = async (seqs, tag) => (await this.#ready).edits.removeTag(seqs, tag);
  trash: VaultApi['trash'] = async (seqs) => (await this.#ready).edits.trash(seqs);
  restore: VaultApi['restore'] = async (seqs) => (await this.#ready).edits.restore(seqs);
  undo: VaultApi['undo'] = async (token) => {
    const { context, erasing } = await this.#ready;
    const back = await erasing.takeBack(token);
    return back === undefined ? context.undo.undo(token) : ok(back);
  };

  settings: VaultApi['settings'] = async () => (await this.#ready).context.settings.current;
  changeSettings: VaultApi['changeSettings'] = async (change) => {
    const { context } = await this.#ready;
    const settings = await context.queue.run(async () => {
      const changed = await context.settings.change(change);
      await keepSettings(context.store.place, changed);
      return changed;
    });
    this.#emit({ kind: 'settings', settings });
    return settings;
  };

  health: VaultApi['health'] = async () => (await this.#ready).context.health.list();
  clearHealth: VaultApi['clearHealth'] = async () => {
    const { health, undo } = (await this.#ready).context;
    const entries = await health.clear();
    return undo.offer(1, () => health.putBack(entries));
  };
  report: VaultApi['report'] = async (entry) => (await this.#ready).context.health.add(entry);
  inventory: VaultApi['inventory'] = async () => inventory((await this.#ready).context);
  receipts: VaultApi['receipts'] = async () => (await this.#ready).context.audit.list();

  exportTo: VaultApi['exportTo'] = async (request, write, onProgress = () => undefined) =>
    (await this.#ready).transferring.exportTo(request, write, onProgress);
  importFrom: VaultApi['importFrom'] = async (file, options, onProgress = () => undefined) =>
    (await this.#ready).transferring.importFrom(file, options, onProgress);
  cancel: VaultApi['cancel'] = async (task) => (await this.#ready).transferring.cancel(task);

  previewErase: VaultApi['previewErase'] = async (scope) => (await this.#ready).erasing.preview(scope);
  erase: VaultApi['erase'] = async (scope) => (await this.#ready).erasing.erase(scope);
  completeErase: VaultApi['completeErase'] = async (onProgress) =>
    (await this.#ready).erasing.complete(onProgress);
  eraseEverything: VaultApi['eraseEverything'] = async () => (await this.#ready).erasing.eraseEverything();

  agentsTrust: TrustApi['agentsTrust'] = async () => (await this.#ready).trustActs.agentsTrust();
  setAgentState: TrustApi['setAgentState'] = async (key, state) =>
    (await this.#ready).trustActs.setAgentState(key, state);
  release: TrustApi['release'] = async (seqs, always) => (await this.#ready).trustActs.release(seqs, always);
  quarantine: TrustApi['quarantine'] = async (seqs) => (await this.#ready).trustActs.quarantine(seqs);
  confirm: TrustApi['confirm'] = async (seqs) => (await this.#ready).trustActs.confirm(seqs);
  blastRadius: TrustApi['blastRadius'] = async (agentKey, since) =>
    (await this.#ready).trustActs.blastRadius(agentKey, since);
  undoSince: TrustApi['undoSince'] = async (agentKey, since) =>
    (await this.#ready).trustActs.undoSince(agentKey, since);
  previewInsertion: TrustApi['previewInsertion'] = async (seqs, confirmed) =>
    (await this.#ready).trustActs.previewInsertion(seqs, confirmed);
  inserted: TrustApi['inserted'] = async (mark) => (await this.#ready).trustActs.inserted(mark);
  trustReasons: TrustApi['trustReasons'] = async (seq) => (await this.#ready).trustActs.trustReasons(seq);

  events: EventsApi['events'] = async (filter, limit, after) =>
    (await this.#ready).context.events.events(filter, limit, after);
  eventDays: EventsApi['eventDays'] = async () => (await this.#ready).context.events.eventDays();
  subscribeEvents: EventsApi['subscribeEvents'] = async (filter, after, callback) =>
    (await this.#ready).context.events.subscribe(filter, after, callback);

  attachAnalyst = async (analyst: AnalystPort): Promise<void> => {
    const { context } = await this.#ready;
    await context.graph.attach(analyst);
    context.learning.boosting.start();
  };
  graphStatus: GraphApi['graphStatus'] = async () => (await this.#ready).context.graph.status();
  rebuildGraph: GraphApi['rebuildGraph'] = async (onProgress = () => undefined) =>
    (await this.#ready).context.graph.rebuild(onProgress);
  cancelGraph: GraphApi['cancelGraph'] = async () => (await this.#ready).context.graph.cancel();
  topics: GraphApi['topics'] = async () => (await this.#ready).context.graph.topics();
  topicMemories: GraphApi['topicMemories'] = async (topicId, offset, limit) => {
    const { context, reading } = await this.#ready;
    return reading.rowsOf(context.graph.seqsOf(topicId), offset, limit);
  };
  renameTopic: GraphApi['renameTopic'] = async (topicId, name) =>
    (await this.#ready).context.graph.rename(topicId, name);
  mergeTopics: GraphApi['mergeTopics'] = async (topicIds) =>
    (await this.#ready).context.graph.merge(topicIds);
  hideTopic: GraphApi['hideTopic'] = async (topicId, hidden) =>
    (await this.#ready).context.graph.hide(topicId, hidden);
  graphView: GraphApi['graphView'] = async (options) => (await this.#ready).graphViews.view(options);
  related: GraphApi['related'] = async (seq, limit) => (await this.#ready).graphViews.related(seq, limit);
  digest: GraphApi['digest'] = async (scope) => (await this.#ready).graphViews.digest(scope);

  learning: LearningApi['learning'] = async () => (await this.#ready).context.learning.status();
  setLearning: LearningApi['setLearning'] = async (on) => void (await this.changeSettings({ learning: on }));
  signal: LearningApi['signal'] = async (impression, seq, kind, value) =>
    (await this.#ready).context.learning.signal(impression, seq, kind, value);
  question: LearningApi['question'] = async (impression) =>
    (await this.#ready).context.learning.question(impression, (askedAt) => this.changeSettings({ askedAt }));
  setComparing: LearningApi['setComparing'] = async (on) =>
    void (await this.changeSettings({ comparing: on }));
  correctPattern: LearningApi['correctPattern'] = async (id, correction) =>
    (await this.#ready).context.learning.correctPattern(id, correction);
  freezePattern: LearningApi['freezePattern'] = async (id, frozen) =>
    (await this.#ready).context.learning.freezePattern(id, frozen);
  forgetPattern: LearningApi['forgetPattern'] = async (id) =>
    (await this.#ready).context.learning.forgetPattern(id);
  forgetSignals: LearningApi['forgetSignals'] = async (scope) =>
    (await this.#ready).context.learning.forgetSignals(scope);
  exportBehaviour: LearningApi['exportBehaviour'] = async () => (await this.#ready).context.learning.export();
  lifecycleDryRun: LearningApi['lifecycleDryRun'] = async () => (await this.#ready).lifecycle.dryRun();
  applyLifecycle: LearningApi['applyLifecycle'] = async () => (await this.#ready).lifecycle.apply();

  subscribe: VaultApi['subscribe'] = async (callback) => {
    this.#subscribers.add(callback);
    return () => this.#subscribers.delete(callback);
  };
}
