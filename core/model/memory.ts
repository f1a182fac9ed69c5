import type { Completeness, ContentSource, Pasted, Role } from './capture.ts';

/**
 * Integrity of a memory's origin, highest first. Only an act of the person raises a label;
 * a derived memory takes the minimum of its sources.
 */
export const INTEGRITY_LABELS = [
  'user-typed',
  'user-confirmed',
  'assistant-generated',
  'imported',
  'web-derived',
  'quarantined',
] as const;
export type IntegrityLabel = (typeof INTEGRITY_LABELS)[number];

/** `trashed` memories are kept 30 days; `archived` are kept but only found with `is:archived`. */
export type MemoryState = 'active' | 'archived' | 'trashed';

/** Numeric handle of a memory inside one vault: uint32, given once, never reused. */
export type Seq = number;

/**
 * Everything about a memory but its words. Small enough that all of them stay in the vault's heap,
 * so that filters, facets and lists never read the disk.
 */
export type MemoryMeta = {
  readonly seq: Seq;
  /** `profile/site:conversation:message`; the same turn from any source has the same id. */
  readonly id: string;
  /** `profile/site:conversation`. */
  readonly conversationKey: string;
  /** Position within the conversation; dense after sorting, gaps allowed. */
  readonly order: number;
  readonly role: Role | 'note';
  /** `site` or `site/model`. */
  readonly agentId: string;
  readonly profile: string;
  /** Web origin that brought it, added by the host from the sender; `file` for imports, `person` for notes. */
  readonly origin: string;
  /** When it was said (site clock when known, else first capture). Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly capturedAt: number;
  readonly updatedAt: number;
  readonly partial: boolean;
  readonly source: ContentSource;
  /** Seen with the same words both in the page and in the site's own JSON. */
  readonly corroborated: boolean;
  readonly offBranch: boolean;
  readonly label: IntegrityLabel;
  /** Label it had before quarantine, and gets back when released. */
  readonly heldLabel?: IntegrityLabel;
  /** Words of the person's turn that were seen being pasted; once seen, it stays. */
  readonly pasted?: Pasted;
  readonly state: MemoryState;
  /** When `state` was entered, for the 30-day trash. */
  readonly stateSince: number;
  readonly pinned: boolean;
  readonly tags: readonly string[];
  /** 1 (low) to 5 (high), set by the person only; 3 when untouched. */
  readonly importance: number;
  readonly hasCode: boolean;
  readonly hasLink: boolean;
  /** UTF-16 length of the Markdown. */
  readonly length: number;
  /** How much of it is indexed; smaller than `length` only for very large messages, and said so. */
  readonly indexedLength: number;
  readonly attachments: readonly string[];
  /** First words, one line, for lists. */
  readonly preview: string;
};

/** One step of a memory's history: who did what, through which channel, when. The newest come last. */
export type Provenance = {
  readonly at: number;
  /** `agentId@origin`, `person`, or `file`. */
  readonly by: string;
  readonly channel: ContentSource | 'person';
  readonly change: 'created' | 'words' | 'pasted' | 'quarantined' | 'released' | 'confirmed';
};

/** Steps kept of a memory's history; the first one always stays. */
export const MAX_PROVENANCE = 20;

/** The words of a memory, loaded only when shown, exported or re-indexed. */
export type MemoryText = {
  readonly seq: Seq;
  readonly text: string;
  readonly markdown: string;
  readonly thinking?: string;
  readonly provenance?: readonly Provenance[];
};

export type Memory = MemoryMeta & Omit<MemoryText, 'seq'>;

export type Conversation = {
  /** `profile/site:conversation`. */
  readonly key: string;
  /** uint32 handle inside one vault, never reused. */
  readonly ordinal: number;
  readonly profile: string;
  readonly site: string;
  readonly siteConversationId: string;
  readonly url: string;
  readonly title: string;
  readonly model?: string;
  readonly project?: string;
  readonly completeness: Completeness;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly turnCount: number;
};

export type Agent = {
  /** `site` or `site/model`. */
  readonly id: string;
  readonly site: string;
  readonly model?: string;
  /** Web origins it was seen on, added by the host from the sender. */
  readonly origins: readonly string[];
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly memoryCount: number;
};

export const DEFAULT_PROFILE = 'default';

/** Key of a conversation across the vault. */
export const conversationKey = (profile: string, site: string, conversationId: string): string =>
  `${profile}/${site}:${conversationId}`;

/** Id of a memory across the vault. ChatGPT reuses message ids across branches, hence the conversation in it. */
export const memoryId = (conversation: string, messageId: string): string => `${conversation}:${messageId}`;

/** `site/model` when the model is known, else `site`. */
export const agentIdOf = (site: string, model: string | undefined): string =>
  model ? `${site}/${model}` : site;

/** Key of an agent as seen on one origin. */
export const agentKeyOf = ({ agentId, origin }: Pick<MemoryMeta, 'agentId' | 'origin'>): string =>
  `${agentId}@${origin}`;

/** A history with one more step; the oldest but the first give way beyond {@link MAX_PROVENANCE}. */
export const withProvenance = (
  provenance: readonly Provenance[] | undefined,
  step: Provenance,
): readonly Provenance[] => {
  const [first, ...rest] = [...(provenance ?? []), step];
  return first ? [first, ...rest.slice(1 - MAX_PROVENANCE)] : [];
};
