import { branchOf, versionsOf } from './conversations.ts';
import type { ReplicaConversation, ReplicaMessage } from './model.ts';

type Json = Record<string, unknown>;

const seconds = (ms: number): number => ms / 1000;

const STATUS = {
  in_progress: 'in_progress',
  finished: 'finished_successfully',
  stopped: 'finished_partial_completion',
} as const;

/** Id of the record that holds the reasoning before an answer. */
export const thoughtsId = ({ id }: ReplicaMessage): string => `${id.slice(0, 24)}7${id.slice(25)}`;

const wireMessage = (message: ReplicaMessage, fields: Json, metadata: Json): Json => ({
  id: message.id,
  author: { role: message.role, name: null, metadata: {} },
  create_time: seconds(message.createdAt),
  update_time: null,
  status: STATUS[message.status],
  end_turn: message.role === 'assistant' ? message.status === 'finished' : null,
  weight: 1,
  recipient: 'all',
  channel: message.role === 'assistant' ? 'final' : null,
  ...fields,
  metadata: {
    parent_id: message.parentId ?? 'client-created-root',
    ...(message.role === 'assistant'
      ? { model_slug: message.model, resolved_model_slug: message.model }
      : {}),
    ...metadata,
  },
});

export const textMessage = (message: ReplicaMessage, hasVersions = false): Json =>
  wireMessage(
    message,
    { content: { content_type: 'text', parts: [message.text] } },
    {
      ...(message.thinking === undefined || message.role === 'user'
        ? {}
        : { parent_id: thoughtsId(message) }),
      ...(message.role === 'assistant' && message.status === 'finished'
        ? { is_complete: true, finish_details: { type: 'stop' } }
        : {}),
      ...(message.status === 'stopped' ? { finish_details: { type: 'interrupted' } } : {}),
      ...(message.attachments.length > 0
        ? { attachments: message.attachments.map((name, at) => ({ id: `file-${at}`, name, size: 2048 })) }
        : {}),
      ...(hasVersions ? { has_versions: true } : {}),
    },
  );

export const thoughtsMessage = (message: ReplicaMessage): Json =>
  wireMessage(
    message,
    {
      id: thoughtsId(message),
      content: {
        content_type: 'thoughts',
        thoughts: [{ summary: 'Thinking it over', content: message.thinking ?? '' }],
      },
      status: 'finished_successfully',
      end_turn: false,
      channel: null,
    },
    {},
  );

/** Hidden first record of every conversation, as the site sends it. */
const systemMessage = (conversation: ReplicaConversation): Json => ({
  id: `${conversation.id.slice(0, 24)}000000000000`,
  author: { role: 'system', name: null, metadata: {} },
  create_time: null,
  update_time: null,
  content: { content_type: 'text', parts: [''] },
  status: 'finished_successfully',
  end_turn: true,
  weight: 0,
  metadata: { is_visually_hidden_from_conversation: true, parent_id: 'client-created-root' },
  recipient: 'all',
  channel: null,
});

type Page = { readonly messages: Json[]; readonly page_info: Json };

/** The last `turns` exchanges before message `before` (exclusive), or of the whole branch. */
export const messagePage = (conversation: ReplicaConversation, turns: number, before?: string): Page => {
  const branch = branchOf(conversation);
  const end = before === undefined ? branch.length : branch.findIndex(({ id }) => id === before);
  const upTo = branch.slice(0, Math.max(0, end));
  const questions = upTo.flatMap(({ role }, at) => (role === 'user' ? [at] : []));
  const start = questions.at(-turns) ?? 0;
  const shown = upTo.slice(start);
  return {
    messages: [
      ...(start === 0 && upTo.length > 0 ? [systemMessage(conversation)] : []),
      ...shown.flatMap((message) => [
        ...(message.thinking && message.role === 'assistant' ? [thoughtsMessage(message)] : []),
        textMessage(message, versionsOf(conversation, message).length > 1),
      ]),
    ],
    page_info: {
      start_cursor: shown[0]?.id ?? null,
      end_cursor: shown.at(-1)?.id ?? null,
      has_previous_page: start > 0,
      has_next_page: end < branch.length,
    },
  };
};

/** Answer of the plural conversation load. */
export const conversationJson = (conversation: ReplicaConversation, turns: number): Json => ({
  conversation_id: conversation.id,
  title: conversation.title,
  create_time: seconds(conversation.createdAt),
  update_time: seconds(conversation.updatedAt),
  current_node: conversation.leafId ?? null,
  default_model_slug: conversation.messages.at(-1)?.model ?? null,
  gizmo_id: conversation.project?.id ?? null,
  gizmo_type: conversation.project ? 'snorlax' : null,
  conversation_template_id: conversation.project?.id ?? null,
  is_archived: false,
  is_starred: null,
  is_temporary_chat: conversation.temporary,
  is_do_not_remember: false,
  memory_scope: conversation.project ? 'project_enabled' : 'global_enabled',
  async_status: null,
  safe_urls: [],
  blocked_urls: [],
  owner: null,
  ...messagePage(conversation, turns),
});
