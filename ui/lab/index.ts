import { addMessages } from '../i18n/add-messages.ts';
import { en } from '../i18n/en/lab.ts';
import { LabPage } from './lab-page.tsx';
import { WhyFound } from './why-found.tsx';

const messages = addMessages(en, async (language) =>
  language === 'de' ? (await import('../i18n/de/lab.ts')).de : (await import('../i18n/fr/lab.ts')).fr,
);

export const loadLabPage = async () => {
  await messages;
  return LabPage;
};

export const loadWhyFound = async () => {
  await messages;
  return WhyFound;
};
