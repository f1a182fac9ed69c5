import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { formatDay } from '../../format.ts';
import { t } from '../../i18n/i18n.ts';
import type { AppState } from '../app-state.ts';
import { navigate, route } from '../router.ts';
import type { MemoryActs } from './acts.ts';
import type { ListState } from './list-state.ts';
import { memoryHref } from './memory-href.ts';
import { MemoryRow, rowId } from './memory-row.tsx';
import { useFling } from './use-fling.ts';
import { layoutOf } from './virtual-layout.ts';

const ROW_HEIGHT = { wide: 68, narrow: 92 } as const;
const HEADING_HEIGHT = 38;
/** Rows drawn beyond each edge, so that a wheel step never shows a gap. */
const OVERSCAN = 8;
const NARROW = '(max-width: 720px)';

type Props = { readonly list: ListState; readonly acts: MemoryActs; readonly app: AppState };

/** Scroll position by address, so that going back from a memory returns to the same place. */
const scrollByAddress = new Map<string, number>();

/** A list of any length of which only the rows in sight are in the page. Arrow keys move; the row holds the focus. */
export const VirtualList = ({ list, acts, app }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  const range = useSignal<readonly [first: number, last: number]>([0, 30]);
  const active = useSignal(0);
  const anchor = useRef(0);
  /** The row to focus as soon as its words have arrived. */
  const wish = useRef<number | undefined>(undefined);
  const media = useMemo(() => matchMedia(NARROW), []);
  const narrow = useSignal(media.matches);
  const { flying, moved } = useFling();
  /** Rows that were last drawn whole: they stay so when a fling begins. */
  const whole = useRef(range.peek());
  const rowHeight = narrow.value ? ROW_HEIGHT.narrow : ROW_HEIGHT.wide;
  const total = list.total.value;
  const days = list.days.value;
  const layout = useMemo(() => layoutOf(total, days, rowHeight, HEADING_HEIGHT), [total, days, rowHeight]);

  const look = () => {
    const { scrollTop, clientHeight } = box.current ?? { scrollTop: 0, clientHeight: 0 };
    const first = Math.max(0, layout.indexAt(scrollTop) - OVERSCAN);
    const last = Math.min(total - 1, layout.indexAt(scrollTop + clientHeight) + OVERSCAN);
    const [oldFirst, oldLast] = range.peek();
    moved(scrollTop);
    if (first !== oldFirst || last !== oldLast) range.value = [first, last];
    void app.attempt(() => list.want(first, last));
    if (list.loaded.peek()) scrollByAddress.set(route.peek().params.toString(), scrollTop);
  };
  useLayoutEffect(() => {
    if (list.loaded.value && box.current) {
      box.current.scrollTop = scrollByAddress.get(route.peek().params.toString()) ?? 0;
    }
  }, [list.loaded.value]);
  // After the place was found again: looking remembers where the list is.
  useLayoutEffect(look, [layout]);
  useEffect(() => {
    const read = () => {
      narrow.value = media.matches;
    };
    media.addEventListener('change', read);
    addEventListener('resize', look);
    return () => {
      media.removeEventListener('change', read);
      removeEventListener('resize', look);
    };
  }, [layout]);

  const grantWish = () => {
    if (wish.current === undefined) return;
    const row = document.getElementById(rowId(wish.current));
    if (!row) return;
    wish.current = undefined;
    row.focus({ preventScroll: true });
  };
  useLayoutEffect(grantWish);
  const focusRow = (wanted: number) => {
    const index = Math.max(0, Math.min(total - 1, wanted));
    active.value = index;
    const view = box.current;
    if (!view) return;
    const top = layout.topOf(index);
    if (top - HEADING_HEIGHT < view.scrollTop) view.scrollTop = top - HEADING_HEIGHT;
    const bottom = top + rowHeight - view.clientHeight;
    if (bottom > view.scrollTop) view.scrollTop = bottom;
    look();
    wish.current = index;
    requestAnimationFrame(grantWish);
  };
  // A deleted row takes the focus with it when it was the last one: the one before it gets it.
  useLayoutEffect(() => {
    if (active.peek() < total || total === 0) return;
    const lost = document.activeElement === document.body;
    active.value = total - 1;
    if (lost) focusRow(total - 1);
  }, [total]);
  const toggle = useCallback(
    (index: number, extend: boolean) => {
      const row = list.rowAt(index);
      if (extend) list.selectRange(anchor.current, index);
      else if (row) list.toggle(row.seq);
      anchor.current = index;
    },
    [list],
  );
  const setActive = useCallback((index: number) => {
    wish.current = undefined;
    active.value = index;
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement && event.key === ' ') return;
    const index = active.peek();
    const row = list.rowAt(index);
    const page = Math.floor((box.current?.clientHeight ?? 0) / rowHeight);
    const seqs = list.selected.peek().size > 0 ? [...list.selected.peek()] : row ? [row.seq] : [];
    const trashed = row?.state === 'trashed';
    const moves: Record<string, number> = {
      ArrowDown: index + 1,
      j: index + 1,
      ArrowUp: index - 1,
      k: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: total - 1,
    };
    const target = moves[event.key];
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') void app.attempt(() => list.selectAll());
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (target !== undefined) {
      if (event.shiftKey) list.selectRange(index, Math.max(0, Math.min(total - 1, target)));
      focusRow(target);
    } else if (event.key === 'Enter' && row) navigate(memoryHref(row.seq, list.hits.value !== undefined));
    else if (event.key === ' ' || event.key === 'x') toggle(index, event.shiftKey);
    else if (event.key === 'Escape') list.clearSelection();
    else if (event.key === 'p' && row) void acts.pin(seqs, !row.pinned);
    else if (event.key === 'Delete') void (trashed ? acts.erase(seqs) : acts.trash(seqs));
    else return;
    event.preventDefault();
  };

  const [first, last] = range.value;
  if (!flying.value) whole.current = range.value;
  const [wholeFirst, wholeLast] = whole.current;
  const indexes = Array.from(
    { length: Math.max(0, Math.min(last, total - 1) - first + 1) },
    (_, i) => first + i,
  );
  // The row that holds the focus stays in the page even when it is scrolled out of sight.
  // In order: a row that is moved in the page loses the focus, and getting it back would scroll to it.
  if (active.value < total && active.value < first) indexes.unshift(active.value);
  else if (active.value < total && active.value > last) indexes.push(active.value);
  const hits = list.hits.value;
  const selected = list.selected.value;
  const shown = list.arrivals.value >= 0;
  const top = layout.topOf(first) - HEADING_HEIGHT;
  const bottom = layout.topOf(last) + rowHeight;
  const headings = layout.headings.filter((day, index) => {
    const end = layout.headings[index + 1]?.top ?? layout.height;
    return day.top <= bottom && end >= top;
  });
  return (
    <div class="virtual" ref={box} onScroll={look}>
      <div class="virtual-body" style={{ blockSize: `${layout.height}px` }}>
        {headings.map((day, index) => {
          const end = layout.headings[layout.headings.indexOf(day) + 1]?.top ?? layout.height;
          return (
            <div
              key={day.day}
              class="day"
              role="presentation"
              style={{ insetBlockStart: `${day.top}px`, blockSize: `${end - day.top}px`, zIndex: index + 1 }}
            >
              <h2>
                {formatDay(day.day)} <span>{t('memories.total', { n: day.count })}</span>
              </h2>
            </div>
          );
        })}
        {/* biome-ignore lint/a11y/useSemanticElements: rows are placed by hand, a table cannot be */}
        <div
          class="virtual-rows"
          role="grid"
          aria-label={t('page.memories')}
          aria-rowcount={total}
          aria-multiselectable="true"
          onKeyDown={onKeyDown}
        >
          {shown &&
            indexes.map((index) => (
              <MemoryRow
                key={index}
                index={index}
                row={list.rowAt(index)}
                hit={hits?.[index]}
                top={layout.topOf(index)}
                height={rowHeight}
                selected={selected.has(list.rowAt(index)?.seq ?? -1)}
                active={index === active.value}
                brief={index !== active.value && (index < wholeFirst || index > wholeLast)}
                onToggle={toggle}
                onFocus={setActive}
              />
            ))}
        </div>
      </div>
    </div>
  );
};
