import type { GraphCheckpoint, GraphLevel, GraphRow, Topic, TopicEdits, TopicState } from '../types.ts';
import { matchTopics } from './match-topics.ts';
import { keyTermsOf, topicNames } from './name-topics.ts';
import { membersOf } from './sub-graph.ts';

/** Projects and agents named in a summary line. */
const LISTED = 3;

const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const byCount = (values: Iterable<string | undefined>): string[] => {
  const counts = new Map<string, number>();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value);
};

const summaryOf = (topic: Omit<Topic, 'summary'>): string =>
  [
    topic.terms.slice(0, 5).join(', '),
    topic.projects.slice(0, LISTED).join(', '),
    topic.agents.slice(0, LISTED).join(', '),
    day(topic.from) === day(topic.to) ? day(topic.from) : `${day(topic.from)} to ${day(topic.to)}`,
    topic.size === 1 ? '1 memory' : `${topic.size} memories`,
  ]
    .filter(Boolean)
    .join(' · ');

/** Follows merges to the topic that is shown; a circle ends where it began. */
const shownAs = (id: number, edits: TopicEdits): number => {
  let shown = id;
  for (let hops = 0; hops < 100; hops++) {
    const next = edits.mergedInto[shown];
    if (next === undefined || next === id) break;
    shown = next;
  }
  return shown;
};

type Described = { readonly levels: GraphLevel[]; readonly state: TopicState };

/**
 * Turns communities into topics: stable ids, the person's renames, merges and hides, names, terms and a summary.
 * `found` holds the communities of each level, coarse to fine.
 */
export const describeTopics = (
  data: Pick<GraphCheckpoint, 'rows' | 'terms' | 'labels'>,
  found: readonly Uint32Array[],
  edits: TopicEdits,
  previous?: TopicState,
): Described => {
  const seqs = Uint32Array.from(data.rows, (row) => row.seq);
  let nextId = previous?.nextId ?? 1;
  const rawIds: Uint32Array[] = [];
  const levels: GraphLevel[] = [];
  found.forEach((communityOf, level) => {
    let communities = 0;
    for (const c of communityOf) if (c >= communities) communities = c + 1;
    const matched = matchTopics(seqs, communityOf, communities, previous, level, nextId);
    nextId = matched.nextId;
    rawIds.push(communityOf.map((c) => matched.ids[c]!));
    levels.push(describeLevel(data, communityOf, matched.ids, edits, levels.at(-1)));
  });
  return { levels, state: { nextId, seqs, levels: rawIds, edits } };
};

const describeLevel = (
  data: Pick<GraphCheckpoint, 'rows' | 'terms' | 'labels'>,
  found: Uint32Array,
  ids: Uint32Array,
  edits: TopicEdits,
  above: GraphLevel | undefined,
): GraphLevel => {
  const indexOf = new Map<number, number>();
  const shownIds: number[] = [];
  const indexOfCommunity = Array.from(ids, (id) => {
    const shown = shownAs(id, edits);
    const known = indexOf.get(shown);
    if (known !== undefined) return known;
    indexOf.set(shown, shownIds.length);
    return shownIds.push(shown) - 1;
  });
  const communityOf = found.map((c) => indexOfCommunity[c]!);
  const members = membersOf(communityOf, shownIds.length);
  const keyTerms = keyTermsOf(data, members);
  const rowsOf = (index: number): GraphRow[] => Array.from(members[index]!, (row) => data.rows[row]!);
  const names = topicNames(keyTerms, (index) => {
    const [first] = rowsOf(index);
    return first ? (first.project ?? `Notes of ${day(first.createdAt)}, ${first.site}`) : 'Empty';
  });
  const hidden = new Set(edits.hidden);
  const topics = shownIds.map((id, index): Topic => {
    const rows = rowsOf(index);
    const topic = {
      id,
      name: edits.renamed[id] ?? names[index]!,
      terms: keyTerms[index]!,
      size: rows.length,
      projects: byCount(rows.map((row) => row.project)),
      agents: byCount(rows.map((row) => row.agentId)),
      from: rows.reduce((least, row) => Math.min(least, row.createdAt), Number.POSITIVE_INFINITY),
      to: rows.reduce((most, row) => Math.max(most, row.createdAt), Number.NEGATIVE_INFINITY),
      ...(above ? { parent: above.communityOf[members[index]![0]!]! } : {}),
      renamed: edits.renamed[id] !== undefined,
      hidden: hidden.has(id),
    };
    return { ...topic, summary: summaryOf(topic) };
  });
  return { communityOf, topics };
};
