import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../analyse/detect-language.ts';
import { foldWord } from '../analyse/fold.ts';
import { lemmaForms, stem } from '../analyse/stemmer.ts';
import { STOP_WORDS } from '../analyse/word-lists.ts';
import { parseQuery } from '../query/parse-query.ts';
import { Beginnings } from './beginnings.ts';
import { Marker } from './marker.ts';

const markedIn = (text: string, query: string): string[] => {
  const marker = new Marker({ parsed: parseQuery(query, { now: 0 }), terms: [] });
  return marker.marks(text).map(([from, to]) => text.slice(from, to));
};

describe('marks', () => {
  test.each([
    ['We bought a house; buying took weeks.', 'buy ', ['bought', 'buying']],
    ['He went there with the kids.', 'going child ', ['went', 'kids']],
    ['postgres and PSQL beside MySQL', 'postgresql ', ['postgres', 'PSQL']],
    ['They were tying up the knives.', 'tie knife ', ['tying', 'knives']],
    ['Kubernetes kubectl kube', 'kub', ['Kubernetes', 'kubectl', 'kube']],
    ['Ärzte, Arzt und ARZT', 'Ärzte ', ['Ärzte', 'Arzt', 'ARZT']],
    ['Écoles et école, ecole', 'ecole ', ['Écoles', 'école', 'ecole']],
    ['Œuvre, oeuvres', 'oeuvre ', ['Œuvre', 'oeuvres']],
    ['книги, Книгу, книжный', 'книга ', ['книги', 'Книгу']],
    ['كتاب الكتاب', 'كتاب ', ['كتاب', 'الكتاب']],
    ['東京の天気', '天気 ', ['天気']],
    ['Ｆｕｌｌ width full', 'full ', ['Ｆｕｌｌ', 'full']],
    ['parseHTTPQuery(http)', 'http ', ['HTTP', 'http']],
    ['nothing of it', 'zebra', []],
  ])('%j shows where %j stands', (text, query, marked) => {
    expect(markedIn(text, query)).toEqual(marked);
  });
});

describe('the beginning', () => {
  test.each(LANGUAGES)('lets no word of %s pass by that stands for the term', (language) => {
    const letters = [...new Set(STOP_WORDS[language]?.join('') ?? '')];
    const forms = [...lemmaForms()].map(([form]) => form);
    const word = fc.oneof(
      fc.constantFrom(...forms),
      fc
        .array(fc.constantFrom(...letters, 'y', 'ies', 'ing', 'ement', 'u'), { minLength: 1, maxLength: 8 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(word, fc.boolean(), (each, upper) => {
        const written = upper ? each.toUpperCase() : each;
        const folded = foldWord(written);
        const beginnings = new Beginnings([stem(folded, language)], [language]);
        expect([beginnings.fitsUnit(written.charCodeAt(0)), beginnings.fits(folded)]).toEqual([true, true]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('knows a word whose stem is an irregular form', () => {
    const beginnings = new Beginnings([stem('ams', 'en')], ['en']);
    expect(beginnings.fits('ams')).toBe(true);
  });
});
