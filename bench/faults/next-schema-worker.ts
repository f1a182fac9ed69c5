import { SCHEMA, type SchemaStep, versionOf } from '../../core/store/schema.ts';
import { startVault } from '../../workers/vault.ts';

/** A version that does not exist: every memory gets a tag, so that a page sees which version it is in. */
const STEP: SchemaStep = {
  version: versionOf(SCHEMA) + 1,
  tables: { later: 'id' },
  memory: (memory) => ({ ...memory, tags: [...memory.tags, 'later'] }),
};

/** The shipped vault with one schema step more. */
export const startNextVault = (scope: EventTarget): void => startVault(scope, { schema: [...SCHEMA, STEP] });
