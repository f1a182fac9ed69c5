import type { GraphDocument } from '../../core/graph/index.ts';
import { seededRandom, shuffledOrder } from '../../core/graph/random.ts';
import type { Talk } from './read-data.ts';

const TURN_MS = 60_000;
const START = Date.UTC(2025, 0, 1);

/** Turns as documents, conversation by conversation. The subject is not in them. */
export const documentsOf = (talks: readonly Talk[]): GraphDocument[] => {
  const documents: GraphDocument[] = [];
  talks.forEach(({ corpus, turns }, conversation) => {
    turns.forEach((text, order) => {
      const seq = documents.length;
      documents.push({
        seq,
        conversation,
        order,
        createdAt: START + seq * TURN_MS,
        site: corpus === 'beam' ? 'chatgpt' : 'dialogue',
        agentId: corpus === 'beam' ? 'chatgpt' : 'dialogue',
        text,
      });
    });
  });
  return documents;
};

/**
 * A store of `size` memories from the talks: whole talks in random order, then again as new conversations with
 * their turns shuffled, until there are enough.
 */
export const storeOf = (talks: readonly Talk[], size: number): GraphDocument[] => {
  const random = seededRandom(size);
  const chosen: Talk[] = [];
  let filled = 0;
  for (let round = 0; filled < size; round++) {
    for (const index of shuffledOrder(talks.length, random)) {
      const talk = talks[index]!;
      const order = round === 0 ? undefined : shuffledOrder(talk.turns.length, random);
      const turns = order ? Array.from(order, (turn) => talk.turns[turn]!) : talk.turns;
      chosen.push({ ...talk, turns });
      filled += turns.length;
      if (filled >= size) break;
    }
  }
  return documentsOf(chosen).slice(0, size);
};
