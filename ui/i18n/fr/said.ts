import type { Catalog } from '../message.ts';
import { failures } from './said-failures.ts';
import { learned } from './said-learned.ts';
import { rules } from './said-rules.ts';

/** What the vault says, by the codes of its sentences; English is its own. */
export const fr: Catalog = {
  ...failures,
  ...rules,
  ...learned,
  'reason/revoked': 'Vous l’avez révoqué : rien de ce qu’il écrit n’est utilisé.',
  'reason/paused': 'Vous l’avez mis en pause : ce qu’il écrit n’est pas conservé.',
  'reason/allowed': 'Vous avez dit que tout ce qui vient de lui est bienvenu.',
  'reason/alarmed': 'Il semble hostile : ce qu’il écrit attend en quarantaine jusqu’à ce que vous décidiez.',
  'reason/flagged': { one: '{found} ({n} fois).', other: '{found} ({n} fois).' },
  'reason/hinted': {
    one: 'Ressemble un peu à un ordre donné à un assistant ({n} fois).',
    other: 'Ressemble un peu à un ordre donné à un assistant ({n} fois).',
  },
  'reason/contradicts': 'Dit autre chose que vous dans le souvenir {seq}.',
  'reason/pasted': 'Vous l’avez collé dans la conversation : ses mots comptent comme ceux d’un autre.',
  'reason/pasted-part':
    'Une partie a été collée dans la conversation : tous les mots ne comptent pas comme les vôtres.',
  'reason/unread': 'Rien de lui n’a encore été lu.',
  'reason/clean': {
    one: 'Son seul message n’a donné aucune raison de douter.',
    other: 'Aucun de ses {n} messages n’a donné de raison de douter.',
  },
  'reason/dismissed': {
    one: 'Vous avez dit une fois qu’un avertissement était faux.',
    other: 'Vous avez dit {n} fois qu’un avertissement était faux.',
  },
  'reason/unused': 'Vous n’avez encore rien utilisé de lui : il n’a pas encore gagné de confiance.',
  'reason/kept': 'Ce que vous avez utilisé de lui a le plus souvent été gardé.',
  'reason/wrong': 'Ce que vous avez utilisé de lui a le plus souvent été marqué faux ou modifié.',
  'found/no-words': 'Aucun des mots cherchés ne s’y trouve.',
  'found/words': 'Il contient {words}.',
  'found/order': 'Des mots cherchés s’y suivent.',
  'found/neighbours': 'Les messages avant et après en parlent aussi.',
  'found/session': 'La conversation autour en parle.',
  'found/title': 'Le titre de la conversation contient des mots cherchés.',
  'found/speaker': 'C’est dit par la personne demandée.',
  'found/speaker/against': 'C’est dit par quelqu’un d’autre que la personne demandée.',
  'found/answer': 'Cela se lit comme une réponse à la question.',
  'found/answer/against': 'Cela ne fait que demander.',
  'found/time': 'C’est dit au moment nommé.',
  'found/length': 'C’est court et précis.',
  'found/length/against': 'C’est long et dit aussi autre chose.',
  'found/trust': 'Sa source mérite moins de confiance que vos propres mots.',
  'health/journal-not-written': 'La copie de sûreté des souvenirs n’a pas pu être écrite ({error}).',
  'health/journal-not-written/action':
    'Les souvenirs eux-mêmes sont gardés. La copie est réécrite au prochain changement.',
  'health/disk-full': 'Le disque est plein : rien de nouveau n’est conservé.',
  'health/disk-full/action':
    'La capture est en pause et réessaie d’elle-même. Tout ce qui est gardé peut être lu et cherché.',
  'health/unknown-markup': 'Ce site a changé : rien n’est capturé de la page.',
  'health/unknown-markup/action':
    'Rien de cette page n’est capturé tant que Recollect ne connaît pas sa nouvelle forme. Le rapport ci-dessous ne contient que la structure.',
  'health/wire-changed':
    'Les données du site ont une nouvelle forme. Les messages sont lus sur la page même.',
  'health/wire-changed/action': 'La capture continue.',
  'health/message-too-large': 'Un message est trop grand pour être transmis et n’a pas été capturé.',
  'health/message-too-large/action': 'Les autres messages de la conversation sont gardés.',
  'health/capture-malformed': 'Une capture avait une forme inconnue et n’a pas été conservée.',
  'health/capture-malformed/action':
    'La page a été laissée tranquille. Rechargez-la ; si cela revient, mettez Recollect à jour.',
  'health/erase-unfinished': 'Un effacement n’a pas pu être terminé ({error}).',
  'health/erase-unfinished/action':
    'Ce qui est effacé reste caché ; un nouvel essai a lieu à l’ouverture de Recollect, ou depuis la page Vie privée.',
  'health/receipt-owed': 'Un reçu n’a pas encore pu être écrit ({error}).',
  'health/receipt-owed/action':
    'L’opération elle-même est terminée. Il sera écrit à la prochaine ouverture de Recollect.',
  'health/old-files': 'D’anciens fichiers n’ont pas encore pu être supprimés ({error}).',
  'health/old-files/action': 'Ils ne servent plus et seront supprimés à la prochaine ouverture de Recollect.',
  'health/event-not-told': 'Une page n’a pas pu être informée d’un événement ({error}).',
  'health/event-not-told/action': 'Les souvenirs eux-mêmes ne sont pas touchés.',
  'health/event-not-noted': 'Un événement n’a pas pu être noté ({error}).',
  'health/event-not-noted/action': 'Les souvenirs eux-mêmes ne sont pas touchés.',
  'health/topics-not-joined': 'De nouveaux souvenirs n’ont pas pu être rangés par sujet ({error}).',
  'health/topics-not-joined/action': 'La recherche les trouve ; refaire les sujets les y met.',
  'health/index-damaged': 'Une partie de l’index de recherche était abîmée ({damaged} parties sur {all}).',
  'health/index-damaged/action': 'Elle a été refaite à partir des souvenirs.',
  'health/index-not-saved': 'L’index de recherche n’a pas pu être enregistré ({error}).',
  'health/index-not-saved/action':
    'La recherche fonctionne ; l’index est complété à partir des souvenirs au prochain démarrage.',
  'health/trees-not-trained': 'Le second type d’ordre n’a pas pu être appris ({error}).',
  'health/trees-not-trained/action':
    'Les résultats viennent dans l’ordre du premier type ; un nouvel essai suit le prochain signal.',
  'health/learned-unreadable': 'Ce qui a été appris n’a pas pu être lu ({error}).',
  'health/learned-unreadable/action': 'L’apprentissage repart de zéro ; les souvenirs ne sont pas touchés.',
  'health/trust-unreadable': 'Ce qu’on savait des agents n’a pas pu être lu ({error}).',
  'health/trust-unreadable/action':
    'La confiance repart du début ; les étiquettes et la quarantaine restent telles quelles.',
  'health/import-unchecked':
    'Les souvenirs importés n’ont pas tous été vérifiés pour des ordres cachés ({error}).',
  'health/import-unchecked/action': 'Ils sont relus avant que l’un d’eux ne parte vers une conversation.',
  'health/tidying-unfinished': 'Le rangement quotidien n’est pas terminé ({error}).',
  'health/tidying-unfinished/action': 'Rien n’est perdu ; nouvel essai demain et au démarrage du navigateur.',
  'health/language-not-loaded': 'La langue choisie n’a pas pu être chargée.',
  'health/language-not-loaded/action': 'La fenêtre s’affiche en anglais.',
  'health/page-failed': 'Une page n’a pas pu faire ce qui était demandé ({error}).',
  'health/page-failed/action': 'Rien n’a été changé. Réessayez, ou rechargez la page.',
  'health/analyst-not-started': 'La partie qui fait les sujets n’a pas démarré ({error}).',
  'health/analyst-not-started/action': 'Tout le reste fonctionne. Rechargez la page pour réessayer.',
  'health/receipts-damaged': 'Les reçus des effacements et des exports passés étaient abîmés.',
  'health/receipts-damaged/action': 'Ils recommencent à zéro. Les souvenirs ne sont pas touchés.',
  'health/migrated': '{memories} souvenirs ont été mis à la forme de cette version.',
  'health/migrated/action':
    'Ils ont été copiés et comparés avant que l’ancienne forme soit retirée. Rien ne manque.',
  'health/rejournaled': 'La copie de sécurité des souvenirs était abîmée.',
  'health/rejournaled/action': 'Elle a été récrite à partir des souvenirs, qui sont entiers.',
  'health/restored': 'Des fichiers étaient abîmés : {restored} souvenirs ont dû être restaurés.',
  'health/restored/action':
    'Ils ont été restaurés depuis la copie de sécurité. D’après leur propre compte, rien ne manque.',
  'health/restored-in-part': 'Des fichiers étaient abîmés : {restored} souvenirs ont dû être restaurés.',
  'health/restored-in-part/action':
    'Ils ont été restaurés depuis la copie de sécurité. {lost} n’ont pas pu l’être.',
  'found/close': 'Il contient des mots écrits à peu près comme {close}.',
  'found/words-close': 'Il contient {words} et des mots écrits à peu près comme {close}.',
  'query/knows': '{name}: connaît {values} ; cherché comme mots.',
  'query/no-date':
    '« {value} » n’est pas une date : écrivez 2024, 2024-03 ou 2024-03-15 ; cherché comme mots.',
  'query/like': 'like: attend le numéro d’un souvenir ; cherché comme mots.',
  'query/no-value': '{name}: attend une valeur ; cherché comme mots.',
  'query/empty-quotes': 'Des guillemets vides ne trouvent rien et sont laissés de côté.',
  'query/open-quote': 'Le guillemet fermant manque ; cherché comme mots.',
  'query/not-operator': 'Les filtres ne peuvent pas être exclus ; leurs mots le sont à la place.',
  'query/no-operator': 'Il n’y a pas de filtre « {name}: » ; cherché comme mots.',
  'query/no-day': 'Le calendrier n’a pas de {label} ; cherché comme mots.',
  'query/too-long': 'Seuls les {most} premiers caractères sont cherchés.',
  'health/topics-not-made': 'Les sujets n’ont pas pu être formés ({error}).',
  'health/topics-not-made/action': 'Vos souvenirs ne sont pas touchés. Refaites les sujets depuis leur page.',
  'query/not-together': 'Ces mots ne sont nulle part côte à côte ; cherchés un à un.',
};
