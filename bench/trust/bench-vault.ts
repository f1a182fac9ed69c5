import type { Pasted } from '../../core/model/capture.ts';
import type { AgentTrust } from '../../core/model/trust-api.ts';
import { browserPlaces, type Place, type Places } from '../../core/store/places.ts';
import { Vault } from '../../core/vault.ts';

const ORIGIN = 'https://chatgpt.com';
const SENDER = { site: 'chatgpt', origin: ORIGIN, tabId: 1, frameId: 0 };
const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 1);

/** The browser's own storage under names of its own, so that every run has an empty vault. */
class RunPlaces implements Places {
  readonly #inner = browserPlaces();
  readonly kind = this.#inner.kind;
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  async list(): Promise<string[]> {
    return (await this.#inner.list()).flatMap((name) =>
      name.startsWith(this.#prefix) ? [name.slice(this.#prefix.length)] : [],
    );
  }

  async open(name: string): Promise<Place> {
    return { ...(await this.#inner.open(this.#prefix + name)), name };
  }

  /** Removes the storage itself. */
  async remove(): Promise<void> {
    for (const name of await this.#inner.list())
      if (name.startsWith(this.#prefix)) await (await this.#inner.open(name)).delete();
  }
}

let runs = 0;
const used: RunPlaces[] = [];
/** Runs whose storage stays, because their vault may still be saving its index. */
const KEPT_RUNS = 12;

/** Whose words a text is written as. */
export type As = 'assistant' | 'user' | 'prefilled' | 'shared' | 'pasted' | 'partly-pasted';

/** What the content script says of a turn that the person was seen to paste. */
const PASTED_AS: Partial<Record<As, Pasted>> = { pasted: 'all', 'partly-pasted': 'part' };

/** A fresh vault of the shipped code, written to through `append` with the sender that the host would fill in. */
export class BenchVault {
  readonly vault: Vault;
  #chats = 0;

  private constructor(places: Places) {
    let now = START;
    this.vault = Vault.open({ places, now: () => (now += MINUTE) });
  }

  static async open(): Promise<BenchVault> {
    if (used.length >= KEPT_RUNS) await used.shift()!.remove();
    const places = new RunPlaces(`bench-${++runs}-`);
    used.push(places);
    return new BenchVault(places);
  }

  /** Captures one text in a chat of its own, as the model `agent` of one site wrote it. */
  async write(agent: string, text: string, as: As = 'assistant', title = 'Talk'): Promise<void> {
    const id = `chat-${++this.#chats}`;
    const url =
      as === 'prefilled'
        ? `${ORIGIN}/c/${id}?q=${encodeURIComponent(text.slice(0, 3_000).toWellFormed())}`
        : `${ORIGIN}/${as === 'shared' ? 'share' : 'c'}/${id}`;
    const pasted = PASTED_AS[as];
    const role = as === 'assistant' || as === 'shared' ? 'assistant' : 'user';
    const { outcome } = await this.vault.append(
      {
        conversation: {
          site: 'chatgpt',
          id,
          url: url.slice(0, 4_000),
          title,
          completeness: { complete: false, evidence: 'window only' },
          model: agent,
        },
        turns: [
          {
            id: 'm1',
            role,
            text,
            markdown: text,
            partial: false,
            source: 'authoritative',
            ...(pasted && { pasted }),
          },
        ],
      },
      SENDER,
    );
    if (outcome !== 'stored')
      throw new Error(`bench trust: the vault answered ${outcome} to ${id} of ${agent}`);
  }

  /** Trust by agent, as the vault tells it. */
  async trust(): Promise<ReadonlyMap<string, AgentTrust>> {
    const all = await this.vault.agentsTrust();
    return new Map(all.map((agent) => [agent.agentId.slice('chatgpt/'.length), agent]));
  }

  allow(agent: string): Promise<void> {
    return this.vault.setAgentState(`chatgpt/${agent}@${ORIGIN}`, 'allowed');
  }
}
