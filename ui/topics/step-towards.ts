type Place = { readonly id: string; readonly x: number; readonly y: number };
export type Direction = 'up' | 'down' | 'left' | 'right';

/** Unit vectors with y upwards, as the graph is drawn. */
const VECTORS: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
  up: [0, 1],
  down: [0, -1],
  left: [-1, 0],
  right: [1, 0],
};

/** Half of the right angle around a direction; what lies outside is another direction's. */
const MIN_COSINE = Math.SQRT1_2 - 1e-9;

const nearest = (from: Place, places: readonly Place[], direction: Direction): Place | undefined => {
  const [dx, dy] = VECTORS[direction];
  let best: Place | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const x = place.x - from.x;
    const y = place.y - from.y;
    const distance = Math.hypot(x, y);
    if (place.id === from.id || distance === 0) continue;
    const cosine = (x * dx + y * dy) / distance;
    // A place a little aside costs more than one straight ahead.
    const cost = distance * (2 - cosine);
    if (cosine >= MIN_COSINE && cost < bestCost) {
      best = place;
      bestCost = cost;
    }
  }
  return best;
};

/**
 * The place an arrow key leads to: the nearest connected one in that direction, else the nearest of all; where there
 * is none, the place itself.
 */
export const stepTowards = (
  from: Place,
  connected: readonly Place[],
  all: readonly Place[],
  direction: Direction,
): string => (nearest(from, connected, direction) ?? nearest(from, all, direction) ?? from).id;
