import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { EVENT_KINDS, type EventFilter } from '../../core/model/events-api.ts';
import type { AgentTrust } from '../../core/model/trust-api.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { SectionTabs } from '../components/section-tabs.tsx';
import { Waiting } from '../components/waiting.tsx';
import { fullVault } from '../full-vault.ts';
import { t } from '../i18n/i18n.ts';
import { withParam } from '../manager/memories/filter-params.ts';
import type { PageProps } from '../manager/pages.ts';
import { replaceParams, route } from '../manager/router.ts';
import { quarantinedOf } from '../trust/trust-words.ts';
import { EventDays } from './event-days.tsx';
import { agentOfKey, EventLine } from './event-line.tsx';
import { EventLog } from './event-log.ts';
import './events.css';

const filterOfAddress = (params: URLSearchParams): EventFilter => {
  const kind = EVENT_KINDS.find((known) => known === params.get('kind'));
  const agentKey = params.get('agent');
  return { ...(kind ? { kinds: [kind] } : {}), ...(agentKey ? { agentKey } : {}) };
};

/** What happens in the memory, live, as sentences; filtered and replayed by the address. */
export const EventsPage = ({ app }: PageProps) => {
  const vault = fullVault(app);
  const log = useMemo(() => new EventLog(vault), [app]);
  const agents = useSignal<readonly AgentTrust[]>([]);
  const after = useRef<HTMLInputElement>(null);
  const address = useComputed(() =>
    route.value.page === 'events' ? route.value.params.toString() : undefined,
  );
  useSignalEffect(() => {
    if (address.value === undefined) return;
    const params = new URLSearchParams(address.value);
    const from = params.get('after');
    void app.attempt(() => log.follow(filterOfAddress(params), from === null ? undefined : Number(from)));
  });
  useSignalEffect(() => {
    if (app.version.value < 0) return;
    void app.attempt(async () => {
      agents.value = await vault.agentsTrust();
    });
  });
  useEffect(() => () => log.close(), [log]);
  const { params } = route.value;
  const set = (name: string, value: string) => replaceParams(withParam(route.value.params, name, value));
  const replay = (event: Event) => {
    event.preventDefault();
    set('after', after.current?.value ?? '');
  };
  const filtered = params.size > 0;
  const events = log.shown.value;
  const choice = (name: 'kind' | 'agent', options: readonly (readonly [value: string, words: string])[]) => (
    <label>
      {t(`events.${name}`)}
      <select
        class="field"
        value={params.get(name) ?? ''}
        onChange={(event) => set(name, event.currentTarget.value)}
      >
        <option value="">{t('events.any')}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div class="page">
      <h1>{t('page.events')}</h1>
      <SectionTabs section="agents" current="events" counts={{ quarantine: quarantinedOf(agents.value) }} />
      <p class="hint">{t('events.intro')}</p>
      <div class="event-tools">
        <button
          type="button"
          class="button"
          aria-pressed={log.paused.value}
          onClick={() => log.setPaused(!log.paused.value)}
        >
          {t(log.paused.value ? 'events.resume' : 'events.pause')}
        </button>
        <span class={log.paused.value ? 'event-state' : 'event-state live'} role="status">
          {log.paused.value ? t('events.paused', { n: log.waitingCount.value }) : t('events.live')}
        </span>
        {choice(
          'kind',
          EVENT_KINDS.map((kind) => [kind, t(`events.name.${kind}`)]),
        )}
        {choice(
          'agent',
          agents.value.map(({ key }) => [key, agentOfKey(key)]),
        )}
        <form onSubmit={replay}>
          <label>
            {t('events.replay')}
            <input
              ref={after}
              class="field"
              type="number"
              min={0}
              step={1}
              defaultValue={params.get('after') ?? ''}
            />
          </label>
          <button type="submit" class="button">
            {t('events.replayGo')}
          </button>
          {params.has('after') && (
            <button type="button" class="button quiet" onClick={() => set('after', '')}>
              {t('events.latest')}
            </button>
          )}
        </form>
      </div>
      {!log.loaded.value && <Waiting rows={4} />}
      {log.loaded.value &&
        events.length === 0 &&
        (filtered ? (
          <EmptyState title={t('events.emptyFiltered')} text={t('events.emptyFilteredText')}>
            <button type="button" class="button" onClick={() => replaceParams(new URLSearchParams())}>
              {t('events.clear')}
            </button>
          </EmptyState>
        ) : (
          <EmptyState title={t('events.empty')} text={t('events.emptyText')}>
            <a class="button" href="#/memories">
              {t('events.emptyAction')}
            </a>
          </EmptyState>
        ))}
      {events.length > 0 && (
        <ol class="events" aria-label={t('page.events')}>
          {events.map((event) => (
            <EventLine key={event.sequence} event={event} />
          ))}
        </ol>
      )}
      <EventDays app={app} />
    </div>
  );
};
