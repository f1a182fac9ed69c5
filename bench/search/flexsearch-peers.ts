import FlexSearch from 'flexsearch';
import type { Engine, EngineFactory } from './engine.ts';

type FlexIndex = {
  add(id: number, text: string): unknown;
  search(query: string, options: { limit: number; suggest: boolean }): number[];
};

const flexSearch = (name: string, options: object, suggest: boolean): EngineFactory => ({
  name,
  create: (): Engine => {
    const index = new FlexSearch.Index(options) as unknown as FlexIndex;
    return {
      name,
      add: (documents) => {
        for (const { id, text } of documents) index.add(id, text);
      },
      search: (query, limit) => index.search(query, { limit, suggest }),
    };
  },
});

const { LatinBalance, LatinAdvanced, LatinExtra, LatinDefault } = FlexSearch.Charset;

export const FLEXSEARCH: readonly EngineFactory[] = [
  flexSearch('flexsearch-default', {}, false),
  flexSearch('flexsearch-english', { encoder: LatinBalance, tokenize: 'strict', context: false }, true),
];

/** FlexSearch as its documentation advises for what is typed: beginnings of words, phonetic encoders, swapped letters. */
export const FLEXSEARCH_TYPING: readonly EngineFactory[] = [
  flexSearch('flexsearch-forward', { encoder: LatinBalance, tokenize: 'forward' }, true),
  flexSearch('flexsearch-forward-advanced', { encoder: LatinAdvanced, tokenize: 'forward' }, true),
  flexSearch('flexsearch-forward-extra', { encoder: LatinExtra, tokenize: 'forward' }, true),
  flexSearch('flexsearch-tolerant', { encoder: LatinDefault, tokenize: 'tolerant' }, true),
];
