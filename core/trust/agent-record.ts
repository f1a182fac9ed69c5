import type { AgentRecord, Step } from './agent-state.ts';
import { DEFAULT_RATES, type Evidence, type FilterRates } from './change-point.ts';
import { REFERENCE_START } from './reference-score.ts';
import { NO_OUTCOMES } from './usefulness.ts';

/** What is known of an agent that has not been seen. */
export const newRecord = (): AgentRecord => ({
  state: 'normal',
  hostile: DEFAULT_RATES.prior,
  base: DEFAULT_RATES.prior,
  steps: [],
  flags: [],
  settled: [],
  hints: [],
  usefulness: { ...NO_OUTCOMES },
  reference: { ...REFERENCE_START },
  history: [],
  cusum: 0,
  writes: 0,
  dismissals: 0,
});

export const evidenceOf = ({ flagged, hinted }: Step): Evidence =>
  flagged ? 'flag' : hinted ? 'hint' : 'none';

/** The rate of false alarms of this agent: each one the person names moves it up, as a Beta mean would. */
export const ratesOf = ({ dismissals }: AgentRecord): FilterRates =>
  dismissals === 0
    ? DEFAULT_RATES
    : {
        ...DEFAULT_RATES,
        falseAlarm: Math.min(DEFAULT_RATES.hit, (3 + 3 * dismissals) / (100 + 3 * dismissals)),
      };
