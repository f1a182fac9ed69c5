import type { Settings } from '../../core/model/settings.ts';

type Saved = Settings['savedSearches'];

/** The saved searches with one more; one of the same name is replaced. */
export const withSaved = (saved: Saved, next: Saved[number]): Saved => [
  ...withoutSaved(saved, next.name),
  next,
];

export const withoutSaved = (saved: Saved, name: string): Saved =>
  saved.filter((known) => known.name !== name);
