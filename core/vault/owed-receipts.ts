import type { Receipt } from '../model/vault-api.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import type { VaultFact } from '../store/schema.ts';
import type { VaultContext } from './context.ts';
import { nameOf } from './health-messages.ts';

/** A receipt whose act is done once the store that holds it is live. */
type OwedReceipt = {
  readonly receipt: Omit<Receipt, 'id' | 'hash'>;
  /** No receipt of this act has a lower number. */
  readonly from: number;
  /** What was learned is part of the act and goes before the receipt is written. */
  readonly behaviour: boolean;
};

const OWED = 'owed-receipts';

const owedIn = async (store: MemoryStore): Promise<readonly OwedReceipt[]> =>
  (await store.fact<readonly OwedReceipt[]>(OWED)) ?? [];

/**
 * Plans the receipt of an act. The answer belongs into the store that is about to become the live one, or into the
 * transaction that does the act: a browser that is killed right after the act writes the receipt on its next opening.
 * What the present store owes is taken along.
 */
export const oweReceipt = async (
  { audit, store: present }: Pick<VaultContext, 'audit' | 'store'>,
  receipt: OwedReceipt['receipt'],
  behaviour = false,
): Promise<VaultFact> => ({
  name: OWED,
  value: [...(await owedIn(present)), { receipt, from: await audit.nextId(), behaviour }],
});

/** Ends the acts that are owed a receipt: each is written once. Answers the last one. */
export const settleReceipts = async ({
  audit,
  store,
  learning,
}: Pick<VaultContext, 'audit' | 'store' | 'learning'>): Promise<Receipt | undefined> => {
  const owed = await owedIn(store);
  let written: Receipt | undefined;
  for (const { receipt, from, behaviour } of owed) {
    if (behaviour) await learning.erase();
    written = await audit.addOnce(receipt, from);
  }
  if (owed.length > 0) await store.setFact(OWED, []);
  return written;
};

/** Ends what a killed browser left; when it cannot, the vault opens all the same and tries again next time. */
export const settleOnOpening = async (context: VaultContext): Promise<void> => {
  try {
    await settleReceipts(context);
  } catch (error) {
    await context.health.add({
      area: 'store/audit',
      severity: 'warning',
      code: 'receipt-owed',
      values: { error: nameOf(error) },
      message: `A receipt could not be written yet (${nameOf(error)}).`,
      action: 'What it is about was done. It is written when Recollect opens next.',
    });
  }
};
