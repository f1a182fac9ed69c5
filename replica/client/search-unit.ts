import type { Chat, Turn } from './chat.ts';
import { h } from './dom.ts';
import { renderMarkdown } from './markdown.ts';
import type { MarkdownKit } from './markdown-inline.ts';
import { answerActions, questionActions, thoughtSeconds } from './parts.ts';
import type { Renderer, Row, RowActions } from './renderer.ts';
import { isTyping, shownText } from './renderer.ts';

const kit: MarkdownKit = {
  inlineCode: (code) => h('span', { 'data-markdown-copy': 'inline-code', class: 'inline-code' }, code),
  codeBlock: (language, code) =>
    h(
      'div',
      { 'data-markdown-copy': 'code-block', class: 'code-block' },
      h(
        'div',
        { 'data-markdown-copy': 'exclude', class: 'code-head' },
        h('span', {}, language || 'Text'),
        h('button', { type: 'button' }, 'Copy'),
      ),
      h('div', { dir: 'ltr' }, h('code', { class: 'whitespace-pre!' }, code)),
    ),
  table: (table) => h('div', { class: 'table-scroll' }, table),
};

const userUnit = (turn: Turn, row: Row, chat: Chat, actions: RowActions): HTMLElement => {
  const key = `fallback-turn-${row.windowIndex}:0:user`;
  const words = turn.text.includes('```')
    ? h('div', { 'data-markdown-text-tone': 'user-message' }, ...renderMarkdown(turn.text, kit))
    : h('div', { class: 'text-size-chat whitespace-pre-wrap' }, turn.text);
  const bubble = h('div', { 'data-user-message-bubble': 'true', class: 'bubble' }, words);
  const attachments = turn.attachments.map((name) =>
    h('div', { class: 'group/resource-card' }, h('button', { type: 'button', 'aria-label': name }, name)),
  );
  return h(
    'div',
    {
      class: 'group/user-message',
      'data-chatgpt-search-unit-key': key,
      'data-chatgpt-search-message-ids': turn.id,
    },
    ...attachments,
    h('div', { 'data-content-search-unit-key': key }, bubble),
    questionActions(turn, chat, actions, bubble, { class: 'turn-action-controls', role: 'group' }),
  );
};

const assistantUnit = (turn: Turn, row: Row, chat: Chat, actions: RowActions): HTMLElement => {
  const typing = isTyping(turn);
  return h(
    'div',
    {
      'data-chatgpt-search-unit-key': `fallback-turn-${row.windowIndex}:1:assistant`,
      'data-chatgpt-search-message-ids': `${turn.id} ${turn.id}`,
      // Presentation only: the site leaves it in progress after the answer is complete.
      'data-talvt-turn-state': row.last ? 'in_progress' : 'complete',
      class: 'agent-turn',
    },
    h('h4', { class: 'sr-only', 'data-conversation-role': 'assistant' }, 'ChatGPT said:'),
    turn.thinking
      ? h('button', { type: 'button', class: 'thought' }, `Thought for ${thoughtSeconds(turn)}s`)
      : undefined,
    h(
      'div',
      { 'data-chatgpt-selection-message-id': turn.id },
      h(
        'div',
        { 'data-markdown-text-style': 'assistant-message', class: 'MarkdownRoot-replica' },
        ...renderMarkdown(shownText(turn), kit),
      ),
    ),
    typing && turn.shown === 0 ? h('span', { class: 'dots', 'aria-hidden': 'true' }) : undefined,
    typing ? undefined : answerActions(turn, chat, actions, { class: 'turn-action-controls', role: 'group' }),
  );
};

/** ChatGPT's app shell of 2026-09: exchanges as turns, pages kept hidden, a column-reverse scroller. */
export const searchUnit: Renderer = {
  name: 'search-unit',
  grouping: 'exchange',
  mounted: 6,
  pinned: 0,
  reversed: true,
  keepsPages: true,
  view: () => {
    const title = h('span', { class: 'chat-title' });
    const olderStatus = h('div', { role: 'status' });
    const list = h(
      'div',
      { class: 'flex flex-col thread', 'data-thread-find-target': 'conversation' },
      h('div', {}, olderStatus),
    );
    const scroller = h(
      'div',
      {
        'data-app-action-timeline-scroll': '',
        role: 'presentation',
        class: 'thread-scroll-container overflow-y-auto',
        style: 'display:flex;flex-direction:column-reverse',
      },
      list,
    );
    const composer = h('form');
    const page = h(
      'div',
      { 'data-app-shell-active-page': 'true', class: 'page' },
      h('main', {}, h('header', { class: 'chat-header' }, title), scroller, composer),
    );
    return { page, scroller, list, title, composer, olderStatus };
  },
  activate: ({ page }, active) => {
    page.setAttribute('data-app-shell-active-page', String(active));
    page.style.display = active ? '' : 'none';
  },
  row: ({ key }) => h('div', { class: 'turn', 'data-turn-key': key }),
  fill: (element, row, chat, actions) => {
    const [question, answer] = row.turns;
    element.replaceChildren(
      h(
        'div',
        { 'data-content-search-turn-key': `fallback-turn-${row.windowIndex}` },
        ...(question ? [userUnit(question, row, chat, actions)] : []),
        ...(answer ? [assistantUnit(answer, row, chat, actions)] : []),
      ),
    );
  },
};
