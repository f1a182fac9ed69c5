import { addMessages } from '../i18n/add-messages.ts';
import { en } from '../i18n/en/learning.ts';
import { LearningPage } from './learning-page.tsx';

const messages = addMessages(en, async (language) =>
  language === 'de'
    ? (await import('../i18n/de/learning.ts')).de
    : (await import('../i18n/fr/learning.ts')).fr,
);

export const loadLearningPage = async () => {
  await messages;
  return LearningPage;
};
