import type { ParsedQuery } from '../query/parsed-query.ts';

/** What kind of answer a question is after, read from its words. */
export type QueryIntent = {
  /** "how many", "what percentage", …: an answer holds a figure. */
  readonly wantsNumber: boolean;
  /** "when", "what date", …: an answer holds a time. */
  readonly wantsTime: boolean;
  /** "what did you suggest": the assistant's words are meant. */
  readonly aboutAssistant: boolean;
  /** "did I say", "I mentioned", "my requests": the person's own words are meant. */
  readonly aboutUser: boolean;
  /** "throughout our conversations", "in order", "how many times": several messages make up the answer. */
  readonly wantsSeveral: boolean;
};

const NUMBER =
  /\b(?:how (?:many|much|often|long|old|far|fast|large|big)|what (?:percent\w*|number|age|version|amount|budget|price|cost|size|time)|quota|percentage)\b/i;
const TIME =
  /\b(?:when|what (?:date|day|month|year|time)|how long|how many (?:days|weeks|months|years)|which (?:day|month|year)|deadline)\b/i;
/** What the assistant did in the past. "Can you list …" asks for something now and means nobody's words. */
const ASSISTANT =
  /\b(?:(?:did|have|had|were) you\b|(?:that|what|which|the \w+) you (?:suggest|recommend|said|told|propos|advis|explain|mention|gave|list|provid|show|describ|outlin)|you (?:suggested|recommended|said|told|proposed|advised|explained|mentioned|gave|listed|provided|showed|described|outlined)|your (?:advice|answer|suggestion|recommendation|explanation|reply|response)s?)\b/i;

const USER =
  /\b(?:(?:did|have|had|do|was|am|were) i\b|i (?:\w+ )?(?:said|say|mention\w*|ask\w*|told|brought|bring|discuss\w*|report\w*|describ\w*|list\w*|wanted)|(?:across|in|throughout) my (?:\w+ )?(?:requests?|questions?|messages?|sessions?|chats?|conversations?))\b/i;
const SEVERAL =
  /\b(?:throughout|across|in (?:what |the |chronological )?order|order in which|over time|evolve\w*|progress(?:ed|ion)|chang(?:ed|es) over|sequence|timeline|(?:my|our|all|total|different|various|each|every) (?:\w+ ){0,3}(?:sessions|conversations|chats|messages|requests|questions|times|aspects|ways)|how many (?:different|times|total))\b/i;
/** Reads the intent of a query. English only: other languages ask for nothing special. */
export const intentOf = ({ text }: ParsedQuery): QueryIntent => ({
  wantsNumber: NUMBER.test(text),
  wantsTime: TIME.test(text),
  aboutAssistant: ASSISTANT.test(text),
  aboutUser: USER.test(text) && !ASSISTANT.test(text),
  wantsSeveral: SEVERAL.test(text),
});
