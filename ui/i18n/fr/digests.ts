import type { en } from '../en/digests.ts';
import type { Translation } from '../message.ts';

export const fr: Translation<typeof en> = {
  'digests.intro':
    'Ce qui a été discuté un jour, dans un projet ou une conversation : ses sujets et ses phrases clés, mot pour mot. Rien n’est réécrit.',
  'digests.kind': 'Résumé de',
  'digests.kind.day': 'Un jour',
  'digests.kind.project': 'Un projet',
  'digests.kind.conversation': 'Une conversation',
  'digests.day': 'Jour',
  'digests.before': 'Le jour d’avant',
  'digests.after': 'Le jour d’après',
  'digests.project': 'Projet',
  'digests.conversation': 'Conversation',
  'digests.choose': 'Choisir…',
  'digests.noProjects': 'Aucune de vos conversations n’appartient encore à un projet.',
  'digests.empty': 'Rien n’a été discuté ici',
  'digests.emptyText': 'Un résumé de ce qui s’est dit apparaît ici dès que quelque chose a été enregistré.',
  'digests.emptyAction': 'Aller aux souvenirs',
  'digests.latest': 'Aller au dernier jour',
  'digests.choosePrompt': 'Choisissez ce que vous voulez revoir',
  'digests.choosePromptText': 'Ses sujets, phrases clés et liens apparaissent ici.',
  'digests.coverage': 'Citations de {conversations} conversations sur {ofConversations}',
  'digests.quarantined': {
    one: '{n} souvenir en quarantaine omis',
    other: '{n} souvenirs en quarantaine omis',
  },
  'digests.topics': 'Sujets',
  'digests.topicCount': '{name} ({count})',
  'digests.sentences': 'Phrases clés',
  'digests.noSentences': 'Rien ne ressort.',
  'digests.links': 'Liens mentionnés',
  'digests.copy': 'Copier en Markdown',
  'digests.show': 'Montrer les souvenirs',
};
