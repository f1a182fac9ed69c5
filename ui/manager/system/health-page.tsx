import { useSignal, useSignalEffect } from '@preact/signals';
import type { HealthEntry } from '../../../core/model/vault-api.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatMoment, formatNumber, siteName } from '../../format.ts';
import { say, t } from '../../i18n/i18n.ts';
import type { PageProps } from '../pages.ts';

const AREAS = [
  'capture',
  'events',
  'graph',
  'learning',
  'manager',
  'popup',
  'privacy',
  'search',
  'store',
  'trust',
] as const;

/** `capture/chatgpt` as people know it; an area without a name is shown as it is. */
const areaName = (area: string): string => {
  const [part = '', place] = area.split('/');
  const known = AREAS.find((name) => name === part);
  if (!known) return area;
  const name = t(`health.area.${known}`);
  return known === 'capture' && place ? `${name} · ${siteName(place)}` : name;
};

const Entry = ({ entry, onCopy }: { entry: HealthEntry; onCopy: (report: string) => void }) => {
  const { at, area, severity, code, values, message, action, report } = entry;
  return (
    <li class={`health-entry ${severity}`}>
      <p class="byline">
        <strong>{t(`health.${severity}`)}</strong> <span>{areaName(area)}</span>{' '}
        <time>{formatMoment(at)}</time>
      </p>
      <p>{say({ code: code && `health/${code}`, values, text: message })}</p>
      <p class="hint">{say({ code: code && `health/${code}/action`, values, text: action })}</p>
      {report !== undefined && (
        <details>
          <summary>{t('health.report')}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reached by keyboard */}
          <pre class="prose plain" tabIndex={0}>
            {report}
          </pre>
          <button type="button" class="button small" onClick={() => onCopy(report)}>
            {t('health.copyReport')}
          </button>
        </details>
      )}
    </li>
  );
};

/** What failed, when, and what was done about it. */
export const HealthPage = ({ app }: PageProps) => {
  const entries = useSignal<readonly HealthEntry[] | undefined>(undefined);
  const status = app.status.value;
  const read = () =>
    app.attempt(async () => {
      entries.value = await app.vault.health();
    });
  useSignalEffect(() => {
    if (app.version.value >= 0) void read();
  });
  const clear = () =>
    app.attempt(async () => {
      const undo = await app.vault.clearHealth();
      app.say(t('health.cleared'), { undo });
      await read();
    });
  const copy = (report: string) =>
    void app.attempt(async () => {
      await navigator.clipboard.writeText(report);
      app.say(t('copied'));
    });
  return (
    <div class="page">
      <h1>{t('page.health')}</h1>
      {status && (
        <dl class="figures">
          <div>
            <dt>{t('health.state')}</dt>
            <dd>{t(`health.${status.state}`)}</dd>
          </div>
          <div>
            <dt>{t('health.memories')}</dt>
            <dd>{formatNumber(status.memories)}</dd>
          </div>
          <div>
            <dt>{t('health.conversations')}</dt>
            <dd>{formatNumber(status.conversations)}</dd>
          </div>
          <div>
            <dt>{t('health.storage')}</dt>
            <dd>{t(`health.${status.storage}`)}</dd>
          </div>
        </dl>
      )}
      <p class="hint">{t('health.intro')}</p>
      {entries.value?.length === 0 && <EmptyState title={t('health.empty')} text={t('health.emptyText')} />}
      {(entries.value?.length ?? 0) > 0 && (
        <>
          <ul class="health-list">
            {entries.value?.map((entry) => (
              <Entry key={entry.id} entry={entry} onCopy={copy} />
            ))}
          </ul>
          <button type="button" class="button" onClick={() => void clear()}>
            {t('health.clear')}
          </button>
        </>
      )}
    </div>
  );
};
