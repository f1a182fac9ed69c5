import { describe, expect, it } from 'vitest';
import type { GraphView, Topic } from '../../core/model/graph-api.ts';
import { topicsOf } from './topics-of.ts';
import { withinTopic } from './within-topic.ts';

const topic = (id: string, more: Partial<Topic> = {}): Topic => ({
  id,
  name: id,
  renamed: false,
  hidden: false,
  level: 0,
  terms: [],
  summary: '',
  size: 1,
  projects: [],
  agents: [],
  from: 0,
  to: 0,
  ...more,
});

describe('topicsOf', () => {
  const topics = [
    topic('bread', { terms: ['Sourdough', 'oven'], size: 3 }),
    topic('travel', { size: 9 }),
    topic('old', { hidden: true }),
    topic('rye', { level: 1 }),
  ];
  const ids = (level: number, hidden: boolean, words: string) =>
    topicsOf(topics, { level, hidden, words }).map(({ id }) => id);

  it('shows one level, largest first, without what is hidden', () => {
    expect(ids(0, false, '')).toEqual(['travel', 'bread']);
    expect(ids(0, true, '')).toContain('old');
    expect(ids(1, false, '')).toEqual(['rye']);
  });

  it('finds topics by every word of name or terms, whatever the case', () => {
    expect(ids(0, false, 'SOUR bread')).toEqual(['bread']);
    expect(ids(0, false, 'sour travel')).toEqual([]);
  });
});

describe('withinTopic', () => {
  const node = (id: string, topicId: string) => ({
    id,
    topicId,
    label: id,
    size: 1,
    createdAt: 0,
    x: 0,
    y: 0,
  });
  const view: GraphView = {
    nodes: [node('a', 'rye'), node('b', 'bread'), node('c', 'travel')],
    edges: [
      { source: 'a', target: 'b', weight: 1, why: [] },
      { source: 'b', target: 'c', weight: 1, why: [] },
    ],
  };

  it('keeps what lies in the topic and below it, with the edges among that', () => {
    const topics = [topic('bread'), topic('rye', { level: 1, parent: 'bread' }), topic('travel')];
    const part = withinTopic(view, topics, 'bread');
    expect(part.nodes.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(part.edges).toHaveLength(1);
  });

  it('ends when parents run in a circle', () => {
    const topics = [topic('bread', { parent: 'rye' }), topic('rye', { parent: 'bread' })];
    expect(withinTopic(view, topics, 'travel').nodes.map(({ id }) => id)).toEqual(['c']);
  });
});
