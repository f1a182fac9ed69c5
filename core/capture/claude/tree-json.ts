import type { CapturedTurn, Observation } from '../../model/capture.ts';
import { isJson, listIn, objectIn, stringIn } from '../wire/json.ts';
import { readClaudeMessage } from './message.ts';

/** Ids from `leaf` up to the root. */
const branchTo = (
  leaf: string | undefined,
  parentById: ReadonlyMap<string, string | undefined>,
): Set<string> => {
  const branch = new Set<string>();
  for (let id = leaf; id !== undefined && parentById.has(id) && !branch.has(id); id = parentById.get(id))
    branch.add(id);
  return branch;
};

/** Address of a conversation as the person opens it. */
export const claudeUrl = (origin: string, conversation: string): string => `${origin}/chat/${conversation}`;

/**
 * Reads the tree `…/chat_conversations/<id>`. The shown branch ends in `current_leaf_message_uuid`; what is not on
 * it is a regeneration or an edit. The tree is whole when the request asked for it (`tree=True`); an answer that
 * was not asked that way holds the shown branch from its start.
 */
export const readClaudeJson = (url: URL, value: unknown): Observation | undefined => {
  if (!isJson(value) || !Array.isArray(value['chat_messages'])) return undefined;
  const id = stringIn(value, 'uuid');
  if (!id) return undefined;
  const messages = listIn(value, 'chat_messages');
  const parentById = new Map(
    messages.flatMap((message) => {
      const messageId = stringIn(message, 'uuid');
      return messageId ? [[messageId, stringIn(message, 'parent_message_uuid')] as const] : [];
    }),
  );
  const branch = branchTo(stringIn(value, 'current_leaf_message_uuid'), parentById);
  const hasTree = branch.size > 0 && [...parentById.values()].some((parent) => parent !== undefined);
  const turns: CapturedTurn[] = [];
  const off: CapturedTurn[] = [];
  for (const [at, message] of messages.entries()) {
    const turn = readClaudeMessage(message, at === messages.length - 1);
    if (!turn) continue;
    if (hasTree && !branch.has(turn.id)) off.push({ ...turn, offBranch: true });
    else turns.push(turn);
  }
  if (hasTree) {
    const place = new Map([...branch].reverse().map((each, at) => [each, at]));
    turns.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  }
  const title = stringIn(value, 'name');
  const model = stringIn(value, 'model');
  const project = stringIn(objectIn(value, 'project'), 'name') ?? stringIn(value, 'project_uuid');
  const temporary = value['is_temporary'] === true;
  const wholeTree = url.searchParams.get('tree')?.toLowerCase() === 'true';
  return {
    conversation: {
      site: 'claude',
      id,
      url: claudeUrl(url.origin, id),
      ...(title ? { title } : {}),
      ...(model ? { model } : {}),
      ...(project ? { project } : {}),
      completeness: { complete: true, evidence: wholeTree || hasTree ? 'whole tree' : 'whole branch' },
      ...(temporary ? { temporary } : {}),
    },
    turns: [...turns.map((turn, order) => ({ ...turn, order })), ...off],
  };
};
