import type { Mark } from '../core/model/query.ts';

export type Segment = { readonly text: string; readonly marked: boolean };

/** Cuts `text` at its marks. Marks may overlap, lie out of order or reach beyond the text. */
export const segmentsOf = (text: string, marks: readonly Mark[]): Segment[] => {
  const segments: Segment[] = [];
  let at = 0;
  for (const [from, to] of [...marks].sort(([a], [b]) => a - b)) {
    const start = Math.max(from, at);
    const end = Math.min(to, text.length);
    if (end <= start) continue;
    if (start > at) segments.push({ text: text.slice(at, start), marked: false });
    segments.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), marked: false });
  return segments;
};
