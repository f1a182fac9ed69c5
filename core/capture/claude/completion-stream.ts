import type { CapturedTurn, Observation } from '../../model/capture.ts';
import { type StreamReader, WINDOW_ONLY } from '../adapter.ts';
import { isJson, type Json, numberIn, objectIn, parseJson, stringIn, timeOfIso } from '../wire/json.ts';
import { EventSplitter } from '../wire/server-sent-events.ts';
import { type ClaudeBlock, claudeTurn, isRootId } from './message.ts';
import { claudeUrl } from './tree-json.ts';

export type CompletionContext = {
  readonly origin: string;
  readonly conversation: string;
  readonly temporary: boolean;
  /** The question, as the request body had it. */
  readonly question?: Question;
};

/** What a request says of the person's own turn. Older pages leave its id to the server. */
export type Question = { readonly turn: Omit<CapturedTurn, 'id'>; readonly id?: string };

type MutableBlock = { type: string; text: string; title?: string };

const DELTA_TEXT: Readonly<Record<string, string>> = { text_delta: 'text', thinking_delta: 'thinking' };

/** Reads the event stream of `/completion` and `/retry_completion`. */
export const completionStream = (context: CompletionContext): StreamReader => {
  const events = new EventSplitter();
  const blocks: MutableBlock[] = [];
  let message: Json | undefined;
  let startedAt: number | undefined;
  let stopReason: string | undefined;
  let legacyText = '';
  let done = false;

  const take = (frame: Json): boolean => {
    switch (frame['type']) {
      case 'message_start':
        message = objectIn(frame, 'message');
        return true;
      case 'content_block_start': {
        const block = objectIn(frame, 'content_block');
        const type = stringIn(block, 'type') ?? '';
        startedAt ??= timeOfIso(stringIn(block, 'start_timestamp'));
        blocks[numberIn(frame, 'index') ?? blocks.length] = {
          type,
          text: stringIn(block, type === 'thinking' ? 'thinking' : 'text') ?? '',
        };
        return type === 'text';
      }
      case 'content_block_delta': {
        const delta = objectIn(frame, 'delta');
        const key = DELTA_TEXT[stringIn(delta, 'type') ?? ''];
        const block = blocks[numberIn(frame, 'index') ?? blocks.length - 1];
        if (!key || !block) return false;
        block.text += stringIn(delta, key) ?? '';
        return true;
      }
      case 'message_delta':
        stopReason = stringIn(objectIn(frame, 'delta'), 'stop_reason') ?? stopReason;
        return true;
      case 'message_stop':
        done = true;
        return true;
      case 'completion':
        // The wire of 2023 and 2024: words only.
        legacyText += stringIn(frame, 'completion') ?? '';
        stopReason = stringIn(frame, 'stop_reason') ?? stopReason;
        done ||= stopReason !== undefined;
        return true;
      default:
        return false;
    }
  };

  const questionId = (): string | undefined => context.question?.id ?? stringIn(message, 'parent_uuid');

  const question = (): CapturedTurn | undefined => {
    const id = questionId();
    return context.question && id ? { ...context.question.turn, id } : undefined;
  };

  const answer = (): CapturedTurn | undefined => {
    const parent = stringIn(message, 'parent_uuid') ?? questionId();
    const spoken: ClaudeBlock[] =
      legacyText === '' ? blocks.filter(Boolean) : [{ type: 'text', text: legacyText }];
    const id = stringIn(message, 'uuid') ?? (parent ? `derived-${parent}-hub-reply` : undefined);
    if (!id) return undefined;
    return claudeTurn({
      id,
      role: 'assistant',
      blocks: spoken,
      partial: !done || stopReason === 'user_canceled',
      source: 'stream',
      createdAt: startedAt,
      model: stringIn(message, 'model'),
      parentId: parent && !isRootId(parent) ? parent : undefined,
      attachments: [],
    });
  };

  const observation = (): Observation | undefined => {
    const turns = [question(), answer()].filter((turn) => turn !== undefined);
    if (turns.length === 0) return undefined;
    return {
      conversation: {
        site: 'claude',
        id: context.conversation,
        url: claudeUrl(context.origin, context.conversation),
        completeness: WINDOW_ONLY,
        ...(context.temporary ? { temporary: true } : {}),
      },
      turns,
    };
  };

  const takeAll = (list: readonly { readonly data: string }[]): Observation | undefined => {
    let changed = false;
    for (const { data } of list) {
      const frame = parseJson(data);
      if (isJson(frame)) changed = take(frame) || changed;
    }
    return changed ? observation() : undefined;
  };

  return {
    push: (chunk) => takeAll(events.push(chunk)),
    close: () => takeAll(events.close()) ?? observation(),
    done: () => done,
  };
};
