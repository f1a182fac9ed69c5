import type { Observation } from '../../model/capture.ts';
import { WINDOW_ONLY, type WireFacts, type WireRequest } from '../adapter.ts';
import { UNNAMED } from '../read-page.ts';
import { isJson, type Json, listIn, parseJson, stringIn } from '../wire/json.ts';
import { OBSERVED_PATHS, OBSERVED_SOCKETS } from '../wire/observed.ts';
import { chatgptUrl, readChatgptJson, readHistoryPage } from './conversation-json.ts';
import { readMessage } from './message.ts';
import { chatgptSocket } from './socket.ts';
import { chatgptStream } from './stream.ts';

const SEND = /\/(?:backend-api|backend-anon)\/(?:f\/)?conversation(?:\/resume)?$/;

const bodyOf = (request: WireRequest): Json | undefined => {
  const body = request.body === undefined ? undefined : parseJson(request.body);
  return isJson(body) ? body : undefined;
};

const contextOf = (request: WireRequest) => {
  const body = bodyOf(request);
  const conversation = stringIn(body, 'conversation_id');
  const project = stringIn(body, 'gizmo_id');
  return {
    origin: new URL(request.url).origin,
    temporary: body?.['history_and_training_disabled'] === true,
    ...(conversation && !conversation.startsWith('local-') ? { conversation } : {}),
    ...(project ? { project } : {}),
  };
};

const isSend = (request: WireRequest): boolean =>
  request.method === 'POST' && SEND.test(new URL(request.url).pathname);

/** The person's own turn, with the id that the server keeps. Resending and preflights say nothing new. */
const readSend = (request: WireRequest): Observation | undefined => {
  const body = bodyOf(request);
  if (!body || !isSend(request)) return undefined;
  const { origin, conversation, project, temporary } = contextOf(request);
  const parent = stringIn(body, 'parent_message_id');
  const turns = listIn(body, 'messages').flatMap((message) => {
    const part = readMessage(message, 'stream');
    if (part.kind !== 'turn' || part.turn.role !== 'user') return [];
    return [{ ...part.turn, ...(parent && parent !== 'client-created-root' ? { parentId: parent } : {}) }];
  });
  if (turns.length === 0) return undefined;
  const id = conversation ?? UNNAMED;
  return {
    conversation: {
      site: 'chatgpt',
      id,
      url: chatgptUrl(origin, id, project),
      ...(project ? { project } : {}),
      completeness: WINDOW_ONLY,
      ...(temporary ? { temporary } : {}),
    },
    turns,
  };
};

/** What is known of ChatGPT's traffic. Anchored so that `/f/conversation` and the plural form are both seen. */
export const chatgptWire: WireFacts = {
  observed: OBSERVED_PATHS.chatgpt,
  readJson: readChatgptJson,
  historyPage: readHistoryPage,
  openStream: (request) =>
    isSend(request) && request.contentType.includes('event-stream')
      ? chatgptStream(contextOf(request))
      : undefined,
  readRequest: readSend,
  observedSocket: OBSERVED_SOCKETS,
  openSocket: () => chatgptSocket('https://chatgpt.com'),
};
