import { FEATURES, SearchIndex } from '../../../core/search/index.ts';
import type { TestConversation } from '../corpus.ts';
import { documentsOf } from '../documents.ts';
import { NOW, toSearchDocument } from '../recollect-engine.ts';

/** Candidates of one question as the shipped engine ranks them, with what it knows of each. */
export type Sample = {
  readonly corpus: string;
  readonly scope: 'conversation' | 'store';
  /** Position of its conversation in its corpus: what folds are made of. */
  readonly conversation: number;
  readonly kind: string;
  /** Feature vectors one after the other, in the order of FEATURES. */
  readonly vectors: Float32Array;
  readonly count: number;
  /** Candidates that answer the question. */
  readonly relevant: readonly number[];
  /** All that answer it, those included that are no candidates. */
  readonly relevantTotal: number;
};

const samplesOf = (
  conversations: readonly TestConversation[],
  first: number,
  scope: Sample['scope'],
): Sample[] => {
  const { documents, firstIds } = documentsOf(conversations);
  const index = new SearchIndex();
  index.update(documents.map(toSearchDocument));
  return conversations.flatMap(({ corpus, questions }, at) =>
    questions.map(({ text, kind, relevant }): Sample => {
      const answers = new Set(relevant.map((position) => (firstIds[at] as number) + position));
      let vectors = new Float32Array(0);
      let found: number[] = [];
      index.search(text, {
        now: NOW,
        limit: 10,
        rerank: (candidates) => {
          vectors = new Float32Array(candidates.length * FEATURES.length);
          candidates.forEach(({ features }, row) => {
            vectors.set(features, row * FEATURES.length);
          });
          found = candidates.map(({ seq }) => seq);
          return candidates;
        },
      });
      return {
        corpus,
        scope,
        conversation: first + at,
        kind,
        vectors,
        count: found.length,
        relevant: found.flatMap((seq, row) => (answers.has(seq) ? [row] : [])),
        relevantTotal: answers.size,
      };
    }),
  );
};

/** Every question of a corpus twice: asked in its own conversation, and in one store of all. */
export const collectSamples = (conversations: readonly TestConversation[]): Sample[] => [
  ...conversations.flatMap((conversation, at) => samplesOf([conversation], at, 'conversation')),
  ...samplesOf(conversations, 0, 'store'),
];
