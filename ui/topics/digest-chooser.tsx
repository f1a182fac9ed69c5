import type { Conversation } from '../../core/model/memory.ts';
import type { FacetCount } from '../../core/model/query.ts';
import { formatAge, siteName } from '../format.ts';
import { t } from '../i18n/i18n.ts';
import { localDay } from '../local-input.ts';
import { withParam } from '../manager/memories/filter-params.ts';
import { replaceParams, route } from '../manager/router.ts';
import { DIGEST_KINDS, dayFrom } from './digest-scope.ts';

type Props = { readonly projects: readonly FacetCount[]; readonly conversations: readonly Conversation[] };

const DayChooser = ({ day }: { day: string }) => {
  const go = (next: string) => replaceParams(withParam(route.value.params, 'day', next));
  const step = (days: number, sign: string, words: string, disabled = false) => (
    <button
      type="button"
      class="button"
      aria-label={words}
      title={words}
      disabled={disabled}
      onClick={() => go(dayFrom(day, days))}
    >
      {sign}
    </button>
  );
  return (
    <div class="digest-day">
      {step(-1, '‹', t('digests.before'))}
      <label>
        <span class="visually-hidden">{t('digests.day')}</span>
        <input
          class="field"
          type="date"
          value={day}
          max={localDay(Date.now())}
          onChange={(event) => go(event.currentTarget.value)}
        />
      </label>
      {step(1, '›', t('digests.after'), day >= localDay(Date.now()))}
    </div>
  );
};

/** Chooses the day, the project or the conversation a digest is about. */
export const DigestChooser = ({ projects, conversations }: Props) => {
  const { params } = route.value;
  const kind = DIGEST_KINDS.find((name) => name === params.get('kind')) ?? 'day';
  const select = (
    name: 'project' | 'conversation',
    options: readonly (readonly [value: string, words: string])[],
  ) => (
    <label class="stacked">
      {t(`digests.${name}`)}
      <select
        class="field"
        value={params.get(name) ?? ''}
        onChange={(event) => replaceParams(withParam(route.value.params, name, event.currentTarget.value))}
      >
        <option value="">{t('digests.choose')}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div class="digest-chooser">
      <fieldset class="segments" aria-label={t('digests.kind')}>
        {DIGEST_KINDS.map((name) => (
          <button
            key={name}
            type="button"
            class="chip"
            aria-pressed={name === kind}
            onClick={() => replaceParams(new URLSearchParams({ kind: name }))}
          >
            {t(`digests.kind.${name}`)}
          </button>
        ))}
      </fieldset>
      {kind === 'day' && <DayChooser day={params.get('day') ?? localDay(Date.now())} />}
      {kind === 'project' &&
        (projects.length === 0 ? (
          <p class="hint">{t('digests.noProjects')}</p>
        ) : (
          select(
            'project',
            projects.map(({ value, label }) => [value, label]),
          )
        ))}
      {kind === 'conversation' &&
        select(
          'conversation',
          conversations.map(({ key, title, site, lastAt }) => [
            key,
            `${title || key} · ${siteName(site)} · ${formatAge(lastAt)}`,
          ]),
        )}
    </div>
  );
};
