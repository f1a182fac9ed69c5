import type { CapturedTurn, Observation } from '../model/capture.ts';
import type { CaptureSender } from '../model/sender.ts';

export const SENDER: CaptureSender = { site: 'chatgpt', origin: 'https://chatgpt.com', tabId: 1, frameId: 0 };

export const turn = (
  id: string,
  role: CapturedTurn['role'],
  text: string,
  more: Partial<CapturedTurn> = {},
): CapturedTurn => ({
  id,
  role,
  text,
  markdown: text,
  partial: false,
  source: 'authoritative',
  ...more,
});

export const observation = (
  conversation: string,
  turns: readonly CapturedTurn[],
  more: Partial<Observation['conversation']> = {},
): Observation => ({
  conversation: {
    site: 'chatgpt',
    id: conversation,
    url: `https://chatgpt.com/c/${conversation}`,
    title: `Talk ${conversation}`,
    completeness: { complete: false, evidence: 'window only' },
    ...more,
  },
  turns,
});
