import type { FakeMemory } from './fake-memories.ts';

/** Local calendar day as `YYYY-MM-DD`. */
export const dayOf = (at: number): string => {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** Day headings of a list that is sorted, newest first. */
export const daysOf = (rows: readonly FakeMemory[]) => {
  const days: { day: string; offset: number; count: number }[] = [];
  for (const [offset, { createdAt }] of rows.entries()) {
    const last = days.at(-1);
    if (last?.day === dayOf(createdAt)) last.count += 1;
    else days.push({ day: dayOf(createdAt), offset, count: 1 });
  }
  return days;
};

/** How often each value occurs. */
export const counted = (values: readonly string[]) => {
  const countByValue = new Map<string, number>();
  for (const value of values) if (value) countByValue.set(value, (countByValue.get(value) ?? 0) + 1);
  return [...countByValue].map(([value, count]) => ({ value, label: value, count }));
};
