import { DAY_MS } from '../model/day.ts';
import type { VaultContext } from './context.ts';
import type { Erasing } from './erasing.ts';
import { nameOf } from './health-messages.ts';

const tidy = async ({ events, health }: VaultContext, erasing: Erasing): Promise<void> => {
  try {
    await erasing.purgeTrash();
    await events.log.retain();
  } catch (error) {
    await health.add({
      area: 'store/housekeeping',
      severity: 'warning',
      code: 'tidying-unfinished',
      values: { error: nameOf(error) },
      message: `The daily tidying did not finish (${nameOf(error)}).`,
      action: 'Nothing is lost; it is tried again tomorrow and when the browser starts.',
    });
  }
};

/** Empties the 30-day trash and moves events through their tiers: now, and once a day from now on. */
export const keepHouse = async (context: VaultContext, erasing: Erasing): Promise<void> => {
  await tidy(context, erasing);
  setInterval(() => void tidy(context, erasing), DAY_MS);
};
