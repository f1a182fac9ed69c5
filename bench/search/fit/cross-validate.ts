import type { BenchRecord } from '../../harness/record.ts';
import { meanWithInterval } from '../interval.ts';
import { type Quality, qualityOf } from '../metrics.ts';
import { fitWeights, rank } from './fit-weights.ts';
import type { Sample } from './samples.ts';

type Measured = Quality & Pick<Sample, 'corpus' | 'scope' | 'conversation' | 'kind'>;

const DEPTH = 10;

/** Quality of every question under given weights. */
export const measure = (samples: readonly Sample[], weights: Float64Array): Measured[] =>
  samples.map((sample) => {
    const { corpus, scope, conversation, kind, relevant, relevantTotal } = sample;
    const found = rank(sample, weights).slice(0, DEPTH);
    // Answers that are no candidates still count: they get ids that no rank has.
    const answers = new Set([
      ...relevant,
      ...Array.from({ length: relevantTotal - relevant.length }, (_, missing) => -1 - missing),
    ]);
    return { ...qualityOf(found, answers), corpus, scope, conversation, kind };
  });

/**
 * Quality of every question under weights fitted without its conversation: fold n leaves out the conversations n,
 * n + folds, … of every corpus. Folds without a question to measure are left out.
 */
export const crossValidate = (
  samples: readonly Sample[],
  folds: number,
  log: (line: string) => void,
): Measured[] =>
  Array.from({ length: folds }, (_, fold) => {
    const isHeldOut = ({ conversation }: Sample): boolean => conversation % folds === fold;
    const heldOut = samples.filter(isHeldOut);
    if (heldOut.length === 0) return [];
    log(`fold ${fold + 1} of ${folds}`);
    return measure(heldOut, fitWeights(samples.filter((sample) => !isHeldOut(sample))));
  }).flat();

/** One record per corpus, scope and metric; `kind` names how the weights were come by, and the question kind. */
export const recordsOf = (measured: readonly Measured[], how: string, size: number): BenchRecord[] => {
  const bySet = Map.groupBy(measured, ({ corpus, scope }) => `${corpus} ${scope}`);
  return [...bySet.values()].flatMap((set) => {
    const { corpus, scope } = set[0] as Measured;
    const groups: [string, readonly Measured[]][] = [
      [how, set],
      ...[...Map.groupBy(set, ({ kind }) => kind)].map(([kind, group]): [string, readonly Measured[]] => [
        `${how}: ${kind}`,
        group,
      ]),
    ];
    return groups.flatMap(([kind, group]) =>
      (['ndcg10', 'recall10'] as const).map(
        (key): BenchRecord => ({
          bench: 'search',
          engine: 'recollect',
          metric: key === 'ndcg10' ? 'ndcg@10' : 'recall@10',
          corpus,
          scope,
          size,
          kind,
          unit: 'ratio',
          n: group.length,
          ...meanWithInterval(group, (one) => one[key]),
        }),
      ),
    );
  });
};
