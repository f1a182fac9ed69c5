import { addMessages } from '../i18n/add-messages.ts';
import { en } from '../i18n/en/events.ts';
import { EventsPage } from './events-page.tsx';

const messages = addMessages(en, async (language) =>
  language === 'de' ? (await import('../i18n/de/events.ts')).de : (await import('../i18n/fr/events.ts')).fr,
);

export const loadEventsPage = async () => {
  await messages;
  return EventsPage;
};
