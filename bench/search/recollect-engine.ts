import { SearchIndex } from '../../core/search/index.ts';
import type { Engine, EngineDocument } from './engine.ts';

/** Fixed, so that natural time reads the same in every run. */
export const NOW = Date.UTC(2026, 0, 1);

export const toSearchDocument = ({ id, ...document }: EngineDocument) => ({
  ...document,
  seq: id,
  site: 'chatgpt',
});

/** Our index with all stages, plain order without learning. */
export const recollectEngine = (): Engine & { readonly index: SearchIndex } => {
  const index = new SearchIndex();
  return {
    name: 'recollect',
    index,
    add: (documents) => index.update(documents.map(toSearchDocument)),
    search: (query, limit) => index.search(query, { now: NOW, limit }).hits.map(({ seq }) => seq),
    diskBytes: () => index.exportSegments().reduce((sum, { bytes }) => sum + bytes.length, 0),
  };
};
