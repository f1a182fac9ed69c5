import { describe, expect, it } from 'vitest';
import type { GraphView, Topic } from '../../core/model/graph-api.ts';
import { withBroadTopics } from './broad-topics.ts';
import { paletteOf } from './graph-colours.ts';

const topic = (id: string, parent?: string): Topic => ({
  id,
  name: id,
  renamed: false,
  hidden: false,
  level: parent === undefined ? 0 : 1,
  ...(parent === undefined ? {} : { parent }),
  terms: [],
  summary: '',
  size: 1,
  projects: [],
  agents: [],
  from: 0,
  to: 0,
});

const view: GraphView = {
  nodes: ['a1', 'a2', 'b1'].map((topicId, index) => ({
    id: `m${index}`,
    seq: index,
    topicId,
    label: topicId,
    size: 1,
    createdAt: 0,
    x: 0,
    y: 0,
  })),
  edges: [],
};

describe('withBroadTopics', () => {
  it('colours finer topics as the broad one they belong to, and keeps where they lead', () => {
    const { nodes } = withBroadTopics(view, [
      topic('a'),
      topic('b'),
      topic('a1', 'a'),
      topic('a2', 'a'),
      topic('b1', 'b'),
    ]);
    expect(nodes.map(({ topicId }) => topicId)).toEqual(['a1', 'a2', 'b1']);
    expect(paletteOf(nodes, 'topic', false).legend.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('ends where parents go round in a circle', () => {
    expect(withBroadTopics(view, [topic('a1', 'a2'), topic('a2', 'a1')]).nodes).toHaveLength(3);
  });
});
