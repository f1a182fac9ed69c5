import type { Rule } from './types.ts';

const NOUN =
  '(?:instruct\\w{0,6}|orders?|commands?|prompts?|rules?|directions?|directives?|guidelines?|guidance|assignments?|tasks?|constraints?|restrictions?|polic(?:y|ies)|programming|protocols?|requests?|inputs?|messages?|conversations?|texts?|information|context|documents?|art[ik]{1,2}c?[el]{2}s?|requirements?|training|limitations?|safeguards?|filters?)';
const PRIOR =
  '(?:previous(?:ly)?|prior|preceding|above|earlier|before|beforehand|foregoing|past|initial|original|existing|pre-existing|system|current|other|your|so far|until now|you (?:got|were given|have been given|received|have received|had)|i (?:told|said|gave)|we (?:discussed|talked)|told|given|provided)';
const VERB =
  "(?:ignor(?:e|ing)|igmre|disregard(?:ing)?|forget(?:ting)?|neglect|override|overrule|bypass|stop following|do not follow|don't follow)";
/** Verbs that also have a daily life in code and forms: only with words that say which orders. */
const MILD_VERB =
  '(?:discard|dismiss|abandon|drop|delete|erase|remove|skip|overlook|supersede|replace|cancel|leave|clear)';
const STRICT_NOUN =
  '(?:instructions?|orders|commands|prompts|rules|directives?|guidelines|programming|assignments|restrictions|tasks)';
/** What may stand before an order. After "how to" or "it may" the same words tell of one. */
const ORDERED =
  "(?<!(?:how to|how do i|how can i|can i|do i|did i|should i|may|might|could|would|can|to not|not to|never|don't|do not|does not|did not|not|they|people|attackers?|attempts? to|tries to|try to|trying to|want(?:s|ed)? to|used to|able to|which|i) )";

