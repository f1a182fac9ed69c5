import * as fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { FrameSplitter } from './connect-frames.ts';
import { claudeRoute } from './route.ts';
import { readClaudeJson } from './tree-json.ts';
import { claudeWire } from './wire.ts';

const ORIGIN = 'https://claude.ai';
const ID = '68f00000-1111-4222-8333-000000000001';
const SEND = {
  url: `${ORIGIN}/api/organizations/o/chat_conversations/${ID}/completion`,
  method: 'POST',
  contentType: 'text/event-stream',
};
const ROOT = '00000000-0000-4000-8000-000000000000';

const sse = (...frames: readonly { readonly type: string }[]): Uint8Array =>
  new TextEncoder().encode(
    frames.map((frame) => `event: ${frame.type}\ndata: ${JSON.stringify(frame)}   \n\n`).join(''),
  );

const block = (index: number, type: string, ...words: readonly string[]) => [
  {
    type: 'content_block_start',
    index,
    content_block: { type, text: '', thinking: '', start_timestamp: '2026-08-08T02:12:36.191347833Z' },
  },
  ...words.map((each) => ({
    type: 'content_block_delta',
    index,
    delta: { type: `${type}_delta`, [type]: each },
  })),
  { type: 'content_block_stop', index },
];

const START = {
  type: 'message_start',
  message: { uuid: 'a1', parent_uuid: 'q1', model: 'claude-z', role: 'assistant' },
};
const END = [{ type: 'message_delta', delta: { stop_reason: 'end_turn' } }, { type: 'message_stop' }];

describe('Claude answers on the wire', () => {
  const body = JSON.stringify({ prompt: 'How much salt?', parent_message_uuid: ROOT });

  test('question, thinking and words are read; the question gets the id the server gives it', () => {
    const bytes = sse(
      START,
      ...block(0, 'thinking', 'Ten ', 'grams'),
      ...block(1, 'text', 'Two ', '**percent**.'),
      ...block(2, 'tool_use'),
      ...block(3, 'text', 'More.'),
      ...END,
    );
    const whole = claudeWire.openStream({ ...SEND, body })!;
    whole.push(bytes);
    const expected = whole.close();
    expect(expected?.turns).toEqual([
      {
        id: 'q1',
        role: 'user',
        text: 'How much salt?',
        markdown: 'How much salt?',
        partial: false,
        source: 'stream',
      },
      {
        id: 'a1',
        role: 'assistant',
        text: 'Two percent.\n\nMore.',
        markdown: 'Two **percent**.\n\nMore.',
        thinking: 'Ten grams',
        partial: false,
        createdAt: Date.UTC(2026, 7, 8, 2, 12, 36, 191),
        model: 'claude-z',
        parentId: 'q1',
        source: 'stream',
      },
    ]);
    fc.assert(
      fc.property(fc.nat(bytes.length), (cut) => {
        const reader = claudeWire.openStream({ ...SEND, body })!;
        reader.push(bytes.subarray(0, cut));
        reader.push(bytes.subarray(cut));
        expect(reader.close()).toEqual(expected);
      }),
    );
  });

  test('an answer without an end is partial', () => {
    const reader = claudeWire.openStream(SEND)!;
    reader.push(sse(START, ...block(0, 'text', 'Two')));
    expect(reader.close()?.turns).toMatchObject([{ id: 'a1', partial: true }]);
  });

  test('incognito chats say so in what the page sends', () => {
    const incognito = JSON.stringify({
      prompt: 'x',
      turn_message_uuids: { human_message_uuid: 'q' },
      create_conversation_params: { is_temporary: true },
    });
    expect(claudeWire.readRequest({ ...SEND, body: incognito })?.conversation.temporary).toBe(true);
  });
});

