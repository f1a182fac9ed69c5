import { FEATURES } from '../../../core/search/index.ts';
import { seededRandom } from '../large-store.ts';
import type { Sample } from './samples.ts';

/** Candidates of a question that are learnt from: the best as ranked now, and some from further down. */
const BEST = 40;
const FURTHER = 10;

/** One question's rows of the matrix: those that answer it, then the others. */
export type Group = {
  readonly sample: Sample;
  readonly start: number;
  readonly end: number;
  /** Rows from `start` to here answer the question. */
  readonly answersEnd: number;
  /** Corpora and scopes weigh the same, whatever their number of questions. */
  readonly weight: number;
};

/** Feature vectors as one matrix, each column in units of its standard deviation. */
export type TrainingSet = {
  readonly columns: number;
  readonly matrix: Float32Array;
  readonly deviations: Float64Array;
  readonly groups: readonly Group[];
};

const deviationsOf = (matrix: Float32Array, columns: number): Float64Array => {
  const rows = matrix.length / columns;
  const sums = new Float64Array(columns);
  const squares = new Float64Array(columns);
  for (let at = 0; at < matrix.length; at++) {
    const value = matrix[at] as number;
    const column = at % columns;
    sums[column] = (sums[column] as number) + value;
    squares[column] = (squares[column] as number) + value * value;
  }
  return sums.map((sum, column) =>
    Math.sqrt(Math.max(0, (squares[column] as number) / rows - (sum / rows) ** 2) + 1e-12),
  );
};

const rowsOf = ({ count, relevant }: Sample, random: () => number): number[] => {
  const answers = new Set(relevant);
  const rows = Array.from({ length: Math.min(BEST, count) }, (_, row) => row);
  for (let draw = 0; draw < FURTHER && count > BEST; draw++)
    rows.push(BEST + Math.floor(random() * (count - BEST)));
  return [...relevant, ...[...new Set(rows)].filter((row) => !answers.has(row))];
};

/** Questions whose answers are all out of reach teach nothing and are left out. */
export const trainingSet = (samples: readonly Sample[]): TrainingSet => {
  const columns = FEATURES.length;
  const random = seededRandom(5);
  const usable = samples.filter(({ relevant }) => relevant.length > 0);
  const setOf = ({ corpus, scope }: Sample): string => `${corpus} ${scope}`;
  const sizes = Map.groupBy(usable, setOf);
  const chosen = usable.map((sample) => rowsOf(sample, random));
  const total = chosen.reduce((sum, rows) => sum + rows.length, 0);
  const matrix = new Float32Array(total * columns);
  let row = 0;
  const groups = usable.map((sample, at): Group => {
    const start = row;
    for (const each of chosen[at] as number[]) {
      matrix.set(sample.vectors.subarray(each * columns, (each + 1) * columns), row * columns);
      row += 1;
    }
    const weight = 1 / sizes.size / (sizes.get(setOf(sample))?.length ?? 1);
    return { sample, start, end: row, answersEnd: start + sample.relevant.length, weight };
  });
  const deviations = deviationsOf(matrix, columns);
  for (let at = 0; at < matrix.length; at++)
    matrix[at] = (matrix[at] as number) / (deviations[at % columns] as number);
  return { columns, matrix, deviations, groups };
};
