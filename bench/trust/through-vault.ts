import { browserPlaces } from '../../core/store/places.ts';
import { Vault } from '../../core/vault.ts';
import type { Family } from './families.ts';
import { looseLines } from './gate.ts';
import { mean } from './random.ts';

const SENDER = { site: 'chatgpt', origin: 'https://chatgpt.com', tabId: 1, frameId: 0 };
/** Texts of a family that are written through the vault, in agents of 50. */
const MOST_TEXTS = 150;
const AGENT_SIZE = 50;

export type Written = {
  readonly family: string;
  readonly texts: number;
  /** P(not hostile) of its agents, mean. */
  readonly honesty: number;
  /** Share of its memories that wait in quarantine. */
  readonly quarantined: number;
  /** Share that leaves the vault's own gate as anything but a quoted note, unconfirmed. */
  readonly delivered: number;
};

/**
 * Writes texts of each family into the real vault through `append`, as answers of agents of its own, and asks the vault
 * what it thinks of them and what its gate lets out.
 */
export const writeThroughVault = async (families: readonly Family[]): Promise<Written[]> => {
  const places = browserPlaces();
  const vault = Vault.open({ places });
  const written: Written[] = [];
  for (const { name, texts } of families) {
    const some = texts.slice(0, MOST_TEXTS);
    for (const [index, text] of some.entries()) {
      const id = `${name}-${index}`;
      const { outcome } = await vault.append(
        {
          conversation: {
            site: SENDER.site,
            id,
            url: `https://chatgpt.com/c/${id}`,
            title: `Talk ${index}`,
            completeness: { complete: false, evidence: 'window only' },
            model: `${name}-${Math.floor(index / AGENT_SIZE)}`.slice(0, 200),
          },
          turns: [
            { id: 'm1', role: 'assistant', text, markdown: text, partial: false, source: 'authoritative' },
          ],
        },
        SENDER,
      );
      if (outcome !== 'stored')
        throw new Error(`bench trust: the vault answered ${outcome} to text ${index} of ${name}`);
    }
    const agents = (await vault.agentsTrust()).filter(({ agentId }) =>
      agentId.startsWith(`chatgpt/${name}-`),
    );
    const seqs: number[] = [];
    let quarantined = 0;
    for (const { agentId } of agents) {
      const { rows } = await vault.list({ agentIds: [agentId] }, 0, AGENT_SIZE);
      for (const { seq, label } of rows) {
        seqs.push(seq);
        if (label === 'quarantined') quarantined++;
      }
    }
    let delivered = 0;
    for (const seq of seqs) {
      const result = await vault.previewInsertion([seq], []);
      if (!result.ok) throw new Error(result.error.message);
      if (
        result.value.items.some(({ verdict }) => verdict === 'as-said') ||
        looseLines(result.value.block) > 0
      )
        delivered++;
    }
    written.push({
      family: name,
      texts: seqs.length,
      honesty: mean(agents.map(({ hostile }) => 1 - hostile)),
      quarantined: quarantined / (seqs.length || 1),
      delivered: delivered / (seqs.length || 1),
    });
  }
  return written;
};
