import type { BenchRecord } from './record.ts';

const figure = (value: number): string => {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size >= 1_000) return Math.round(value).toLocaleString('en');
  if (size >= 100 || Number.isInteger(value)) return value.toFixed(size >= 100 ? 0 : 1);
  return value.toFixed(size >= 10 ? 1 : 3);
};

const interval = ({ low, high }: BenchRecord): string =>
  low === undefined || high === undefined ? '' : `${figure(low)} – ${figure(high)}`;

/** The records as an aligned text table, in the order they were measured. */
export const formatTable = (records: readonly BenchRecord[]): string => {
  const head = ['metric', 'engine', 'corpus', 'scope', 'size', 'kind', 'value', 'unit', '95 %', 'n'];
  const rows = records.map((record) => [
    record.metric,
    record.engine,
    record.corpus,
    record.scope,
    String(record.size),
    record.kind,
    figure(record.value),
    record.unit,
    interval(record),
    record.n === undefined ? '' : String(record.n),
  ]);
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
};
