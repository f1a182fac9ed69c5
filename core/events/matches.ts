import type { EventFilter, VaultEvent } from '../model/events-api.ts';

/** Whether an event passes a filter: all fields that are set must agree; `from` inclusive, `to` exclusive. */
export const matches = (event: VaultEvent, filter: EventFilter): boolean =>
  (filter.kinds === undefined || filter.kinds.includes(event.kind)) &&
  (filter.agentKey === undefined || event.agentKey === filter.agentKey) &&
  (filter.conversationKey === undefined || event.conversationKey === filter.conversationKey) &&
  (filter.from === undefined || event.at >= filter.from) &&
  (filter.to === undefined || event.at < filter.to) &&
  // What is left of the newest event when it was counted away.
  event.count !== 0;
