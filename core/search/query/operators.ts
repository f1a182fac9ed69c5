import type { Sentence } from '../../model/sentence.ts';
import type { QueryFilter } from './parsed-query.ts';
import { type Day, exists, startOfDay } from './zoned-days.ts';

type Reading = { readonly filter: QueryFilter } | { readonly problem: Sentence };
type Operator = (value: string, zone: string) => Reading;

const ROLES: Readonly<Record<string, 'user' | 'assistant' | 'note'>> = {
  user: 'user',
  me: 'user',
  i: 'user',
  assistant: 'assistant',
  ai: 'assistant',
  note: 'note',
  notes: 'note',
};

const STATES: Readonly<Record<string, QueryFilter>> = {
  pinned: { pinned: true },
  code: { hasCode: true },
  partial: { partial: true },
  quarantined: { labels: ['quarantined'] },
  archived: { state: 'archived' },
  trashed: { state: 'trashed' },
};

const CONTENTS: Readonly<Record<string, QueryFilter>> = {
  code: { hasCode: true },
  link: { hasLink: true },
  links: { hasLink: true },
};

const knows = (name: string, values: string): Reading => ({
  problem: {
    code: 'query/knows',
    values: { name, values },
    text: `${name}: knows ${values}; searched as words.`,
  },
});

const pick =
  (table: Readonly<Record<string, QueryFilter>>, name: string): Operator =>
  (value) => {
    const filter = Object.hasOwn(table, value.toLowerCase()) ? table[value.toLowerCase()] : undefined;
    return filter ? { filter } : knows(name, Object.keys(table).join(', '));
  };

type Stretch = { readonly first: Day; readonly after: Day };

/** `2024`, `2024-03` or `2024-03-15`. */
const readDate = (value: string): Stretch | undefined => {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(value);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  const day = match[3] === undefined ? undefined : Number(match[3]);
  const first = { year, month: month ?? 1, day: day ?? 1 };
  if (year < 1970 || !exists(first)) return undefined;
  if (day !== undefined) return { first, after: { ...first, day: day + 1 } };
  if (month !== undefined) return { first, after: { ...first, month: month + 1 } };
  return { first, after: { ...first, year: year + 1 } };
};

const dated =
  (read: (stretch: Stretch, zone: string) => QueryFilter): Operator =>
  (value, zone) => {
    const stretch = readDate(value);
    return stretch
      ? { filter: read(stretch, zone) }
      : {
          problem: {
            code: 'query/no-date',
            values: { value },
            text: `"${value}" is not a date: write 2024, 2024-03 or 2024-03-15; searched as words.`,
          },
        };
  };

const OPERATORS: Readonly<Record<string, Operator>> = {
  agent: (value) => ({ filter: { agents: [value] } }),
  model: (value) => ({ filter: { agents: [value] } }),
  site: (value) => ({ filter: { sites: [value] } }),
  project: (value) => ({ filter: { projects: [value] } }),
  tag: (value) => ({ filter: { tags: [value] } }),
  role: (value) => {
    const role = Object.hasOwn(ROLES, value.toLowerCase()) ? ROLES[value.toLowerCase()] : undefined;
    return role ? { filter: { roles: [role] } } : knows('role', 'user, assistant, note');
  },
  before: dated(({ first }, zone) => ({ to: startOfDay(first, zone) })),
  after: dated(({ after }, zone) => ({ from: startOfDay(after, zone) })),
  on: dated(({ first, after }, zone) => ({ from: startOfDay(first, zone), to: startOfDay(after, zone) })),
  like: (value) =>
    /^\d{1,9}$/.test(value)
      ? { filter: { like: Number(value) } }
      : { problem: { code: 'query/like', text: 'like: takes the number of a memory; searched as words.' } },
  is: pick(STATES, 'is'),
  has: pick(CONTENTS, 'has'),
};

/** Names of the operators, for completion. */
export const OPERATOR_NAMES: readonly string[] = Object.keys(OPERATORS);

/** Reads `name:value`; undefined when there is no such operator. */
export const readOperator = (name: string, value: string, zone: string): Reading | undefined => {
  const operator = Object.hasOwn(OPERATORS, name.toLowerCase()) ? OPERATORS[name.toLowerCase()] : undefined;
  if (!operator) return undefined;
  if (value === '')
    return {
      problem: {
        code: 'query/no-value',
        values: { name },
        text: `${name}: needs a value; searched as words.`,
      },
    };
  return operator(value, zone);
};

const union = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined): readonly T[] | undefined =>
  a && b ? [...a, ...b] : (a ?? b);

/** Both filters at once: values of one operator add up, time narrows. */
export const mergeFilters = (a: QueryFilter, b: QueryFilter): QueryFilter => {
  const merged: Record<string, unknown> = { ...a, ...b };
  for (const key of ['agents', 'sites', 'projects', 'tags', 'roles', 'labels'] as const) {
    const values = union<string>(a[key], b[key]);
    if (values) merged[key] = values;
  }
  if (a.from !== undefined && b.from !== undefined) merged.from = Math.max(a.from, b.from);
  if (a.to !== undefined && b.to !== undefined) merged.to = Math.min(a.to, b.to);
  return merged as QueryFilter;
};
