import { orderBySize } from '../leiden/partition.ts';
import {
  type GraphCheckpoint,
  type GraphLevel,
  type GraphRow,
  NO_EDITS,
  type Topic,
  type TopicEdits,
  type TopicState,
} from '../types.ts';
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

type Named = Pick<GraphCheckpoint, 'rows' | 'terms' | 'labels'>;

/** Topics of each level from the topic id of every row, coarse to fine, with the person's edits applied. */
export const describeLevels = (
  data: Named,
  idsByLevel: readonly Uint32Array[],
  edits: TopicEdits,
): GraphLevel[] => {
  const levels: GraphLevel[] = [];
  for (const ids of idsByLevel) levels.push(describeLevel(data, ids, edits, levels.at(-1)));
  return levels;
};

/**
 * Turns communities into topics with stable ids: `found` holds the communities of each level, coarse to fine,
 * `previous` the topics of the run before and what the person did to them.
 */
export const describeTopics = (
  data: Named,
  found: readonly Uint32Array[],
  previous?: TopicState,
): { readonly levels: GraphLevel[]; readonly state: TopicState } => {
  const seqs = Uint32Array.from(data.rows, (row) => row.seq);
  const edits = previous?.edits ?? NO_EDITS;
  let nextId = previous?.nextId ?? 1;
  const rawIds = found.map((communityOf, level) => {
    const matched = matchTopics(seqs, communityOf, previous, level, nextId);
    nextId = matched.nextId;
    return communityOf.map((c) => matched.ids[c]!);
  });
  const state = { nextId, seqs, levels: rawIds, edits };
  return { levels: describeLevels(data, rawIds, edits), state };
};

const describeLevel = (
  data: Named,
  ids: Uint32Array,
  edits: TopicEdits,
  above: GraphLevel | undefined,
): GraphLevel => {
  const communityOf = ids.map((id) => shownAs(id, edits));
  const shownIds = new Array<number>(orderBySize(communityOf));
  ids.forEach((id, row) => {
    shownIds[communityOf[row]!] = shownAs(id, edits);
  });
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
