export type Sample = { readonly at: number; readonly value: number };

/**
 * Path of a step line in a box of `width` × `height`, time from left to right, 1 at the top. A value holds until the
 * next sample, so that a sudden drop looks sudden. Empty without samples.
 */
export const sparklinePath = (samples: readonly Sample[], width: number, height: number): string => {
  const [first] = samples;
  const last = samples.at(-1);
  if (!first || !last) return '';
  const span = last.at - first.at || 1;
  const place = ({ at, value }: Sample) =>
    [((at - first.at) / span) * width, (1 - Math.min(1, Math.max(0, value))) * height] as const;
  const round = (value: number) => Number(value.toFixed(1));
  const steps = samples.slice(1).map((sample) => {
    const [x, y] = place(sample);
    return `H${round(x)}V${round(y)}`;
  });
  const [x, y] = place(first);
  return `M${round(x)} ${round(y)}${steps.join('')}${samples.length === 1 ? `H${width}` : ''}`;
};
