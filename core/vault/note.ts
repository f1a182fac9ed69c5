import {
  agentIdOf,
  type Conversation,
  conversationKey,
  type Memory,
  memoryId,
  type Seq,
} from '../model/memory.ts';
import { detect } from '../trust/index.ts';
import { newMemory } from './new-memory.ts';
import { held } from './trusting.ts';

const NOTES_SITE = 'notes';

export type NewNote = {
  readonly words: string;
  readonly title: string;
  /** Page on which the words were selected; undefined for the person's own. */
  readonly pageUrl: string | undefined;
  readonly profile: string;
  readonly seq: Seq;
  readonly ordinal: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
};

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : 'web');

/**
 * A note as a memory in a conversation of its own. Words selected on a page are the page's, not the person's: they are
 * only ever quoted, and wait in quarantine when they read like orders.
 */
export const noteOf = (note: NewNote): { readonly memory: Memory; readonly conversation: Conversation } => {
  const { words, title, pageUrl, profile, seq, ordinal, at } = note;
  const id = crypto.randomUUID();
  const key = conversationKey(profile, NOTES_SITE, id);
  const memory = newMemory(
    {
      seq,
      id: memoryId(key, 'note'),
      conversationKey: key,
      order: 0,
      role: 'note',
      agentId: agentIdOf(NOTES_SITE, undefined),
      profile,
      origin: pageUrl === undefined ? 'person' : originOf(pageUrl),
      createdAt: at,
      partial: false,
      source: pageUrl === undefined ? 'import' : 'dom',
      offBranch: false,
      label: pageUrl === undefined ? 'user-typed' : 'web-derived',
      attachments: [],
      text: words,
      markdown: words,
      provenance: [
        { at, by: 'person', channel: pageUrl === undefined ? 'person' : 'dom', change: 'created' },
      ],
    },
    at,
  );
  const conversation: Conversation = {
    key,
    ordinal,
    profile,
    site: NOTES_SITE,
    siteConversationId: id,
    url: pageUrl ?? '',
    title: title.trim(),
    completeness: { complete: true, evidence: 'note' },
    firstAt: at,
    lastAt: at,
    turnCount: 1,
  };
  const orders = pageUrl !== undefined && detect(words).flagged;
  return { memory: orders ? held(memory, at) : memory, conversation };
};
