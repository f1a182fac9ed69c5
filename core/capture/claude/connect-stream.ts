import type { Observation } from '../../model/capture.ts';
import type { StreamReader } from '../adapter.ts';
import { isJson, parseJson } from '../wire/json.ts';
import { FrameSplitter } from './connect-frames.ts';
import { readClaudeJson } from './tree-json.ts';

const OPENING_BRACE = 0x7b;
/** A JSON frame may wrap the conversation in a field or two. */
const MAX_DEPTH = 3;

const conversationIn = (url: URL, value: unknown, depth = 0): Observation | undefined => {
  if (!isJson(value)) return undefined;
  const found = readClaudeJson(url, value);
  if (found || depth >= MAX_DEPTH) return found;
  for (const inner of Object.values(value)) {
    const nested = conversationIn(url, inner, depth + 1);
    if (nested) return nested;
  }
  return undefined;
};

/** The conversation in a JSON answer of the service, at the top or in a field of it. */
export const readServiceJson = (url: URL, value: unknown): Observation | undefined =>
  conversationIn(url, value);

/**
 * Reads the frames of `StreamTimeline` and `ReadConversation` where their payload is JSON. The protobuf form has
 * no contract on its fields: guessing at words there could take a tool's output for an answer, so the page's
 * own rendering of it is read instead.
 */
export const connectStream = (url: URL): StreamReader => {
  const frames = new FrameSplitter();
  const decoder = new TextDecoder();
  let last: Observation | undefined;
  let done = false;
  return {
    push: (chunk) => {
      let changed: Observation | undefined;
      for (const { payload, end } of frames.push(chunk)) {
        done ||= end;
        if (end || payload[0] !== OPENING_BRACE) continue;
        changed = conversationIn(url, parseJson(decoder.decode(payload))) ?? changed;
      }
      last = changed ?? last;
      return changed;
    },
    close: () => last,
    done: () => done,
  };
};
