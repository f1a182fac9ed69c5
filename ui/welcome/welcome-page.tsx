import { useSignal, useSignalEffect } from '@preact/signals';
import type { Settings } from '../../core/model/settings.ts';
import type { VaultApi } from '../../core/model/vault-api.ts';
import { Switch } from '../components/switch.tsx';
import { siteName } from '../format.ts';
import { t } from '../i18n/i18n.ts';
import { TrySamples } from './try-samples.tsx';

/** What the welcome page needs of the browser around it. */
export type WelcomePlatform = {
  /** Address of the manager page. */
  readonly manager: string;
  readonly sites: readonly { readonly id: string; readonly url: string }[];
  /** Keys that open the popup; empty when none are set. */
  shortcut(): Promise<string>;
};

type Props = { readonly vault: Promise<VaultApi>; readonly platform: WelcomePlatform };

/** First page after installing: what is kept and where, which sites, how to find things again. */
export const WelcomePage = ({ vault, platform }: Props) => {
  const settings = useSignal<Settings | undefined>(undefined);
  const keys = useSignal('');
  const failure = useSignal('');
  const attempt = (act: (api: VaultApi) => Promise<void>) =>
    vault.then(act).catch((error: unknown) => {
      failure.value = error instanceof Error ? error.message : String(error);
    });
  useSignalEffect(() => {
    void attempt(async (api) => {
      keys.value = await platform.shortcut();
      settings.value = await api.settings();
    });
  });
  const excluded = settings.value?.excludedSites ?? [];
  const change = (excludedSites: string[]) =>
    attempt(async (api) => {
      settings.value = await api.changeSettings({ excludedSites });
    });
  return (
    <main class="page welcome">
      <img src="/icon/mark.svg" alt="" width={56} height={56} />
      <h1>{t('welcome.title')}</h1>
      <p class="lead">{t('welcome.lead')}</p>
      {failure.value !== '' && (
        <p class="notice danger" role="alert">
          {t('vault.failed')} {failure.value}
        </p>
      )}
      <section class="card">
        <h2>{t('welcome.kept')}</h2>
        <p>{t('welcome.kept.what')}</p>
        <p>{t('welcome.kept.where')}</p>
        <p>{t('welcome.kept.gone')}</p>
      </section>
      <div class="cards">
        <section class="card">
          <h2>{t('welcome.sites')}</h2>
          {platform.sites.map(({ id }) => (
            <Switch
              key={id}
              checked={!excluded.includes(id)}
              disabled={settings.value === undefined}
              onChange={(on) => void change(on ? excluded.filter((site) => site !== id) : [...excluded, id])}
            >
              {siteName(id)}
            </Switch>
          ))}
          <p class="hint">{t('welcome.sites.hint')}</p>
        </section>
        <section class="card">
          <h2>{t('welcome.find')}</h2>
          <p>
            {keys.value === ''
              ? t('welcome.find.noShortcut')
              : t('welcome.find.shortcut', { keys: keys.value })}
          </p>
          <p>{t('welcome.find.bar')}</p>
          <p>{t('welcome.find.first')}</p>
          <div class="actions">
            {platform.sites.map(({ id, url }) => (
              <a key={id} class="button" href={url} target="_blank" rel="noreferrer noopener">
                {siteName(id)}
              </a>
            ))}
          </div>
        </section>
      </div>
      <TrySamples vault={vault} />
      <section class="card">
        <h2>{t('welcome.old')}</h2>
        <p>{t('welcome.old.text')}</p>
        <div class="actions">
          <a class="button" href={`${platform.manager}#/transfer`}>
            {t('welcome.old.action')}
          </a>
          <a class="button primary" href={`${platform.manager}#/memories`}>
            {t('welcome.open')}
          </a>
        </div>
      </section>
    </main>
  );
};
