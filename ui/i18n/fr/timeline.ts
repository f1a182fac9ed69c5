import type { en } from '../en/timeline.ts';
import type { Translation } from '../message.ts';

export const fr: Translation<typeof en> = {
  'timeline.intro': 'Combien vous avez discuté, et quand. Choisissez une partie pour en voir les souvenirs.',
  'timeline.empty': 'Rien à montrer dans cette période',
  'timeline.emptyText':
    'Des barres apparaissent ici, une pour chaque période pendant laquelle quelque chose a été enregistré.',
  'timeline.emptyAction': 'Montrer toute la période',
  'timeline.span': 'Période montrée',
  'timeline.span.30': '30 jours',
  'timeline.span.90': '90 jours',
  'timeline.span.365': 'Un an',
  'timeline.span.all': 'Tout',
  'timeline.plot':
    'Souvenirs au fil du temps : {n} du {from} au {to}. La période la plus chargée en a {most}.',
  'timeline.start': 'Début de la sélection',
  'timeline.end': 'Fin de la sélection',
  'timeline.keys':
    'Glissez sur les barres, ou déplacez les deux poignées avec les flèches, Page préc. et suiv., Début et Fin.',
  'timeline.selected': {
    one: '{n} souvenir du {from} au {to}',
    other: '{n} souvenirs du {from} au {to}',
  },
  'timeline.show': 'Les montrer dans les souvenirs',
  'timeline.clear': 'Effacer la sélection',
  'timeline.table': 'La même chose en tableau',
  'timeline.from': 'De',
  'timeline.to': 'À',
  'timeline.count': 'Souvenirs',
};
