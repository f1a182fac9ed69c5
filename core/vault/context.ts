import type { MemoryMeta, Seq } from '../model/memory.ts';
import type { VaultChange, VaultStatus } from '../model/vault-api.ts';
import type { Tombstones } from '../privacy/tombstones.ts';
import type { AuditStore } from '../store/audit-store.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import type { Places } from '../store/places.ts';
import type { SettingsStore } from '../store/settings-store.ts';
import type { EventService } from './eventing.ts';
import type { GraphService } from './graph-service.ts';
import type { HealthLog } from './health-log.ts';
import type { LearningService } from './learning.ts';
import type { MutationQueue } from './mutation-queue.ts';
import type { SearchService } from './search-service.ts';
import type { TrustService } from './trusting.ts';
import type { UndoRegistry } from './undo-registry.ts';

/** What the parts of an open vault share. `store`, `settings` and `tombstones` are replaced when it moves to a new place. */
export type VaultContext = {
  readonly places: Places;
  readonly audit: AuditStore;
  store: MemoryStore;
  settings: SettingsStore;
  tombstones: Tombstones;
  readonly search: SearchService;
  readonly trust: TrustService;
  readonly events: EventService;
  readonly graph: GraphService;
  readonly learning: LearningService;
  readonly health: HealthLog;
  readonly queue: MutationQueue;
  readonly undo: UndoRegistry;
  /** Everything else that an erase or an import takes along. */
  carried: readonly Carried[];
  /** Milliseconds since the epoch. */
  now(): number;
  emit(change: VaultChange): void;
  status(): VaultStatus;
  setFull(full: boolean): void;
};

/** State besides the memories that moves with the vault to a new place, without what belongs to erased memories. */
export type Carried = { saveInto(target: MemoryStore, erased: ReadonlySet<Seq>): Promise<void> };

/** Tells pages which memories changed. */
export const announce = (context: VaultContext, metas: readonly Pick<MemoryMeta, 'seq'>[]): void => {
  context.emit({
    kind: 'memories',
    seqs: metas.map(({ seq }) => seq),
    total: context.store.catalog.size - context.store.catalog.hidden.size,
  });
};
