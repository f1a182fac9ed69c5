import { describe, expect, test } from 'vitest';
import type { Observation } from '../../core/model/capture.ts';
import { bytesToString, parseWireMessage, stringToBytes } from '../observer.content/wire-message.ts';
import { WireInbox } from './wire-inbox.ts';

const ID = '68f00000-1111-4222-8333-000000000001';
const SEND = 'https://chatgpt.com/backend-api/f/conversation';
const LOAD = `https://chatgpt.com/backend-api/conversations/${ID}`;

const message = (id: string, role: string, text: string, status = 'finished_successfully') => ({
  id,
  author: { role },
  content: { content_type: 'text', parts: [text] },
  status,
});

const bench = (isTemporary = false) => {
  const read: { readonly observation: Observation; readonly isAnswering: boolean }[] = [];
  const unknown: string[] = [];
  const inbox = new WireInbox('chatgpt', {
    onObservation: (observation, isAnswering) => read.push({ observation, isAnswering }),
    onUnknown: (path) => unknown.push(path),
    isTemporary: () => isTemporary,
  });
  const bytes = (id: number, text: string) =>
    inbox.receive({ kind: 'bytes', id, bytes: bytesToString(new TextEncoder().encode(text)) });
  return { inbox, read, unknown, bytes };
};

describe('Wire inbox', () => {
  test('a send and its answer are one exchange: the question comes along even if the answer leaves it out', () => {
    const { inbox, read, bytes } = bench();
    inbox.receive({
      kind: 'request',
      id: 1,
      url: SEND,
      method: 'POST',
      body: JSON.stringify({ messages: [message('q', 'user', 'Hello')] }),
    });
    expect(read).toHaveLength(0);
    inbox.receive({ kind: 'response', id: 1, status: 200, contentType: 'text/event-stream; charset=utf-8' });
    bytes(
      1,
      `data: ${JSON.stringify({ p: '', o: 'add', v: { message: message('a', 'assistant', 'Hi ⛵', 'in_progress'), conversation_id: ID } })}\n\n`,
    );
    expect(inbox.isAnswering(ID)).toBe(true);
    bytes(1, 'data: [DONE]\n\n');
    inbox.receive({ kind: 'end', id: 1, whole: true });
    expect(inbox.isAnswering(ID)).toBe(false);
    expect(read.at(-1)?.observation.turns.map(({ id, text }) => [id, text])).toEqual([
      ['q', 'Hello'],
      ['a', 'Hi ⛵'],
    ]);
  });

  test('an answer that breaks off is told once more, as over, with what came of it', () => {
    const { inbox, read, bytes } = bench();
    inbox.receive({
      kind: 'request',
      id: 1,
      url: SEND,
      method: 'POST',
      body: JSON.stringify({ conversation_id: ID, messages: [message('q', 'user', 'Hello')] }),
    });
    inbox.receive({ kind: 'response', id: 1, status: 200, contentType: 'text/event-stream' });
    bytes(
      1,
      `data: ${JSON.stringify({ p: '', o: 'add', v: { message: message('a', 'assistant', 'Hi', 'in_progress'), conversation_id: ID } })}\n\n`,
    );
    expect(read.at(-1)?.isAnswering).toBe(true);
    inbox.receive({ kind: 'end', id: 1, whole: false });
    expect(read.at(-1)).toMatchObject({
      isAnswering: false,
      observation: { turns: [{ id: 'q' }, { id: 'a', text: 'Hi', partial: true }] },
    });
  });

  test('a conversation load is read when it is whole', () => {
    const { inbox, read, unknown, bytes } = bench();
    const json = JSON.stringify({
      conversation_id: ID,
      messages: [message('q', 'user', 'Hello')],
      page_info: { has_previous_page: false },
    });
    inbox.receive({ kind: 'request', id: 2, url: LOAD, method: 'GET' });
    inbox.receive({ kind: 'response', id: 2, status: 200, contentType: 'application/json' });
    bytes(2, json.slice(0, 20));
    bytes(2, json.slice(20));
    expect(read).toHaveLength(0);
    inbox.receive({ kind: 'end', id: 2, whole: true });
    expect(read[0]?.observation.conversation.completeness.complete).toBe(true);
    expect(unknown).toEqual([]);
  });

  test('a load of a new form is reported by its path without ids; failures and broken wires are not', () => {
    const { inbox, unknown, bytes } = bench();
    const load = (id: number, status: number, whole: boolean) => {
      inbox.receive({ kind: 'request', id, url: LOAD, method: 'GET' });
      inbox.receive({ kind: 'response', id, status, contentType: 'application/json' });
      bytes(id, '{"new":"shape"}');
      inbox.receive({ kind: 'end', id, whole });
    };
    load(3, 429, true);
    load(4, 200, false);
    expect(unknown).toEqual([]);
    load(5, 200, true);
    expect(unknown).toEqual(['/backend-api/conversations/…']);
  });

  test('nothing of a temporary chat is read', () => {
    const { inbox, read } = bench(true);
    inbox.receive({
      kind: 'request',
      id: 6,
      url: SEND,
      method: 'POST',
      body: JSON.stringify({ conversation_id: ID, messages: [message('q', 'user', 'Hello')] }),
    });
    inbox.receive({ kind: 'response', id: 6, status: 200, contentType: 'text/event-stream' });
    expect(read).toHaveLength(0);
  });
});

describe('Messages from the page’s world', () => {
  test('bytes survive the way', () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256);
    expect(stringToBytes(bytesToString(bytes))).toEqual(bytes);
  });

  test('what has another shape is dropped', () => {
    for (const text of [
      '',
      '{',
      'null',
      '{"kind":"bytes"}',
      '{"kind":"bytes","id":"1","bytes":""}',
      '{"kind":"other","id":1}',
      '{"kind":"request","id":1,"url":5,"method":"GET"}',
      7,
    ])
      expect(parseWireMessage(text)).toBeUndefined();
    expect(parseWireMessage('{"kind":"end","id":1,"whole":true}')).toEqual({
      kind: 'end',
      id: 1,
      whole: true,
    });
  });
});
