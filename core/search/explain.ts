import type { WhyPart } from '../model/query.ts';
import { FEATURES, type FeatureName } from './score/features.ts';
import type { QueryTerm } from './score/query-term.ts';
import { WEIGHTS } from './score/weights.ts';

/** A part of a hit's score in words; shares of one hit add up to about 1, a negative share held it back. */
export type ScorePart = WhyPart;

const PART: Readonly<Record<FeatureName, string>> = {
  passage: 'words',
  document: 'words',
  coverage: 'words',
  passageCoverage: 'words',
  adjacent: 'order',
  previousMissing: 'neighbours',
  nextMissing: 'neighbours',
  previous2Missing: 'neighbours',
  next2Missing: 'neighbours',
  previousScore: 'neighbours',
  nextScore: 'neighbours',
  sessionBest: 'session',
  sessionCoverage: 'session',
  title: 'title',
  userRole: 'speaker',
  assistantRole: 'speaker',
  answersQuestion: 'answer',
  asks: 'answer',
  speaker: 'speaker',
  otherSpeaker: 'speaker',
  numberWanted: 'answer',
  timeWanted: 'answer',
  date: 'time',
  time: 'time',
  shortness: 'length',
  userPassage: 'speaker',
  userCoverage: 'speaker',
  userNext: 'neighbours',
  userPrevious: 'neighbours',
  assistantPrevious: 'neighbours',
  around: 'session',
  conversation: 'session',
  previous2Score: 'neighbours',
  rarest: 'words',
  userMeant: 'speaker',
  assistantUnmeant: 'speaker',
  assistantUnasked: 'speaker',
  userNumber: 'answer',
  length: 'length',
  userLength: 'length',
  assistantLength: 'length',
  sessionSeveral: 'session',
  coverageSeveral: 'words',
  exchangeMissing: 'neighbours',
  part: 'parts',
  leadsPart: 'parts',
};

const SENTENCE: Readonly<Record<string, string>> = {
  order: 'Words of the query stand next to each other.',
  parts: 'It answers a part of the question.',
  neighbours: 'The messages before and after it are about the query too.',
  session: 'The conversation around it is about the query.',
  title: "The conversation's title has words of the query.",
  speaker: 'It was said by whom the query asks about.',
  answer: 'It reads like an answer to the question.',
  time: 'It was said at the time the query names.',
  length: 'It is short and to the point.',
  trust: 'Its source is trusted less than your own words.',
};

const AGAINST: Readonly<Record<string, string>> = {
  speaker: 'It was said by someone else than the query asks about.',
  answer: 'It only asks.',
  length: 'It is long and says other things too.',
};

type Said = Pick<WhyPart, 'code' | 'values' | 'sentence'>;

const wordsSaid = (terms: readonly QueryTerm[], mask: number): Said => {
  const found = terms.filter((_, index) => (mask & (1 << index)) !== 0);
  if (found.length === 0)
    return { code: 'found/no-words', sentence: 'None of the words of the query are in it.' };
  const named = (close: boolean): string =>
    found
      .filter(({ kind }) => (kind !== 'exact' && kind !== 'prefix') === close)
      .map(({ word, kind }) => (kind === 'prefix' ? `"${word}…"` : `"${word}"`))
      .join(', ');
  const [words, close] = [named(false), named(true)];
  if (close === '') return { code: 'found/words', values: { words }, sentence: `It has ${words}.` };
  const spelled = `words spelled like ${close}`;
  return words === ''
    ? { code: 'found/close', values: { close }, sentence: `It has ${spelled}.` }
    : { code: 'found/words-close', values: { words, close }, sentence: `It has ${words} and ${spelled}.` };
};

const saidOf = (part: string, against: boolean): Said => {
  const sentence = against ? AGAINST[part] : undefined;
  return sentence === undefined
    ? { code: `found/${part}`, sentence: SENTENCE[part] ?? '' }
    : { code: `found/${part}/against`, sentence };
};

/** The parts of a hit's score, largest first. Parts below 1 % are left out. */
export const explain = (
  features: ArrayLike<number>,
  terms: readonly QueryTerm[],
  mask: number,
  trust: number,
): ScorePart[] => {
  const sumByPart = new Map<string, number>();
  FEATURES.forEach((name, index) => {
    const value = WEIGHTS[name] * (features[index] ?? 0);
    if (value !== 0) sumByPart.set(PART[name], (sumByPart.get(PART[name]) ?? 0) + value);
  });
  const size = [...sumByPart.values()].reduce((sum, value) => sum + Math.abs(value), 0) || 1;
  const parts = [...sumByPart].map(([part, value]) => ({
    part,
    share: value / size,
    ...(part === 'words' ? wordsSaid(terms, mask) : saidOf(part, value < 0)),
  }));
  if (trust < 1) parts.push({ part: 'trust', share: trust - 1, ...saidOf('trust', false) });
  return parts
    .filter(({ share }) => Math.abs(share) >= 0.01)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
};
