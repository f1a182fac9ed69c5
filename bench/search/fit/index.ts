import process from 'node:process';
import { FEATURES, WEIGHTS } from '../../../core/search/index.ts';
import type { BenchRecord } from '../../harness/record.ts';
import type { TestConversation } from '../corpus.ts';
import { crossValidate, measure, recordsOf } from './cross-validate.ts';
import { fitWeights, scaled } from './fit-weights.ts';
import { collectSamples, type Sample } from './samples.ts';

/** One conversation of each corpus in every fold, as long as a corpus has no more than these. */
const FOLDS = 10;

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const printWeights = (weights: Float64Array): void => {
  log('weights, fitted on everything:');
  FEATURES.forEach((name, column) => {
    log(`  ${name}: ${(weights[column] as number).toFixed(3)},`);
  });
};

/**
 * Fits the weights of the plain order anew, all corpora weighing the same, and measures them held out by conversation
 * beside the shipped ones. Runs in Node: the engine is the same code there.
 */
export const fitAndValidate = (corpora: readonly (readonly TestConversation[])[]): BenchRecord[] => {
  const samplesByCorpus = corpora
    .filter((conversations) => conversations.length > 0)
    .map((conversations) => {
      log(`candidates of ${conversations[0]?.corpus}`);
      return collectSamples(conversations);
    });
  const samples: Sample[] = samplesByCorpus.flat();
  const shipped = Float64Array.from(FEATURES, (name) => WEIGHTS[name]);
  log('fit on everything');
  const fitted = scaled(samples, fitWeights(samples));
  printWeights(fitted);
  const size = corpora.flat().reduce((sum, { documents }) => sum + documents.length, 0);
  return [
    ...recordsOf(measure(samples, shipped), 'shipped', size),
    ...recordsOf(measure(samples, fitted), 'fitted', size),
    ...recordsOf(crossValidate(samples, FOLDS, log), 'held-out', size),
    ...recordsOf(crossValidate(samples, 2, log), 'other half', size),
  ];
};
