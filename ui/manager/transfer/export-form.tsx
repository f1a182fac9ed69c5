import { useSignal, useSignalEffect } from '@preact/signals';
import type { Progress } from '../../../core/model/progress.ts';
import type { Facets, MemoryFilter } from '../../../core/model/query.ts';
import type { ExportRequest } from '../../../core/model/vault-api.ts';
import { DateRange } from '../../components/date-range.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { siteName } from '../../format.ts';
import { sayFailure, t } from '../../i18n/i18n.ts';
import type { AppState } from '../app-state.ts';
import { filterOf } from '../memories/filter-params.ts';
import { canChoosePlace, exportToChosenFile, exportToDownload } from './download.ts';
import { exportSelection } from './selection.ts';

type What = 'everything' | 'selection' | 'site' | 'range';

/** Takes memories out: all, a selection, a site or some days, as an archive or as Markdown. */
export const ExportForm = ({ app }: { app: AppState }) => {
  const chosen = exportSelection.value;
  const what = useSignal<What>(chosen.length > 0 ? 'selection' : 'everything');
  const format = useSignal<ExportRequest['format']>('jsonl');
  const site = useSignal('');
  const from = useSignal('');
  const to = useSignal('');
  const facets = useSignal<Facets | undefined>(undefined);
  const running = useSignal(false);
  const progress = useSignal<Progress | undefined>(undefined);
  useSignalEffect(() => {
    if (app.version.value < 0) return;
    void app.attempt(async () => {
      facets.value = await app.vault.facets({});
      site.value ||= facets.value.sites[0]?.value ?? '';
    });
  });

  const filter = (): MemoryFilter | undefined => {
    if (what.value === 'selection') return { seqs: chosen };
    if (what.value === 'site') return { sites: [site.value] };
    if (what.value === 'range') return filterOf(new URLSearchParams({ from: from.value, to: to.value }));
    return undefined;
  };
  const start = (save: typeof exportToDownload | typeof exportToChosenFile) =>
    app.attempt(async () => {
      const narrowed = filter();
      const request: ExportRequest = { format: format.value, ...(narrowed ? { filter: narrowed } : {}) };
      running.value = true;
      progress.value = undefined;
      try {
        const onProgress = (next: Progress) => {
          progress.value = next;
        };
        const result = await save({ vault: app.vault, request, onProgress });
        if (result?.ok) app.say(t('export.done', { n: result.value.memories }));
        else if (result?.error.code === 'export/cancelled') app.say(t('cancelled'));
        else if (result) app.say(sayFailure(result.error), { kind: 'failed', details: result.error.code });
      } finally {
        running.value = false;
      }
    });
  const total = app.status.value?.memories ?? 0;
  const choices: readonly (readonly [What, string])[] = [
    ['everything', t('export.everything', { n: total })],
    ...(chosen.length > 0 ? [['selection', t('export.selection', { n: chosen.length })] as const] : []),
    ['site', t('export.site')],
    ['range', t('export.range')],
  ];
  return (
    <section class="card" aria-labelledby="export-title">
      <h2 id="export-title">{t('export.title')}</h2>
      <p class="hint">{t('export.intro')}</p>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void start(exportToDownload);
        }}
      >
        <fieldset>
          <legend>{t('export.what')}</legend>
          {choices.map(([value, words]) => (
            <label key={value} class="choice">
              <input
                type="radio"
                name="what"
                checked={what.value === value}
                onChange={() => {
                  what.value = value;
                }}
              />
              {words}
            </label>
          ))}
          {what.value === 'site' && (
            <select
              class="field"
              aria-label={t('export.site')}
              value={site.value}
              onChange={(event) => {
                site.value = event.currentTarget.value;
              }}
            >
              {facets.value?.sites.map(({ value }) => (
                <option key={value} value={value}>
                  {siteName(value)}
                </option>
              ))}
            </select>
          )}
          {what.value === 'range' && (
            <DateRange
              from={from.value}
              to={to.value}
              onChange={(end, day) => {
                (end === 'from' ? from : to).value = day;
              }}
            />
          )}
        </fieldset>
        <fieldset>
          <legend>{t('export.format')}</legend>
          {(['jsonl', 'markdown'] as const).map((value) => (
            <label key={value} class="choice">
              <input
                type="radio"
                name="format"
                checked={format.value === value}
                onChange={() => {
                  format.value = value;
                }}
              />
              {t(`export.${value}`)}
            </label>
          ))}
        </fieldset>
        {running.value ? (
          <ProgressBar
            label={t('export.running')}
            progress={progress.value}
            onCancel={() => void app.attempt(() => app.vault.cancel('export'))}
          />
        ) : (
          <div class="actions">
            <button type="submit" class="button primary">
              {t('export.start')}
            </button>
            {canChoosePlace() && (
              <button type="button" class="button" onClick={() => void start(exportToChosenFile)}>
                {t('export.saveAs')}
              </button>
            )}
          </div>
        )}
      </form>
    </section>
  );
};
