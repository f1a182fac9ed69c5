import type { Settings } from '../core/model/settings.ts';
import { directionOf, language, resolveLanguage, switchLanguage } from './i18n/i18n.ts';

/** Names under which `public/before-paint.js` finds the appearance before any script of ours has run. */
const THEME_KEY = 'recollect.theme';
const LANGUAGE_KEY = 'recollect.language';

/** Applies theme and language to the page and remembers both for the first paint of the next page. */
export const applyAppearance = async ({ theme, language: tag }: Pick<Settings, 'theme' | 'language'>) => {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  localStorage.setItem(THEME_KEY, theme);
  localStorage.setItem(LANGUAGE_KEY, tag);
  await switchLanguage(resolveLanguage(tag, navigator.languages));
  root.lang = language.value;
  root.dir = directionOf(language.value);
};

/** The appearance remembered from before, so that strings need not wait for the vault. */
export const rememberedAppearance = (): Pick<Settings, 'theme' | 'language'> => {
  const theme = localStorage.getItem(THEME_KEY);
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    language: localStorage.getItem(LANGUAGE_KEY) ?? 'system',
  };
};
