import type { HealthEntry } from '../model/vault-api.ts';

type Message = Omit<HealthEntry, 'id' | 'at'>;

/** Name of an error for the health log; its message may hold content and is left out. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown error');

export const journalTrouble = (error: unknown): Message => ({
  area: 'store/journal',
  severity: 'warning',
  code: 'journal-not-written',
  values: { error: nameOf(error) },
  message: `The safety copy of the memories could not be written (${nameOf(error)}).`,
  action: 'The memories themselves are kept. The copy is written again with the next change.',
});
