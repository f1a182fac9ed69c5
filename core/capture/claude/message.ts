import type { CapturedTurn, ContentSource } from '../../model/capture.ts';
import { compactTurn } from '../adapter.ts';
import { listIn, numberIn, stringIn, timeOfIso } from '../wire/json.ts';
import { markdownText } from '../wire/markdown-text.ts';

/** One piece of a message: words, reasoning, or a tool step. */
export type ClaudeBlock = { readonly type: string; readonly text: string; readonly title?: string };

const blocksOf = (message: unknown): ClaudeBlock[] => {
  const blocks = listIn(message, 'content').map((block): ClaudeBlock => {
    const type = stringIn(block, 'type') ?? '';
    const input = (block as { readonly input?: unknown } | null)?.input;
    const title = type === 'tool_use' ? stringIn(input, 'title') : undefined;
    return {
      type,
      text: stringIn(block, type === 'thinking' ? 'thinking' : 'text') ?? '',
      ...(title ? { title } : {}),
    };
  });
  // Older answers have no blocks, newer ones have no text.
  return blocks.some(({ text }) => text !== '')
    ? blocks
    : [{ type: 'text', text: stringIn(message, 'text') ?? '' }, ...blocks];
};

const SPOKEN = new Set(['text', 'voice_note']);

const joined = (blocks: readonly ClaudeBlock[], types: ReadonlySet<string>): string =>
  blocks
    .filter(({ type, text }) => types.has(type) && text.trim() !== '')
    .map(({ text }) => text.trim())
    .join('\n\n');

type MessageFields = {
  readonly id: string;
  readonly role: 'user' | 'assistant';
  readonly blocks: readonly ClaudeBlock[];
  readonly partial: boolean;
  readonly source: ContentSource;
  readonly createdAt: number | undefined;
  readonly model: string | undefined;
  readonly parentId: string | undefined;
  readonly attachments: readonly string[];
};

/** A turn from the blocks of a message; undefined when a reader sees nothing of it. */
export const claudeTurn = (fields: MessageFields): CapturedTurn | undefined => {
  const markdown = joined(fields.blocks, SPOKEN);
  const thinking = joined(fields.blocks, new Set(['thinking']));
  const made = fields.blocks.flatMap(({ title }) => title ?? []);
  const attachments = [...new Set([...fields.attachments, ...made])];
  if (markdown === '' && attachments.length === 0) return undefined;
  return compactTurn({
    id: fields.id,
    role: fields.role,
    text: fields.role === 'user' ? markdown : markdownText(markdown),
    markdown,
    thinking: thinking === '' ? undefined : thinking,
    partial: fields.partial,
    createdAt: fields.createdAt,
    model: fields.model,
    parentId: fields.parentId,
    order: undefined,
    attachments: attachments.length > 0 ? attachments : undefined,
    source: fields.source,
    offBranch: undefined,
  });
};

/** The parent that stands for "none". */
export const isRootId = (id: string): boolean => /^0{8}-0{4}-[04]0{3}-[80]0{3}-0{12}$/.test(id);

const fileNames = (message: unknown): string[] =>
  ['attachments', 'files', 'files_v2'].flatMap((key) =>
    listIn(message, key).flatMap((file) => stringIn(file, 'file_name') ?? stringIn(file, 'name') ?? []),
  );

/** Reads one message of the tree; undefined for what a reader does not see. */
export const readClaudeMessage = (message: unknown, isLast: boolean): CapturedTurn | undefined => {
  const id = stringIn(message, 'uuid');
  const sender = stringIn(message, 'sender');
  if (!id || (sender !== 'human' && sender !== 'assistant')) return undefined;
  const parent = stringIn(message, 'parent_message_uuid');
  const stop = stringIn(message, 'stop_reason');
  // Only the last answer can still be in the making; older ones without a reason come from older builds.
  const unfinished =
    sender === 'assistant' && (stop === 'user_canceled' || (isLast && !stop && hasStopField(message)));
  return claudeTurn({
    id,
    role: sender === 'human' ? 'user' : 'assistant',
    blocks: blocksOf(message),
    partial: unfinished,
    source: 'authoritative',
    createdAt: timeOfIso(stringIn(message, 'created_at')),
    model: stringIn(message, 'model'),
    parentId: parent && !isRootId(parent) ? parent : undefined,
    attachments: fileNames(message),
  });
};

const hasStopField = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'stop_reason' in message;

/** Position among all messages of the tree. */
export const indexOf = (message: unknown): number | undefined => numberIn(message, 'index');
