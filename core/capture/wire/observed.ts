/**
 * Paths of the sites' own traffic that carry conversations. The script in the page's world knows nothing else:
 * every other request is left alone.
 */
export const OBSERVED_PATHS = {
  chatgpt:
    /\/(?:backend-api|backend-anon)\/(?:(?:f\/)?conversation(?:\/resume|\/[\w-]{16,})?|conversations\/[\w-]{16,}(?:\/messages)?)$/,
  claude:
    /\/api\/organizations\/[\w-]+\/chat_conversations\/[\w-]{16,}(?:\/(?:retry_)?completion)?$|\/claudeai-rpc\/[\w.]+ConversationService\/(?:StreamTimeline|ReadConversation|ReadConversationHistory)$/,
} as const;

/** Sockets over which answers may come. */
export const OBSERVED_SOCKETS = /^wss:\/\/(?:[\w-]+\.)*chatgpt\.com\//;

/** True for an address that is worth observing. */
export const isObserved = (address: string, base: string): boolean => {
  if (!URL.canParse(address, base)) return false;
  const { origin, pathname } = new URL(address, base);
  return origin === new URL(base).origin && Object.values(OBSERVED_PATHS).some((path) => path.test(pathname));
};
