import type { Chat, Turn } from './chat.ts';

/** What a row of the transcript can ask for. */
export type RowActions = {
  readonly again: (question: string) => void;
  readonly edit: (turn: Turn, text: string) => void;
  readonly step: (turn: Turn, by: 1 | -1) => void;
};

/** One row: an exchange (question and answer) or a single message, as the renderer groups them. */
export type Row = {
  readonly key: string;
  readonly turns: readonly Turn[];
  /** 0-based position in the whole conversation as far as it is loaded. */
  readonly index: number;
  /** Rows of the whole conversation as far as it is loaded. */
  readonly total: number;
  readonly last: boolean;
  /** 0-based position in what is mounted now; changes as the window moves. */
  readonly windowIndex: number;
};

export type View = {
  /** Everything of one conversation's page; may be kept hidden after leaving it. */
  readonly page: HTMLElement;
  readonly scroller: HTMLElement;
  /** Holds the rows, in reading order. */
  readonly list: HTMLElement;
  readonly title: HTMLElement;
  readonly composer: HTMLElement;
  readonly olderStatus: HTMLElement | undefined;
};

/** One markup generation of one site. */
export type Renderer = {
  readonly name: string;
  readonly grouping: 'exchange' | 'message';
  /** Mounted rows at most; the rest is not in the document. */
  readonly mounted: number;
  /** Rows at the end that stay mounted wherever the window is. */
  readonly pinned: number;
  /** Scroller runs from its end: scrollTop 0 at the newest, negative upward. */
  readonly reversed: boolean;
  /** Pages left behind stay in the document, hidden. */
  readonly keepsPages: boolean;
  readonly view: (chat: Chat) => View;
  /** Marks a page as the one on screen, or hides it. */
  readonly activate: (view: View, active: boolean) => void;
  /** Empty element of a row. */
  readonly row: (row: Row) => HTMLElement;
  /** Brings a row's element up to date. */
  readonly fill: (element: HTMLElement, row: Row, chat: Chat, actions: RowActions) => void;
};

/** Words of a turn that are on screen. */
export const shownText = (turn: Turn): string => turn.text.slice(0, turn.shown);

/** True until the words have been typed out and the server has closed the answer. */
export const isTyping = (turn: Turn): boolean =>
  turn.role === 'assistant' &&
  (turn.state === 'waiting' || turn.state === 'streaming' || turn.shown < turn.text.length);
