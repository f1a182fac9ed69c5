import { useSignal, useSignalEffect } from '@preact/signals';
import { EVENT_KINDS, type EventDay } from '../../core/model/events-api.ts';
import { ScrollX } from '../components/scroll-x.tsx';
import { formatDay, formatNumber } from '../format.ts';
import { fullVault } from '../full-vault.ts';
import { t } from '../i18n/i18n.ts';
import type { AppState } from '../manager/app-state.ts';
import { tableOfDays } from './table-of-days.ts';

/** How often each kind of event happened, day by day. */
export const EventDays = ({ app }: { app: AppState }) => {
  const days = useSignal<readonly EventDay[]>([]);
  useSignalEffect(() => {
    if (app.version.value < 0) return;
    void app.attempt(async () => {
      days.value = await fullVault(app).eventDays();
    });
  });
  if (days.value.length === 0) return null;
  const rows = tableOfDays(days.value);
  const kinds = EVENT_KINDS.filter((kind) => days.value.some((day) => day.kind === kind && day.count > 0));
  return (
    <section class="card" aria-labelledby="days-title">
      <h2 id="days-title">{t('events.days')}</h2>
      <p class="hint">{t('events.daysText')}</p>
      <ScrollX label={t('events.daysTable')}>
        <table class="table event-days">
          <thead>
            <tr>
              <th scope="col">{t('events.day')}</th>
              {kinds.map((kind) => (
                <th key={kind} scope="col" class="number">
                  {t(`events.name.${kind}`)}
                </th>
              ))}
              <th scope="col" class="number">
                {t('events.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ day, countByKind, total }) => (
              <tr key={day}>
                <th scope="row">{formatDay(day)}</th>
                {kinds.map((kind) => (
                  <td key={kind} class="number">
                    {countByKind.has(kind) ? formatNumber(countByKind.get(kind) ?? 0) : '–'}
                  </td>
                ))}
                <td class="number">{formatNumber(total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  );
};
