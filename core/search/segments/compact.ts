import type { Corpus, NamedSegment } from './corpus.ts';
import { seal } from './seal.ts';
import { MAX_LOCAL } from './segment.ts';
import { packSegment } from './segment-codec.ts';

/** Segments below this are joined once there are several: every session leaves one. */
const SMALL = 2_048;
const SEVERAL = 4;
/** Joined segments stay below this, so that rewriting one stays short. */
const LARGEST = 8_192;

/**
 * Rewrites sealed segments that hold removed memories, and joins small ones.
 * The tail is left alone: saving it writes only what is searchable in it.
 */
export const compact = (corpus: Corpus, newName: () => string): void => {
  const { sealed } = corpus;
  const worn = sealed.some(({ segment }) => segment.aliveCount < segment.count);
  const small = sealed.filter(({ segment }) => segment.aliveCount < SMALL);
  if (!worn && small.length < SEVERAL) return;
  const joined = small.length < SEVERAL ? [] : small;
  const kept = sealed.flatMap((named): NamedSegment[] => {
    const { segment } = named;
    if (joined.includes(named)) return [];
    if (segment.aliveCount === segment.count) return [named];
    const rewritten = seal([segment]);
    return rewritten ? [{ name: newName(), segment: packSegment(rewritten) }] : [];
  });
  for (const group of groupsThatFit(joined)) {
    const rewritten = seal(group.map(({ segment }) => segment));
    if (rewritten) kept.push({ name: newName(), segment: packSegment(rewritten) });
  }
  corpus.relayout(kept, corpus.tail, corpus.tailName);
};

const groupsThatFit = (named: readonly NamedSegment[]): NamedSegment[][] => {
  const groups: NamedSegment[][] = [];
  let documents = 0;
  let terms = 0;
  for (const each of named) {
    const { aliveCount, termCount } = each.segment;
    const group = groups.at(-1);
    if (group && documents + aliveCount <= LARGEST && terms + termCount < MAX_LOCAL) {
      group.push(each);
      documents += aliveCount;
      terms += termCount;
    } else {
      groups.push([each]);
      documents = aliveCount;
      terms = termCount;
    }
  }
  return groups;
};
