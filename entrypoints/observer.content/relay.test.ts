import { describe, expect, test } from 'vitest';
import { Relay } from './relay.ts';
import type { WireMessage } from './wire-message.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const bench = () => {
  const sent: WireMessage[] = [];
  return { sent, relay: new Relay((message) => sent.push(message)) };
};

const repeated = (sent: WireMessage[]): WireMessage[] => {
  const before = sent.length;
  Relay.repeatOpen();
  return sent.slice(before);
};

describe('Relay', () => {
  test('an exchange under way is said again from its start, a finished one is not', () => {
    const { sent, relay } = bench();
    relay.request('https://chatgpt.com/x', 'POST', '{}');
    relay.response(200, 'Text/Event-Stream');
    relay.bytes(bytes('one'));
    relay.bytes(bytes('two'));
    expect(repeated(sent)).toEqual(sent.slice(0, 4));
    relay.end(true);
    expect(repeated(sent)).toEqual([]);
  });

  test('of a socket only its opening is said again, however much came over it', () => {
    const { sent, relay } = bench();
    relay.socket('wss://ws.chatgpt.com/x');
    for (let at = 0; at < 3; at++) expect(relay.bytes(new Uint8Array(3_000_000))).toBe(true);
    expect(repeated(sent).map(({ kind }) => kind)).toEqual(['socket']);
    relay.end(true);
  });

  test('an answer too large to keep is passed on but not said again', () => {
    const { sent, relay } = bench();
    relay.request('https://chatgpt.com/x', 'GET', undefined);
    expect(relay.bytes(new Uint8Array(9_000_000))).toBe(true);
    expect(repeated(sent)).toEqual([]);
    relay.end(true);
  });
});
