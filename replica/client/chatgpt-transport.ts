import type { Announce, Chat, Listed, Transport, Turn } from './chat.ts';
import { cutAfter, newTurn, ROOT } from './chat.ts';
import { getJson, isAbort, post, readEvents, readVersions } from './http.ts';

type WireMessage = {
  readonly id: string;
  readonly author: { readonly role: string };
  readonly create_time: number | null;
  readonly content: {
    readonly content_type: string;
    readonly parts?: readonly string[];
    readonly thoughts?: readonly { readonly content: string }[];
  };
  readonly status: string;
  readonly metadata: {
    readonly parent_id?: string;
    readonly model_slug?: string;
    readonly is_visually_hidden_from_conversation?: boolean;
    readonly attachments?: readonly { readonly name: string }[];
  };
};

type WirePage = {
  readonly title?: string;
  readonly gizmo_id?: string | null;
  readonly messages: readonly WireMessage[];
  readonly page_info: { readonly start_cursor: string | null; readonly has_previous_page: boolean };
};

type Patch = { readonly p?: string; readonly o?: string; readonly v: unknown };

const turnsOf = (messages: readonly WireMessage[]): Turn[] => {
  const turns: Turn[] = [];
  let thinking: string | undefined;
  for (const { id, author, content, create_time, status, metadata } of messages) {
    if (metadata.is_visually_hidden_from_conversation || author.role === 'system') continue;
    if (content.content_type === 'thoughts') {
      thinking = content.thoughts?.map((thought) => thought.content).join('\n');
      continue;
    }
    turns.push(
      newTurn({
        id,
        role: author.role === 'user' ? 'user' : 'assistant',
        parentId: turns.at(-1)?.id,
        text: content.parts?.join('\n') ?? '',
        thinking: author.role === 'user' ? undefined : thinking,
        state:
          status === 'in_progress' ? 'streaming' : status === 'finished_successfully' ? 'done' : 'stopped',
        createdAt: (create_time ?? 0) * 1000,
        model: metadata.model_slug,
        attachments: metadata.attachments?.map(({ name }) => name) ?? [],
      }),
    );
    thinking = undefined;
  }
  for (const turn of turns) turn.shown = turn.text.length;
  return turns;
};

