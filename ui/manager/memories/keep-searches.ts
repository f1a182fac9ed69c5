import { t } from '../../i18n/i18n.ts';
import type { Saved } from '../../query/saved.ts';
import type { AppState } from '../app-state.ts';

/** Keeps these searches in the place of those kept before, and offers the way back. */
export const keepSearches = (app: AppState, savedSearches: Saved): Promise<void> =>
  app.attempt(async () => {
    const before = app.settings.value?.savedSearches ?? [];
    app.settings.value = await app.vault.changeSettings({ savedSearches });
    const takeBack = async () => {
      app.settings.value = await app.vault.changeSettings({ savedSearches: before });
    };
    app.say(t(savedSearches.length < before.length ? 'memories.searchGone' : 'memories.searchKept'), {
      takeBack,
    });
  });
