/** A calendar day; `month` from 1. */
export type Day = { readonly year: number; readonly month: number; readonly day: number };

const formatByZone = new Map<string, Intl.DateTimeFormat>();

const formatFor = (timeZone: string): Intl.DateTimeFormat => {
  let format = formatByZone.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatByZone.set(timeZone, format);
  }
  return format;
};

const partsAt = (at: number, timeZone: string): Record<string, number> => {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatFor(timeZone).formatToParts(at)) parts[type] = Number(value);
  return parts;
};

/** The zone itself when this browser knows it, else UTC: an unknown zone must not make a query fail. */
export const knownZone = (timeZone: string | undefined): string => {
  if (!timeZone) return 'UTC';
  try {
    formatFor(timeZone);
    return timeZone;
  } catch (error) {
    if (error instanceof RangeError) return 'UTC';
    throw error;
  }
};

/** Calendar day of an instant in a zone. */
export const dayOf = (at: number, timeZone: string): Day => {
  const { year = 1970, month = 1, day = 1 } = partsAt(at, timeZone);
  return { year, month, day };
};

/** First instant of a day in a zone; days and months outside their range roll over as in `Date.UTC`. */
export const startOfDay = ({ year, month, day }: Day, timeZone: string): number => {
  const wall = Date.UTC(year, month - 1, day);
  const offset = (at: number): number => {
    const { year: y = 0, month: m = 1, day: d = 1, hour = 0, minute = 0, second = 0 } = partsAt(at, timeZone);
    return Date.UTC(y, m - 1, d, hour, minute, second) - at;
  };
  const guess = wall - offset(wall);
  return wall - offset(guess);
};

/** True when the day is in the calendar: no 30 February, no month 13. */
export const exists = ({ year, month, day }: Day): boolean => {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
};
