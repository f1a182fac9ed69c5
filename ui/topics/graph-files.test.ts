import { describe, expect, it } from 'vitest';
import type { GraphView } from '../../core/model/graph-api.ts';
import { gexfOf, jsonOf } from './graph-files.ts';

const node = (id: string, label: string) => ({
  id,
  label,
  topicId: 't',
  size: 2,
  agentId: 'claude/opus-4',
  createdAt: 0,
  x: 1,
  y: -2,
});
const VIEW: GraphView = {
  nodes: [node('a', 'Dough & <crust> "17 °C"'), node('b', 'bell \u0007 and half \ud800 a pair')],
  edges: [{ source: 'a', target: 'b', weight: 0.5, why: ["baker's", 'dough'] }],
};
const name = () => 'Bread & butter';

describe('gexfOf', () => {
  const xml = gexfOf(VIEW, name);

  it('escapes what would be markup', () => {
    expect(xml).toContain('label="Dough &amp; &lt;crust&gt; &quot;17 °C&quot;"');
    expect(xml).toContain('value="Bread &amp; butter"');
    expect(xml).toContain('value="baker&apos;s, dough"');
  });

  it('leaves out characters that XML forbids', () => {
    expect(xml).not.toContain('\u0007');
    expect(xml.isWellFormed()).toBe(true);
  });

  it('carries the weight and the place', () => {
    expect(xml).toContain('source="a" target="b" weight="0.5"');
    expect(xml).toContain('<viz:position x="1" y="-2" z="0"/>');
  });
});

describe('jsonOf', () => {
  it('can be read again and names the topics', () => {
    const read = JSON.parse(jsonOf(VIEW, name)) as { nodes: { topic: string }[]; edges: unknown[] };
    expect(read.nodes.map(({ topic }) => topic)).toEqual(['Bread & butter', 'Bread & butter']);
    expect(read.edges).toHaveLength(1);
  });
});
