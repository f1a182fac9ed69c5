import type { LearningApi, SignalKind } from '../core/model/learning-api.ts';
import type { Seq } from '../core/model/memory.ts';
import type { SearchResponse } from '../core/model/query.ts';
import type { VaultApi } from '../core/model/vault-api.ts';

type Shown = { readonly impression: string; readonly seqs: ReadonlySet<Seq> };
let shown: Shown | undefined;

/** Remembers the list of results that the person sees now; undefined when it is no search. */
export const noteShown = (response: SearchResponse | undefined): void => {
  shown =
    response?.impression === undefined
      ? undefined
      : { impression: response.impression, seqs: new Set(response.hits.map(({ row }) => row.seq)) };
};

/** True when the memory was among the results last shown: what is done with it is then worth learning from. */
export const wasShown = (seq: Seq): boolean => shown?.seqs.has(seq) ?? false;

/** Tells the vault what was done with a shown result; does nothing for memories reached in another way. */
export const tellSignal = async (
  vault: VaultApi & Partial<Pick<LearningApi, 'signal'>>,
  seq: Seq,
  kind: SignalKind,
  value?: number,
): Promise<void> => {
  if (shown && wasShown(seq)) await vault.signal?.(shown.impression, seq, kind, value);
};
