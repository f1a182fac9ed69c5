const counts = (labels: ArrayLike<number>): Map<number, number> => {
  const map = new Map<number, number>();
  for (let i = 0; i < labels.length; i++) map.set(labels[i]!, (map.get(labels[i]!) ?? 0) + 1);
  return map;
};

const crossCounts = (a: ArrayLike<number>, b: ArrayLike<number>): Map<string, number> => {
  const map = new Map<string, number>();
  for (let i = 0; i < a.length; i++) {
    const key = `${a[i]}/${b[i]}`;
    map.set(key, (map.get(key) ?? 0) + 1);
  }
  return map;
};

const entropy = (sizes: Iterable<number>, n: number): number => {
  let h = 0;
  for (const size of sizes) h -= (size / n) * Math.log(size / n);
  return h;
};

/** Normalised mutual information of two labelings, 2·I / (H(a) + H(b)) (Danon et al. 2005): 1 when the same. */
export const normalisedMutualInformation = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  const n = a.length;
  const ha = entropy(counts(a).values(), n);
  const hb = entropy(counts(b).values(), n);
  if (ha + hb === 0) return 1;
  return (2 * (ha + hb - entropy(crossCounts(a, b).values(), n))) / (ha + hb);
};

const pairs = (sizes: Iterable<number>): number => {
  let sum = 0;
  for (const size of sizes) sum += (size * (size - 1)) / 2;
  return sum;
};

/** Adjusted Rand index of two labelings (Hubert & Arabie 1985): 1 when the same, about 0 by chance. */
export const adjustedRandIndex = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  const all = (a.length * (a.length - 1)) / 2;
  const inA = pairs(counts(a).values());
  const inB = pairs(counts(b).values());
  const expected = all === 0 ? 0 : (inA * inB) / all;
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (pairs(crossCounts(a, b).values()) - expected) / (most - expected);
};
