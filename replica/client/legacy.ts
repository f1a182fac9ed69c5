import type { Chat, Turn } from './chat.ts';
import { h } from './dom.ts';
import { renderMarkdown } from './markdown.ts';
import type { MarkdownKit } from './markdown-inline.ts';
import { answerActions, questionActions, thoughtSeconds } from './parts.ts';
import type { Renderer, RowActions } from './renderer.ts';
import { isTyping, shownText } from './renderer.ts';

const codeLines = (code: string): HTMLElement[] =>
  code.split('\n').map((line, at, all) => h('span', {}, line + (at < all.length - 1 ? '\n' : '')));

const kit: MarkdownKit = {
  inlineCode: (code) => h('code', { 'data-start': '0' }, code),
  codeBlock: (language, code) =>
    h(
      'pre',
      { class: 'overflow-visible! code-block' },
      h(
        'div',
        { class: 'contain-inline-size' },
        h(
          'div',
          { class: 'code-head sticky' },
          h('span', {}, language || 'text'),
          h('button', { type: 'button', 'aria-label': 'Copy' }, 'Copy code'),
        ),
        h(
          'div',
          { class: 'cm-editor', id: 'code-block-viewer', dir: 'ltr' },
          h(
            'div',
            { class: 'cm-scroller' },
            h('pre', { class: 'cm-content' }, h('code', {}, ...codeLines(code))),
          ),
        ),
      ),
    ),
  table: (table) => h('div', { class: 'tableContainer table-scroll' }, h('div', { tabindex: '-1' }, table)),
};

const user = (turn: Turn, chat: Chat, actions: RowActions): HTMLElement => {
  const bubble = h(
    'div',
    { class: 'user-message-bubble-color bubble' },
    h('div', { class: 'whitespace-pre-wrap' }, turn.text),
  );
  return h(
    'div',
    { class: 'text-base' },
    h('h4', { class: 'sr-only select-none' }, 'You said:'),
    h(
      'div',
      { 'data-message-author-role': 'user', 'data-message-id': turn.id, dir: 'auto', class: 'text-message' },
      ...turn.attachments.map((name) =>
        h('div', { class: 'group/file-tile' }, h('button', { type: 'button', 'aria-label': name }, name)),
      ),
      bubble,
    ),
    questionActions(turn, chat, actions, bubble, {
      role: 'group',
      'aria-label': 'Your message actions',
      class: 'actions',
    }),
  );
};

const assistant = (turn: Turn, chat: Chat, actions: RowActions): HTMLElement => {
  const typing = isTyping(turn);
  const waiting = typing && turn.shown === 0;
  return h(
    'div',
    { class: 'text-base agent-turn' },
    h('h4', { class: 'sr-only select-none' }, 'ChatGPT said:'),
    turn.thinking
      ? h('button', { type: 'button', class: 'thought' }, `Thought for ${thoughtSeconds(turn)}s`)
      : undefined,
    h(
      'div',
      {
        'data-message-author-role': 'assistant',
        'data-message-id': turn.id,
        'data-message-model-slug': turn.model,
        dir: 'auto',
        class: 'text-message',
      },
      h(
        'div',
        {
          class: `markdown prose dark:prose-invert w-full break-words${typing ? ' streaming-animation' : ''}`,
        },
        ...renderMarkdown(shownText(turn), kit),
      ),
    ),
    waiting ? h('span', { class: 'dots', 'aria-hidden': 'true' }) : undefined,
    typing
      ? undefined
      : answerActions(turn, chat, actions, {
          role: 'group',
          'aria-label': 'Response actions',
          class: 'actions',
        }),
  );
};

/** ChatGPT's renderer of 2026-03, still live: one section per message, CodeMirror code blocks. */
export const legacy: Renderer = {
  name: 'legacy',
  grouping: 'message',
  mounted: 12,
  pinned: 0,
  reversed: false,
  keepsPages: false,
  view: () => {
    const title = h('span', { class: 'chat-title' });
    const list = h('div', { class: 'flex flex-col text-sm thread' });
    const composer = h('form');
    const scroller = h(
      'div',
      { 'data-scroll-root': '', class: 'overflow-y-auto' },
      h('header', { class: 'chat-header', id: 'page-header' }, title),
      h('div', { id: 'thread', class: 'group/thread' }, list),
    );
    const page = h('main', { id: 'main', class: 'page' }, scroller, composer);
    return { page, scroller, list, title, composer, olderStatus: undefined };
  },
  activate: () => undefined,
  row: ({ key, turns }) =>
    h('section', { class: 'turn', dir: 'auto', 'data-turn-id': key, 'data-turn': turns[0]?.role }),
  fill: (element, row, chat, actions) => {
    const turn = row.turns[0]!;
    element.setAttribute('data-testid', `conversation-turn-${row.index + 1}`);
    element.replaceChildren(
      turn.role === 'user' ? user(turn, chat, actions) : assistant(turn, chat, actions),
    );
  },
};
