import type { Chat, Turn } from './chat.ts';
import { h } from './dom.ts';
import { renderMarkdown } from './markdown.ts';
import type { MarkdownKit } from './markdown-inline.ts';
import { answerActions, questionActions, thoughtSeconds } from './parts.ts';
import type { Renderer, RowActions } from './renderer.ts';
import { isTyping, shownText } from './renderer.ts';

const kit: MarkdownKit = {
  inlineCode: (code) => h('code', {}, code),
  codeBlock: (language, code) =>
    h(
      'div',
      { 'data-not-prose': '', class: 'code-block' },
      h(
        'div',
        { class: 'code-group', role: 'group', 'aria-label': 'Code', dir: 'ltr' },
        h('div', { class: 'code-head' }, h('span', {}, language), h('button', { type: 'button' }, 'Copy')),
        h(
          'pre',
          { class: 'code-block__code' },
          h('code', { class: language ? `language-${language}` : undefined }, code),
        ),
      ),
    ),
  table: (table) => h('div', { class: 'table-scroll' }, table),
};

const user = (turn: Turn, chat: Chat, actions: RowActions): Node[] => {
  const message = h(
    'div',
    { 'data-testid': 'user-message', class: 'relative grid min-w-0 bubble' },
    h(
      'div',
      { class: 'contents' },
      ...turn.text
        .split(/\n{2,}/)
        .map((part) => h('p', { class: 'whitespace-pre-wrap break-words', dir: 'ltr' }, part)),
    ),
  );
  return [
    h('h2', { 'data-find-omitted': '', class: 'sr-only select-none' }, `You said: ${turn.text.slice(0, 80)}`),
    h(
      'div',
      { 'data-user-scope': '', class: 'group group/message-row min-w-0' },
      h(
        'div',
        { 'data-cds': 'UserMessage', 'data-turn-key': turn.id },
        ...turn.attachments.map((name) => h('div', { 'data-testid': 'file-thumbnail' }, h('h3', {}, name))),
        h('div', { class: 'cds-user-message-body' }, message),
        questionActions(turn, chat, actions, message, { 'data-cds': 'MessageActions', class: 'actions' }),
      ),
    ),
  ];
};

const turnStatus = (turn: Turn): HTMLElement => {
  const label = `Thought for ${thoughtSeconds(turn)}s`;
  return h(
    'div',
    {
      'data-closed': '',
      'data-cds': 'TurnStatus',
      'data-find-omitted': '',
      'data-state': 'done',
      class: 'thought',
    },
    h('div', { 'data-cds-row': '', title: label }, h('bdi', {}, label)),
    h('span', { class: 'sr-only', role: 'status' }, label),
  );
};

const assistant = (turn: Turn, chat: Chat, actions: RowActions): Node => {
  const typing = isTyping(turn);
  const prose = h(
    'div',
    {
      'data-perf-reply-text': '',
      class: `${typing ? 'progressive-markdown' : 'standard-markdown'} grid-cols-1 grid`,
    },
    ...renderMarkdown(shownText(turn), kit),
  );
  const time = h(
    'time',
    { 'data-cds': 'RelativeTime', datetime: new Date(turn.createdAt).toISOString() },
    'just now',
  );
  return h(
    'div',
    { 'data-reply-scope': '', class: 'group group/message-row min-w-0' },
    h(
      'div',
      {
        'data-cds': 'AssistantMessage',
        'data-testid': 'assistant-message',
        'data-turn-key': turn.id,
        // The element is there before it says that it streams.
        'data-is-streaming': turn.state === 'waiting' ? undefined : String(typing),
        class: 'group/message-row relative flex w-full min-w-0 flex-col',
      },
      h('h2', { 'data-find-omitted': '', class: 'sr-only select-none' }, 'Claude responded:'),
      turn.thinking ? turnStatus(turn) : undefined,
      h(
        'div',
        { 'data-transcript-engine-root': '', class: 'contents' },
        h('div', { 'data-cds': 'Prose', 'data-size': 'sm', class: 'prose' }, prose),
      ),
      turn.state === 'waiting' ? h('span', { class: 'dots', 'aria-hidden': 'true' }) : undefined,
      typing
        ? undefined
        : answerActions(
            turn,
            chat,
            actions,
            {
              'data-cds': 'MessageActions',
              role: 'toolbar',
              'data-testid': 'message-actions',
              class: 'actions',
            },
            time,
          ),
    ),
  );
};

/** Claude's hub rows of 2026-10: a feed whose articles tell how many there are. */
export const hub: Renderer = {
  name: 'hub',
  grouping: 'message',
  mounted: 10,
  pinned: 2,
  reversed: false,
  keepsPages: false,
  view: () => {
    const title = h('span', { class: 'chat-title', 'data-testid': 'chat-title-button' });
    const list = h('div', { 'data-testid': 'transcript-sizer', class: 'thread' });
    const scroller = h(
      'div',
      { 'data-autoscroll-container': 'true', class: 'overflow-y-auto overflow-x-hidden flex-1' },
      h('div', { role: 'feed', 'data-perf-region': 'transcript', 'aria-label': 'Chat messages' }, list),
    );
    const composer = h('fieldset');
    const page = h(
      'div',
      { 'data-testid': 'bardhub-claudechat-root', class: 'page' },
      h('header', { class: 'chat-header', 'data-testid': 'chat-header' }, title),
      scroller,
      composer,
    );
    return { page, scroller, list, title, composer, olderStatus: undefined };
  },
  activate: () => undefined,
  row: ({ turns }) =>
    h('div', {
      class: 'turn',
      'data-testid': 'transcript-row',
      'data-perf-row': turns[0]?.role === 'user' ? 'human' : 'assistant',
    }),
  fill: (element, row, chat, actions) => {
    const turn = row.turns[0]!;
    element.setAttribute('data-index', String(row.index));
    element.setAttribute('data-rs-index', String(row.index));
    element.replaceChildren(
      h(
        'div',
        {
          role: 'article',
          'aria-setsize': String(row.total),
          'aria-posinset': String(row.index + 1),
          'aria-label': `Message ${row.index + 1}`,
        },
        h(
          'div',
          { class: 'contents' },
          h(
            'div',
            { 'data-transcript-row': '' },
            ...(turn.role === 'user' ? user(turn, chat, actions) : [assistant(turn, chat, actions)]),
          ),
        ),
      ),
    );
  },
};
