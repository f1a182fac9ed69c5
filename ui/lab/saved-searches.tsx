import { useRef } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import type { AppState } from '../manager/app-state.ts';
import { hrefOf } from '../manager/router.ts';
import { withoutSaved, withSaved } from '../query/saved.ts';

type Props = { readonly app: AppState; readonly query: string };

/** Searches that were given a name, kept with the settings. */
export const SavedSearches = ({ app, query }: Props) => {
  const field = useRef<HTMLInputElement>(null);
  const saved = app.settings.value?.savedSearches ?? [];
  const change = (savedSearches: typeof saved, words: string) =>
    app.attempt(async () => {
      app.settings.value = await app.vault.changeSettings({ savedSearches });
      const takeBack = async () => {
        app.settings.value = await app.vault.changeSettings({ savedSearches: saved });
      };
      app.say(words, { takeBack });
    });
  const save = (event: Event) => {
    event.preventDefault();
    const name = field.current?.value.trim() ?? '';
    if (name === '' || !field.current) return;
    field.current.value = '';
    void change(withSaved(saved, { name, query: query.trim() }), t('lab.savedDone', { name }));
  };
  return (
    <section class="card" aria-labelledby="saved-title">
      <h2 id="saved-title">{t('lab.saved')}</h2>
      {saved.length === 0 ? (
        <p class="hint">{t('lab.savedNone')}</p>
      ) : (
        <ul class="lines">
          {saved.map(({ name, query: words }) => (
            <li key={name}>
              <span>
                <a href={hrefOf('lab', new URLSearchParams({ q: words }))}>
                  <bdi>{name}</bdi>
                </a>{' '}
                <bdi class="hint">{words}</bdi>
              </span>
              <span class="actions">
                <a
                  class="button small"
                  href={hrefOf('memories', new URLSearchParams({ q: words }))}
                  aria-label={t('lab.openSavedOf', { name })}
                >
                  {t('lab.openSaved')}
                </a>
                <button
                  type="button"
                  class="button small quiet"
                  aria-label={t('lab.removeOf', { name })}
                  onClick={() => void change(withoutSaved(saved, name), t('lab.savedGone', { name }))}
                >
                  {t('lab.remove')}
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {query.trim() !== '' && (
        <form class="inline-form" onSubmit={save} aria-label={t('lab.save')}>
          <input
            ref={field}
            class="field"
            type="text"
            maxLength={100}
            aria-label={t('lab.name')}
            placeholder={t('lab.name')}
          />
          <button type="submit" class="button">
            {t('lab.save')}
          </button>
        </form>
      )}
    </section>
  );
};
