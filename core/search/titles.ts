import { termOf, wordsOf } from './analyse/analyser.ts';
import { detectLanguage } from './analyse/detect-language.ts';
import type { QueryTerm } from './score/query-term.ts';

/** Titles of conversations: a field of their own, so that a new title costs one entry and not a conversation's turns. */
export class Titles {
  readonly #titleByConversation = new Map<number, string>();
  readonly #conversationsByTerm = new Map<string, Set<number>>();

  set(conversation: number, title: string): void {
    if (this.#titleByConversation.get(conversation) === title) return;
    this.delete(conversation);
    if (title === '') return;
    this.#titleByConversation.set(conversation, title);
    for (const term of termsOf(title)) {
      const conversations = this.#conversationsByTerm.get(term);
      if (conversations) conversations.add(conversation);
      else this.#conversationsByTerm.set(term, new Set([conversation]));
    }
  }

  delete(conversation: number): void {
    const title = this.#titleByConversation.get(conversation);
    if (title === undefined) return;
    this.#titleByConversation.delete(conversation);
    for (const term of termsOf(title)) {
      const conversations = this.#conversationsByTerm.get(term);
      conversations?.delete(conversation);
      if (conversations?.size === 0) this.#conversationsByTerm.delete(term);
    }
  }

  entries(): IterableIterator<[number, string]> {
    return this.#titleByConversation.entries();
  }

  /** Query terms found in titles, one bit each, by conversation. */
  masks(terms: readonly QueryTerm[]): Map<number, number> {
    const maskByConversation = new Map<number, number>();
    terms.forEach(({ variants }, index) => {
      for (const { term } of variants) {
        for (const conversation of this.#conversationsByTerm.get(term) ?? []) {
          maskByConversation.set(conversation, (maskByConversation.get(conversation) ?? 0) | (1 << index));
        }
      }
    });
    return maskByConversation;
  }
}

const termsOf = (title: string): Set<string> => {
  const words = wordsOf(title).map(({ folded }) => folded);
  const language = detectLanguage(words);
  return new Set(words.map((word) => termOf(word, language)));
};
