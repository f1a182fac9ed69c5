/**
 * Order for a refined list in which the row under the person's hand stays at its place: the selected row keeps its
 * index, the others follow their new order around it. A selected row that is gone is not kept.
 */
export const settle = <T>(
  previous: readonly T[],
  next: readonly T[],
  selected: number | undefined,
  keyOf: (item: T) => number,
): readonly T[] => {
  const index = previous.findIndex((item) => keyOf(item) === selected);
  const kept = next.find((item) => keyOf(item) === selected);
  if (index < 0 || kept === undefined) return next;
  const others = next.filter((item) => keyOf(item) !== selected);
  return [...others.slice(0, index), kept, ...others.slice(index)];
};
