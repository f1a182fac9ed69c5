import {
  ago,
  calendarDay,
  calendarMonth,
  calendarYear,
  lastWeekday,
  pastUnits,
  type Stretch,
  unitBack,
} from './stretches.ts';
import { TIME_WORDS, type TimeWords, type Unit } from './time-words.ts';
import type { Day } from './zoned-days.ts';

/** What a match was: `weak` ones ("March", "Monday", "2024") only mean a time beside "since", "between" and the like. */
export type TimeRule = {
  readonly pattern: RegExp;
  readonly weak?: boolean;
  /** Languages in which the same word means something else. */
  readonly notIn?: readonly string[];
  /** `unreal`: a day that is not in the calendar. Undefined: no time at all. */
  read(groups: Groups, today: Day, zone: string): Stretch | 'unreal' | undefined;
};
type Groups = Readonly<Record<string, string | undefined>>;

/** Lower case without accents, unit by unit: places in the text stay what they are. */
export const foldTime = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => {
    const unit = text[at] as string;
    if (unit <= '\x7f') return unit.toLowerCase();
    if (unit === '’') return "'";
    return unit.normalize('NFD')[0]?.toLowerCase()[0] ?? unit;
  }).join('');

/** Letters and digits of folded text; `\p{L}` would take the browser a hundred times longer to compile. */
const LETTER = '[0-9a-z\\u00df-\\u052f]';
const YEAR = '(?<year>(?:19|20)\\d\\d)';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th|er|[.ºª°])?';

const rule = (
  source: string,
  read: TimeRule['read'],
  more: Omit<TimeRule, 'pattern' | 'read'> = {},
): TimeRule => ({
  pattern: new RegExp(`(?<!${LETTER})(?:${foldTime(source)})(?!${LETTER})`, 'g'),
  read,
  ...more,
});

/** `(?<m0>jan…)|(?<m1>feb…)`: the group that matched tells which. Doubled names are allowed in different branches only. */
const oneOf = (letter: string, words: readonly string[]): string =>
  `(?:${words.map((word, index) => `(?<${letter}${index}>${word})`).join('|')})`;
const indexOf = (letter: string, groups: Groups): number => {
  for (let index = 0; index < 16; index++) if (groups[`${letter}${index}`] !== undefined) return index;
  return -1;
};

const numberOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);

const dayRead: TimeRule['read'] = (groups, today, zone) =>
  calendarDay(
    { year: numberOf(groups.year), month: indexOf('m', groups) + 1, day: Number(groups.day) },
    today,
    zone,
  ) ?? 'unreal';

const UNIT_NAMES: readonly Unit[] = ['day', 'weekend', 'week', 'month', 'quarter', 'year'];

const rulesOf = (language: string, words: TimeWords): TimeRule[] => {
  const month = oneOf('m', words.months);
  const weekday = oneOf('w', words.weekdays);
  const unit = oneOf(
    'u',
    UNIT_NAMES.map((name) => words.units[name]),
  );
  const count = `(?:(?<digits>\\d{1,3})|${oneOf(
    'n',
    words.counts.map(([word]) => word),
  )})`;
  /** Each alternative of a template is a rule: a group name may stand only once in a pattern. */
  const filled = (template: string): string[] =>
    alternatives(template).map((each) =>
      each.replace('%n', count).replace('%u', unit).replace('%w', weekday),
    );
  const unitOf = (groups: Groups): Unit => UNIT_NAMES[indexOf('u', groups)] as Unit;
  const countOf = (groups: Groups): number =>
    numberOf(groups.digits) ?? words.counts[indexOf('n', groups)]?.[1] ?? 1;
  const { onDay, dayOf, ofYear, inMonth } = words;
  const back =
    (steps: number): TimeRule['read'] =>
    (groups, today, zone) =>
      unitBack(unitOf(groups), steps, today, zone);
  const days =
    (steps: number): TimeRule['read'] =>
    (_groups, today, zone) =>
      unitBack('day', steps, today, zone);
  const monthRead: TimeRule['read'] = (groups, today, zone) =>
    calendarMonth(numberOf(groups.year), indexOf('m', groups) + 1, today, zone);
  const weekdayRead: TimeRule['read'] = (groups, today, zone) =>
    lastWeekday(indexOf('w', groups), today, zone);
  return [
    rule(`${onDay}${DAY}${dayOf}${month}(?:${ofYear}${YEAR})?`, dayRead),
    ...(language === 'en' ? [rule(`(?:on )?${month} ${DAY}(?:,? ${YEAR})?`, dayRead)] : []),
    rule(`(?:${inMonth})?${month}${ofYear}${YEAR}`, monthRead),
    rule(`${inMonth}${month}`, monthRead),
    ...filled(words.ago).map((source) =>
      rule(source, (groups, today, zone) => ago(unitOf(groups), countOf(groups), today, zone)),
    ),
    ...filled(words.pastCount).map((source) =>
      rule(source, (groups, today, zone) => pastUnits(unitOf(groups), countOf(groups), today, zone)),
    ),
    ...filled(words.lastUnit).map((source) => rule(source, back(1))),
    ...filled(words.thisUnit).map((source) => rule(source, back(0))),
    ...filled(words.lastWeekday).map((source) => rule(source, weekdayRead)),
    rule(words.beforeYesterday, days(2)),
    rule(words.yesterday, days(1), { notIn: words.yesterdayElsewhere ?? [] }),
    rule(words.today, days(0)),
    rule(month, monthRead, { weak: true }),
    rule(weekday, weekdayRead, { weak: true }),
  ];
};

