import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Observation } from '../../model/capture.ts';
import type { StreamReader } from '../adapter.ts';
import { readChatgptJson, readHistoryPage } from './conversation-json.ts';
import { applyDelta } from './delta.ts';
import { chatgptRoute } from './route.ts';
import { chatgptSocket } from './socket.ts';
import { chatgptWire } from './wire.ts';

const ORIGIN = 'https://chatgpt.com';
const SEND = {
  url: `${ORIGIN}/backend-api/f/conversation`,
  method: 'POST',
  contentType: 'text/event-stream',
};

const message = (id: string, role: string, text: string, more: object = {}, metadata: object = {}) => ({
  id,
  author: { role },
  create_time: 1_790_000_000.5,
  content: { content_type: 'text', parts: [text] },
  status: 'finished_successfully',
  weight: 1,
  recipient: 'all',
  metadata,
  ...more,
});

const thoughts = (id: string, words: string, parent: string) =>
  message(
    id,
    'assistant',
    '',
    { content: { content_type: 'thoughts', thoughts: [{ content: words }] } },
    { parent_id: parent },
  );

const sse = (...frames: readonly unknown[]): string =>
  frames.map((frame) => `data: ${typeof frame === 'string' ? frame : JSON.stringify(frame)}\n\n`).join('');

const ANSWER = sse(
  { type: 'input_message', input_message: message('q', 'user', 'Which lamp? ⛵'), conversation_id: 'c' },
  {
    p: '',
    o: 'add',
    v: { message: { ...thoughts('t', '', 'q'), status: 'in_progress' }, conversation_id: 'c' },
    c: 0,
  },
  { p: '/message/content/thoughts/0/content', o: 'append', v: 'Storm ' },
  { v: 'lantern.' },
  {
    p: '',
    o: 'add',
    v: {
      message: message(
        'a',
        'assistant',
        '',
        { status: 'in_progress' },
        { model_slug: 'gpt-y', parent_id: 't' },
      ),
      conversation_id: 'c',
    },
    c: 1,
  },
  { p: '/message/content/parts/0', o: 'append', v: 'The **brass' },
  { v: '** one ⛵.' },
  {
    p: '',
    o: 'patch',
    v: [
      { p: '/message/status', o: 'replace', v: 'finished_successfully' },
      { p: '/message/metadata', o: 'append', v: { is_complete: true } },
    ],
  },
  { type: 'title_generation', title: 'Lamps', conversation_id: 'c' },
  '[DONE]',
);

const readAll = (
  reader: StreamReader,
  bytes: Uint8Array,
  cuts: readonly number[],
): Observation | undefined => {
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    reader.push(bytes.subarray(from, cut));
    from = cut;
  }
  reader.push(bytes.subarray(from));
  return reader.close();
};

describe('ChatGPT answers on the wire', () => {
  const bytes = new TextEncoder().encode(ANSWER);

  test('an answer is read whole however its bytes are cut', () => {
    const expected = readAll(chatgptWire.openStream(SEND)!, bytes, []);
    expect(expected).toMatchObject({
      conversation: { id: 'c', title: 'Lamps' },
      turns: [
        { id: 'q', role: 'user', text: 'Which lamp? ⛵', partial: false, createdAt: 1_790_000_000_500 },
        {
          id: 'a',
          role: 'assistant',
          text: 'The brass one ⛵.',
          markdown: 'The **brass** one ⛵.',
          thinking: 'Storm lantern.',
          partial: false,
          model: 'gpt-y',
          parentId: 'q',
        },
      ],
    });
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 12 }), (cuts) => {
        expect(readAll(chatgptWire.openStream(SEND)!, bytes, cuts)).toEqual(expected);
      }),
    );
  });

  test('a wire that breaks off leaves a partial answer', () => {
    const reader = chatgptWire.openStream(SEND)!;
    reader.push(bytes.subarray(0, ANSWER.indexOf('** one')));
    expect(reader.close()?.turns.at(-1)).toMatchObject({
      id: 'a',
      partial: true,
      text: expect.stringContaining('brass'),
    });
    expect(reader.done()).toBe(false);
  });

  test('foreign bytes never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.json(), (noise, json) => {
        const reader = chatgptWire.openStream(SEND)!;
        reader.push(noise);
        reader.push(new TextEncoder().encode(`\n\ndata: ${json}\n\n`));
        reader.close();
        readChatgptJson(new URL(`${ORIGIN}/backend-api/conversations/x`), JSON.parse(json));
      }),
    );
  });

  test('a path of the encoding cannot reach the prototype of all objects', () => {
    applyDelta({ a: {} }, '/__proto__/polluted', 'add', true);
    applyDelta({ a: {} }, '/a/constructor/prototype/polluted', 'add', true);
    expect('polluted' in {}).toBe(false);
  });

  test('an answer handed over to the socket is read from its encoded items', () => {
    const reader = chatgptSocket(ORIGIN);
    const items = ANSWER.split('\n\n').filter(Boolean);
    for (const item of items)
      reader.push(
        new TextEncoder().encode(
          JSON.stringify([
            { type: 'message', topic_id: 'turn-1', payload: { type: 'stream-item', encoded_item: item } },
          ]),
        ),
      );
    expect(reader.close()?.turns.map(({ id, partial }) => [id, partial])).toEqual([
      ['q', false],
      ['a', false],
    ]);
  });

  test('what the page sends is the person’s own turn; preflights and temporary chats are told apart', () => {
    const body = { messages: [message('q', 'user', 'Hello')], conversation_id: 'c', parent_message_id: 'p' };
    const sent = chatgptWire.readRequest({ ...SEND, body: JSON.stringify(body) });
    expect(sent).toMatchObject({
      conversation: { id: 'c' },
      turns: [{ id: 'q', text: 'Hello', parentId: 'p' }],
    });
    expect(
      chatgptWire.readRequest({ ...SEND, url: `${SEND.url}/prepare`, body: JSON.stringify(body) }),
    ).toBeUndefined();
    const temporary = JSON.stringify({ ...body, history_and_training_disabled: true });
    expect(chatgptWire.readRequest({ ...SEND, body: temporary })?.conversation.temporary).toBe(true);
  });
});

