import { type Observed, TrustBook } from '../../core/trust/index.ts';
import type { Judged } from './judged.ts';

const MINUTE = 60_000;

/** Writes as agents do: every memory in a chat of its own, labelled by the channel, judged before it is kept. */
export class Entrance {
  readonly book = new TrustBook();
  #seq = 0;

  write(agentKey: string, { detection }: Judged): Observed {
    const seq = ++this.#seq;
    return this.book.observe({
      agentKey,
      conversationKey: `default/bench:${seq}`,
      seq,
      at: 1_750_000_000_000 + seq * MINUTE,
      role: 'assistant',
      label: 'assistant-generated',
      detection,
      echo: false,
    });
  }

  /** P(not hostile): what evidence leaves of trust. Usefulness is the person's to give and is not simulated. */
  honesty(agentKey: string): number {
    return 1 - this.book.agent(agentKey).hostile;
  }
}
