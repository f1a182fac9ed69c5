import type { SignalKind } from '../model/learning-api.ts';
import type { Seq } from '../model/memory.ts';
import type { Signal } from '../rank/index.ts';

/** What the person did, as the ranker reads it. `value`: milliseconds of a dwell. */
export const signalOf = (kind: SignalKind, seq: Seq, at: number, value: number | undefined): Signal => {
  switch (kind) {
    case 'open':
      return { kind: 'open', seq, at };
    case 'dwell':
      return { kind: 'open', seq, at, dwellMs: value ?? 0 };
    case 'worked':
    case 'partly':
    case 'failed':
      return { kind: 'outcome', seq, at, outcome: kind };
    case 'deleted':
      return { kind: 'deleted-after-recall', seq, at };
    default:
      return { kind, seq, at };
  }
};
