import type { ExportedConversation } from '../../core/privacy/transfer/export-format.ts';
import { GeneratedArchive } from '../harness/generated-archive.ts';
import { canaryWord } from './scan.ts';

/** Canaries planted for each kind of erase, each in a memory of its own. */
export const CANARIES = 1_000;
const TURNS = 20;
const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 1);

export type EraseKind = 'one' | 'conversation' | 'agent' | 'day';
export const ERASE_KINDS: readonly EraseKind[] = ['one', 'conversation', 'agent', 'day'];

export const CANARY_AGENT = 'claude/canary-model';
export const CANARY_DAY = Date.UTC(2025, 5, 15);
export const CANARY_CONVERSATION = 'canary-conversation';

const WORDS =
  'the a plan garden router memory travel python budget recipe kettle violin harbour invoice sprint lesson engine river cabin paper window signal market doctor flight music winter table letter'.split(
    ' ',
  );

/** Small seeded generator (mulberry32), so that each run measures the same store. */
const random = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const sentence = (next: () => number, words: number): string =>
  Array.from({ length: words }, () => WORDS[Math.floor(next() * WORDS.length)]).join(' ');

export type Planted = {
  readonly path: string;
  /** Canary numbers by the erase that must remove them. */
  readonly canariesByKind: Readonly<Record<EraseKind, readonly number[]>>;
  readonly memories: number;
};

/**
 * Writes an export of `size` memories of about 500 characters with {@link CANARIES} canaries a kind: single memories
 * across the store, one long conversation, one agent, one day. Canary numbers are disjoint between the kinds.
 */
export const plantArchive = async (path: string, size: number): Promise<Planted> => {
  const next = random(size);
  const perKind = Math.min(CANARIES, Math.floor(size / 8));
  const archive = new GeneratedArchive();
  const canariesByKind: Record<EraseKind, number[]> = { one: [], conversation: [], agent: [], day: [] };
  const keys = new Map<string, number>();
  const add = async (id: string, index: number, at: number, agent: string, canary?: number) => {
    const key = `default/chatgpt:${id}`;
    keys.set(key, at);
    const words = `${sentence(next, 75)} item${Math.floor(next() * 1e9).toString(36)}`;
    const text = canary === undefined ? words : `${canaryWord(canary)} ${words}`;
    await archive.add({
      id: `${key}:m${index}`,
      conversation: key,
      order: index,
      agent,
      origin: 'https://chatgpt.com',
      createdAt: at,
      text,
    });
  };
  let number = 0;
  for (let index = 0; index < perKind; index++) {
    canariesByKind.conversation.push(number);
    await add(CANARY_CONVERSATION, index, START + index * 1000, 'chatgpt/plain', number++);
  }
  let written = perKind;
  for (let chat = 0; written < size; chat++) {
    for (let index = 0; index < TURNS && written < size; index++, written++) {
      const at = START + ((chat * TURNS + index) % 300) * DAY_MS + index * 60_000;
      const kind = (['one', 'agent', 'day'] as const)[written % 8];
      if (kind && canariesByKind[kind].length < perKind) {
        canariesByKind[kind].push(number);
        const agent = kind === 'agent' ? CANARY_AGENT : 'chatgpt/plain';
        await add(`chat-${chat}`, index, kind === 'day' ? CANARY_DAY + index * 1000 : at, agent, number++);
      } else {
        await add(`chat-${chat}`, index, at, 'chatgpt/plain');
      }
    }
  }
  const chats = [...keys].map(
    ([key, at]): ExportedConversation => ({
      key,
      profile: 'default',
      site: 'chatgpt',
      id: key.slice('default/chatgpt:'.length),
      url: 'https://chatgpt.com/c/x',
      title: sentence(next, 4),
      completeness: { complete: true, evidence: 'generated' },
      firstAt: at,
      lastAt: at,
    }),
  );
  await archive.write(path, chats);
  return { path, canariesByKind, memories: archive.memories };
};