describe('Claude conversation trees', () => {
  const message = (uuid: string, sender: string, parent: string, text: string, more: object = {}) => ({
    uuid,
    sender,
    text: '',
    content: [{ type: 'text', text }],
    parent_message_uuid: parent,
    created_at: '2026-09-22T00:29:31.845318Z',
    ...more,
  });
  const url = new URL(`${ORIGIN}/api/organizations/o/chat_conversations/${ID}?tree=True`);

  test('the shown branch is in order and what hangs beside it is off it', () => {
    const read = readClaudeJson(url, {
      uuid: ID,
      name: 'Salt',
      model: 'claude-z',
      project_uuid: 'p1',
      current_leaf_message_uuid: 'a2',
      chat_messages: [
        message('q1', 'human', ROOT, 'Salt?', { attachments: [{ file_name: 'loaf.txt' }] }),
        message('a1', 'assistant', 'q1', 'Old'),
        message('a2', 'assistant', 'q1', 'New', {
          content: [
            { type: 'thinking', thinking: 'Hm' },
            { type: 'text', text: 'New' },
            { type: 'tool_use', name: 'artifacts', input: { title: 'Table' } },
          ],
          stop_reason: 'end_turn',
        }),
      ],
    });
    expect(read?.conversation).toMatchObject({
      id: ID,
      title: 'Salt',
      model: 'claude-z',
      project: 'p1',
      completeness: { complete: true },
    });
    expect(read?.turns).toMatchObject([
      { id: 'q1', order: 0, attachments: ['loaf.txt'] },
      { id: 'a2', order: 1, text: 'New', thinking: 'Hm', attachments: ['Table'], parentId: 'q1' },
      { id: 'a1', offBranch: true },
    ]);
  });

  test('messages of older builds carry their words outside of blocks', () => {
    const read = readClaudeJson(url, {
      uuid: ID,
      chat_messages: [{ uuid: 'q', sender: 'human', text: 'Plain' }],
    });
    expect(read?.turns[0]?.text).toBe('Plain');
  });
});

describe('Connect frames', () => {
  const frame = (flags: number, payload: Uint8Array) => {
    const bytes = new Uint8Array(5 + payload.length);
    bytes[0] = flags;
    new DataView(bytes.buffer).setUint32(1, payload.length);
    bytes.set(payload, 5);
    return bytes;
  };
  const text = (value: string) => new TextEncoder().encode(value);

  test('frames survive any cut, compressed or not, up to the trailer', () => {
    const parts = [frame(0, text('one')), frame(1, gzipSync(text('two'))), frame(2, text('{}'))];
    const bytes = new Uint8Array(parts.flatMap((part) => [...part]));
    fc.assert(
      fc.property(fc.nat(bytes.length), (cut) => {
        const splitter = new FrameSplitter();
        const frames = [...splitter.push(bytes.subarray(0, cut)), ...splitter.push(bytes.subarray(cut))];
        expect(frames.map(({ payload, end }) => [new TextDecoder().decode(payload), end])).toEqual([
          ['one', false],
          ['two', false],
          ['{}', true],
        ]);
      }),
    );
  });

  test('bytes that are no frames are given up without an exception', () => {
    const splitter = new FrameSplitter();
    expect(splitter.push(text('data: {"type":"x"}'))).toEqual([]);
    expect(splitter.broken).toBe(true);
    const lying = new FrameSplitter();
    expect(lying.push(frame(1, text('not gzip')))).toEqual([]);
    expect(lying.broken).toBe(true);
  });

  test('a conversation in a JSON frame is read', () => {
    const reader = claudeWire.openStream({
      url: `${ORIGIN}/claudeai-rpc/x.ConversationService/ReadConversation`,
      method: 'POST',
      contentType: 'application/connect+json',
    })!;
    const json = JSON.stringify({
      conversation: { uuid: ID, chat_messages: [{ uuid: 'q', sender: 'human', text: 'Hi' }] },
    });
    expect(reader.push(frame(0, text(json)))?.turns).toMatchObject([{ id: 'q', text: 'Hi' }]);
  });
});

test('addresses of Claude tell conversation, project and incognito chats', () => {
  const route = (path: string) => claudeRoute(new URL(path, ORIGIN));
  expect(route(`/chat/${ID}`)).toEqual({ conversation: ID, temporary: false });
  expect(route('/cowork/project/p-1')).toEqual({ project: 'p-1', temporary: false });
  expect(route('/new?incognito')).toEqual({ temporary: true });
  expect(route('/new')).toEqual({ temporary: false });
});
