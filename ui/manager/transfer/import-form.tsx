import { useSignal, useSignalEffect } from '@preact/signals';
import type { Progress } from '../../../core/model/progress.ts';
import type { ImportReport } from '../../../core/model/vault-api.ts';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { formatNumber } from '../../format.ts';
import { sayFailure, t } from '../../i18n/i18n.ts';
import { Icon } from '../../icons.tsx';
import type { AppState } from '../app-state.ts';

const Report = ({ report }: { report: ImportReport }) => {
  const lines = [
    [t('import.added'), report.added],
    [t('import.merged'), report.merged],
    [t('import.unchanged'), report.unchanged],
    [t('import.conversations'), report.conversations],
    [t('import.refused'), report.refusedErased],
  ] as const;
  return (
    <div class="notice calm" role="status">
      <dl class="facts grow" aria-label={t('import.report')}>
        {lines.map(([words, n]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>{formatNumber(n)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
};

/** Brings an archive in: by drop, by choice, or opened with the web app. All of it or nothing. */
export const ImportForm = ({ app }: { app: AppState }) => {
  const file = useSignal<File | undefined>(undefined);
  const ownFile = useSignal(false);
  const bringBackErased = useSignal(false);
  const progress = useSignal<Progress | undefined>(undefined);
  const running = useSignal(false);
  const over = useSignal(false);
  const report = useSignal<ImportReport | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const take = (next: File | undefined) => {
    if (!next) return;
    file.value = next;
    report.value = undefined;
    problem.value = undefined;
  };
  useSignalEffect(() => take(app.platform.openedFile?.value));
  const start = () =>
    app.attempt(async () => {
      if (!file.value) return;
      running.value = true;
      progress.value = undefined;
      problem.value = undefined;
      try {
        const options = { ownFile: ownFile.value, bringBackErased: bringBackErased.value };
        const result = await app.vault.importFrom(file.value, options, (next) => {
          progress.value = next;
        });
        if (result.ok) {
          report.value = result.value;
          file.value = undefined;
        } else if (result.error.code === 'import/cancelled') app.say(t('cancelled'));
        else problem.value = sayFailure(result.error);
      } finally {
        running.value = false;
      }
    });
  return (
    <section class="card" aria-labelledby="import-title">
      <h2 id="import-title">{t('import.title')}</h2>
      <p class="hint">{t('import.intro')}</p>
      {file.value ? (
        <div class="form">
          <fieldset disabled={running.value}>
            <legend class="visually-hidden">{t('import.title')}</legend>
            <label class="choice">
              <input
                type="checkbox"
                checked={ownFile.value}
                onChange={(event) => {
                  ownFile.value = event.currentTarget.checked;
                }}
              />
              {t('import.own')}
            </label>
            <label class="choice">
              <input
                type="checkbox"
                checked={bringBackErased.value}
                onChange={(event) => {
                  bringBackErased.value = event.currentTarget.checked;
                }}
              />
              {t('import.erased')}
            </label>
          </fieldset>
          {running.value ? (
            <ProgressBar
              label={t('import.running')}
              progress={progress.value}
              onCancel={() => void app.attempt(() => app.vault.cancel('import'))}
            />
          ) : (
            <div class="actions">
              <button type="button" class="button primary" onClick={() => void start()}>
                {t('import.start', { name: file.value.name })}
              </button>
              <button
                type="button"
                class="button"
                onClick={() => {
                  file.value = undefined;
                }}
              >
                {t('import.other')}
              </button>
            </div>
          )}
        </div>
      ) : (
        <label
          class={over.value ? 'drop over' : 'drop'}
          onDragOver={(event) => {
            event.preventDefault();
            over.value = true;
          }}
          onDragLeave={() => {
            over.value = false;
          }}
          onDrop={(event) => {
            event.preventDefault();
            over.value = false;
            take(event.dataTransfer?.files[0]);
          }}
        >
          <Icon name="upload" size={26} />
          <span>{t('import.drop')}</span>
          <span class="button">{t('import.choose')}</span>
          <input
            type="file"
            class="visually-hidden"
            accept=".zip,application/zip"
            onChange={(event) => take(event.currentTarget.files?.[0])}
          />
        </label>
      )}
      {problem.value !== undefined && (
        <div class="notice danger" role="alert">
          {t('import.failed')} {problem.value}
        </div>
      )}
      {report.value && <Report report={report.value} />}
    </section>
  );
};
