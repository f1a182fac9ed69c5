/**
 * Turns are stored in pages of their conversation: page n of the conversation with ordinal o has the key
 * o · 2^20 + n. One page is one IndexedDB row, so that reading a conversation or copying a vault touches
 * few, large rows, and a growing answer rewrites only the last small page.
 */
const PAGES_PER_CONVERSATION = 2 ** 20;

/** Turns a page may hold before the next one is started. */
export const TURNS_PER_PAGE = 16;

/** UTF-16 units of text a page may hold before the next one is started. */
export const TEXT_PER_PAGE = 32_768;

export const pageKey = (ordinal: number, page: number): number => ordinal * PAGES_PER_CONVERSATION + page;

export const ordinalOfPageKey = (key: number): number => Math.floor(key / PAGES_PER_CONVERSATION);
