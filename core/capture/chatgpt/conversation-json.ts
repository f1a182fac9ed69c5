import type { CapturedTurn, Completeness, Observation } from '../../model/capture.ts';
import type { HistoryPage } from '../adapter.ts';
import { isJson, type Json, listIn, objectIn, stringIn } from '../wire/json.ts';
import { parentOf, readMessage } from './message.ts';
import { chatgptRoute } from './route.ts';

/** A record with its place in the tree, whichever form the JSON has. */
type Node = { readonly id: string; readonly parent: string | undefined; readonly message: unknown };

const nodesOfMapping = (mapping: Json): Node[] =>
  Object.entries(mapping).map(([id, node]) => ({
    id,
    parent: stringIn(node, 'parent'),
    message: isJson(node) ? node['message'] : undefined,
  }));

const nodesOfList = (messages: readonly unknown[]): Node[] =>
  messages.flatMap((message) => {
    const id = stringIn(message, 'id');
    return id ? [{ id, parent: parentOf(message), message }] : [];
  });

/** Ids from `leaf` up to where the parents end or are not part of the answer. */
const branchTo = (leaf: string | undefined, nodeById: ReadonlyMap<string, Node>): Set<string> => {
  const branch = new Set<string>();
  for (let id = leaf; id !== undefined && nodeById.has(id) && !branch.has(id); id = nodeById.get(id)?.parent)
    branch.add(id);
  return branch;
};

/** Off the shown branch: hangs on the branch or on something off it, without being part of it. */
const offBranchIds = (nodes: readonly Node[], branch: ReadonlySet<string>, whole: boolean): Set<string> => {
  const off = new Set<string>();
  if (branch.size === 0) return off;
  const children = new Map<string, string[]>();
  for (const { id, parent } of nodes) if (parent) children.set(parent, [...(children.get(parent) ?? []), id]);
  if (whole) {
    for (const { id } of nodes) if (!branch.has(id)) off.add(id);
    return off;
  }
  const roots = nodes
    .filter(({ id, parent }) => branch.has(id) && parent)
    .map(({ parent }) => parent as string);
  const open = [...new Set([...branch, ...roots])].flatMap((id) =>
    (children.get(id) ?? []).filter((child) => !branch.has(child)),
  );
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (off.has(id)) continue;
    off.add(id);
    open.push(...(children.get(id) ?? []));
  }
  // Newer than the leaf that was named: an answer just given.
  const leaf = [...branch][0];
  for (const id of descendants(leaf, children)) off.delete(id);
  return off;
};

const descendants = (id: string | undefined, children: ReadonlyMap<string, readonly string[]>): string[] =>
  id === undefined
    ? []
    : (children.get(id) ?? []).flatMap((child) => [child, ...descendants(child, children)]);

/** Main branch from its root, then what hangs off it, each in the order of the source. */
const inOrder = (nodes: readonly Node[], branch: ReadonlySet<string>, off: ReadonlySet<string>): Node[] => {
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const main = [...branch].reverse().flatMap((id) => nodeById.get(id) ?? []);
  const rest = nodes.filter(({ id }) => !branch.has(id) && !off.has(id));
  return [...main, ...rest, ...nodes.filter(({ id }) => off.has(id))];
};

/** Turns of the records: reasoning joins the next answer of its exchange, parents are the nearest shown turns. */
const turnsOf = (
  nodes: readonly Node[],
  off: ReadonlySet<string>,
  nodeById: ReadonlyMap<string, Node>,
  whole: boolean,
): CapturedTurn[] => {
  const parts = new Map(nodes.map(({ id, message }) => [id, readMessage(message, 'authoritative')] as const));
  let order = 0;
  return nodes.flatMap(({ id, parent }): CapturedTurn[] => {
    const part = parts.get(id);
    if (part?.kind !== 'turn') return [];
    const thinking: string[] = [];
    const seen = new Set<string>([id]);
    let at = parent;
    for (; at !== undefined && !seen.has(at); at = nodeById.get(at)?.parent) {
      seen.add(at);
      const above = parts.get(at);
      if (above?.kind === 'turn') break;
      if (above?.kind === 'thinking' && above.text !== '') thinking.unshift(above.text);
    }
    const above = at === undefined ? undefined : parts.get(at);
    const isOff = off.has(id);
    return [
      {
        ...part.turn,
        ...(part.turn.role === 'assistant' && thinking.length > 0 ? { thinking: thinking.join('\n\n') } : {}),
        ...(above?.kind === 'turn' ? { parentId: above.turn.id } : {}),
        ...(whole && !isOff ? { order: order++ } : {}),
        ...(isOff ? { offBranch: true } : {}),
      },
    ];
  });
};

