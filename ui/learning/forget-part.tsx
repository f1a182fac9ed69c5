import { useSignal, useSignalEffect } from '@preact/signals';
import type { SignalScope } from '../../core/model/learning-api.ts';
import { DateRange } from '../components/date-range.tsx';
import { agentName } from '../format.ts';
import { fullVault } from '../full-vault.ts';
import { t } from '../i18n/i18n.ts';
import type { AppState } from '../manager/app-state.ts';
import { filterOf } from '../manager/memories/filter-params.ts';

const PARTS = ['days', 'search', 'agent'] as const;
type Part = (typeof PARTS)[number];

type Props = { readonly app: AppState; readonly onChanged: () => Promise<void> };

/** Forgets part of the behaviour: some days, one search, or what was done with one agent's memories. */
export const ForgetPart = ({ app, onChanged }: Props) => {
  const vault = fullVault(app);
  const part = useSignal<Part>('days');
  const typed = useSignal({ from: '', to: '', query: '', agentId: '' });
  const agents = useSignal<readonly string[]>([]);
  useSignalEffect(() => {
    void app.attempt(async () => {
      agents.value = (await app.vault.agents()).map(({ id }) => id);
    });
  });
  const scopeOf = (): SignalScope | undefined => {
    const { query, agentId, ...days } = typed.value;
    if (part.value === 'search') return query.trim() === '' ? undefined : { query };
    if (part.value === 'agent') return agentId === '' ? undefined : { agentId };
    const { from, to } = filterOf(new URLSearchParams(days));
    return from !== undefined && to !== undefined && from < to ? { from, to } : undefined;
  };
  const scope = scopeOf();
  const forget = (event: Event) => {
    event.preventDefault();
    if (!scope) return;
    void app.attempt(async () => {
      const n = await vault.forgetSignals(scope);
      app.say(t('learning.forgotSignals', { n }));
      await onChanged();
    });
  };
  const type = (change: Partial<typeof typed.value>) => {
    typed.value = { ...typed.value, ...change };
  };
  return (
    <form class="form" onSubmit={forget}>
      <label>
        {t('learning.forgetWhat')}
        <select
          class="field"
          value={part.value}
          onChange={(event) => {
            part.value = PARTS.find((one) => one === event.currentTarget.value) ?? 'days';
          }}
        >
          {PARTS.map((one) => (
            <option key={one} value={one}>
              {t(`learning.forgetWhat.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {part.value === 'days' && (
        <DateRange
          from={typed.value.from}
          to={typed.value.to}
          onChange={(end, day) => type({ [end]: day })}
        />
      )}
      {part.value === 'search' && (
        <label>
          {t('learning.forgetQuery')}
          <input
            class="field"
            type="text"
            value={typed.value.query}
            onInput={(event) => type({ query: event.currentTarget.value })}
          />
        </label>
      )}
      {part.value === 'agent' && (
        <label>
          {t('learning.forgetAgent')}
          <select
            class="field"
            value={typed.value.agentId}
            onChange={(event) => type({ agentId: event.currentTarget.value })}
          >
            <option value="">{t('learning.forgetAgentNone')}</option>
            {agents.value.map((id) => (
              <option key={id} value={id}>
                {agentName(id)}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit" class="button" disabled={!scope}>
        {t('learning.forgetPart')}
      </button>
    </form>
  );
};
