import { describe, expect, test } from 'vitest';
import { claimsOf, contradicts } from './claims.ts';

const against = (typed: string, said: string): boolean =>
  claimsOf(typed, 'user').some((mine) =>
    claimsOf(said, 'assistant').some((other) => contradicts(mine, other)),
  );

describe('claims', () => {
  test.each([
    ['My dentist is Dr. Wolf.', 'As you told me, your dentist is Dr. Kern.'],
    ['My name is Anna and I live in Leeds.', 'The user’s name is Berta.'],
    ['I prefer tabs over spaces.', 'Noted: the user prefers spaces over tabs.'],
    ['I prefer dark mode', 'You prefer light mode.'],
    ['DB_PORT=5432', 'Use these settings:\nDB_PORT=6543'],
    ['Our monthly budget is 300 euros.', 'Your monthly budget is 900 euros.'],
    ['Mein Zahnarzt ist Dr. Wolf.', 'Dein Zahnarzt ist Dr. Kern.'],
    ['Mi dentista es Carmen Ruiz.', 'Tu dentista es Pablo Soto.'],
    ['Pepper’s vet is Dr. Lang.', 'Pepper’s vet is Dr. Short.'],
  ])('“%s” against “%s”', (typed, said) => {
    expect(against(typed, said)).toBe(true);
  });

  test.each([
    ['My dentist is Dr. Wolf.', 'Your dentist is Dr. Wolf, as you said.'],
    ['My dentist is Dr. Wolf.', 'Your dentist is Wolf.'],
    ['My dentist is Dr. Wolf.', 'Maybe your dentist is Dr. Kern.'],
    ['My dentist is Dr. Wolf.', 'Is your dentist Dr. Kern?'],
    ['My dentist is Dr. Wolf.', 'My dentist is Dr. Kern.'],
    ['My code is slow.', 'Your code is fast now.'],
    ['My budget is 300 euros.', 'Your dentist is Dr. Kern.'],
    ['I prefer dark mode.', 'You prefer short answers.'],
    ['My next step is Part 2.', 'Your next step is Part 3.'],
    ['note: call Ben', 'note: call Anna'],
  ])('“%s” is not against “%s”', (typed, said) => {
    expect(against(typed, said)).toBe(false);
  });
});