const completenessOf = (json: Json, isTree: boolean): Completeness => {
  if (isTree) return { complete: true, evidence: 'whole tree' };
  const page = objectIn(json, 'page_info');
  if (page?.['has_previous_page'] === false && page['has_next_page'] !== true)
    return { complete: true, evidence: 'has_previous_page=false' };
  return {
    complete: false,
    evidence: `has_previous_page=${String(page?.['has_previous_page'] ?? 'unknown')}`,
  };
};

const CONVERSATION_PATH = /\/(?:backend-api|backend-anon)\/(?:f\/)?conversations?\/([\w-]+)/;

const conversationIdOf = (url: URL, json: Json): string | undefined => {
  const inPath = CONVERSATION_PATH.exec(url.pathname)?.[1];
  return (
    stringIn(json, 'conversation_id') ??
    (inPath && !/^(?:prepare|init|search)$/.test(inPath) ? inPath : undefined) ??
    (isJson(json['mapping']) ? stringIn(json, 'id') : undefined) ??
    chatgptRoute(url).conversation
  );
};

/** Address of a conversation as the person opens it. */
export const chatgptUrl = (origin: string, conversation: string, project?: string): string =>
  `${origin}${project?.startsWith('g-') ? `/g/${project}` : ''}/c/${conversation}`;

/**
 * Reads the conversation load in its three forms: `mapping` tree (to 2026-08), flat `messages[]` with `page_info`,
 * and a page of older messages, which names no conversation but in its address.
 */
export const readChatgptJson = (url: URL, value: unknown): Observation | undefined => {
  if (!isJson(value)) return undefined;
  const mapping = objectIn(value, 'mapping');
  const list = listIn(value, 'messages');
  if (!mapping && !(list.length > 0 && isJson(value['page_info']))) return undefined;
  const id = conversationIdOf(url, value);
  if (!id) return undefined;
  const nodes = mapping ? nodesOfMapping(mapping) : nodesOfList(list);
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const completeness = completenessOf(value, mapping !== undefined);
  const leaf = stringIn(value, 'current_node');
  const branch = mapping ? branchTo(leaf, nodeById) : new Set<string>();
  const flatBranch = mapping ? branch : branchTo(leaf, nodeById);
  const off = offBranchIds(nodes, flatBranch, mapping !== undefined);
  const ordered = mapping
    ? inOrder(nodes, branch, off)
    : [...nodes.filter((node) => !off.has(node.id)), ...nodes.filter((node) => off.has(node.id))];
  const isWhole = completeness.complete;
  const project = stringIn(value, 'gizmo_id') ?? stringIn(value, 'conversation_template_id');
  const title = stringIn(value, 'title');
  const model = stringIn(value, 'default_model_slug');
  const temporary = value['is_temporary_chat'] === true;
  return {
    conversation: {
      site: 'chatgpt',
      id,
      url: chatgptUrl(url.origin, id, project),
      ...(title ? { title } : {}),
      ...(model && model !== 'auto' ? { model } : {}),
      ...(project ? { project } : {}),
      completeness,
      ...(temporary ? { temporary } : {}),
    },
    turns: turnsOf(ordered, off, nodeById, isWhole),
  };
};

/** Which page of the conversation an answer is; undefined for the whole tree and for anything else. */
export const readHistoryPage = (url: URL, value: unknown): HistoryPage | undefined => {
  const page = objectIn(value, 'page_info');
  if (!page) return undefined;
  const start = stringIn(page, 'start_cursor');
  const before = url.searchParams.get('before');
  return {
    isFirst: page['has_previous_page'] === false,
    ...(start ? { start } : {}),
    ...(before ? { before } : {}),
  };
};
