export { DexieEventStorage } from './dexie-event-storage.ts';
export { EventLog, type NewEvent } from './event-log.ts';
export type { EventChange, EventStorage } from './event-storage.ts';
export { MemoryEventStorage } from './memory-event-storage.ts';
export { COLD, HOT, WARM } from './retention.ts';
