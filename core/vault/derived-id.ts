/** True for ids that adapters derive from a turn's place and words where the site shows none. */
export const isDerivedId = (id: string): boolean => /(?:^|:)derived-[^:]*$/.test(id);