/** Both ChatGPT renderers: plural conversation load, older pages, `delta_encoding v1`. */
export const chatgptTransport = (announce: Announce, localIds: boolean): Transport => {
  let sending: AbortController | undefined;
  let polling: ReturnType<typeof setTimeout> | undefined;

  const load = async (chat: Chat): Promise<void> => {
    const page = await getJson<WirePage>(
      `/backend-api/conversations/${chat.id}?include_has_versions=true&num_turns=10`,
    );
    chat.title = page.title ?? chat.title;
    chat.project = page.gizmo_id ? { id: page.gizmo_id, name: 'Kitchen garden' } : undefined;
    chat.turns = turnsOf(page.messages);
    chat.olderBefore = page.page_info.has_previous_page
      ? (page.page_info.start_cursor ?? undefined)
      : undefined;
    chat.versions = await readVersions(chat.id!);
    chat.running = chat.turns.at(-1)?.state === 'streaming';
    announce.changed();
    if (chat.running) poll(chat);
  };

  /** An answer that was under way before this page was opened: asked for until it is there. */
  const poll = (chat: Chat): void => {
    clearTimeout(polling);
    polling = setTimeout(async () => {
      const { status } = await getJson<{ status: string }>(
        `/backend-api/conversation/${chat.id}/stream_status`,
      );
      if (status === 'IS_STREAMING') poll(chat);
      else await load(chat);
    }, 400);
  };

  const stream = async (chat: Chat, answer: Turn, body: Record<string, unknown>): Promise<void> => {
    sending = new AbortController();
    chat.running = true;
    chat.error = undefined;
    announce.changed();
    try {
      // The preflight holds what was typed so far and an id that is never used: it is not a send.
      await post('/backend-api/f/conversation/prepare', {
        action: body['action'],
        partial_query: {
          id: crypto.randomUUID(),
          author: { role: 'user' },
          content: { content_type: 'text', parts: [''] },
        },
      });
      const response = await post('/backend-api/f/conversation', body, sending.signal);
      let path = '';
      for await (const data of readEvents(response)) {
        if (data === '[DONE]') break;
        const frame = JSON.parse(data) as Patch & {
          readonly type?: string;
          readonly title?: string;
          readonly conversation_id?: string;
        };
        if (typeof frame !== 'object') continue;
        if (frame.conversation_id && (chat.id === undefined || chat.id.startsWith('local-'))) {
          chat.id = frame.conversation_id;
          announce.named();
        }
        if (frame.type === 'title_generation') chat.title = frame.title ?? chat.title;
        else if (frame.type === 'error') throw new Error('Something went wrong while generating the answer.');
        else if (frame.type === undefined) {
          path = frame.p ?? path;
          apply(answer, { ...frame, p: path });
        }
        announce.changed();
      }
      if (answer.state === 'streaming' || answer.state === 'waiting')
        throw new Error('The stream ended early.');
    } catch (error) {
      answer.state = 'stopped';
      if (!isAbort(error)) chat.error = error instanceof Error ? error.message : String(error);
    }
    chat.running = false;
    if (chat.id) chat.versions = await readVersions(chat.id);
    announce.changed();
  };

  return {
    load,
    list: async () => {
      const page = await getJson<{ items: { id: string; title: string; gizmo_id: string | null }[] }>(
        '/backend-api/conversations?offset=0&limit=28&order=updated',
      );
      return page.items.map(
        ({ id, title, gizmo_id }): Listed => ({ id, title, projectId: gizmo_id ?? undefined }),
      );
    },
    older: async (chat) => {
      if (!chat.olderBefore) return;
      const page = await getJson<WirePage>(
        `/backend-api/conversations/${chat.id}/messages?before=${chat.olderBefore}&include_has_versions=true&num_turns=10`,
      );
      chat.turns = [...turnsOf(page.messages), ...chat.turns];
      chat.olderBefore = page.page_info.has_previous_page
        ? (page.page_info.start_cursor ?? undefined)
        : undefined;
      announce.changed();
    },
    send: async (chat, text, parentId) => {
      cutAfter(chat, parentId);
      const parent = chat.turns.at(-1)?.id ?? ROOT;
      const question = newTurn({ id: crypto.randomUUID(), role: 'user', text, parentId: parent });
      const answer = newTurn({
        id: `${question.id}-answer`,
        role: 'assistant',
        state: 'waiting',
        parentId: question.id,
      });
      chat.turns = [...chat.turns, question, answer];
      const isNew = chat.id === undefined;
      if (isNew && localIds && !chat.temporary) {
        chat.id = `local-${crypto.randomUUID()}`;
        announce.named();
      }
      await stream(chat, answer, {
        action: 'next',
        messages: [
          {
            id: question.id,
            author: { role: 'user' },
            create_time: question.createdAt / 1000,
            content: { content_type: 'text', parts: [text] },
            metadata: {},
          },
        ],
        ...(isNew ? {} : { conversation_id: chat.id }),
        parent_message_id: parent,
        model: 'auto',
        ...(chat.temporary ? { history_and_training_disabled: true } : {}),
        ...(chat.project
          ? {
              gizmo_id: chat.project.id,
              conversation_mode: { kind: 'gizmo_interaction', gizmo_id: chat.project.id },
            }
          : {}),
        supports_buffering: true,
        supported_encodings: ['v1'],
      });
    },
    again: async (chat, question) => {
      cutAfter(chat, question.id);
      const answer = newTurn({
        id: `${question.id}-answer`,
        role: 'assistant',
        state: 'waiting',
        parentId: question.id,
      });
      chat.turns = [...chat.turns, answer];
      await stream(chat, answer, {
        action: 'variant',
        conversation_id: chat.id,
        parent_message_id: question.id,
        model: 'auto',
        supported_encodings: ['v1'],
      });
    },
    stop: async (chat) => {
      await post('/backend-api/stop_conversation', { conversation_id: chat.id, stop_type: 'user' });
    },
    leave: () => {
      clearTimeout(polling);
      sending?.abort();
    },
  };
};

/** One frame of `delta_encoding v1` on the answer. */
const apply = (answer: Turn, { p, o, v }: Patch): void => {
  if (o === 'patch' && Array.isArray(v)) {
    for (const patch of v as Patch[]) apply(answer, patch);
  } else if (p === '' && o === 'add') {
    const { message } = v as { message: WireMessage };
    if (message.content.content_type === 'thoughts') {
      answer.thinking = '';
    } else {
      answer.id = message.id;
      answer.model = message.metadata.model_slug;
    }
    answer.state = 'streaming';
  } else if (p === '/message/content/parts/0') answer.text += String(v);
  else if (p?.startsWith('/message/content/thoughts')) answer.thinking = (answer.thinking ?? '') + String(v);
  else if (p === '/message/end_turn') answer.state = v === true ? 'done' : 'stopped';
};
