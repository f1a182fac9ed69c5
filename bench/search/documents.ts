import type { TestConversation } from './corpus.ts';
import type { EngineDocument } from './engine.ts';

/** Where the data set has sessions of people talking, each is a conversation of its own; a chat stays one. */
export const documentsOf = (
  conversations: readonly TestConversation[],
): { readonly documents: EngineDocument[]; readonly firstIds: number[] } => {
  const documents: EngineDocument[] = [];
  const firstIds: number[] = [];
  conversations.forEach(({ documents: turns, sessions, corpus }, index) => {
    firstIds.push(documents.length + 1);
    turns.forEach(({ site: _site, ...turn }, at) => {
      const session = corpus === 'locomo' ? (sessions[at] ?? 0) : 0;
      documents.push({ ...turn, id: documents.length + 1, conversation: index * 1_000 + session });
    });
  });
  return { documents, firstIds };
};
