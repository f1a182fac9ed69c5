import type { MemoryMeta, Seq } from '../model/memory.ts';
import type { ErasePreview, EraseScope } from '../model/vault-api.ts';
import type { Catalog } from '../store/catalog.ts';

const matcher = (scope: EraseScope, catalog: Catalog): ((meta: MemoryMeta) => boolean) => {
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

/** Visible memories an erase of `scope` takes away, trashed and archived ones included. */
export const seqsInScope = (scope: EraseScope, catalog: Catalog): Seq[] => {
  const inScope = matcher(scope, catalog);
  return [...catalog.all()].filter(inScope).map(({ seq }) => seq);
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
