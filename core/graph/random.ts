/** A seeded source of numbers in [0, 1): the same seed always gives the same sequence (mulberry32). */
export type Random = () => number;

export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** 0 … `size` − 1 in random order (Fisher–Yates). */
export const shuffledOrder = (size: number, random: Random): Uint32Array => {
  const order = new Uint32Array(size);
  for (let i = 0; i < size; i++) {
    const j = Math.floor(random() * (i + 1));
    order[i] = order[j]!;
    order[j] = i;
  }
  return order;
};

/** 0 … `size` − 1 in order, beginning anywhere. */
export const rotatedOrder = (size: number, random: Random): Uint32Array => {
  const first = Math.floor(random() * size);
  return new Uint32Array(size).map((_, i) => (i + first) % size);
};
