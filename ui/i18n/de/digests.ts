import type { en } from '../en/digests.ts';
import type { Translation } from '../message.ts';

export const de: Translation<typeof en> = {
  'digests.intro':
    'Was an einem Tag, in einem Projekt oder einer Unterhaltung besprochen wurde: die Themen und die wichtigsten Sätze, Wort für Wort. Nichts wird umgeschrieben.',
  'digests.kind': 'Rückblick auf',
  'digests.kind.day': 'Einen Tag',
  'digests.kind.project': 'Ein Projekt',
  'digests.kind.conversation': 'Eine Unterhaltung',
  'digests.day': 'Tag',
  'digests.before': 'Der Tag davor',
  'digests.after': 'Der Tag danach',
  'digests.project': 'Projekt',
  'digests.conversation': 'Unterhaltung',
  'digests.choose': 'Wählen…',
  'digests.noProjects': 'Noch gehört keine deiner Unterhaltungen zu einem Projekt.',
  'digests.empty': 'Hier wurde nichts besprochen',
  'digests.emptyText': 'Ein Rückblick auf das Gesagte erscheint hier, sobald etwas aufgezeichnet wurde.',
  'digests.emptyAction': 'Zu den Erinnerungen',
  'digests.latest': 'Zum letzten Tag',
  'digests.choosePrompt': 'Wähle, worauf du zurückblicken willst',
  'digests.choosePromptText': 'Themen, wichtigste Sätze und Links erscheinen hier.',
  'digests.coverage': 'Zitate aus {conversations} von {ofConversations} Gesprächen',
  'digests.quarantined': {
    one: '{n} Erinnerung in Quarantäne ausgelassen',
    other: '{n} Erinnerungen in Quarantäne ausgelassen',
  },
  'digests.topics': 'Themen',
  'digests.topicCount': '{name} ({count})',
  'digests.sentences': 'Wichtigste Sätze',
  'digests.noSentences': 'Nichts sticht hervor.',
  'digests.links': 'Erwähnte Links',
  'digests.copy': 'Als Markdown kopieren',
  'digests.show': 'Die Erinnerungen zeigen',
};
