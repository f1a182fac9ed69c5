import { type Detection, TrustBook } from '../../core/trust/index.ts';
import { mean } from './random.ts';
import type { Both } from './runs.ts';

const MEMORIES = 50;
const SLEEPER_POISON = 25;
const MINUTE = 60_000;

const QUIET: Detection = { flagged: false, instructionLike: false, score: 0, findings: [] };
const FLAG: Detection = { flagged: true, instructionLike: true, score: 1, findings: [] };

/**
 * The reference system's published protocol: nine honest agents and one poisoner with 50 memories each, and its sleeper.
 * It gives every flag by hand and always right, so there is no text that a vault could read: the book of trust itself
 * is told the flags.
 */
export const published = (): { readonly gap: Both; readonly drop: Both } => {
  const book = new TrustBook();
  let seq = 0;
  const write = (agentKey: string, detection: Detection): void => {
    seq++;
    book.observe({
      agentKey,
      conversationKey: `c${seq}`,
      seq,
      at: seq * MINUTE,
      role: 'assistant',
      label: 'assistant-generated',
      detection,
      echo: false,
    });
  };
  const trust = (agentKey: string): Both => {
    const { hostile, reference } = book.agent(agentKey);
    return { recollect: 1 - hostile, reference };
  };
  const honest = Array.from({ length: 9 }, (_, index) => `honest-${index}`);
  for (let i = 0; i < MEMORIES; i++) {
    for (const agent of [...honest, 'sleeper']) write(agent, QUIET);
    write('poisoner', FLAG);
  }
  const before = trust('sleeper');
  for (let i = 0; i < SLEEPER_POISON; i++) write('sleeper', FLAG);
  const engines = ['recollect', 'reference'] as const;
  const of = (value: (engine: (typeof engines)[number]) => number): Both => ({
    recollect: value('recollect'),
    reference: value('reference'),
  });
  return {
    gap: of((engine) => mean(honest.map((agent) => trust(agent)[engine])) - trust('poisoner')[engine]),
    drop: of((engine) => 1 - trust('sleeper')[engine] / before[engine]),
  };
};
