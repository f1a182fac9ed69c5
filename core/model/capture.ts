import * as v from 'valibot';

/** Who said it. Hidden system turns and tool output are never captured as turns of their own. */
export type Role = 'user' | 'assistant';

/**
 * Where the words of a turn were read:
 * `authoritative` the provider's own conversation JSON; `stream` the wire bytes of an answer in progress;
 * `dom` the rendered page; `import` a file the person opened.
 */
export type ContentSource = 'authoritative' | 'stream' | 'dom' | 'import';

/** How much of what a person said was pasted: (almost) `all` of it, or a `part`. */
export type Pasted = 'all' | 'part';

/** What is known about how much of a conversation was seen. Complete needs evidence, never its absence. */
export type Completeness = {
  readonly complete: boolean;
  /** Why we think so, e.g. `has_previous_page=false`, `aria-setsize reached`, `window only`. */
  readonly evidence: string;
  /** Turns the site says exist, where it says so. */
  readonly total?: number;
};

/** One message of a conversation as an adapter read it. Plain text and Markdown only: never HTML. */
export type CapturedTurn = {
  /** The site's message id, or one derived from role, position and content where the site shows none. */
  readonly id: string;
  readonly role: Role;
  /** Plain text as a reader sees it. */
  readonly text: string;
  /** The same content as GitHub-flavoured Markdown (code fences, tables, links kept). */
  readonly markdown: string;
  /** Reasoning shown apart from the answer; never part of `text`. */
  readonly thinking?: string;
  /** True while the turn is still being written or was cut off. */
  readonly partial: boolean;
  /** Milliseconds since the epoch on the site's clock. */
  readonly createdAt?: number;
  /** Model slug as the site names it. */
  readonly model?: string;
  /** Id of the turn this one answers or continues: the edge of the branch tree. */
  readonly parentId?: string;
  /** Position among the turns of this observation's branch, from 0, when the source knows the absolute one. */
  readonly order?: number;
  /** File names of attachments; contents are not captured. */
  readonly attachments?: readonly string[];
  readonly source: ContentSource;
  /** True for a regeneration or edit that is not on the branch the page shows. */
  readonly offBranch?: boolean;
  /** Set where the page let us see that words of the person's turn were pasted. Can only lower what is thought of it. */
  readonly pasted?: Pasted;
};

/** What an adapter knows of the conversation a turn belongs to. */
export type CapturedConversation = {
  /** Site id of the adapter table, e.g. `chatgpt`. */
  readonly site: string;
  /** The site's conversation id; a `local-` id means the site has not allocated one yet. */
  readonly id: string;
  readonly url: string;
  readonly title?: string;
  /** Model of the conversation when the site tells only one. */
  readonly model?: string;
  /** Project or custom-assistant the chat sits in, by name when known, else by id. */
  readonly project?: string;
  readonly completeness: Completeness;
  /** Temporary and incognito chats: seen, shown as left alone, never stored. */
  readonly temporary?: boolean;
};

/** One observation: a conversation and the turns of it that could be read now. May be a small window of it. */
export type Observation = {
  readonly conversation: CapturedConversation;
  readonly turns: readonly CapturedTurn[];
};

/** Values of {@link Pasted}. */
export const PASTED = ['all', 'part'] as const satisfies readonly Pasted[];

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
const shortText = v.pipe(v.string(), v.maxLength(2_000));

/** Ceiling of one turn's text in UTF-16 units; above it the content script splits nothing, it refuses. */
export const MAX_TURN_LENGTH = 32_000_000;

const longText = v.pipe(v.string(), v.maxLength(MAX_TURN_LENGTH));
/** Milliseconds since the epoch, between 2000 and 2100: anything else is a unit mistake. */
const timestamp = v.pipe(v.number(), v.minValue(946_684_800_000), v.maxValue(4_102_444_800_000));

export const CapturedTurnSchema = v.strictObject({
  id,
  role: v.picklist(['user', 'assistant']),
  text: longText,
  markdown: longText,
  thinking: v.exactOptional(longText),
  partial: v.boolean(),
  createdAt: v.exactOptional(timestamp),
  model: v.exactOptional(shortText),
  parentId: v.exactOptional(id),
  order: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  attachments: v.exactOptional(v.pipe(v.array(shortText), v.maxLength(500))),
  source: v.picklist(['authoritative', 'stream', 'dom', 'import']),
  offBranch: v.exactOptional(v.boolean()),
  pasted: v.exactOptional(v.picklist(PASTED)),
});

export const CapturedConversationSchema = v.strictObject({
  site: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  id,
  url: v.pipe(v.string(), v.maxLength(4_000)),
  title: v.exactOptional(shortText),
  model: v.exactOptional(shortText),
  project: v.exactOptional(shortText),
  completeness: v.strictObject({
    complete: v.boolean(),
    evidence: shortText,
    total: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  temporary: v.exactOptional(v.boolean()),
});

export const ObservationSchema = v.strictObject({
  conversation: CapturedConversationSchema,
  turns: v.pipe(v.array(CapturedTurnSchema), v.maxLength(20_000)),
});
