import { addMessages } from '../i18n/add-messages.ts';
import { en } from '../i18n/en/lab.ts';
import { LabPage } from './lab-page.tsx';
import { WhyThisResult } from './why-this-result.tsx';

const messages = addMessages(en, async (language) =>
  language === 'de' ? (await import('../i18n/de/lab.ts')).de : (await import('../i18n/fr/lab.ts')).fr,
);

export const loadLabPage = async () => {
  await messages;
  return LabPage;
};

export const loadWhyThisResult = async () => {
  await messages;
  return WhyThisResult;
};
