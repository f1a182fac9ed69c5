import { foldWord } from './analyse/fold.ts';
import {
  FLAG_ASKS,
  FLAG_NUMBER,
  FLAG_TIME,
  ROLE_ASSISTANT,
  ROLE_NOTE,
  ROLE_USER,
} from './segments/segment.ts';
import type { SearchDocument } from './types.ts';

const ROLE = { user: ROLE_USER, assistant: ROLE_ASSISTANT, note: ROLE_NOTE } as const;

/** A message that ends in a question and is no longer than this only asks. */
const ASKING_LENGTH = 240;
/** Facts are read from the beginning: a figure on page forty answers no question. */
const READ_LENGTH = 1_200;

const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred|thousand|once|twice|couple|dozen)\b/i;
const TIME =
  /\b(?:yesterday|today|tonight|tomorrow|(?:last|next|this|past|few|couple) (?:of )?(?:night|week|weekend|month|year|days|weeks|months|years|spring|summer|fall|autumn|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun)|ago|january|february|march|april|june|july|august|september|october|november|december|(?:19|20)\d\d|since|recently)\b/i;

/** Facts of a message that its words alone do not show a scorer: who said it, whether it asks, figures and times in it. */
export const flagsOf = ({ role, text }: SearchDocument): number => {
  const beginning = text.length > READ_LENGTH ? text.slice(0, READ_LENGTH) : text;
  let flags: number = ROLE[role];
  if (text.length <= ASKING_LENGTH && /[?？]\s*$/u.test(text)) flags |= FLAG_ASKS;
  if (NUMBER.test(beginning)) flags |= FLAG_NUMBER;
  if (TIME.test(beginning)) flags |= FLAG_TIME;
  return flags;
};

/** First name of a speaker as a dictionary term. */
export const speakerTerm = (speaker: string): string => foldWord(speaker.trim().split(/\s+/u)[0] ?? '');
