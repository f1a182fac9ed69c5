import type { LearnedPattern, LearningApi, LearningStatus } from '../../core/model/learning-api.ts';

const PATTERNS: readonly LearnedPattern[] = [
  {
    id: 'p1',
    layer: 'preference',
    sentence: { text: 'You prefer answers with Rust code to answers with Python code.' },
    evidence: { text: 'from 14 opened results on 6 days' },
    strength: 0.82,
    leaning: 0.82,
    frozen: false,
  },
  {
    id: 'p2',
    layer: 'project',
    sentence: { text: 'On weekday mornings you work on Backend.' },
    evidence: { text: 'from 41 messages in 9 conversations' },
    strength: 0.64,
    leaning: 0.64,
    frozen: true,
  },
  {
    id: 'p3',
    layer: 'workflow',
    sentence: { text: 'After asking about a slow query you write a test.' },
    evidence: { text: 'seen 7 times where it could have been seen 9 times' },
    strength: 0.45,
    leaning: 0.45,
    frozen: false,
  },
];

/** What was learned from an invented person, for the development page and tests. `none` starts without any. */
export const fakeLearning = (none: boolean): LearningApi => {
  let on = true;
  let comparing = true;
  let patterns = none ? [] : PATTERNS;
  let archivable = none ? 0 : 31;
  const status = (): LearningStatus => ({
    on,
    phase: none ? 0 : 1,
    signals: none ? 0 : 86,
    queries: none ? 0 : 33,
    next: none ? { signals: 20, queries: 0 } : { signals: 114, queries: 17 },
    patterns,
    contradictions: none
      ? []
      : [
          {
            sentence: { text: 'You used to prefer long results, and now prefer short results.' },
            at: Date.UTC(2026, 2, 14),
          },
        ],
    order: 'learned',
    trees: { state: 'none' },
    comparing,
    weights: none
      ? []
      : [
          { feature: 'Words that match', value: 1.02, shipped: 1 },
          { feature: 'Same project', value: 0.61, shipped: 0.35 },
          { feature: 'Recency', value: 0.12, shipped: 0.25 },
          { feature: 'Used before', value: 0.44, shipped: 0.4 },
        ],
    ...(none
      ? {}
      : {
          project: {
            name: 'Backend',
            share: 0.58,
            reasons: [
              { text: 'The conversation in front belongs to it.' },
              { text: '11 of the last 20 messages share its terms.' },
            ],
          },
          effect: { value: 0.61, low: 0.49, high: 0.72, n: 57 },
        }),
  });
  return {
    learning: async () => status(),
    setLearning: async (next) => {
      on = next;
    },
    setComparing: async (next) => {
      comparing = next;
    },
    signal: async () => undefined,
    question: async () => undefined,
    correctPattern: async (id) => {
      patterns = patterns.map((pattern) => (pattern.id === id ? { ...pattern, frozen: true } : pattern));
    },
    forgetPattern: async (id) => {
      patterns = patterns.filter((pattern) => pattern.id !== id);
    },
    freezePattern: async (id, frozen) => {
      patterns = patterns.map((pattern) => (pattern.id === id ? { ...pattern, frozen } : pattern));
    },
    forgetSignals: async () => 12,
    exportBehaviour: async () => new Blob(['{}'], { type: 'application/json' }),
    lifecycleDryRun: async () => ({ warm: archivable * 3, cold: archivable * 2, archived: archivable }),
    applyLifecycle: async () => {
      const changed = archivable * 6;
      archivable = 0;
      return changed;
    },
  };
};
