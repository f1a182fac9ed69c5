import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { TimelineBucket } from '../../core/model/graph-api.ts';
import type { MemoryPage } from '../../core/model/query.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { MemoryLinks } from '../components/memory-links.tsx';
import { SectionTabs } from '../components/section-tabs.tsx';
import { Waiting } from '../components/waiting.tsx';
import { formatNumber } from '../format.ts';
import { language, t } from '../i18n/i18n.ts';
import { localDay } from '../local-input.ts';
import { filterOf } from '../manager/memories/filter-params.ts';
import type { PageProps } from '../manager/pages.ts';
import { hrefOf, replaceParams, route } from '../manager/router.ts';
import { type Brush, brushOf } from './brush.ts';
import { dayBars } from './day-bars.ts';
import { Histogram } from './histogram.tsx';
import './timeline.css';

const SPANS = ['30', '90', '365', 'all'] as const;
type Span = (typeof SPANS)[number];
/** Most bars of a span: a year in weeks; all of the time in as many as can be told apart. */
const BARS: Readonly<Record<Span, number>> = { '30': 30, '90': 90, '365': 53, all: 60 };
const SHOWN = 8;

/** The local midnight after `now`. */
const endOfToday = (now: number): number => new Date(now).setHours(24, 0, 0, 0);

/** The first local midnight of a stretch of time; undefined for all of it. */
const startOfSpan = (span: Span, now: number): number | undefined => {
  if (span === 'all') return undefined;
  const start = new Date(endOfToday(now));
  return start.setDate(start.getDate() - Number(span));
};

const dayOf = (at: number): string =>
  new Date(at).toLocaleDateString(language.value, { day: 'numeric', month: 'short', year: 'numeric' });

const spanOf = (params: URLSearchParams): Span => SPANS.find((span) => span === params.get('span')) ?? '90';

/** When things were discussed, as bars; a part of them is the filter of the memories, kept in the address. */
export const TimelinePage = ({ app }: PageProps) => {
  const buckets = useSignal<readonly TimelineBucket[] | undefined>(undefined);
  const found = useSignal<MemoryPage | undefined>(undefined);
  const span = useComputed(() => (route.value.page === 'timeline' ? spanOf(route.value.params) : undefined));
  const days = useComputed(() => {
    const { page, params } = route.value;
    return page === 'timeline' && params.has('from')
      ? `${params.get('from')} ${params.get('to') ?? ''}`
      : undefined;
  });
  useSignalEffect(() => {
    const wanted = span.value;
    if (wanted === undefined || app.version.value < 0) return;
    void app.attempt(async () => {
      const now = Date.now();
      const from = startOfSpan(wanted, now);
      const { days: counts = [] } = await app.vault.list(from === undefined ? {} : { from }, 0, 1);
      if (span.peek() === wanted) buckets.value = dayBars(counts, from, endOfToday(now), BARS[wanted]);
    });
  });
  useSignalEffect(() => {
    const wanted = days.value;
    if (wanted === undefined || app.version.value < 0) {
      found.value = undefined;
      return;
    }
    void app.attempt(async () => {
      const next = await app.vault.list(filterOf(route.peek().params), 0, SHOWN);
      if (days.peek() === wanted) found.value = next;
    });
  });
  const { params } = route.value;
  const { from, to } = filterOf(params);
  const bars = buckets.value;
  const brush = bars && params.has('from') ? brushOf(bars, from, to) : undefined;
  const choose = ({ first, last }: Brush) => {
    const start = bars?.[first];
    const end = bars?.[last];
    if (!start || !end) return;
    const next = new URLSearchParams(params);
    next.set('from', localDay(start.from));
    next.set('to', localDay(end.to - 1));
    replaceParams(next);
  };
  const setSpan = (next: Span) => replaceParams(new URLSearchParams({ span: next }));
  const total = bars?.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const inMemories = new URLSearchParams(
    ['from', 'to'].flatMap((name) => {
      const value = params.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  return (
    <div class="page">
      <h1>{t('page.timeline')}</h1>
      <SectionTabs section="topics" current="timeline" />
      <p class="hint">{t('timeline.intro')}</p>
      <fieldset class="segments" aria-label={t('timeline.span')}>
        {SPANS.map((name) => (
          <button
            key={name}
            type="button"
            class="chip"
            aria-pressed={span.value === name}
            onClick={() => setSpan(name)}
          >
            {t(`timeline.span.${name}`)}
          </button>
        ))}
      </fieldset>
      {!bars && <Waiting rows={3} />}
      {bars && total === 0 && app.status.value?.memories === 0 && (
        <EmptyState title={t('empty.title')} text={t('empty.text')} />
      )}
      {bars && total === 0 && app.status.value?.memories !== 0 && (
        <EmptyState title={t('timeline.empty')} text={t('timeline.emptyText')}>
          <button type="button" class="button" onClick={() => setSpan('all')}>
            {t('timeline.emptyAction')}
          </button>
        </EmptyState>
      )}
      {bars && total > 0 && (
        <>
          <Histogram buckets={bars} brush={brush} onBrush={choose} dayOf={dayOf} />
          <p class="hint">{t('timeline.keys')}</p>
          <div aria-live="polite">
            {found.value && from !== undefined && to !== undefined && (
              <section class="card" aria-labelledby="selection-title">
                <h2 id="selection-title">
                  {t('timeline.selected', { n: found.value.total, from: dayOf(from), to: dayOf(to - 1) })}
                </h2>
                <div class="actions">
                  <a class="button primary" href={hrefOf('memories', inMemories)}>
                    {t('timeline.show')}
                  </a>
                  <button
                    type="button"
                    class="button"
                    onClick={() => replaceParams(new URLSearchParams({ span: span.value ?? '90' }))}
                  >
                    {t('timeline.clear')}
                  </button>
                </div>
                <MemoryLinks rows={found.value.rows} />
              </section>
            )}
          </div>
          <details class="timeline-table">
            <summary>{t('timeline.table')}</summary>
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">{t('timeline.from')}</th>
                  <th scope="col">{t('timeline.to')}</th>
                  <th scope="col" class="number">
                    {t('timeline.count')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {bars
                  .filter(({ count }) => count > 0)
                  .map((bucket) => (
                    <tr key={bucket.from}>
                      <th scope="row">{dayOf(bucket.from)}</th>
                      <td>{dayOf(bucket.to - 1)}</td>
                      <td class="number">{formatNumber(bucket.count)}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </div>
  );
};
