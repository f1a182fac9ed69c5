import type { Observation } from '../../model/capture.ts';
import type { StreamReader } from '../adapter.ts';
import { isJson, parseJson, stringIn } from '../wire/json.ts';
import { EventSplitter } from '../wire/server-sent-events.ts';
import { AnswerState } from './stream.ts';

type Turn = { readonly state: AnswerState; readonly events: EventSplitter };

const MAX_DEPTH = 8;

/** Every encoded piece of an event stream in a frame, with the topic it belongs to, wherever the frame keeps it. */
function* encodedItems(value: unknown, topic: string, depth = 0): Generator<{ topic: string; item: string }> {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const each of value) yield* encodedItems(each, topic, depth + 1);
  } else if (isJson(value)) {
    const here = stringIn(value, 'topic_id') ?? stringIn(value, 'topic') ?? topic;
    const item = stringIn(value, 'encoded_item');
    if (item) yield { topic: here, item };
    for (const each of Object.values(value))
      if (typeof each === 'object') yield* encodedItems(each, here, depth + 1);
  }
}

/**
 * Reads the socket to which ChatGPT hands answers over: messages of JSON with pieces of the same event stream.
 * Each call of `push` takes one message.
 */
export const chatgptSocket = (origin: string): StreamReader => {
  const turns = new Map<string, Turn>();
  const decoder = new TextDecoder();
  let last: Turn | undefined;
  const turnOf = (topic: string): Turn => {
    const known = turns.get(topic);
    if (known && !known.state.done) return known;
    const fresh = { state: new AnswerState({ origin }), events: new EventSplitter() };
    turns.set(topic, fresh);
    return fresh;
  };
  return {
    push: (message) => {
      let changed: Observation | undefined;
      for (const { topic, item } of encodedItems(parseJson(decoder.decode(message)), '')) {
        const turn = turnOf(topic);
        last = turn;
        const text = item.endsWith('\n\n') ? item : `${item}\n\n`;
        for (const { data } of turn.events.push(new TextEncoder().encode(text)))
          if (turn.state.take(data)) changed = turn.state.observation();
      }
      return changed;
    },
    close: () => last?.state.observation(),
    done: () => last?.state.done ?? false,
  };
};
