import type { Announce, Chat, Listed, Transport, Turn } from './chat.ts';
import { cutAfter, newTurn, ROOT } from './chat.ts';
import { getJson, isAbort, post, readEvents, readVersions } from './http.ts';

type TreeMessage = {
  readonly uuid: string;
  readonly sender: 'human' | 'assistant';
  readonly content: readonly { readonly type: string; readonly text?: string; readonly thinking?: string }[];
  readonly parent_message_uuid: string;
  readonly created_at: string;
  readonly stop_reason?: string;
  readonly attachments: readonly { readonly file_name: string }[];
};

type Tree = {
  readonly name: string;
  readonly model: string | null;
  readonly project?: { readonly uuid: string; readonly name: string };
  readonly current_leaf_message_uuid: string | null;
  readonly chat_messages: readonly TreeMessage[];
};

type StreamFrame = {
  readonly type: string;
  readonly message?: { readonly uuid: string; readonly model: string };
  readonly delta?: {
    readonly type?: string;
    readonly text?: string;
    readonly thinking?: string;
    readonly stop_reason?: string;
  };
};

const joined = (message: TreeMessage, type: 'text' | 'thinking'): string =>
  message.content
    .filter((block) => block.type === type)
    .map((block) => block[type] ?? '')
    .join('\n\n');

/** The branch that ends at the current leaf, oldest first. */
export const turnsOfTree = (tree: Tree): Turn[] => {
  const byId = new Map(tree.chat_messages.map((message) => [message.uuid, message]));
  const turns: Turn[] = [];
  for (let at = byId.get(tree.current_leaf_message_uuid ?? ''); at; at = byId.get(at.parent_message_uuid)) {
    const turn = newTurn({
      id: at.uuid,
      role: at.sender === 'human' ? 'user' : 'assistant',
      parentId: at.parent_message_uuid,
      text: joined(at, 'text'),
      thinking: joined(at, 'thinking') || undefined,
      state:
        at.sender === 'human' || at.stop_reason === 'end_turn'
          ? 'done'
          : at.stop_reason
            ? 'stopped'
            : 'streaming',
      createdAt: Date.parse(at.created_at),
      model: tree.model ?? undefined,
      attachments: at.attachments.map(({ file_name }) => file_name),
    });
    turn.shown = turn.text.length;
    turns.unshift(turn);
  }
  return turns;
};

/** Claude's organisation, asked for once. */
export const organisationPath = (() => {
  let path: Promise<string> | undefined;
  return (): Promise<string> => {
    path ??= getJson<{ uuid: string }[]>('/api/organizations').then(
      ([first]) => `/api/organizations/${first!.uuid}`,
    );
    return path;
  };
})();

export const listClaude = async (): Promise<readonly Listed[]> => {
  const rows = await getJson<{ uuid: string; name: string; project_uuid: string | null }[]>(
    `${await organisationPath()}/chat_conversations?limit=30&offset=0`,
  );
  return rows.map(({ uuid, name, project_uuid }) => ({
    id: uuid,
    title: name,
    projectId: project_uuid ?? undefined,
  }));
};

/** The older Claude renderer: tree GET on load, `/completion` stream. */
export const claudeOlderTransport = (announce: Announce): Transport => {
  let sending: AbortController | undefined;
  let polling: ReturnType<typeof setTimeout> | undefined;

  const path = async (chat: Chat): Promise<string> =>
    `${await organisationPath()}/chat_conversations/${chat.id}`;

  const load = async (chat: Chat): Promise<void> => {
    const tree = await getJson<Tree>(
      `${await path(chat)}?tree=True&rendering_mode=messages&render_all_tools=true&consistency=strong`,
    );
    chat.title = tree.name;
    chat.project = tree.project && { id: tree.project.uuid, name: tree.project.name };
    chat.turns = turnsOfTree(tree);
    chat.versions = await readVersions(chat.id!);
    chat.running = chat.turns.at(-1)?.state === 'streaming';
    announce.changed();
    clearTimeout(polling);
    if (chat.running) polling = setTimeout(() => void load(chat), 500);
  };

  const stream = async (
    chat: Chat,
    answer: Turn,
    call: string,
    body: Record<string, unknown>,
  ): Promise<void> => {
    sending = new AbortController();
    chat.running = true;
    chat.error = undefined;
    announce.changed();
    try {
      const response = await post(`${await path(chat)}/${call}`, body, sending.signal);
      for await (const data of readEvents(response)) {
        const frame = JSON.parse(data) as StreamFrame;
        if (frame.type === 'message_start' && frame.message) {
          answer.id = frame.message.uuid;
          answer.model = frame.message.model;
          answer.state = 'streaming';
        } else if (frame.type === 'error') throw new Error('Claude is at capacity right now.');
        else if (frame.delta?.type === 'text_delta') answer.text += frame.delta.text ?? '';
        else if (frame.delta?.type === 'thinking_delta')
          answer.thinking = (answer.thinking ?? '') + (frame.delta.thinking ?? '');
        else if (frame.type === 'message_delta')
          answer.state = frame.delta?.stop_reason === 'end_turn' ? 'done' : 'stopped';
        announce.changed();
      }
      if (answer.state === 'streaming' || answer.state === 'waiting')
        throw new Error('The stream ended early.');
    } catch (error) {
      answer.state = 'stopped';
      if (!isAbort(error)) chat.error = error instanceof Error ? error.message : String(error);
    }
    chat.running = false;
    chat.versions = await readVersions(chat.id!);
    announce.changed();
  };

  const answerTo = (question: Turn): Turn =>
    newTurn({ id: crypto.randomUUID(), role: 'assistant', state: 'waiting', parentId: question.id });

  return {
    load,
    list: listClaude,
    older: () => Promise.resolve(),
    send: async (chat, text, parentId) => {
      cutAfter(chat, parentId);
      const parent = chat.turns.at(-1)?.id;
      const question = newTurn({ id: crypto.randomUUID(), role: 'user', text, parentId: parent });
      const answer = answerTo(question);
      const isNew = chat.id === undefined;
      chat.turns = [...chat.turns, question, answer];
      if (isNew) {
        chat.id = crypto.randomUUID();
        chat.title = text.replace(/^say:\s*/i, '').slice(0, 40);
        announce.named();
      }
      await stream(chat, answer, 'completion', {
        prompt: text,
        parent_message_uuid: parent ?? (isNew ? undefined : ROOT),
        timezone: 'Etc/UTC',
        locale: 'en-US',
        rendering_mode: 'messages',
        turn_message_uuids: { human_message_uuid: question.id, assistant_message_uuid: answer.id },
        attachments: [],
        files: [],
        ...(isNew
          ? {
              create_conversation_params: {
                name: '',
                is_temporary: chat.temporary,
                project_uuid: chat.project?.id,
              },
            }
          : {}),
      });
    },
    again: async (chat, question) => {
      cutAfter(chat, question.id);
      const answer = answerTo(question);
      chat.turns = [...chat.turns, answer];
      await stream(chat, answer, 'retry_completion', {
        prompt: '',
        parent_message_uuid: question.id,
        rendering_mode: 'messages',
        turn_message_uuids: { assistant_message_uuid: answer.id },
      });
    },
    stop: async (chat) => {
      await post(`${await path(chat)}/stop_response`, {});
    },
    leave: () => {
      clearTimeout(polling);
      sending?.abort();
    },
  };
};
