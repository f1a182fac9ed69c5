import { language, t } from './i18n/i18n.ts';

/** Formatters by language and use: making one takes longer than a thousand uses of it. */
const formatterByUse = new Map<string, unknown>();

export const formatterFor = <T>(use: string, make: (language: string) => T): T => {
  const key = `${language.value} ${use}`;
  const made = (formatterByUse.get(key) as T | undefined) ?? make(language.value);
  formatterByUse.set(key, made);
  return made;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Short age of a moment: `now`, `5 min. ago`, `yesterday`, within a week; then the date. */
export const formatAge = (at: number, now: number = Date.now()): string => {
  const past = now - at;
  if (past < MINUTE) return t('time.now');
  const relative = formatterFor(
    'age',
    (tag) => new Intl.RelativeTimeFormat(tag, { style: 'short', numeric: 'auto' }),
  );
  if (past < HOUR) return relative.format(-Math.floor(past / MINUTE), 'minute');
  if (past < DAY) return relative.format(-Math.floor(past / HOUR), 'hour');
  if (past < 7 * DAY) return relative.format(-Math.floor(past / DAY), 'day');
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return formatterFor(
    sameYear ? 'day' : 'day of a year',
    (tag) =>
      new Intl.DateTimeFormat(tag, {
        day: 'numeric',
        month: 'short',
        ...(sameYear ? {} : { year: 'numeric' }),
      }),
  ).format(at);
};

/** Date and time in full, for detail pages and titles. */
export const formatMoment = (at: number): string =>
  formatterFor(
    'moment',
    (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }),
  ).format(at);

const NAME_BY_SITE: Readonly<Record<string, string>> = {
  chatgpt: 'ChatGPT',
  claude: 'Claude',
  notes: 'Notes',
};

/** Name of a site as people know it; an unknown site is shown by its id. */
export const siteName = (site: string): string => NAME_BY_SITE[site] ?? site;

/** `Claude · opus-4` of an agent id `site` or `site/model`; a model that repeats its site is shown without it. */
export const agentName = (agentId: string): string => {
  const [site = '', ...rest] = agentId.split('/');
  const model = rest.join('/');
  const own = model.startsWith(`${site}-`) ? model.slice(site.length + 1) : model;
  return own === '' ? siteName(site) : `${siteName(site)} · ${own}`;
};
