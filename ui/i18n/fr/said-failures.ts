import type { Catalog } from '../message.ts';

/** Expected failures by their codes; why a file is refused by its English words. */
export const failures: Catalog = {
  'import/refused': '{where} : {why}. Rien n’a été importé.',
  'store/newer-schema':
    'Ces souvenirs ont été écrits par un Recollect plus récent. Rien n’a été touché : mettez Recollect à jour.',
  'store/cannot-open':
    'Les souvenirs de cet appareil n’ont pas pu être ouverts. Rien n’a été changé : redémarrez le navigateur et réessayez.',
  'undo/too-late':
    'Le délai pour annuler est passé. Les souvenirs supprimés restent 30 jours dans la corbeille.',
  'note/empty': 'La note est vide : écrivez quelque chose à garder.',
  'insert/too-many': 'Autant de souvenirs ne peuvent pas être copiés à la fois.',
  'graph/no-analyst': 'Les sujets se font tant que Recollect est ouvert : ouvrez-le et réessayez.',
  'graph/busy': 'Les sujets sont déjà en cours.',
  'graph/cancelled': 'La recherche des sujets a été annulée. Ceux qui existaient restent.',
  'learning/not-offered': 'Un motif peut être oublié, mais pas encore corrigé ou figé. Rien n’a été changé.',
  'export/words-missing': 'Les mots d’un souvenir manquent. Rien n’a été changé ; voyez la page État.',
  'store/delete-blocked':
    'D’anciens fichiers sont encore utilisés. Fermez les autres fenêtres de Recollect et réessayez.',
  'erase/copy-differs':
    'La copie ne correspondait pas à l’original. Rien n’a été supprimé ; un nouvel essai aura lieu.',
  'refused/The archive': 'L’archive',
  'refused/the file inside is larger than any export holds':
    'le fichier contenu est plus grand que dans tout export',
  'refused/it is damaged or is not a zip file': 'elle est abîmée ou n’est pas un fichier zip',
  'refused/its end is missing; the file is truncated': 'la fin manque ; le fichier est coupé',
  'refused/it is not a zip file that Recollect exported': 'ce n’est pas un fichier zip exporté par Recollect',
  'refused/it holds a file that no export of Recollect has':
    'elle contient un fichier qu’aucun export de Recollect ne contient',
  'refused/it is in the archive twice': 'il est deux fois dans l’archive',
  'refused/it holds too many files': 'elle contient trop de fichiers',
  'refused/the archive ends in the middle of it': 'l’archive s’arrête au milieu',
  'refused/it is an archive of another program': 'c’est une archive d’un autre programme',
  'refused/a memory is in the export twice': 'un souvenir est deux fois dans l’export',
  "refused/a memory's id does not belong to its conversation":
    'l’identifiant d’un souvenir n’est pas de sa conversation',
  "refused/a conversation's key does not match its site and id":
    'la clé d’une conversation ne correspond pas à son site et à son identifiant',
  'refused/it is missing; the file is truncated or not an export of Recollect':
    'il manque ; le fichier est coupé ou n’est pas un export de Recollect',
  'refused/the conversation of a memory is missing': 'la conversation d’un souvenir manque',
  'refused/a file named in its manifest is missing': 'un fichier nommé dans son inventaire manque',
  'refused/its checksum does not match the manifest': 'sa somme de contrôle ne correspond pas à l’inventaire',
  'refused/it holds a file that its manifest does not name':
    'elle contient un fichier que son inventaire ne nomme pas',
  'refused/it is not UTF-8 text': 'ce n’est pas du texte UTF-8',
  'refused/it is not JSON': 'ce n’est pas du JSON',
  'refused/the line is cut off': 'la ligne est coupée',
  'import/busy': 'Un autre import est en cours : attendez-le ou annulez-le.',
  'export/busy': 'Un autre export est en cours : attendez-le ou annulez-le.',
  'import/cancelled': 'L’import a été annulé. Vos souvenirs sont comme avant.',
  'export/cancelled': 'L’export a été annulé. Vos souvenirs sont comme avant.',
  'import/disk-full': 'Il n’y a pas assez de place sur le disque pour cet import. Rien n’a été changé.',
  'export/disk-full': 'Il n’y a pas assez de place sur le disque pour cet export. Rien n’a été changé.',
  'store/migration-failed':
    'Les souvenirs n’ont pas pu être mis à la forme de cette version ({error}). Rien n’a été changé : faites de la place sur le disque, redémarrez le navigateur ou mettez Recollect à jour.',
  'store/migration-differs':
    'Les souvenirs n’ont pas pu être mis à la forme de cette version sans différence. Rien n’a été changé.',
  'refused/{file}': '{file}',
  'refused/{file}, line {line}': '{file}, ligne {line}',
  'refused/conversations': 'conversations',
  'refused/memories': 'souvenirs',
  'refused/agents': 'agents',
  'refused/it unpacks to more than any export holds':
    'elle se décompresse en plus que tout export ne contient',
  'refused/it was written by a newer Recollect (format {version}); update and try again':
    'elle a été écrite par un Recollect plus récent (format {version}) ; mettez-le à jour et réessayez',
  'refused/its count of {kind} does not match the files': 'le nombre ({kind}) ne correspond pas aux fichiers',
  'refused/field "{field}" should be {expected}': 'le champ « {field} » devrait être {expected}',
  'refused/field "{field}" has no place there': 'le champ « {field} » n’a rien à faire là',
  'learning/no-pattern': 'Ce motif n’existe plus. Rien n’a été changé.',
  'graph/none':
    'Il n’y a pas encore de carte des sujets. Faites-la une fois ; vos souvenirs ne sont pas touchés.',
  'erase/disk-full':
    'Il n’y a pas assez de place sur le disque pour réécrire les fichiers sans ce qui a été effacé. Cela reste caché : faites de la place et réessayez.',
};
