/** Which chat site a page pretends to be. */
export type ReplicaSite = 'chatgpt' | 'claude';

/** Markup generations that are live at the same time, per site. */
export const RENDERERS = {
  chatgpt: ['search-unit', 'legacy'],
  claude: ['hub', 'older'],
} as const satisfies Record<ReplicaSite, readonly string[]>;

export type ReplicaMessage = {
  readonly id: string;
  readonly role: 'user' | 'assistant';
  /** Undefined for the first message of a conversation. */
  readonly parentId: string | undefined;
  /** GitHub-flavoured Markdown; grows while an answer streams. */
  text: string;
  thinking: string | undefined;
  status: 'in_progress' | 'finished' | 'stopped';
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly model: string;
  readonly attachments: readonly string[];
};

export type ReplicaProject = { readonly id: string; readonly name: string };

export type ReplicaConversation = {
  readonly id: string;
  readonly site: ReplicaSite;
  title: string;
  readonly project: ReplicaProject | undefined;
  /** Temporary and incognito chats: never listed, gone on reload. */
  readonly temporary: boolean;
  readonly createdAt: number;
  updatedAt: number;
  /** In order of creation; a parent always precedes its children. */
  readonly messages: ReplicaMessage[];
  /** Last message of the branch the page shows. */
  leafId: string | undefined;
};

/** What may go wrong with an answer on its way. */
export type Fault = 'none' | 'error' | 'stall' | 'never-finish';

/** How answers travel; changed at run time through the control endpoint or `Replica.control`. */
export type ReplicaSpeed = {
  /** Milliseconds between two pieces of a stream. */
  chunkDelayMs: number;
  /** UTF-16 units per piece. */
  chunkSize: number;
  /** Milliseconds the rendered words lag behind the network. */
  domLagMs: number;
  /** Milliseconds before the first piece. */
  firstChunkMs: number;
  /** Used up by the next answer, then `none` again. */
  nextFault: Fault;
};

export const DEFAULT_SPEED: ReplicaSpeed = {
  chunkDelayMs: 24,
  chunkSize: 14,
  domLagMs: 350,
  firstChunkMs: 180,
  nextFault: 'none',
};
