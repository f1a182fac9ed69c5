import { handleClaudeRpc } from './claude-rpc.ts';
import { branchOf } from './conversations.ts';
import type { Exchange } from './exchange.ts';
import { jsonBody, openStream, sendEvent, sendJson } from './exchange.ts';
import { GenerationError } from './generation.ts';
import type { ReplicaConversation, ReplicaMessage } from './model.ts';
import { PROJECTS } from './seed.ts';
import type { Asked, ReplicaState } from './state.ts';

/** The one organisation of the replica's only account. */
export const ORGANISATION = '68f00000-0000-4222-8333-0000000000b0';

const iso = (ms: number): string => new Date(ms).toISOString();

const STOP_REASON = { in_progress: undefined, finished: 'end_turn', stopped: 'user_canceled' } as const;

const blocks = (message: ReplicaMessage) => [
  ...(message.thinking
    ? [
        {
          type: 'thinking',
          thinking: message.thinking,
          summaries: [{ summary: 'Thinking it over' }],
          cut_off: false,
        },
      ]
    : []),
  { type: 'text', text: message.text, citations: [] },
];

const treeMessage = (message: ReplicaMessage, index: number) => {
  const stop_reason = STOP_REASON[message.status];
  return {
    uuid: message.id,
    text: '',
    content: blocks(message),
    sender: message.role === 'user' ? 'human' : 'assistant',
    index,
    created_at: iso(message.createdAt),
    updated_at: iso(message.createdAt),
    truncated: false,
    ...(message.role === 'assistant' && stop_reason ? { stop_reason } : {}),
    attachments: message.attachments.map((file_name) => ({
      file_name,
      file_size: 2048,
      file_type: 'text/plain',
    })),
    files: [],
    parent_message_uuid: message.parentId ?? '00000000-0000-4000-8000-000000000000',
  };
};

const listItem = (conversation: ReplicaConversation) => ({
  uuid: conversation.id,
  name: conversation.title,
  summary: '',
  model: conversation.messages.at(-1)?.model ?? null,
  created_at: iso(conversation.createdAt),
  updated_at: iso(conversation.updatedAt),
  settings: {},
  is_starred: false,
  is_temporary: conversation.temporary,
  project_uuid: conversation.project?.id ?? null,
  current_leaf_message_uuid: conversation.leafId ?? null,
  platform: 'CLAUDE_AI',
  ...(conversation.project
    ? { project: { uuid: conversation.project.id, name: conversation.project.name } }
    : {}),
});

const treeJson = (conversation: ReplicaConversation, wholeTree: boolean) => ({
  ...listItem(conversation),
  chat_messages: (wholeTree ? conversation.messages : branchOf(conversation)).map(treeMessage),
});

/** The older renderer's answer stream. */
const streamCompletion = async (exchange: Exchange, { question, generation }: Asked): Promise<void> => {
  const { message } = generation;
  openStream(exchange);
  const send = (data: { readonly type: string } & Record<string, unknown>) =>
    sendEvent(exchange, data, data.type);
  send({ type: 'conversation_ready' });
  send({
    type: 'message_start',
    message: {
      id: `chatcompl_${message.id.slice(0, 8)}`,
      type: 'message',
      role: 'assistant',
      model: message.model,
      parent_uuid: question.id,
      uuid: message.id,
      content: [],
      stop_reason: null,
    },
  });
  let index = -1;
  let open: 'thinking' | 'text' | undefined;
  const close = () => open && send({ type: 'content_block_stop', index, stop_timestamp: iso(Date.now()) });
  try {
    for await (const piece of generation.read(exchange.gone)) {
      if (piece.kind !== open) {
        close();
        open = piece.kind;
        index += 1;
        const content_block =
          open === 'text'
            ? { type: 'text', text: '', citations: [] }
            : { type: 'thinking', thinking: '', summaries: [] };
        send({ type: 'content_block_start', index, content_block });
      }
      const delta =
        piece.kind === 'text'
          ? { type: 'text_delta', text: piece.text }
          : { type: 'thinking_delta', thinking: piece.text };
      send({ type: 'content_block_delta', index, delta });
    }
  } catch (error) {
    if (!(error instanceof GenerationError)) throw error;
    send({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } });
    exchange.response.destroy();
    return;
  }
  if (exchange.gone.aborted) return;
  close();
  send({
    type: 'message_delta',
    delta: { stop_reason: STOP_REASON[message.status] ?? null, stop_sequence: null },
  });
  send({ type: 'message_limit', message_limit: { type: 'within_limit' } });
  send({ type: 'message_stop' });
  exchange.response.end();
};