describe('ChatGPT conversation JSON', () => {
  const url = new URL(`${ORIGIN}/backend-api/conversation/c`);
  const node = (id: string, parent: string | null, role: string, text: string, more: object = {}) =>
    [id, { id, parent, message: message(id, role, text, more) }] as const;

  test('a tree gives the shown branch in order, regenerations and edits off it, hidden records not at all', () => {
    const mapping = Object.fromEntries([
      ['root', { id: 'root', parent: null, message: null }],
      node('sys', 'root', 'system', 'rules'),
      node('u1', 'sys', 'user', 'First'),
      node('a1', 'u1', 'assistant', 'Old answer'),
      node('a2', 'u1', 'assistant', 'New answer'),
      node('u2', 'a2', 'user', 'Second'),
      node('tool', 'u2', 'assistant', '{"q":1}', { recipient: 'web.run' }),
      node('a3', 'tool', 'assistant', 'Last \uE200cite\uE202turn0search1\uE201one'),
      node('ctx', 'u2', 'user', 'secret', { metadata: { is_visually_hidden_from_conversation: true } }),
    ]);
    const read = readChatgptJson(url, {
      conversation_id: 'c',
      title: 'T',
      mapping,
      current_node: 'a3',
      gizmo_id: 'g-p-1',
    });
    expect(read?.conversation).toMatchObject({
      project: 'g-p-1',
      completeness: { complete: true },
      url: `${ORIGIN}/g/g-p-1/c/c`,
    });
    expect(
      read?.turns.map(({ id, order, offBranch, parentId, text }) => [id, order, offBranch, parentId, text]),
    ).toEqual([
      ['u1', 0, undefined, undefined, 'First'],
      ['a2', 1, undefined, 'u1', 'New answer'],
      ['u2', 2, undefined, 'a2', 'Second'],
      ['a3', 3, undefined, 'u2', 'Last one'],
      ['a1', undefined, true, 'u1', 'Old answer'],
    ]);
  });

  test('pages are complete only where nothing is older, and say how they join', () => {
    const page = (previous: boolean) => ({
      conversation_id: 'c',
      messages: [message('u', 'user', 'Q')],
      page_info: { start_cursor: 'u', has_previous_page: previous, has_next_page: false },
    });
    expect(readChatgptJson(url, page(true))?.conversation.completeness.complete).toBe(false);
    expect(readChatgptJson(url, page(false))?.conversation.completeness).toEqual({
      complete: true,
      evidence: 'has_previous_page=false',
    });
    const older = new URL(`${ORIGIN}/backend-api/conversations/c/messages?before=u9`);
    expect(readHistoryPage(older, page(false))).toEqual({ isFirst: true, start: 'u', before: 'u9' });
  });

  test('an older page names its conversation only in its address', () => {
    const older = new URL(
      `${ORIGIN}/backend-api/conversations/68f00000-1111-4222-8333-000000000001/messages?before=u9`,
    );
    const read = readChatgptJson(older, {
      messages: [message('u', 'user', 'Q')],
      page_info: { has_previous_page: false, has_next_page: true },
    });
    expect(read?.conversation).toMatchObject({
      id: '68f00000-1111-4222-8333-000000000001',
      completeness: { complete: false },
    });
  });

  test('an answer that was cut short is partial', () => {
    const cut = message('a', 'assistant', 'Half', { status: 'finished_partial_completion' });
    const read = readChatgptJson(url, { conversation_id: 'c', messages: [cut], page_info: {} });
    expect(read?.turns[0]?.partial).toBe(true);
  });
});

test('addresses of ChatGPT tell conversation, project and temporary chats', () => {
  const route = (path: string) => chatgptRoute(new URL(path, ORIGIN));
  expect(route('/c/abc-1')).toEqual({ conversation: 'abc-1', temporary: false });
  expect(route('/g/g-p-0123456789abcdef0123456789abcdef-garden/c/x')).toEqual({
    conversation: 'x',
    project: 'g-p-0123456789abcdef0123456789abcdef',
    temporary: false,
  });
  expect(route('/g/g-abc-chef/c/x')).toMatchObject({ project: 'g-abc-chef' });
  expect(route('/?temporary-chat=true')).toEqual({ temporary: true });
  expect(route('/chatgpt/c/x')).toMatchObject({ conversation: 'x' });
});
