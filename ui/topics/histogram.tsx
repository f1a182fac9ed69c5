import { useRef } from 'preact/hooks';
import type { TimelineBucket } from '../../core/model/graph-api.ts';
import { t } from '../i18n/i18n.ts';
import { type Brush, brushAfterKey } from './brush.ts';

const HEIGHT = 100;

type Props = {
  readonly buckets: readonly TimelineBucket[];
  readonly brush: Brush | undefined;
  readonly onBrush: (brush: Brush) => void;
  /** A moment in words, as fine as the bars. */
  readonly dayOf: (at: number) => string;
};

/** Bars over time with a selection that is dragged, or moved by its two handles. */
export const Histogram = ({ buckets, brush, onBrush, dayOf }: Props) => {
  const plot = useRef<HTMLDivElement>(null);
  const anchor = useRef<number | undefined>(undefined);
  const count = buckets.length;
  const most = Math.max(1, ...buckets.map((bucket) => bucket.count));
  const total = buckets.reduce((sum, bucket) => sum + bucket.count, 0);
  const shown = brush ?? { first: 0, last: count - 1 };
  const barAt = ({ clientX }: PointerEvent): number => {
    const { left = 0, right = 1, width = 1 } = plot.current?.getBoundingClientRect() ?? {};
    const rightToLeft = plot.current ? getComputedStyle(plot.current).direction === 'rtl' : false;
    const share = (rightToLeft ? right - clientX : clientX - left) / width;
    return Math.max(0, Math.min(count - 1, Math.floor(share * count)));
  };
  const drag = (event: PointerEvent) => {
    if (anchor.current === undefined) return;
    const at = barAt(event);
    onBrush({ first: Math.min(at, anchor.current), last: Math.max(at, anchor.current) });
  };
  const onKey = (handle: keyof Brush) => (event: KeyboardEvent) => {
    const next = brushAfterKey(shown, handle, event.key, count);
    if (!next) return;
    event.preventDefault();
    onBrush(next);
  };
  const handleAt = (handle: keyof Brush) => {
    const index = shown[handle];
    const edge = handle === 'first' ? index : index + 1;
    const bucket = buckets[index];
    return (
      <div
        key={handle}
        class={`brush-handle ${handle}`}
        role="slider"
        tabIndex={0}
        aria-label={t(handle === 'first' ? 'timeline.start' : 'timeline.end')}
        aria-valuemin={0}
        aria-valuemax={count - 1}
        aria-valuenow={index}
        aria-valuetext={bucket && dayOf(handle === 'first' ? bucket.from : bucket.to - 1)}
        style={{ insetInlineStart: `${(edge / count) * 100}%` }}
        onKeyDown={onKey(handle)}
        onPointerDown={(event) => {
          anchor.current = handle === 'first' ? shown.last : shown.first;
          plot.current?.setPointerCapture(event.pointerId);
          event.stopPropagation();
        }}
      />
    );
  };
  const words = t('timeline.plot', {
    n: total,
    from: dayOf(buckets[0]?.from ?? 0),
    to: dayOf((buckets.at(-1)?.to ?? 1) - 1),
    most,
  });
  return (
    <div class="histogram">
      <div
        ref={plot}
        class="plot"
        onPointerDown={(event) => {
          anchor.current = barAt(event);
          plot.current?.setPointerCapture(event.pointerId);
          drag(event);
        }}
        onPointerMove={drag}
        onPointerUp={() => {
          anchor.current = undefined;
        }}
        onPointerCancel={() => {
          anchor.current = undefined;
        }}
      >
        <svg viewBox={`0 0 ${count} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={words}>
          {buckets.map((bucket, index) => {
            const height = (bucket.count / most) * HEIGHT;
            const chosen = brush !== undefined && index >= brush.first && index <= brush.last;
            return (
              <rect
                key={bucket.from}
                class={chosen ? 'chosen' : ''}
                x={index + 0.08}
                y={HEIGHT - height}
                width={0.84}
                height={height}
              />
            );
          })}
        </svg>
        {handleAt('first')}
        {handleAt('last')}
      </div>
      <div class="histogram-axis" aria-hidden="true">
        <span>{dayOf(buckets[0]?.from ?? 0)}</span>
        <span>{dayOf((buckets.at(-1)?.to ?? 1) - 1)}</span>
      </div>
    </div>
  );
};
