import type { Memory } from '../model/memory.ts';
import { hasCode, hasLink, previewOf } from './text-facts.ts';

/** Words of a message that are searched; the rest is stored whole and said to be unsearched. */
export const INDEXED_LENGTH = 200_000;

type TextFact = 'hasCode' | 'hasLink' | 'length' | 'indexedLength' | 'preview';
/** What every memory has in common on its first day. */
type Beginning =
  | 'capturedAt'
  | 'updatedAt'
  | 'corroborated'
  | 'state'
  | 'stateSince'
  | 'pinned'
  | 'tags'
  | 'importance';

/** Fills in what is computed from the words. */
export const withTextFacts = (memory: Omit<Memory, TextFact>): Memory => ({
  ...memory,
  hasCode: hasCode(memory.markdown),
  hasLink: hasLink(memory.markdown),
  length: memory.markdown.length,
  indexedLength: Math.min(memory.markdown.length, INDEXED_LENGTH),
  preview: previewOf(memory.text || memory.attachments.join(', ')),
});

/** A memory that nobody has seen before, kept at `now` (milliseconds since the epoch). */
export const newMemory = (given: Omit<Memory, TextFact | Beginning>, now: number): Memory =>
  withTextFacts({
    ...given,
    capturedAt: now,
    updatedAt: now,
    corroborated: false,
    state: 'active',
    stateSince: now,
    pinned: false,
    tags: [],
    importance: 3,
  });
