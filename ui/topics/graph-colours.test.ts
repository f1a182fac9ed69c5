import { describe, expect, it } from 'vitest';
import { type GraphNode, hexOf, paletteOf } from './graph-colours.ts';

const node = (id: string, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  label: id,
  topicId: `t-${id}`,
  size: 1,
  createdAt: 0,
  x: 0,
  y: 0,
  ...more,
});

describe('hexOf', () => {
  it('turns hue, saturation and lightness into a colour', () => {
    expect(hexOf(0, 1, 0.5)).toBe('#ff0000');
    expect(hexOf(120, 1, 0.5)).toBe('#00ff00');
    expect(hexOf(0, 0, 1)).toBe('#ffffff');
  });
});

describe('paletteOf', () => {
  it('gives the largest groups colours of their own and the rest one grey', () => {
    const nodes = Array.from({ length: 40 }, (_, index) => node(`${index}`));
    const { legend, colourOf } = paletteOf(nodes, 'topic', false);
    expect(new Set(legend.map(({ colour }) => colour)).size).toBe(legend.length);
    expect(legend.at(-1)?.key).toBe('');
    expect(nodes.map(colourOf).filter((colour) => colour === legend.at(-1)?.colour).length).toBeGreaterThan(
      1,
    );
  });

  it('tells old from new', () => {
    const nodes = [node('old', { createdAt: 10 }), node('new', { createdAt: 90 })];
    const { colourOf, legend } = paletteOf(nodes, 'age', true);
    expect(nodes.map(colourOf)).toEqual(legend.map(({ colour }) => colour));
  });

  it('does not fail on an empty graph', () => {
    for (const colouring of ['topic', 'agent', 'age', 'trust'] as const) {
      expect(() => paletteOf([], colouring, false)).not.toThrow();
    }
  });
});
