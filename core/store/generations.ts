import type { Place, Places } from './places.ts';

const PREFIX = 'memory-';
const LIVE_MARKER = 'live';

const generationOf = (name: string): number => Number.parseInt(name.slice(PREFIX.length), 10);

/** Name of the place of a generation: `memory-1`, `memory-2`, … Each erase of a part starts a new one. */
export const placeName = (generation: number): string => `${PREFIX}${generation}`;

const isLive = async (place: Place): Promise<boolean> => {
  const directory = await place.directory();
  for await (const name of directory.keys()) if (name === LIVE_MARKER) return true;
  return false;
};

/** The switch of generations: creating this one empty file is atomic, everything before it can be thrown away. */
export const markLive = async (place: Place): Promise<void> => {
  const file = await (await place.directory()).getFileHandle(LIVE_MARKER, { create: true });
  const writable = await file.createWritable();
  await writable.write(new Uint8Array([1]));
  await writable.close();
};

/** Generations on disk, newest first. */
export const generations = async (places: Places): Promise<number[]> =>
  (await places.list())
    .filter((name) => name.startsWith(PREFIX))
    .map(generationOf)
    .filter(Number.isInteger)
    .sort((a, b) => b - a);

/**
 * Finds the place to open: the newest live generation. `leftovers` are what a crash left of a copy (never
 * live) or of a finished switch (older): the caller deletes them once the current one has opened.
 * A vault without any generation is created.
 */
export const currentPlace = async (places: Places): Promise<{ place: Place; leftovers: string[] }> => {
  const found = await generations(places);
  let current: Place | undefined;
  for (const generation of found) {
    const place = await places.open(placeName(generation));
    if (await isLive(place)) {
      current = place;
      break;
    }
  }
  if (!current) {
    // Without any marker (lost with damaged files) the oldest holds the memories: copies are newer.
    current = await places.open(placeName(found.at(-1) ?? 1));
    await markLive(current);
  }
  const keep = current.name;
  return { place: current, leftovers: found.map(placeName).filter((name) => name !== keep) };
};
