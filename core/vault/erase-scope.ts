import type { MemoryMeta, Seq } from '../model/memory.ts';
import type { ErasePreview, EraseScope } from '../model/vault-api.ts';
import type { Catalog } from '../store/catalog.ts';
import type { MemoryStore } from '../store/memory-store.ts';

type CatalogScope = Exclude<EraseScope, { kind: 'words' }>;

const matcher = (scope: CatalogScope, catalog: Catalog): ((meta: MemoryMeta) => boolean) => {
  switch (scope.kind) {
    case 'memories': {
      const seqs = new Set(scope.seqs);
      return ({ seq }) => seqs.has(seq);
    }
    case 'conversation':
      return ({ conversationKey }) => conversationKey === scope.key;
    case 'agent':
      return ({ agentId }) => agentId === scope.agentId;
    case 'site':
      return ({ conversationKey }) => catalog.conversationByKey.get(conversationKey)?.site === scope.site;
    case 'range':
      return ({ createdAt }) => createdAt >= scope.from && createdAt < scope.to;
    case 'behaviour':
      return () => false;
  }
};

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Every text is read: the index knows neither very long messages to their end nor what an assistant thought. */
const seqsWithWords = async (words: string, store: MemoryStore): Promise<Seq[]> => {
  const { catalog } = store;
  const wanted = plain(words);
  if (wanted === '') return [];
  const hold = (...texts: readonly string[]): boolean => texts.some((text) => plain(text).includes(wanted));
  const titled = new Set(
    [...catalog.conversationByKey.values()].filter(({ title }) => hold(title)).map(({ key }) => key),
  );
  const found: Seq[] = [];
  for await (const texts of store.allTexts()) {
    for (const { seq, text, markdown, thinking = '' } of texts) {
      const meta = catalog.visible(seq);
      if (!meta) continue;
      const { conversationKey, attachments, tags } = meta;
      if (titled.has(conversationKey) || hold(text, markdown, thinking, ...attachments, ...tags))
        found.push(seq);
    }
  }
  return found;
};

/** Visible memories an erase of `scope` takes away, trashed and archived ones included. */
export const seqsInScope = async (scope: EraseScope, store: MemoryStore): Promise<Seq[]> => {
  if (scope.kind === 'words') return seqsWithWords(scope.words, store);
  const inScope = matcher(scope, store.catalog);
  return [...store.catalog.all()].filter(inScope).map(({ seq }) => seq);
};

/** What an erase would take away: memories, whole conversations among them, approximate bytes of words. */
export const previewOfErase = (seqs: readonly Seq[], catalog: Catalog): ErasePreview => {
  const taken = new Set(seqs);
  const keys = new Set<string>();
  let bytes = 0;
  for (const seq of seqs) {
    const meta = catalog.metaBySeq.get(seq);
    if (!meta) continue;
    keys.add(meta.conversationKey);
    bytes += meta.length * 2;
  }
  const whole = [...keys].filter((key) =>
    catalog.allTurnsOf(key).every(({ seq }) => taken.has(seq) || catalog.hidden.has(seq)),
  );
  return { memories: seqs.length, conversations: whole.length, bytes };
};
