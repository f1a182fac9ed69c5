import { create, insertMultiple, type Orama, save, search } from '@orama/orama';
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import MiniSearch from 'minisearch';
import { termOf } from '../../core/search/analyse/analyser.ts';
import { STOP_WORDS } from '../../core/search/analyse/word-lists.ts';
import type { Engine, EngineFactory } from './engine.ts';
import { FLEXSEARCH } from './flexsearch-peers.ts';

const stopWords = new Set(STOP_WORDS.en);
const WORD = /[\p{L}\p{N}]+/gu;
const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];
const contentWords = (query: string): string[] => {
  const words = wordsOf(query);
  const content = words.filter((word) => !stopWords.has(word));
  return content.length > 0 ? content : words;
};

const miniSearch: EngineFactory = {
  name: 'minisearch-tuned',
  create: (): Engine => {
    const index = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      processTerm: (term) => {
        const lower = term.toLowerCase();
        return stopWords.has(lower) ? null : termOf(lower, 'en');
      },
      searchOptions: { combineWith: 'OR', bm25: { k: 1.2, b: 0.6, d: 0.5 } },
    });
    return {
      name: 'minisearch-tuned',
      add: (documents) => index.addAll(documents.map(({ id, text }) => ({ id, text }))),
      search: (query, limit) =>
        index
          .search(query)
          .slice(0, limit)
          .map(({ id }) => id as number),
      diskBytes: () => JSON.stringify(index).length,
    };
  },
};

const orama: EngineFactory = {
  name: 'orama',
  largest: 1_000,
  create: (): Engine => {
    const database = create({ schema: { text: 'string' } as const, language: 'english' }) as Orama<{
      text: 'string';
    }>;
    return {
      name: 'orama',
      add: async (documents) => {
        await insertMultiple(
          database,
          documents.map(({ id, text }) => ({ id: String(id), text })),
          1_000,
        );
      },
      search: async (query, limit) => {
        const { hits } = await search(database, { term: contentWords(query).join(' '), limit, threshold: 1 });
        return hits.map(({ id }) => Number(id));
      },
      diskBytes: () => JSON.stringify(save(database)).length,
    };
  },
};

type Sqlite = {
  readonly oo1: { readonly DB: new (name: string) => SqliteDatabase };
};
type SqliteStatement = {
  bind(values: readonly unknown[]): SqliteStatement;
  step(): boolean;
  get(column: number): unknown;
  reset(): SqliteStatement;
};
type SqliteDatabase = {
  exec(sql: string): unknown;
  prepare(sql: string): SqliteStatement;
  selectValue(sql: string): unknown;
  close(): void;
};

let sqlite: Promise<Sqlite> | undefined;

const fts5: EngineFactory = {
  name: 'fts5-tuned',
  create: async (): Promise<Engine> => {
    sqlite ??= sqlite3InitModule() as Promise<Sqlite>;
    const database = new (await sqlite).oo1.DB(':memory:');
    database.exec(
      "CREATE VIRTUAL TABLE memory USING fts5(text, content='', tokenize='porter unicode61 remove_diacritics 2')",
    );
    const insert = database.prepare('INSERT INTO memory(rowid, text) VALUES (?, ?)');
    const select = database.prepare(
      'SELECT rowid FROM memory WHERE memory MATCH ? ORDER BY bm25(memory) LIMIT ?',
    );
    return {
      name: 'fts5-tuned',
      add: (documents) => {
        database.exec('BEGIN');
        for (const { id, text } of documents) {
          insert.bind([id, text]).step();
          insert.reset();
        }
        database.exec('COMMIT');
      },
      search: (query, limit) => {
        const ids: number[] = [];
        select.bind([
          contentWords(query)
            .map((word) => `"${word}"`)
            .join(' OR '),
          limit,
        ]);
        while (select.step()) ids.push(select.get(0) as number);
        select.reset();
        return ids;
      },
      diskBytes: () =>
        Number(
          database.selectValue('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size'),
        ),
      close: () => database.close(),
    };
  },
};

/** The peers as their documentation advises for this use, and FlexSearch also as it comes. */
export const PEERS: readonly EngineFactory[] = [fts5, ...FLEXSEARCH, miniSearch, orama];
