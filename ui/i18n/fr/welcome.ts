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
  'welcome.sample.1.title': 'Levain dans une cuisine froide',
  'welcome.sample.1':
    'Combien de temps la pâte doit-elle reposer à 17 °C ? Environ neuf heures : regardez la pâte, pas l’horloge.',
  'welcome.sample.2.title': 'Un bac le matin',
  'welcome.sample.2':
    'Le bac pour l’île part à sept heures du quai nord ; les vélos voyagent gratuitement avant huit heures.',
  'welcome.sample.3.title': 'Requête lente',
  'welcome.sample.3':
    'Pourquoi la requête ignore-t-elle l’index ? Le planificateur attend trop de lignes : lancez d’abord ANALYZE.',
  'welcome.sample.4.title': 'Tailler le prunier',
  'welcome.sample.4':
    'Taillez les pruniers en été, après la récolte, pour que le plomb n’entre pas dans les coupes.',
  'welcome.try': 'Essayez maintenant',
  'welcome.try.text': 'Ajoutez quatre notes d’exemple et cherchez-y ici. Une pression les enlève.',
  'welcome.try.add': 'Ajouter les exemples',
  'welcome.try.field': 'Chercher dans les exemples',
  'welcome.try.hint': 'Essayez « bac », « tailler prunier » ou « pâte reposer ».',
  'welcome.try.none': 'Aucun exemple ne correspond.',
  'welcome.try.found': { one: '{n} exemple trouvé', other: '{n} exemples trouvés' },
  'welcome.try.remove': 'Enlever les exemples',
  'welcome.try.removed': 'Les exemples ont quitté votre mémoire, et bientôt le disque.',
  'welcome.find.bar':
    'Dans la barre d’adresse, tapez mem, une espace et quelques mots. Sur toute page, sélectionnez des mots et faites un clic droit pour les retenir ou les chercher.',
  'welcome.old': 'Apporter ce que vous avez déjà',
  'welcome.old.text': 'Une archive Recollect d’un autre navigateur peut être importée.',
  'welcome.old.action': 'Importer une archive',
  'welcome.open': 'Ouvrir mes souvenirs',
};
