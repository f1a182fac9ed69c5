import type { Chat, Turn } from './chat.ts';
import { h } from './dom.ts';
import { renderMarkdown } from './markdown.ts';
import type { MarkdownKit } from './markdown-inline.ts';
import { answerActions, questionActions } from './parts.ts';
import type { Renderer, RowActions } from './renderer.ts';
import { isTyping, shownText } from './renderer.ts';

const kit: MarkdownKit = {
  inlineCode: (code) => h('code', { class: 'bg-text-200/5 inline-code' }, code),
  codeBlock: (language, code) =>
    h(
      'div',
      { class: 'relative group/copy code-block' },
      h(
        'div',
        { class: 'code-head' },
        h('span', { class: 'text-text-500' }, language),
        h('button', { type: 'button', 'aria-label': 'Copy to clipboard' }),
      ),
      h(
        'pre',
        { class: 'code-block__code' },
        h('code', { class: language ? `language-${language}` : undefined }, code),
      ),
    ),
  table: (table) => h('div', { class: 'table-scroll' }, table),
};

const user = (turn: Turn, chat: Chat, actions: RowActions): HTMLElement => {
  const message = h(
    'div',
    { 'data-testid': 'user-message', class: 'font-large bubble' },
    ...turn.text.split(/\n{2,}/).map((part) => h('p', { class: 'whitespace-pre-wrap break-words' }, part)),
  );
  return h(
    'div',
    { class: 'mb-1 mt-6 group' },
    ...turn.attachments.map((name) => h('div', { 'data-testid': 'file-thumbnail' }, h('h3', {}, name))),
    message,
    questionActions(turn, chat, actions, message, { class: 'actions' }),
  );
};

/** Thinking is always in the document, in the first grid row; the answer is in the second. */
const thinking = (turn: Turn): HTMLElement =>
  h(
    'div',
    { class: 'row-start-1 col-start-1 thinking' },
    h('button', { type: 'button', 'aria-expanded': 'false' }, 'Thought process'),
    h('div', { 'data-timeline-text': '', class: 'thinking-words' }, h('p', {}, turn.thinking)),
  );

const assistant = (turn: Turn, chat: Chat, actions: RowActions): HTMLElement => {
  const typing = isTyping(turn);
  return h(
    'div',
    { class: 'group' },
    h(
      'div',
      {
        'data-is-streaming': turn.state === 'waiting' ? undefined : String(typing),
        class: 'group relative pb-3',
      },
      h(
        'div',
        { class: 'font-claude-response relative' },
        turn.thinking ? thinking(turn) : undefined,
        h(
          'div',
          { class: 'row-start-2 col-start-1' },
          h(
            'div',
            { class: `${typing ? 'progressive-markdown' : 'standard-markdown'} grid-cols-1 grid gap-4` },
            ...renderMarkdown(shownText(turn), kit),
          ),
        ),
      ),
      turn.state === 'waiting' ? h('span', { class: 'dots', 'aria-hidden': 'true' }) : undefined,
      typing
        ? undefined
        : answerActions(turn, chat, actions, {
            role: 'group',
            'aria-label': 'Message actions',
            class: 'actions',
          }),
    ),
  );
};

/** Claude's renderer up to 2026-09, still live: no message ids in the page. */
export const older: Renderer = {
  name: 'older',
  grouping: 'message',
  mounted: 12,
  pinned: 0,
  reversed: false,
  keepsPages: false,
  view: () => {
    const title = h('div', { class: 'chat-title truncate' });
    const list = h('div', { class: 'flex-1 flex flex-col max-w-3xl mx-auto w-full pt-1 thread' });
    const scroller = h('div', { class: 'overflow-y-scroll overflow-x-hidden pt-6 flex-1' }, list);
    const composer = h('fieldset');
    const page = h(
      'div',
      { class: 'page' },
      h(
        'header',
        { class: 'chat-header', 'data-testid': 'page-header' },
        h('button', { type: 'button', 'data-testid': 'chat-title-button' }, title),
      ),
      scroller,
      composer,
    );
    return { page, scroller, list, title, composer, olderStatus: undefined };
  },
  activate: () => undefined,
  row: () => h('div', { class: 'turn', 'data-test-render-count': '1' }),
  fill: (element, row, chat, actions) => {
    const turn = row.turns[0]!;
    element.setAttribute(
      'data-test-render-count',
      String(Number(element.getAttribute('data-test-render-count')) + 1),
    );
    element.replaceChildren(
      turn.role === 'user' ? user(turn, chat, actions) : assistant(turn, chat, actions),
    );
  },
};
