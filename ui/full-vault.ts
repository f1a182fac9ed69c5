import type { EventsApi } from '../core/model/events-api.ts';
import type { GraphApi } from '../core/model/graph-api.ts';
import type { LearningApi } from '../core/model/learning-api.ts';
import type { TrustApi } from '../core/model/trust-api.ts';
import type { VaultApi } from '../core/model/vault-api.ts';

/** Everything the vault answers to our own pages; all of it goes over the one port that `VaultApi` names. */
export type FullVault = VaultApi & TrustApi & EventsApi & GraphApi & LearningApi;

/** The vault of a page with all of its calls. */
export const fullVault = ({ vault }: { readonly vault: VaultApi }): FullVault => vault as FullVault;
