import { type Language, language, registerMessages, switchLanguage } from './i18n.ts';
import type { Catalog } from './message.ts';

/**
 * Makes the strings of a page that is loaded later known, in the language of the moment too.
 * @returns resolves when the page can be shown in that language
 */
export const addMessages = (
  catalog: Catalog,
  load: (language: Exclude<Language, 'en'>) => Promise<Catalog>,
): Promise<void> => {
  registerMessages(catalog, load);
  return switchLanguage(language.peek());
};