/** Taking away the orders the assistant already has. */
export const OVERRIDE_RULES: readonly Rule[] = [
  {
    rule: 'override-orders',
    weight: 1.2,
    sentence: 'Tells the assistant to drop the instructions it was given before.',
    pattern: new RegExp(
      `${ORDERED}\\b${VERB}\\b(?: \\S{1,20}){0,4}? ${PRIOR}(?: \\S{1,20}){0,3}? ${NOUN}\\b|${ORDERED}\\b${VERB}\\b(?: \\S{1,20}){0,3}? ${NOUN} (?:that |which )?(?:\\S{1,12} ){0,3}?${PRIOR}\\b|${ORDERED}\\b${MILD_VERB}\\b(?: \\S{1,20}){0,3}? (?:previous|prior|preceding|earlier|initial|original|all your|all of your|your system) (?:\\S{1,20} ){0,2}?${STRICT_NOUN}\\b`,
    ),
  },
  {
    rule: 'override-all',
    weight: 1.1,
    sentence: 'Tells the assistant to forget everything that was said.',
    pattern: new RegExp(
      `${ORDERED}\\b(?:ignor(?:e|ing)|igmre|disregard|forget|erase|abandon|drop) (?:about )?(?:all|everything|anything|whatever|what|waht's|every|any)(?: \\S{1,20}){0,6}? (?:before(?:hand|hands)?|above|previously|prior|told|said|know|knew|learned|discussed|talked|so far|until now|${NOUN})\\b|${ORDERED}\\b(?:ignore|disregard|forget) (?:the |all )?(?:above|previous|prior|preceding|before)(?: ?[.,;:!?\\n]| and\\b| just\\b|$)|\\bforget (?:about )?(?:everything|all)(?:,| and| now)|\\border: ?forget\\b`,
    ),
  },
  {
    rule: 'regardless-of-orders',
    weight: 1,
    sentence: 'Claims to stand above the instructions the assistant has.',
    pattern: new RegExp(
      `\\b(?:regardless of|despite|irrespective of|contrary to|instead of following|in spite of|takes? (?:precedence|priority) over|overrid\\w{1,3}|supersedes?) (?:\\S{1,20} ){0,3}?(?:previous|prior|pre-existing|existing|earlier|your|any|all|what you've)(?: \\S{1,20}){0,3}? (?:${NOUN}|told)\\b`,
    ),
  },
  {
    rule: 'new-orders',
    weight: 1,
    sentence: 'Announces new instructions in place of the old ones.',
    pattern:
      /(?:^|\n|[.!?*#:"] ?)[ *#=[(_-]{0,12}(?:(?:here (?:are|is|come)|now|but now come|this is) )?(?:(?:the|your|some|an?) )?(?:urgent |important |critical |updated? |additional |more |further |secret |special ){0,3}(?:new|updated|urgent|priority|additional|critical) (?:important |urgent |system |secret |user ){0,2}(?:instructions?|orders?|tasks?|directives?|statement|rules?|assignments?|objectives?|prompt)(?: (?:follow|come)s?)?\s?[*:!.\])_-]|\bmistake when i gave you (?:your|the) instructions\b|\bforgot to (?:ask|tell|instruct) you to\b/,
  },
  {
    rule: 'your-new-task',
    weight: 1,
    sentence: 'Gives the assistant a new task or role over its own.',
    pattern:
      /\byour (?:new|real|actual|true|updated) (?:\w{1,12} ){0,2}?(?:instructions?|tasks?|role|goal|objective|mission|purpose|identity|persona|job|name|rules?|directives?)\b(?: \w{1,12}){0,2}? ?(?:is|are|:|will|as)|\b(?:focus|concentrate)\b.{0,20}\b(?:new|next) (?:task|assignment|instructions?)|\bnow (?:further|new|more|other|another|come|comes) (?:\w{1,10} ){0,4}?(?:tasks?|instructions?|assignments?|orders?)|\byour instructions are now\b|\bstart (?:over|again|from the (?:front|beginning)) with a new task|\bnew assignment\b/,
  },
  {
    rule: 'praise-then-task',
    weight: 1,
    sentence: 'Closes the task at hand with praise, then gives another.',
    pattern:
      /(?:^|[.!?] )(?:(?:very |simply |super )?(?:good|great|well done|superbly done|excellent|fantastic|wow|okay|ok|congratulations|very well done|yo|man|perfect|bravo|sehr gut|gut gemacht|super gemacht|einfach grossartig|grossartig|herzlichen gluckwunsch|ausgezeichnet\w{0,2}|mann|wow|hallo gpt|hello gpt)\b[^\n]{0,110}?\b(?:now|jetzt|nun|here comes|but)\b[^\n]{0,70}?\b(?:tasks?|aufgaben?|instructions?|anweisungen|assignment|challenge|herausforderung|help me with|hilf mir|write|verfasse|schreibe?|test|zweite)\b)/,
  },
  {
    rule: 'stop-then-order',
    weight: 1,
    sentence: 'Breaks off the task at hand and gives an order.',
    pattern:
      /\b(?:stop|stopp|halt|attention|achtung)\b ?(?:[:,!-] ?)+(?:(?:stop|stopp) ?[-:!] ?)?(?:now |please |jetzt |i urgently |ich |and )?(?:ignore|forget|write|say|print|output|answer|tell|benotige|need|schreibe?|sag)\b/,
  },
  {
    rule: 'just-say',
    weight: 1,
    sentence: 'Dictates the words of the answer.',
    pattern:
      /\b(?:just|instead|simply|stop:|you to|instructions and) (?:to )?(?:say|output|print|write|respond(?: with)?|reply(?: with)?|answer(?: with)?)[:,]? ["'“‘][^"'”’\n]{2,80}["'”’]|(?:^|\n|[.!?] |and |stop: )(?:now |please )?(?:say|state|write|tell me|include) that (?:you|\w{1,16}) (?:hates?|loves?|is the (?:best|most|greatest))\b|\brepeat after me\b|\binstead (?:output|print|say|tell|write|respond|reply|answer)\b|\b(?:respond|reply|answer) to (?:all|every|any) (?:questions?|prompts?|messages?) with\b/,
  },
  {
    rule: 'do-not-answer',
    weight: 0.9,
    sentence: 'Forbids the assistant to do what it was asked.',
    pattern:
      /\b(?:do not|don'?n?'t|instead of) (?:answer(?:ing)?|summari[sz]e|summari[sz]ing|translat(?:e|ing)|look(?:ing)? (?:in|at)|listen(?:ing)? to|follow(?:ing)?) (?:to )?(?:the|this|that|any|your) (?:question|input|documents?|text|above|user|previous|original|articles?|instructions?)\b|\bif (?:you are|you're|asked|told) (?:asked |told )?to (?:summari[sz]e|translate|answer)\b.{0,60}\b(?:inste?ad|rather)\b|\b(?:by|from) your own knowledge and not\b/,
  },
];
