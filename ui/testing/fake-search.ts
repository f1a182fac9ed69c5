import type { Mark, MemoryRow, QueryToken, SearchHit } from '../../core/model/query.ts';
import type { FakeMemory } from './fake-memories.ts';

/** Splits a query into words and `name:value` filters, with their places. */
export const fakeTokens = (query: string): QueryToken[] =>
  [...query.matchAll(/\S+/g)].map((match) => {
    const [label] = match;
    const [name] = label.split(':');
    const span: Mark = [match.index, match.index + label.length];
    return { kind: label.includes(':') && name ? name : 'term', label, span };
  });

const marksIn = (text: string, words: readonly string[]): Mark[] =>
  words.flatMap((word) => {
    const start = text.toLowerCase().indexOf(word);
    return start < 0 ? [] : [[start, start + word.length] as const];
  });

const matchesFilter = (memory: FakeMemory, row: MemoryRow, { kind, label }: QueryToken): boolean => {
  const value = label.slice(kind.length + 1);
  if (kind === 'agent') return row.agentId.includes(value);
  if (kind === 'site') return row.site === value;
  if (kind === 'tag') return row.tags.includes(value);
  if (kind === 'is') return value !== 'pinned' || row.pinned;
  if (kind === 'before') return memory.createdAt < Date.parse(value);
  return true;
};

/** A plain any-word search over the fake memories, best coverage first. */
export const fakeHits = (
  memories: readonly FakeMemory[],
  rowOf: (memory: FakeMemory) => MemoryRow,
  tokens: readonly QueryToken[],
): SearchHit[] => {
  const words = tokens.filter(({ kind }) => kind === 'term').map(({ label }) => label.toLowerCase());
  const filters = tokens.filter(({ kind }) => kind !== 'term');
  return memories
    .map((memory) => {
      const row = rowOf(memory);
      const all = `${memory.title} ${memory.text}`.toLowerCase();
      const score = words.filter((word) => all.includes(word)).length;
      const snippet = memory.text.replace(/\s+/g, ' ').slice(0, 220);
      const why = [{ part: 'terms', sentence: 'The words of the query occur here.', share: 1 }];
      const titleMarks = marksIn(memory.title, words);
      return { row, score, snippet, marks: marksIn(snippet, words), titleMarks, why, folded: [] };
    })
    .filter(({ score, row }, index) => {
      const memory = memories[index];
      return (
        memory && (score > 0 || words.length === 0) && filters.every((f) => matchesFilter(memory, row, f))
      );
    })
    .sort((a, b) => b.score - a.score || b.row.createdAt - a.row.createdAt);
};
