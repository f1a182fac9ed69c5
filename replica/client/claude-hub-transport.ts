import type { Announce, Chat, Transport } from './chat.ts';
import { cutAfter, newTurn, ROOT } from './chat.ts';
import { listClaude } from './claude-older-transport.ts';
import { base, isAbort, readVersions } from './http.ts';
import { encodeFrame, readFrames } from './opaque.ts';
import type { TimelineAction, TimelineFrame, TimelineState } from './timeline.ts';
import { IDLE, RUNNING } from './timeline.ts';

const SERVICE = `${base}/claudeai-rpc/anthropic.bard.api.v1alpha.ConversationService`;

const call = async (name: string, value: unknown, signal?: AbortSignal): Promise<Response> =>
  fetch(`${SERVICE}/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/connect+proto' },
    body: await encodeFrame(value),
    ...(signal ? { signal } : {}),
  });

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The hub renderer: actions and a timeline subscription in opaque frames; no tree GET, no `/completion`. */
export const claudeHubTransport = (announce: Announce): Transport => {
  let subscription: AbortController | undefined;

  const replaceAll = (chat: Chat, state: TimelineState, status: number): void => {
    const known = new Map(chat.turns.map((turn) => [turn.id, turn]));
    const turns = state.turns.map((each) => {
      const turn = newTurn({
        id: each.id,
        role: each.role,
        parentId: each.parentId,
        text: each.text,
        thinking: each.thinking,
        state: each.running ? 'streaming' : 'done',
        createdAt: each.createdAt,
        model: each.model,
        attachments: each.attachments,
      });
      const before = known.get(each.id);
      if (before) turn.shown = Math.min(before.shown, turn.text.length);
      else if (each.running) turn.shown = 0;
      return turn;
    });
    // What was just typed is on screen before the timeline has it.
    const optimistic = turns.length < chat.turns.length && chat.running && status !== RUNNING;
    if (!optimistic) {
      chat.turns = turns;
      // An answer may have ended between two subscriptions: then only the state says so.
      chat.running = status === RUNNING;
    }
    chat.title = state.title;
    chat.project = state.project;
  };

  const take = async (chat: Chat, frame: TimelineFrame): Promise<void> => {
    if (frame.kind === 'replace_all_state') replaceAll(chat, frame.state, frame.status);
    else if (frame.kind === 'append') {
      const turn = chat.turns.find(({ id }) => id === frame.id);
      if (turn && frame.part === 'text') turn.text += frame.text;
      else if (turn) turn.thinking = (turn.thinking ?? '') + frame.text;
    } else if (frame.status === IDLE) {
      const last = chat.turns.at(-1);
      if (last?.state === 'streaming') last.state = 'done';
      chat.running = false;
      chat.title = frame.title;
      chat.versions = await readVersions(chat.id!);
    }
    announce.changed();
  };

  /** The site closes the subscription every few seconds; the page opens it again. */
  const subscribe = async (chat: Chat): Promise<void> => {
    subscription?.abort();
    const mine = new AbortController();
    subscription = mine;
    while (!mine.signal.aborted) {
      try {
        const response = await call('StreamTimeline', { conversationId: chat.id }, mine.signal);
        if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
        const chunks = response.body as unknown as AsyncIterable<Uint8Array>;
        for await (const value of readFrames(chunks)) await take(chat, value as TimelineFrame);
      } catch (error) {
        if (isAbort(error) || mine.signal.aborted) return;
        await wait(500);
      }
    }
  };

  const act = async (chat: Chat, action: TimelineAction): Promise<void> => {
    chat.error = undefined;
    const response = await call('PerformAction', action);
    if (!response.ok) chat.error = 'Claude is at capacity right now.';
    announce.changed();
  };

  return {
    list: listClaude,
    older: () => Promise.resolve(),
    load: async (chat) => {
      const response = await call('ReadConversation', { conversationId: chat.id });
      if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
      for await (const state of readFrames(response.body as unknown as AsyncIterable<Uint8Array>)) {
        replaceAll(chat, state as TimelineState, IDLE);
        for (const turn of chat.turns) turn.shown = turn.text.length;
      }
      chat.versions = await readVersions(chat.id!);
      announce.changed();
      void subscribe(chat);
    },
    send: async (chat, text, parentId) => {
      cutAfter(chat, parentId);
      const parent = chat.turns.at(-1)?.id;
      const question = newTurn({ id: crypto.randomUUID(), role: 'user', text, parentId: parent });
      chat.turns = [
        ...chat.turns,
        question,
        newTurn({
          id: `${question.id}-hub-reply`,
          role: 'assistant',
          state: 'waiting',
          parentId: question.id,
        }),
      ];
      chat.running = true;
      const isNew = chat.id === undefined;
      if (isNew) {
        chat.id = crypto.randomUUID();
        announce.named();
      }
      announce.changed();
      await act(chat, {
        action: 'send',
        conversationId: chat.id!,
        messageId: question.id,
        parentId: parent ?? (isNew ? undefined : ROOT),
        text,
        temporary: chat.temporary,
        projectId: chat.project?.id,
      });
      if (isNew) void subscribe(chat);
    },
    again: async (chat, question) => {
      cutAfter(chat, question.id);
      chat.running = true;
      chat.turns = [
        ...chat.turns,
        newTurn({
          id: `${question.id}-hub-reply`,
          role: 'assistant',
          state: 'waiting',
          parentId: question.id,
        }),
      ];
      await act(chat, { action: 'retry', conversationId: chat.id!, messageId: question.id });
    },
    stop: (chat) => act(chat, { action: 'stop', conversationId: chat.id! }),
    leave: () => subscription?.abort(),
  };
};
