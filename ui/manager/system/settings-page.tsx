import { useSignal, useSignalEffect } from '@preact/signals';
import type { Settings } from '../../../core/model/settings.ts';
import { Switch } from '../../components/switch.tsx';
import { siteName } from '../../format.ts';
import { LANGUAGES, t } from '../../i18n/i18n.ts';
import type { AppState } from '../app-state.ts';
import type { PageProps } from '../pages.ts';

const DELAYS = [10, 60, 600, 3_600, 86_400] as const;

const delayWords = (seconds: number): string => {
  if (seconds >= 3_600) return t('settings.hours', { n: Math.round(seconds / 3_600) });
  return seconds >= 120
    ? t('settings.minutes', { n: Math.round(seconds / 60) })
    : t('settings.seconds', { n: seconds });
};

const Storage = ({ app }: { app: AppState }) => {
  const persisted = useSignal<boolean | undefined>(undefined);
  const install = app.platform.install?.value;
  useSignalEffect(() => {
    void app.attempt(async () => {
      persisted.value = await app.platform.persisted();
    });
  });
  const persist = () =>
    app.attempt(async () => {
      persisted.value = await app.platform.persist();
      if (!persisted.value) app.say(t('settings.refused'));
    });
  return (
    <section class="card">
      <h2>{t('settings.storage')}</h2>
      {persisted.value === true && <p>{t('settings.persisted')}</p>}
      {persisted.value === false && (
        <>
          <p>{t('settings.notPersisted')}</p>
          <button type="button" class="button" onClick={() => void persist()}>
            {t('settings.persist')}
          </button>
        </>
      )}
      {install && (
        <>
          <p>{t('settings.installText')}</p>
          <button type="button" class="button primary" onClick={() => void app.attempt(install)}>
            {t('settings.install')}
          </button>
        </>
      )}
    </section>
  );
};

/** Sites and pause, appearance, erasing, storage. Every change holds at once. */
export const SettingsPage = ({ app }: PageProps) => {
  const settings = app.settings.value;
  if (!settings) return null;
  const change = (part: Partial<Settings>) =>
    void app.attempt(async () => {
      app.settings.value = await app.vault.changeSettings(part);
    });
  const excluded = settings.excludedSites;
  return (
    <div class="page">
      <h1>{t('page.settings')}</h1>
      <div class="cards">
        {app.platform.kind === 'extension' && (
          <section class="card">
            <h2>{t('settings.capture')}</h2>
            <Switch checked={settings.paused} onChange={(paused) => change({ paused })}>
              {t('capture.pause')}
            </Switch>
            <h3>{t('settings.sites')}</h3>
            {app.platform.sites.map((site) => (
              <Switch
                key={site}
                checked={!excluded.includes(site)}
                onChange={(on) =>
                  change({
                    excludedSites: on ? excluded.filter((other) => other !== site) : [...excluded, site],
                  })
                }
              >
                {t('settings.capture.site', { site: siteName(site) })}
              </Switch>
            ))}
            <h3>{t('settings.excluded')}</h3>
            {settings.excludedConversations.length === 0 && <p class="hint">{t('settings.excludedNone')}</p>}
            <ul class="lines">
              {settings.excludedConversations.map((key) => (
                <li key={key}>
                  <bdi>{key}</bdi>
                  <button
                    type="button"
                    class="button small"
                    onClick={() =>
                      change({
                        excludedConversations: settings.excludedConversations.filter(
                          (other) => other !== key,
                        ),
                      })
                    }
                  >
                    {t('settings.include')}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section class="card">
          <h2>{t('settings.appearance')}</h2>
          <label class="stacked">
            {t('settings.theme')}
            <select
              class="field"
              value={settings.theme}
              onChange={(event) => change({ theme: event.currentTarget.value as Settings['theme'] })}
            >
              {(['system', 'light', 'dark'] as const).map((theme) => (
                <option key={theme} value={theme}>
                  {t(`settings.theme.${theme}`)}
                </option>
              ))}
            </select>
          </label>
          <label class="stacked">
            {t('settings.language')}
            <select
              class="field"
              value={settings.language}
              onChange={(event) => change({ language: event.currentTarget.value })}
            >
              <option value="system">{t('settings.language.system')}</option>
              {Object.entries(LANGUAGES).map(([tag, name]) => (
                <option key={tag} value={tag} lang={tag}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </section>
        <section class="card">
          <h2>{t('settings.erasing')}</h2>
          <label class="stacked">
            {t('settings.delay')}
            <select
              class="field"
              value={String(settings.eraseDelaySeconds)}
              onChange={(event) => change({ eraseDelaySeconds: Number(event.currentTarget.value) })}
            >
              {[...new Set([...DELAYS, settings.eraseDelaySeconds])]
                .sort((a, b) => a - b)
                .map((seconds) => (
                  <option key={seconds} value={String(seconds)}>
                    {delayWords(seconds)}
                  </option>
                ))}
            </select>
          </label>
        </section>
        <Storage app={app} />
      </div>
    </div>
  );
};
