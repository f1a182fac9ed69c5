/** Chosen bars, first and last included. */
export type Brush = { readonly first: number; readonly last: number };

const PAGE = 7;

/** Bars whose stretch lies at least partly within [from, to); undefined when none does. */
export const brushOf = (
  buckets: readonly { readonly from: number; readonly to: number }[],
  from: number | undefined,
  to: number | undefined,
): Brush | undefined => {
  if (from === undefined && to === undefined) return undefined;
  const within = (bucket: { readonly from: number; readonly to: number }) =>
    bucket.to > (from ?? Number.NEGATIVE_INFINITY) && bucket.from < (to ?? Number.POSITIVE_INFINITY);
  const first = buckets.findIndex(within);
  const last = buckets.findLastIndex(within);
  return first < 0 ? undefined : { first, last };
};

/** The brush after a key on one of its handles; undefined when the key means nothing. Handles never cross. */
export const brushAfterKey = (
  { first, last }: Brush,
  handle: keyof Brush,
  key: string,
  count: number,
): Brush | undefined => {
  const at = handle === 'first' ? first : last;
  const target = {
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    PageUp: at + PAGE,
    PageDown: at - PAGE,
    Home: 0,
    End: count - 1,
  }[key];
  if (target === undefined) return undefined;
  return handle === 'first'
    ? { first: Math.min(last, Math.max(0, target)), last }
    : { first, last: Math.max(first, Math.min(count - 1, target)) };
};
