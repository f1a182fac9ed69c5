import type { GraphView } from '../../core/model/graph-api.ts';

export const COLOURINGS = ['topic', 'agent', 'age', 'trust'] as const;
export type Colouring = (typeof COLOURINGS)[number];
export type GraphNode = GraphView['nodes'][number] & {
  /** Topic it is coloured by, where that is another than its own. */
  readonly colourTopic?: string;
};

/** Hues far from each other for as many groups as an eye can tell apart; the rest share a grey. */
const HUES = [200, 28, 265, 140, 340, 55, 232, 175, 0, 95, 300, 82] as const;
const OTHERS = { light: '#8a939b', dark: '#7d8790' } as const;

const TRUST_COLOURS: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  'user-typed': ['#1d7a45', '#5ccf90'],
  'user-confirmed': ['#1d7a45', '#5ccf90'],
  'assistant-generated': ['#0f6a78', '#5cc9d6'],
  imported: ['#6b7580', '#9aa5ae'],
  'web-derived': ['#946300', '#e0b354'],
  quarantined: ['#b3261e', '#f08a80'],
};

/** `#rrggbb` of a colour given as hue in degrees, saturation and lightness between 0 and 1. */
export const hexOf = (hue: number, saturation: number, lightness: number): string => {
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    const value = lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
};

export type Palette = {
  colourOf(node: GraphNode): string;
  /** What the colours stand for, most frequent first. */
  readonly legend: readonly { readonly key: string; readonly colour: string }[];
};

const grouped = (nodes: readonly GraphNode[], keyOf: (node: GraphNode) => string, dark: boolean): Palette => {
  const weightByKey = new Map<string, number>();
  for (const node of nodes) weightByKey.set(keyOf(node), (weightByKey.get(keyOf(node)) ?? 0) + 1);
  const ranked = [...weightByKey].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([key]) => key);
  const colourByKey = new Map(
    ranked
      .slice(0, HUES.length)
      .map((key, index) => [key, hexOf(HUES[index] ?? 0, dark ? 0.6 : 0.62, dark ? 0.66 : 0.4)]),
  );
  const others = dark ? OTHERS.dark : OTHERS.light;
  return {
    colourOf: (node) => colourByKey.get(keyOf(node)) ?? others,
    legend: [
      ...[...colourByKey].map(([key, colour]) => ({ key, colour })),
      ...(ranked.length > HUES.length ? [{ key: '', colour: others }] : []),
    ],
  };
};

/** Colours for the nodes of a graph; an empty legend key stands for everything without a colour of its own. */
export const paletteOf = (nodes: readonly GraphNode[], colouring: Colouring, dark: boolean): Palette => {
  if (colouring === 'topic')
    return grouped(nodes, ({ colourTopic, topicId }) => colourTopic ?? topicId, dark);
  if (colouring === 'agent') return grouped(nodes, ({ agentId = '' }) => agentId, dark);
  if (colouring === 'trust') {
    const colour = (key: string) => TRUST_COLOURS[key]?.[dark ? 1 : 0] ?? (dark ? OTHERS.dark : OTHERS.light);
    const keys = [...new Set(nodes.map(({ integrity = '' }) => integrity as string))];
    return {
      colourOf: ({ integrity = '' }) => colour(integrity),
      legend: keys.map((key) => ({ key, colour: colour(key) })),
    };
  }
  const times = nodes.map(({ createdAt }) => createdAt).sort((a, b) => a - b);
  const [oldest = 0] = times;
  const span = (times.at(-1) ?? oldest) - oldest || 1;
  const shade = (share: number) =>
    dark
      ? hexOf(190, 0.2 + 0.5 * share, 0.32 + 0.4 * share)
      : hexOf(190, 0.15 + 0.65 * share, 0.74 - 0.46 * share);
  return {
    colourOf: ({ createdAt }) => shade((createdAt - oldest) / span),
    legend: [
      { key: 'older', colour: shade(0) },
      { key: 'newer', colour: shade(1) },
    ],
  };
};
