import type { CapturedTurn, Observation } from '../../model/capture.ts';
import { type StreamReader, WINDOW_ONLY } from '../adapter.ts';
import { isJson, type Json, objectIn, parseJson, stringIn } from '../wire/json.ts';
import { EventSplitter } from '../wire/server-sent-events.ts';
import { chatgptUrl } from './conversation-json.ts';
import { applyDelta, type Delta } from './delta.ts';
import { parentOf, readMessage } from './message.ts';

/** What a stream cannot tell itself. */
export type StreamContext = {
  readonly origin: string;
  readonly conversation?: string;
  readonly project?: string;
  readonly temporary?: boolean;
};

/** Follows one answer of ChatGPT: every record of it with the words so far. */
export class AnswerState {
  readonly #context: StreamContext;
  readonly #messages = new Map<string, Json>();
  /** State per channel `c` of the encoding; a frame without one speaks of the last. */
  readonly #stateByChannel = new Map<number, unknown>();
  #channel = 0;
  #path = '';
  #operation = '';
  #conversation: string | undefined;
  #title: string | undefined;
  #temporary: boolean;
  #done = false;

  constructor(context: StreamContext) {
    this.#context = context;
    this.#conversation = context.conversation;
    this.#temporary = context.temporary ?? false;
  }

  get done(): boolean {
    return this.#done;
  }

  /** Takes the data of one event; answers whether anything that is captured changed. */
  take(data: string): boolean {
    if (data === '[DONE]') {
      const changed = !this.#done;
      this.#done = true;
      return changed;
    }
    const frame = parseJson(data);
    if (!isJson(frame)) return false;
    const id = stringIn(frame, 'conversation_id') ?? stringIn(objectIn(frame, 'v'), 'conversation_id');
    if (id) this.#conversation = id;
    if (typeof frame['type'] === 'string') return this.#takeTyped(frame);
    // Before the encoding had deltas, every frame was a whole record.
    if (isJson(frame['message'])) return this.#keep(frame['message']);
    if ('v' in frame) return this.#takeDelta(frame);
    return false;
  }

  #takeTyped(frame: Json): boolean {
    switch (frame['type']) {
      case 'input_message':
        return this.#keep(frame['input_message']);
      case 'title_generation':
        this.#title = stringIn(frame, 'title');
        return this.#title !== undefined;
      case 'message_stream_complete':
        this.#done = true;
        return true;
      default:
        return false;
    }
  }

  #takeDelta({ p, o, v, c }: Delta & { readonly c?: unknown }): boolean {
    if (typeof c === 'number') this.#channel = c;
    if (typeof p === 'string') this.#path = p;
    if (typeof o === 'string') this.#operation = o;
    else if (typeof p === 'string') this.#operation = 'replace';
    const state = applyDelta(this.#stateByChannel.get(this.#channel), this.#path, this.#operation, v);
    this.#stateByChannel.set(this.#channel, state);
    return this.#keep(objectIn(state, 'message'));
  }

  #keep(message: unknown): boolean {
    const id = stringIn(message, 'id');
    if (!id || !isJson(message)) return false;
    this.#messages.set(id, message);
    return true;
  }

  /** What was read so far; undefined while the conversation has no id or no words. */
  observation(): Observation | undefined {
    const id = this.#conversation;
    if (!id) return undefined;
    const turns: CapturedTurn[] = [];
    let thinking: string[] = [];
    for (const message of this.#messages.values()) {
      const part = readMessage(message, 'stream');
      if (part.kind === 'thinking') thinking.push(part.text);
      if (part.kind !== 'turn') continue;
      const parentId = this.#shownParent(message);
      turns.push({
        ...part.turn,
        ...(part.turn.role === 'assistant' && thinking.length > 0 ? { thinking: thinking.join('\n\n') } : {}),
        ...(parentId ? { parentId } : {}),
      });
      if (part.turn.role === 'assistant') thinking = [];
    }
    if (turns.length === 0) return undefined;
    const { origin, project } = this.#context;
    return {
      conversation: {
        site: 'chatgpt',
        id,
        url: chatgptUrl(origin, id, project),
        ...(this.#title ? { title: this.#title } : {}),
        ...(project ? { project } : {}),
        completeness: WINDOW_ONLY,
        ...(this.#temporary ? { temporary: true } : {}),
      },
      turns,
    };
  }

  /** The nearest record above that is a turn; records of other streams are taken to be turns. */
  #shownParent(message: Json): string | undefined {
    let id = parentOf(message);
    for (let steps = 0; id !== undefined && steps < 100; steps++) {
      const above = this.#messages.get(id);
      if (!above) return id === 'client-created-root' ? undefined : id;
      if (readMessage(above, 'stream').kind === 'turn') return id;
      id = parentOf(above);
    }
    return undefined;
  }
}

/** Reads the event stream of one answer. */
export const chatgptStream = (context: StreamContext): StreamReader => {
  const events = new EventSplitter();
  const state = new AnswerState(context);
  const takeAll = (list: readonly { readonly data: string }[]): Observation | undefined => {
    let changed = false;
    for (const { data } of list) changed = state.take(data) || changed;
    return changed ? state.observation() : undefined;
  };
  return {
    push: (chunk) => takeAll(events.push(chunk)),
    close: () => takeAll(events.close()) ?? state.observation(),
    done: () => state.done,
  };
};
