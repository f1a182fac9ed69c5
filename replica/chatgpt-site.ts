import { randomUUID } from 'node:crypto';
import { conversationJson, messagePage } from './chatgpt-messages.ts';
import { streamAnswer } from './chatgpt-stream.ts';
import type { Exchange } from './exchange.ts';
import { jsonBody, sendJson, sleep } from './exchange.ts';
import type { ReplicaConversation } from './model.ts';
import { PROJECTS } from './seed.ts';
import type { ReplicaState } from './state.ts';

const seconds = (ms: number): number => ms / 1000;

const listItem = (conversation: ReplicaConversation) => ({
  id: conversation.id,
  title: conversation.title,
  create_time: seconds(conversation.createdAt),
  update_time: seconds(conversation.updatedAt),
  gizmo_id: conversation.project?.id ?? null,
  is_archived: false,
  is_temporary_chat: false,
});

type SendBody = {
  readonly action?: 'next' | 'variant';
  readonly messages?: readonly {
    readonly id?: string;
    readonly content?: { readonly parts?: readonly string[] };
    readonly metadata?: { readonly attachments?: readonly { readonly name: string }[] };
  }[];
  readonly conversation_id?: string;
  readonly parent_message_id?: string;
  readonly history_and_training_disabled?: boolean;
  readonly gizmo_id?: string;
};

const send = async (exchange: Exchange, state: ReplicaState): Promise<void> => {
  const body = jsonBody(exchange) as SendBody;
  const known =
    body.conversation_id === undefined ? undefined : state.conversations.get(body.conversation_id);
  if (body.action === 'variant' && known && body.parent_message_id) {
    const asked = state.askAgain(known, body.parent_message_id);
    if (!asked) return sendJson(exchange, { detail: 'No such message.' }, 404);
    return streamAnswer(exchange, asked);
  }
  const message = body.messages?.[0];
  const text = message?.content?.parts?.join('\n') ?? '';
  if (!text) return sendJson(exchange, { detail: 'The message is empty.' }, 422);
  const asked = state.ask({
    site: 'chatgpt',
    conversationId: known?.id,
    messageId: message?.id,
    parentId: body.parent_message_id,
    text,
    temporary: body.history_and_training_disabled === true,
    projectId: body.gizmo_id,
    attachments: message?.metadata?.attachments?.map(({ name }) => name) ?? [],
  });
  return streamAnswer(exchange, asked);
};

/** The site's own API; answers false when the path is none of it. */
export const handleChatgptApi = async (exchange: Exchange, state: ReplicaState): Promise<boolean> => {
  const { method, path, query } = exchange;
  if (path === '/api/auth/session') {
    sendJson(exchange, { user: { id: 'user-replica', name: 'You' }, accessToken: 'replica-access-token' });
    return true;
  }
  if (!path.startsWith('/backend-api/')) return false;
  const [resource, id, part] = path.slice('/backend-api/'.length).split('/');
  if (path === '/backend-api/f/conversation/prepare' && method === 'POST') {
    // The preflight carries a partial query and an id of its own: it is not a send.
    sendJson(exchange, { status: 'ok', conduit_token: randomUUID() });
  } else if (path === '/backend-api/f/conversation' && method === 'POST') {
    await send(exchange, state);
  } else if (path === '/backend-api/stop_conversation' && method === 'POST') {
    const { conversation_id } = jsonBody(exchange);
    await sleep(120);
    if (typeof conversation_id === 'string') state.generation(conversation_id)?.stop();
    sendJson(exchange, {});
  } else if (resource === 'conversation' && id && part === 'stream_status') {
    const generation = state.generation(id);
    const status = !generation ? 'UNAVAILABLE' : generation.outcome ? 'COMPLETE' : 'IS_STREAMING';
    sendJson(exchange, { status });
  } else if (resource === 'gizmos') {
    const { id: gizmoId, name } = PROJECTS.chatgpt;
    sendJson(exchange, { items: [{ gizmo: { gizmo: { id: gizmoId, display: { name } } } }], cursor: null });
  } else if (resource === 'conversations' && !id) {
    const offset = Number(query.get('offset') ?? 0);
    const limit = Number(query.get('limit') ?? 28);
    const all = state.conversations.list('chatgpt');
    sendJson(exchange, {
      items: all.slice(offset, offset + limit).map(listItem),
      total: all.length,
      offset,
      limit,
    });
  } else if (resource === 'conversations' && id) {
    const conversation = state.conversations.get(id);
    const turns = Math.max(1, Number(query.get('num_turns') ?? 10));
    if (!conversation) sendJson(exchange, { detail: { code: 'conversation_not_found' } }, 404);
    else if (part === 'messages') {
      await sleep(90);
      const page = messagePage(conversation, turns, query.get('before') ?? undefined);
      sendJson(exchange, { ...page, safe_urls: [], blocked_urls: [] });
    } else sendJson(exchange, conversationJson(conversation, turns));
  } else {
    sendJson(exchange, { detail: 'Not part of the replica.' }, 404);
  }
  return true;
};
