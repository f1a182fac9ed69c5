import { END, encodeFrame, endFrame, GZIP, readFrames } from './client/opaque.ts';
import type { TimelineAction, TimelineFrame, TimelineState } from './client/timeline.ts';
import { IDLE, RUNNING } from './client/timeline.ts';
import { branchOf } from './conversations.ts';
import type { Exchange } from './exchange.ts';
import { sendJson, sleep } from './exchange.ts';
import { GenerationError } from './generation.ts';
import type { ReplicaConversation } from './model.ts';
import type { ReplicaState } from './state.ts';

const SERVICE = '/claudeai-rpc/anthropic.bard.api.v1alpha.ConversationService/';

/** The subscription is closed and reopened by the page at this beat, as on the site. */
const CADENCE_MS = 4_000;

const stateOf = (conversation: ReplicaConversation): TimelineState => ({
  title: conversation.title,
  project: conversation.project,
  temporary: conversation.temporary,
  turns: branchOf(conversation).map((message) => ({
    id: message.id,
    role: message.role,
    parentId: message.parentId,
    text: message.text,
    thinking: message.thinking,
    running: message.status === 'in_progress',
    createdAt: message.createdAt,
    model: message.model,
    attachments: message.attachments,
  })),
});

async function* once(body: Buffer): AsyncGenerator<Uint8Array, void, undefined> {
  yield body;
}

const requestOf = async ({ body }: Exchange): Promise<unknown> => {
  for await (const value of readFrames(once(body))) return value;
  return {};
};

const openFrames = ({ response }: Exchange): void => {
  response.writeHead(200, { 'content-type': 'application/connect+proto', 'cache-control': 'no-store' });
  response.flushHeaders();
};

const performAction = async (exchange: Exchange, state: ReplicaState): Promise<void> => {
  const action = (await requestOf(exchange)) as TimelineAction;
  const known = state.conversations.get(action.conversationId);
  if (action.action === 'send') {
    state.ask({ site: 'claude', newId: action.conversationId, ...action, conversationId: known?.id });
  } else if (action.action === 'retry' && known) {
    state.askAgain(known, action.messageId);
  } else {
    state.generation(action.conversationId)?.stop();
  }
  openFrames(exchange);
  exchange.response.end(await encodeFrame({ accepted: true }));
};

/** Sends the state, then what is being written, then the idle mark; closes at the beat or when the reader leaves. */
const streamTimeline = async (exchange: Exchange, state: ReplicaState): Promise<void> => {
  const { conversationId } = (await requestOf(exchange)) as { readonly conversationId: string };
  const conversation = state.conversations.get(conversationId);
  if (!conversation) return sendJson(exchange, { code: 'not_found' }, 404);
  openFrames(exchange);
  const send = async (value: TimelineFrame) => exchange.response.write(await encodeFrame(value));
  const leave = AbortSignal.any([exchange.gone, AbortSignal.timeout(CADENCE_MS)]);
  let generation = state.generation(conversationId);
  let seen = generation?.pieces.length ?? 0;
  await send({
    kind: 'replace_all_state',
    state: stateOf(conversation),
    status: generation?.outcome === undefined && generation ? RUNNING : IDLE,
  });
  while (!leave.aborted) {
    const current = state.generation(conversationId);
    if (current !== generation) {
      generation = current;
      // Counted before the state is on its way: what is written meanwhile is not in it.
      seen = generation?.pieces.length ?? 0;
      await send({ kind: 'replace_all_state', state: stateOf(conversation), status: RUNNING });
    }
    if (!generation || (generation.outcome && seen >= generation.pieces.length)) {
      await sleep(60, leave);
      continue;
    }
    const { message } = generation;
    let at = 0;
    try {
      for await (const piece of generation.read(leave)) {
        at += 1;
        if (at <= seen) continue;
        seen = at;
        await send({ kind: 'append', id: message.id, part: piece.kind, text: piece.text });
      }
    } catch (error) {
      if (!(error instanceof GenerationError)) throw error;
    }
    seen = Math.max(seen, generation.pieces.length);
    if (generation.outcome) await send({ kind: 'status', status: IDLE, title: conversation.title });
  }
  exchange.response.end(endFrame());
};

/** Connect-RPC of the hub renderer: opaque to everyone but the replica's own page. False when the path is none of it. */
export const handleClaudeRpc = async (exchange: Exchange, state: ReplicaState): Promise<boolean> => {
  if (!exchange.path.startsWith(SERVICE)) return false;
  const call = exchange.path.slice(SERVICE.length);
  if (call === 'PerformAction') await performAction(exchange, state);
  else if (call === 'StreamTimeline') await streamTimeline(exchange, state);
  else if (call === 'ReadConversation' || call === 'ReadConversationHistory') {
    const { conversationId } = (await requestOf(exchange)) as { readonly conversationId: string };
    const conversation = state.conversations.get(conversationId);
    if (!conversation) sendJson(exchange, { code: 'not_found' }, 404);
    else {
      openFrames(exchange);
      exchange.response.end(await encodeFrame(stateOf(conversation)));
    }
  } else sendJson(exchange, { code: 'unimplemented', flags: [GZIP, END] }, 404);
  return true;
};
