import type { en } from '../en/welcome.ts';
import type { Translation } from '../message.ts';

export const fr: Translation<typeof en> = {
  'welcome.title': 'Recollect se souvient de vos échanges avec l’IA',
  'welcome.lead':
    'Tout est prêt. Parlez à ChatGPT ou à Claude comme toujours ; ce qui est dit se retrouve en un instant.',
  'welcome.kept': 'Ce qui est conservé, et où',
  'welcome.kept.what':
    'Vos messages et les réponses, avec leur code et leurs tableaux, des sites choisis ci-dessous. Les conversations temporaires ou privées sont laissées de côté.',
  'welcome.kept.where':
    'Tout reste dans ce navigateur, sur cette machine. Recollect n’a pas de serveur et ne peut rien envoyer : le navigateur lui-même l’empêche.',
  'welcome.kept.gone':
    'Vous pouvez tout emporter dans un fichier, et effacer n’importe quelle partie pour qu’elle disparaisse du disque.',
  'welcome.sites': 'Sites',
  'welcome.sites.hint': 'Éteignez-en un et rien n’en est conservé.',
  'welcome.find': 'Retrouver',
  'welcome.find.shortcut':
    'Appuyez sur {keys}, ou sur le bouton Recollect de la barre d’outils, et tapez quelques mots.',
  'welcome.find.noShortcut': 'Appuyez sur le bouton Recollect de la barre d’outils et tapez quelques mots.',
  'welcome.find.first': 'Dites d’abord quelque chose dans une conversation :',
  'welcome.old': 'Apporter ce que vous avez déjà',
  'welcome.old.text': 'Une archive Recollect d’un autre navigateur peut être importée.',
  'welcome.old.action': 'Importer une archive',
  'welcome.open': 'Ouvrir mes souvenirs',
};