/** The alternatives of a template at its top level, or inside its one group that holds placeholders. */
const alternatives = (template: string): string[] => {
  const at = template.indexOf('|');
  const parts = splitTop(template);
  if (at < 0 || parts.length > 1)
    return parts.flatMap((part) => (part === template ? [part] : alternatives(part)));
  const group = /\(\?:((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)(\??)/g;
  for (const match of template.matchAll(group)) {
    const [whole, inner = '', optional] = match;
    const options = splitTop(inner);
    if (optional || options.length < 2 || options.filter((each) => each.includes('%')).length < 2) continue;
    return options.map(
      (each) => template.slice(0, match.index) + each + template.slice(match.index + whole.length),
    );
  }
  return [template];
};

const splitTop = (source: string): string[] => {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < source.length; at++) {
    if (source[at] === '(') depth += 1;
    else if (source[at] === ')') depth -= 1;
    else if (source[at] === '|' && depth === 0) {
      parts.push(source.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, source.slice(from)];
};

/** Where the month is written before the day when both are numbers. */
const MONTH_FIRST =
  /^(?:America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Juneau|Indiana\/.+|Kentucky\/.+|North_Dakota\/.+)|Pacific\/Honolulu|US\/.+)$/;

const fullYear = (year: string, today: Day): number => {
  if (year.length === 4) return Number(year);
  const near = Math.floor(today.year / 100) * 100 + Number(year);
  return near > today.year + 1 ? near - 100 : near;
};

const anyOf = (pick: (words: TimeWords) => string): string =>
  foldTime(Object.values(TIME_WORDS).map(pick).join('|'));

const numericRules: readonly TimeRule[] = [
  rule(
    `${YEAR}[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})`,
    ({ year, month, day }, today, zone) =>
      calendarDay({ year: Number(year), month: Number(month), day: Number(day) }, today, zone) ?? 'unreal',
  ),
  rule(
    `(?<day>\\d{1,2})(?<sign>[-.])(?<month>\\d{1,2})\\k<sign>${YEAR}`,
    ({ year, month, day }, today, zone) =>
      calendarDay({ year: Number(year), month: Number(month), day: Number(day) }, today, zone) ?? 'unreal',
  ),
  rule(
    '(?<first>\\d{1,2})/(?<second>\\d{1,2})/(?<year>(?:19|20)?\\d\\d)',
    ({ first, second, year = '' }, today, zone) => {
      const [a, b] = [Number(first), Number(second)];
      const monthFirst = b > 12 || (a <= 12 && MONTH_FIRST.test(zone));
      const [month, day] = monthFirst ? [a, b] : [b, a];
      return calendarDay({ year: fullYear(year, today), month, day }, today, zone) ?? 'unreal';
    },
  ),
  rule(`${YEAR}-(?<month>0[1-9]|1[0-2])`, ({ year, month }, today, zone) =>
    calendarMonth(Number(year), Number(month), today, zone),
  ),
  rule(`q(?<quarter>[1-4])(?:[ /-]?${YEAR})?`, ({ quarter, year }, today, zone) => {
    const first = Number(quarter) * 3 - 2;
    const of = numberOf(year) ?? (first > today.month ? today.year - 1 : today.year);
    const from = calendarMonth(of, first, today, zone);
    return { from: from.from, to: calendarMonth(of, first + 2, today, zone).to };
  }),
  rule(`(?:${anyOf(({ inYear }) => inYear)})${YEAR}`, ({ year }, _today, zone) =>
    calendarYear(Number(year), zone),
  ),
  rule(YEAR, ({ year }, _today, zone) => calendarYear(Number(year), zone), { weak: true }),
];

/** Words without which nothing in a language names a time. */
const keywordsOf = ({ months, weekdays, units, nearDays }: TimeWords): RegExp => {
  const { weekend: _several, ...single } = units;
  return new RegExp(
    `^(?:${foldTime([...months, ...weekdays, ...Object.values(single), nearDays].join('|'))})$`,
  );
};

const keywordsByLanguage = new Map(
  Object.entries(TIME_WORDS).map(([language, words]) => [language, keywordsOf(words)]),
);
const anyKeyword = new RegExp([...keywordsByLanguage.values()].map(({ source }) => source).join('|'));
const rulesByLanguage = new Map<string, readonly TimeRule[]>();

/** The rules that may apply to a folded text, made when they are first needed: most queries name no time. */
export const rulesFor = (text: string): readonly TimeRule[] => {
  const hints = text.split(NO_LETTERS).filter((word) => anyKeyword.test(word));
  const languages = [...keywordsByLanguage].filter(([, keywords]) =>
    hints.some((word) => keywords.test(word)),
  );
  const rules = languages.flatMap(([language]) => {
    let own = rulesByLanguage.get(language);
    if (!own) {
      own = rulesOf(language, TIME_WORDS[language] as TimeWords);
      rulesByLanguage.set(language, own);
    }
    return own;
  });
  return /\d/.test(text) ? [...numericRules, ...rules] : rules;
};

const NO_LETTERS = new RegExp(`[^${LETTER.slice(1)}+`);
const before = (pick: (words: TimeWords) => string): RegExp =>
  new RegExp(`(?<!${LETTER})(?:${anyOf(pick)}) ?$`);

/** Words right before a time that make another time of it. */
export const SINCE = before(({ since }) => since);
export const BEFORE = before(({ before: word }) => word);
export const AFTER = before(({ after }) => after);
export const BETWEEN = before(({ between }) => between);
/** What stands between the two ends of a stretch. */
export const AND = new RegExp(`^ ?(?:${anyOf(({ and }) => and)}|[-–—]) ?$`);
