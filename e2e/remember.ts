import type { Page } from '@playwright/test';
import { connectVault } from '../bench/browser/extension.ts';
import type { CapturedTurn, Observation } from '../core/model/capture.ts';
import type { AppendOutcome } from '../core/model/sender.ts';
import type { Recollect } from './fixtures.ts';

const SENDER = { site: 'chatgpt', origin: 'https://chatgpt.com', tabId: 1, frameId: 0 };

export type Chat = {
  readonly id: string;
  readonly title: string;
  readonly project?: string;
  /** What was said: question, answer, question, … */
  readonly said: readonly string[];
  /** Milliseconds since the epoch of the first turn; each other follows a minute later. */
  readonly at?: number;
};

/** A page of the extension with `window.vault`, past every screen. */
export const openVault = async ({ context, extensionId }: Recollect): Promise<Page> => {
  const page = await context.newPage();
  await connectVault(page, extensionId);
  return page;
};

const observationOf = ({ id, title, project, said, at = Date.UTC(2026, 4, 4, 9) }: Chat): Observation => ({
  conversation: {
    site: 'chatgpt',
    id,
    url: `https://chatgpt.com/c/${id}`,
    title,
    model: 'reader-1',
    ...(project === undefined ? {} : { project }),
    completeness: { complete: true, evidence: 'test' },
  },
  turns: said.map(
    (text, index): CapturedTurn => ({
      id: `${id}-${index}`,
      role: index % 2 === 0 ? 'user' : 'assistant',
      text,
      markdown: text,
      partial: false,
      createdAt: at + index * 60_000,
      source: 'authoritative',
    }),
  ),
});

/** Hands a chat to the vault as the content script of its site would. */
export const remember = (vaultPage: Page, chat: Chat): Promise<AppendOutcome> =>
  vaultPage.evaluate(([observation, sender]) => window.vault.append(observation, sender), [
    observationOf(chat),
    SENDER,
  ] as const);

/** Some chats of our own making, over several days. */
export const CHATS: readonly Chat[] = [
  {
    id: 'orchard',
    title: 'Pruning the orchard',
    project: 'Garden',
    said: [
      'When should I prune an old apple tree?',
      'Late winter, before the buds swell. Take out **dead** wood first:\n\n- crossing branches\n- water shoots',
      'And the plum by the wall?',
      'Plums in summer, after the harvest, so that silver leaf cannot enter the cuts.',
    ],
  },
  {
    id: 'kiln',
    title: 'Firing the kiln',
    said: [
      'Which cone for a celadon glaze?',
      'Cone nine in reduction.\n\n```ts\nconst schedule = [100, 600, 1280];\n```\n\n| Step | Degrees |\n| --- | --- |\n| First | 600 |',
    ],
    at: Date.UTC(2026, 4, 6, 18),
  },
];
