/** A turn to be placed: `known` is its order in the vault, `absolute` what the source says. */
export type TurnToPlace = { readonly known?: number; readonly absolute?: number };

/**
 * Orders for the turns of one observation, which may be any window of its conversation.
 * Known turns are anchors; new ones go between their neighbours' orders (fractions are allowed),
 * after `last` when the window touches nothing known. Sources that know absolute positions win.
 */
export const placeTurns = (turns: readonly TurnToPlace[], last: number | undefined): number[] => {
  const orders: (number | undefined)[] = turns.map(({ known, absolute }) => absolute ?? known);
  let at = 0;
  while (at < orders.length) {
    if (orders[at] !== undefined) {
      at += 1;
      continue;
    }
    let end = at;
    while (end < orders.length && orders[end] === undefined) end += 1;
    fillGap(orders, at, end, last);
    at = end;
  }
  return orders as number[];
};

const fillGap = (
  orders: (number | undefined)[],
  start: number,
  end: number,
  last: number | undefined,
): void => {
  const before = orders[start - 1];
  const after = orders[end];
  const count = end - start;
  for (let index = 0; index < count; index++) {
    let order: number;
    if (before !== undefined && after !== undefined && after > before) {
      order = before + ((after - before) * (index + 1)) / (count + 1);
    } else if (before !== undefined) {
      order = before + (index + 1) * (last !== undefined && last > before ? 2 ** -10 : 1);
    } else if (after !== undefined) {
      order = after - (count - index);
    } else {
      order = (last ?? -1) + 1 + index;
    }
    orders[start + index] = order;
  }
};
