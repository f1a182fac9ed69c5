import { describe, expect, it } from 'vitest';
import type { Catalog } from './message.ts';

const PARTS = [
  'digests',
  'events',
  'graph',
  'insertion',
  'lab',
  'later',
  'learning',
  'timeline',
  'topics',
  'trust',
  'data',
  'memories',
  'popup',
  'system',
  'welcome',
];

const english = import.meta.glob<{ en: Catalog }>('./en/*.ts', { eager: true });
const translations = {
  de: import.meta.glob<Record<string, Catalog>>('./de/*.ts', { eager: true }),
  fr: import.meta.glob<Record<string, Catalog>>('./fr/*.ts', { eager: true }),
};

/** Places to fill, over all plural forms. */
const placesOf = (message: Catalog[string] | undefined): string[] => [
  ...new Set(JSON.stringify(message ?? '').match(/\{\w+\}/g) ?? []),
];

describe.each(['de', 'fr'] as const)('strings of every page in %s', (language) => {
  it.each(PARTS)('%s has every key and every place to fill', (part) => {
    const source = english[`./en/${part}.ts`]?.en ?? {};
    const translated = translations[language][`./${language}/${part}.ts`]?.[language] ?? {};
    expect(Object.keys(translated).sort()).toEqual(Object.keys(source).sort());
    for (const [key, message] of Object.entries(source)) {
      expect(placesOf(translated[key]).sort(), key).toEqual(placesOf(message).sort());
    }
  });
});