type CompletionBody = {
  readonly prompt?: string;
  readonly parent_message_uuid?: string;
  readonly turn_message_uuids?: {
    readonly human_message_uuid?: string;
    readonly assistant_message_uuid?: string;
  };
  readonly attachments?: readonly { readonly file_name: string }[];
  readonly create_conversation_params?: { readonly is_temporary?: boolean; readonly project_uuid?: string };
};

const complete = async (
  exchange: Exchange,
  state: ReplicaState,
  id: string,
  again: boolean,
): Promise<void> => {
  const body = jsonBody(exchange) as CompletionBody;
  const known = state.conversations.get(id);
  const answerId = body.turn_message_uuids?.assistant_message_uuid;
  if (again) {
    const asked =
      known && body.parent_message_uuid && state.askAgain(known, body.parent_message_uuid, answerId);
    return asked ? streamCompletion(exchange, asked) : sendJson(exchange, { type: 'error' }, 404);
  }
  if (!body.prompt) return sendJson(exchange, { type: 'error', error: { message: 'prompt: required' } }, 400);
  const asked = state.ask({
    site: 'claude',
    conversationId: known?.id,
    newId: id,
    messageId: body.turn_message_uuids?.human_message_uuid,
    answerId,
    parentId: body.parent_message_uuid,
    text: body.prompt,
    temporary: body.create_conversation_params?.is_temporary === true,
    projectId: body.create_conversation_params?.project_uuid,
    attachments: body.attachments?.map(({ file_name }) => file_name) ?? [],
  });
  return streamCompletion(exchange, asked);
};

/** The site's own API; answers false when the path is none of it. */
export const handleClaudeApi = async (exchange: Exchange, state: ReplicaState): Promise<boolean> => {
  if (await handleClaudeRpc(exchange, state)) return true;
  const { method, path, query } = exchange;
  if (path === '/api/organizations') {
    sendJson(exchange, [{ uuid: ORGANISATION, name: 'Personal', capabilities: ['chat'] }]);
    return true;
  }
  const [, resource, id, part] =
    /^\/api\/organizations\/[^/]+\/(chat_conversations|projects)(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(path) ??
    [];
  if (!resource) return false;
  if (resource === 'projects') {
    sendJson(exchange, [{ uuid: PROJECTS.claude.id, name: PROJECTS.claude.name }]);
  } else if (!id) {
    const offset = Number(query.get('offset') ?? 0);
    const limit = Number(query.get('limit') ?? 30);
    sendJson(
      exchange,
      state.conversations
        .list('claude')
        .slice(offset, offset + limit)
        .map(listItem),
    );
  } else if (part === 'completion' || part === 'retry_completion') {
    await complete(exchange, state, id, part === 'retry_completion');
  } else if (part === 'stop_response' && method === 'POST') {
    state.generation(id)?.stop();
    sendJson(exchange, {});
  } else {
    const conversation = state.conversations.get(id);
    if (!conversation) sendJson(exchange, { type: 'error', error: { type: 'not_found_error' } }, 404);
    else sendJson(exchange, treeJson(conversation, query.get('tree') === 'True'));
  }
  return true;
};
