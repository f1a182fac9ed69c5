import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, vi } from 'vitest';
import { SNOWBALL_NAME } from '../../core/search/analyse/stemmed-languages.ts';
import { withoutOtherStemmers } from './only-our-stemmers.ts';

type Snowball = { newStemmer(name: string): { stem(word: string): string } };

vi.setConfig({ testTimeout: 60_000 });

const require = createRequire(import.meta.url);
const PATH = require.resolve('snowball-stemmers');

const reduced = (): Snowball => {
  const exports = {};
  new Function('exports', withoutOtherStemmers(readFileSync(PATH, 'utf8')))(exports);
  return exports as Snowball;
};

/** Beginnings and endings that the rules of these languages look at, in all combinations. */
const WORDS = (() => {
  const beginnings = [
    'lauf',
    'travaill',
    'nacion',
    'govern',
    'werk',
    'communic',
    'рабоч',
    'книг',
    'happ',
    'schön',
    'cré',
    'gener',
    'kitap',
    'ev',
    'كتاب',
    'والمدرس',
  ];
  const endings =
    'e en er ern st ung heit keit lich ig isch ation ations ment ments issement eux euse ant ante ement és ées ción ciones mente idad ando iendo azione azioni amente ità ismo ção ções eza ência heden lijk ing s ing ingly edly ies y ational iveness fulness ого ему ыми ах ами ость ете ться у ая lar ler larımız imiz da den ın cı lık ون ات ها ين ة'.split(
      ' ',
    );
  return beginnings.flatMap((beginning) => ['', ...endings].map((ending) => beginning + ending));
})();

test('the reduced package gives the same stem for every word in every language we stem', () => {
  const whole = require('snowball-stemmers') as Snowball;
  const ours = reduced();
  for (const name of Object.values(SNOWBALL_NAME)) {
    const [before, after] = [whole.newStemmer(name), ours.newStemmer(name)];
    expect(WORDS.map((word) => after.stem(word))).toEqual(WORDS.map((word) => before.stem(word)));
    expect(WORDS.some((word) => after.stem(word) !== word)).toBe(true);
  }
});

test('other languages are gone, and a package of another form is refused', () => {
  expect(() => reduced().newStemmer('finnish')).toThrow();
  expect(() => withoutOtherStemmers('exports.newStemmer = 1;')).toThrow(/another form/);
});
