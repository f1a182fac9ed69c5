import type { CapturedTurn, Observation } from '../../model/capture.ts';
import { compactTurn, WINDOW_ONLY, type WireFacts, type WireRequest } from '../adapter.ts';
import { isJson, listIn, objectIn, parseJson, stringIn } from '../wire/json.ts';
import { OBSERVED_PATHS } from '../wire/observed.ts';
import { type CompletionContext, completionStream, type Question } from './completion-stream.ts';
import { connectStream, readServiceJson } from './connect-stream.ts';
import { isRootId } from './message.ts';
import { claudeUrl, readClaudeJson } from './tree-json.ts';

const COMPLETION = /\/chat_conversations\/([\w-]+)\/(?:retry_)?completion$/;
const SERVICE = /\/claudeai-rpc\/[\w.]+ConversationService\//;

const questionOf = (body: unknown): Question | undefined => {
  const prompt = stringIn(body, 'prompt')?.trim();
  if (!prompt) return undefined;
  const parent = stringIn(body, 'parent_message_uuid');
  const names = ['attachments', 'files'].flatMap((key) =>
    listIn(body, key).flatMap((file) => stringIn(file, 'file_name') ?? []),
  );
  const id = stringIn(objectIn(body, 'turn_message_uuids'), 'human_message_uuid');
  const { id: _, ...turn } = compactTurn({
    id: '',
    role: 'user',
    text: prompt,
    markdown: prompt,
    thinking: undefined,
    partial: false,
    createdAt: undefined,
    model: undefined,
    parentId: parent && !isRootId(parent) ? parent : undefined,
    order: undefined,
    attachments: names.length > 0 ? names : undefined,
    source: 'stream',
    offBranch: undefined,
  } satisfies { [K in keyof CapturedTurn]: CapturedTurn[K] | undefined });
  return { turn, ...(id ? { id } : {}) };
};

const contextOf = (request: WireRequest): CompletionContext | undefined => {
  const url = new URL(request.url);
  const conversation = COMPLETION.exec(url.pathname)?.[1];
  if (!conversation) return undefined;
  const parsed = request.body === undefined ? undefined : parseJson(request.body);
  const body = isJson(parsed) ? parsed : undefined;
  const question = questionOf(body);
  return {
    origin: url.origin,
    conversation,
    temporary:
      objectIn(body, 'create_conversation_params')?.['is_temporary'] === true ||
      body?.['is_temporary'] === true,
    ...(question ? { question } : {}),
  };
};

/** The person's own turn, where the page has already given it an id. */
const readSend = (request: WireRequest): Observation | undefined => {
  const context = request.method === 'POST' ? contextOf(request) : undefined;
  const { id, turn } = context?.question ?? {};
  if (!context || !id || !turn) return undefined;
  return {
    conversation: {
      site: 'claude',
      id: context.conversation,
      url: claudeUrl(context.origin, context.conversation),
      completeness: WINDOW_ONLY,
      ...(context.temporary ? { temporary: true } : {}),
    },
    turns: [{ ...turn, id }],
  };
};

/** What is known of Claude's traffic. */
export const claudeWire: WireFacts = {
  observed: OBSERVED_PATHS.claude,
  readJson: (url, json) =>
    SERVICE.test(url.pathname) ? readServiceJson(url, json) : readClaudeJson(url, json),
  openStream: (request) => {
    if (request.contentType.includes('application/connect+')) return connectStream(new URL(request.url));
    const context = contextOf(request);
    return context && request.contentType.includes('event-stream') ? completionStream(context) : undefined;
  },
  readRequest: readSend,
};
