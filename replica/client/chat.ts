/** One message as the page knows it. */
export type Turn = {
  id: string;
  readonly role: 'user' | 'assistant';
  parentId: string | undefined;
  text: string;
  thinking: string | undefined;
  state: 'waiting' | 'streaming' | 'done' | 'stopped';
  readonly createdAt: number;
  model: string | undefined;
  readonly attachments: readonly string[];
  /** Code points of `text` that are on screen: the page types slower than the network. */
  shown: number;
};

/** The conversation on screen. */
export type Chat = {
  /** Undefined until the first send. */
  id: string | undefined;
  title: string;
  project: { readonly id: string; readonly name: string } | undefined;
  readonly temporary: boolean;
  turns: Turn[];
  /** Cursor of the older page the server still has. */
  olderBefore: string | undefined;
  running: boolean;
  /** Ids of all versions, for turns that have several. */
  versions: Readonly<Record<string, readonly string[]>>;
  error: string | undefined;
};

export type Listed = { readonly id: string; readonly title: string; readonly projectId: string | undefined };

/** How a renderer generation of a site talks to its server. Calls change the chat and announce it. */
export type Transport = {
  readonly list: () => Promise<readonly Listed[]>;
  /** Fills `chat` (its id is known). Rejects when there is no such conversation. */
  readonly load: (chat: Chat) => Promise<void>;
  readonly older: (chat: Chat) => Promise<void>;
  /** `parentId` undefined continues at the end; {@link ROOT} starts over. Resolves when the answer ended. */
  readonly send: (chat: Chat, text: string, parentId: string | undefined) => Promise<void>;
  readonly again: (chat: Chat, question: Turn) => Promise<void>;
  readonly stop: (chat: Chat) => Promise<void>;
  /** Called when the chat leaves the screen. */
  readonly leave: () => void;
};

/** What a transport tells the page. */
export type Announce = {
  readonly changed: () => void;
  /** The server (or the page) has given the chat its id. */
  readonly named: () => void;
};

export const ROOT = 'client-created-root';

export const newChat = (fields: Partial<Chat> = {}): Chat => ({
  id: undefined,
  title: 'New chat',
  project: undefined,
  temporary: false,
  turns: [],
  olderBefore: undefined,
  running: false,
  versions: {},
  error: undefined,
  ...fields,
});

export const newTurn = (fields: Pick<Turn, 'id' | 'role'> & Partial<Turn>): Turn => {
  const turn: Turn = {
    parentId: undefined,
    text: '',
    thinking: undefined,
    state: 'done',
    createdAt: Date.now(),
    model: undefined,
    attachments: [],
    shown: 0,
    ...fields,
  };
  if (turn.state === 'done' || turn.role === 'user') turn.shown = turn.text.length;
  return turn;
};

/** Cuts the chat after `parentId`, as the page does when a question is edited or answered again. */
export const cutAfter = (chat: Chat, parentId: string | undefined): void => {
  if (parentId === undefined) return;
  const at = chat.turns.findIndex(({ id }) => id === parentId);
  chat.turns = parentId === ROOT ? [] : at < 0 ? chat.turns : chat.turns.slice(0, at + 1);
};
