import type { Settings } from '../../core/model/settings.ts';

export type Saved = Settings['savedSearches'];

/** What the vault keeps at most. */
const MOST = 200;
const LONGEST_QUERY = 1_000;
const LONGEST_NAME = 100;

/** The saved searches with one more; one of the same name is replaced. */
export const withSaved = (saved: Saved, next: Saved[number]): Saved => [
  ...withoutSaved(saved, next.name),
  next,
];

export const withoutSaved = (saved: Saved, name: string): Saved =>
  saved.filter((known) => known.name !== name);

/**
 * The saved searches with `query` kept under its own words, or without it when it was kept; undefined when there is no
 * room for it.
 */
export const toggleSaved = (saved: Saved, query: string): Saved | undefined => {
  const words = query.trim();
  const without = saved.filter((known) => known.query !== words);
  if (without.length < saved.length) return without;
  if (words === '' || words.length > LONGEST_QUERY || saved.length >= MOST) return undefined;
  return withSaved(saved, { name: words.slice(0, LONGEST_NAME), query: words });
};
