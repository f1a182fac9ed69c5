import { addMessages } from '../i18n/add-messages.ts';
import { en } from '../i18n/en/trust.ts';
import { AgentsPage } from './agents-page.tsx';
import { QuarantinePage } from './quarantine-page.tsx';
import { TrustReasons } from './trust-reasons.tsx';

const messages = addMessages(en, async (language) =>
  language === 'de' ? (await import('../i18n/de/trust.ts')).de : (await import('../i18n/fr/trust.ts')).fr,
);

export const loadAgentsPage = async () => {
  await messages;
  return AgentsPage;
};

export const loadQuarantinePage = async () => {
  await messages;
  return QuarantinePage;
};

export const loadTrustReasons = async () => {
  await messages;
  return TrustReasons;
};
