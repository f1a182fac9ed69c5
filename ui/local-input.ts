const two = (value: number): string => String(value).padStart(2, '0');

/** A moment as a `datetime-local` field holds it: local time, to the minute. */
export const toLocalInput = (at: number): string => {
  const date = new Date(at);
  return `${localDay(at)}T${two(date.getHours())}:${two(date.getMinutes())}`;
};

/** The local day of a moment as `YYYY-MM-DD`. */
export const localDay = (at: number): string => {
  const date = new Date(at);
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** The moment such a field stands for; undefined when it is empty or no date. */
export const fromLocalInput = (value: string): number | undefined => {
  const at = new Date(value).getTime();
  return Number.isNaN(at) ? undefined : at;
};
