import type { Chat, Turn } from './chat.ts';
import type { Renderer, Row, RowActions, View } from './renderer.ts';

/** Pixels from an end of the scroller at which the window moves. */
const NEAR = 80;

const groupsOf = (turns: readonly Turn[], grouping: Renderer['grouping']): Turn[][] => {
  if (grouping === 'message') return turns.map((turn) => [turn]);
  const groups: Turn[][] = [];
  for (const turn of turns) {
    if (turn.role === 'user' || groups.length === 0) groups.push([turn]);
    else groups.at(-1)!.push(turn);
  }
  return groups;
};

const signatureOf = ({ turns, index, total, last, windowIndex }: Row, chat: Chat): string =>
  JSON.stringify([
    turns.map((turn) => [
      turn.id,
      turn.state,
      turn.shown,
      turn.text.length,
      turn.thinking?.length,
      chat.versions[turn.id],
    ]),
    [index, total, last, windowIndex],
  ]);

/** The mounted window of a conversation: only some rows are in the document, as on the sites. */
export class Transcript {
  readonly #renderer: Renderer;
  readonly #view: View;
  readonly #actions: RowActions;
  readonly #onTop: () => Promise<void>;
  readonly #elements = new Map<string, { readonly element: HTMLElement; signature: string }>();
  #chat: Chat | undefined;
  #end = 0;
  #rows = 0;
  /** Key of the first row that is loaded. */
  #oldest: string | undefined;
  #busy = false;

  constructor(renderer: Renderer, view: View, actions: RowActions, onTop: () => Promise<void>) {
    this.#renderer = renderer;
    this.#view = view;
    this.#actions = actions;
    this.#onTop = onTop;
    view.scroller.addEventListener('scroll', () => void this.#scrolled(), { passive: true });
  }

  /** Brings the document up to date with the chat; stays at the newest row when it was there. */
  render(chat: Chat): void {
    const follows = this.#chat === undefined || this.#distanceToNewest() < NEAR;
    const groups = groupsOf(chat.turns, this.#renderer.grouping);
    const grown = groups.length - this.#rows;
    const atEnd = this.#end >= this.#rows;
    // Older rows came in above: the window stays on what it showed.
    this.#end += Math.max(
      0,
      groups.findIndex(([turn]) => turn?.id === this.#oldest),
    );
    this.#oldest = groups[0]?.[0]?.id;
    this.#chat = chat;
    this.#rows = groups.length;
    if (atEnd || grown < 0 || this.#end === 0) this.#end = groups.length;
    this.#mount(groups, chat);
    if (follows) this.#toNewest();
  }

  #mount(groups: readonly Turn[][], chat: Chat): void {
    const { mounted, pinned } = this.#renderer;
    const start = Math.max(0, this.#end - mounted);
    const kept = groups
      .map((_, at) => at)
      .filter((at) => (at >= start && at < this.#end) || at >= groups.length - pinned);
    const alive = new Set<string>();
    let previous: Element | null = this.#view.olderStatus?.parentElement ?? null;
    kept.forEach((at, windowIndex) => {
      const turns = groups[at]!;
      const key = turns[0]!.id;
      const row: Row = {
        key,
        turns,
        index: at,
        total: groups.length,
        last: at === groups.length - 1,
        windowIndex,
      };
      alive.add(key);
      const known = this.#elements.get(key) ?? { element: this.#renderer.row(row), signature: '' };
      this.#elements.set(key, known);
      const signature = signatureOf(row, chat);
      if (signature !== known.signature) this.#renderer.fill(known.element, row, chat, this.#actions);
      known.signature = signature;
      const place: Element | null = previous
        ? previous.nextElementSibling
        : this.#view.list.firstElementChild;
      if (place !== known.element) this.#view.list.insertBefore(known.element, place);
      previous = known.element;
    });
    for (const [key, { element }] of this.#elements) {
      if (alive.has(key)) continue;
      element.remove();
      this.#elements.delete(key);
    }
  }

  async #scrolled(): Promise<void> {
    if (this.#busy || !this.#chat) return;
    const step = Math.max(2, Math.floor(this.#renderer.mounted / 2));
    const start = Math.max(0, this.#end - this.#renderer.mounted);
    if (this.#distanceToOldest() < NEAR && start > 0) {
      this.#shift(this.#end - step);
    } else if (this.#distanceToOldest() < NEAR && document.visibilityState === 'visible') {
      // Older turns are only loaded by a tab that can be seen.
      this.#busy = true;
      const before = this.#rows;
      await this.#onTop();
      this.#busy = false;
      const grown = this.#rows - before;
      if (grown > 0) this.#shift(this.#end - step);
    } else if (this.#distanceToNewest() < NEAR && this.#end < this.#rows) {
      this.#shift(this.#end + step);
    }
  }

  /** Moves the window so that it ends at row `end`, without moving what the reader looks at. */
  #shift(end: number): void {
    const chat = this.#chat!;
    const groups = groupsOf(chat.turns, this.#renderer.grouping);
    const to = Math.min(groups.length, Math.max(this.#renderer.mounted, end));
    const staying = groups.slice(Math.max(0, to - this.#renderer.mounted), to).map((turns) => turns[0]!.id);
    const edge = this.#view.scroller.getBoundingClientRect().top;
    const anchor = staying
      .map((key) => this.#elements.get(key)?.element)
      .find((element) => element && element.getBoundingClientRect().bottom > edge);
    const before = anchor?.getBoundingClientRect().top ?? 0;
    this.#end = to;
    this.#mount(groups, chat);
    if (anchor?.isConnected) this.#view.scroller.scrollTop += anchor.getBoundingClientRect().top - before;
  }

  #distanceToNewest(): number {
    const { scrollTop, scrollHeight, clientHeight } = this.#view.scroller;
    return this.#renderer.reversed ? -scrollTop : scrollHeight - clientHeight - scrollTop;
  }

  #distanceToOldest(): number {
    const { scrollTop, scrollHeight, clientHeight } = this.#view.scroller;
    return this.#renderer.reversed ? scrollHeight - clientHeight + scrollTop : scrollTop;
  }

  #toNewest(): void {
    const { scroller } = this.#view;
    scroller.scrollTop = this.#renderer.reversed ? 0 : scroller.scrollHeight;
  }
}
