import { textMessage, thoughtsId, thoughtsMessage } from './chatgpt-messages.ts';
import type { Exchange } from './exchange.ts';
import { openStream, sendEvent } from './exchange.ts';
import { GenerationError } from './generation.ts';
import type { Asked } from './state.ts';

const APPEND_TEXT = '/message/content/parts/0';
const APPEND_THOUGHT = '/message/content/thoughts/0/content';

/**
 * Answers a send in the site's `delta_encoding v1`: a snapshot per record, then appends of which only the first
 * names its path, then one patch that closes the record.
 */
export const streamAnswer = async (
  exchange: Exchange,
  { conversation, question, generation }: Asked,
): Promise<void> => {
  const { message } = generation;
  const conversation_id = conversation.id;
  openStream(exchange);
  sendEvent(exchange, '"v1"', 'delta_encoding');
  sendEvent(exchange, {
    type: 'resume_conversation_token',
    kind: 'topic',
    token: 'replica',
    conversation_id,
  });
  sendEvent(exchange, { type: 'input_message', input_message: textMessage(question), conversation_id });
  let channel = -1;
  let open: 'thinking' | 'text' | undefined;
  const snapshot = (record: Record<string, unknown>): void => {
    channel += 1;
    const v = { message: record, conversation_id, error: null };
    sendEvent(exchange, { p: '', o: 'add', v, c: channel }, 'delta');
  };
  const closeThoughts = (): void =>
    sendEvent(
      exchange,
      { p: '', o: 'patch', v: [{ p: '/message/status', o: 'replace', v: 'finished_successfully' }] },
      'delta',
    );
  const openText = (): void => {
    if (open === 'thinking') closeThoughts();
    snapshot(textMessage({ ...message, text: '', status: 'in_progress', ...parentOf(open, question.id) }));
    const marker = { type: 'message_marker', conversation_id, message_id: message.id };
    sendEvent(exchange, { ...marker, marker: 'user_visible_token', event: 'first' });
  };
  try {
    for await (const piece of generation.read(exchange.gone)) {
      const first = piece.kind !== open;
      if (first && piece.kind === 'thinking') {
        snapshot({
          ...thoughtsMessage({ ...message, thinking: '' }),
          id: thoughtsId(message),
          status: 'in_progress',
        });
      } else if (first) {
        openText();
      }
      open = piece.kind;
      const p = piece.kind === 'text' ? APPEND_TEXT : APPEND_THOUGHT;
      sendEvent(exchange, first ? { p, o: 'append', v: piece.text } : { v: piece.text }, 'delta');
    }
  } catch (error) {
    if (!(error instanceof GenerationError)) throw error;
    sendEvent(exchange, { type: 'error', error: 'Something went wrong while generating.', conversation_id });
    exchange.response.destroy();
    return;
  }
  if (exchange.gone.aborted) return;
  if (open !== 'text') openText();
  const finished = generation.outcome === 'finished';
  sendEvent(
    exchange,
    {
      p: '',
      o: 'patch',
      v: [
        {
          p: '/message/status',
          o: 'replace',
          v: finished ? 'finished_successfully' : 'finished_partial_completion',
        },
        { p: '/message/end_turn', o: 'replace', v: finished },
        {
          p: '/message/metadata',
          o: 'append',
          v: { is_complete: finished, finish_details: { type: finished ? 'stop' : 'interrupted' } },
        },
      ],
    },
    'delta',
  );
  sendEvent(exchange, {
    type: 'message_marker',
    conversation_id,
    message_id: message.id,
    marker: 'last_token',
  });
  if (!conversation.temporary)
    sendEvent(exchange, { type: 'title_generation', title: conversation.title, conversation_id });
  sendEvent(exchange, { type: 'message_stream_complete', conversation_id });
  sendEvent(exchange, '[DONE]');
  exchange.response.end();
};

/** The reasoning record is only known to the answer once it was sent. */
const parentOf = (open: 'thinking' | 'text' | undefined, questionId: string) =>
  open === 'thinking' ? {} : { thinking: undefined, parentId: questionId };
