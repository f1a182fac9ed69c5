import { formatterFor } from './format-row.ts';
import { language } from './i18n/i18n.ts';

export { agentName, formatAge, formatMoment, siteName } from './format-row.ts';

/** Time of day. */
export const formatTime = (at: number): string =>
  new Date(at).toLocaleTimeString(language.value, { timeStyle: 'medium' });

/** Heading of a local day given as `YYYY-MM-DD`. */
export const formatDay = (day: string, now: number = Date.now()): string => {
  const date = new Date(`${day}T12:00:00`);
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return formatterFor(
    sameYear ? 'heading' : 'heading of a year',
    (tag) =>
      new Intl.DateTimeFormat(tag, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        ...(sameYear ? {} : { year: 'numeric' }),
      }),
  ).format(date);
};

/** Name of a month given as `YYYY-MM`. */
export const formatMonth = (month: string): string =>
  new Date(`${month}-15T12:00:00`).toLocaleDateString(language.value, { month: 'long', year: 'numeric' });

/** A byte count in the largest unit that keeps it at 1 or above. */
export const formatBytes = (bytes: number): string => {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return (bytes / 1000 ** power).toLocaleString(language.value, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power > 1 ? 1 : 0,
  });
};

export const formatNumber = (value: number): string =>
  formatterFor('number', (tag) => new Intl.NumberFormat(tag)).format(value);
