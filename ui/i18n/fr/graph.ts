import type { en } from '../en/graph.ts';
import type { Translation } from '../message.ts';

export const fr: Translation<typeof en> = {
  'graph.label': 'Graphe de vos souvenirs',
  'graph.keys':
    'Les flèches vont d’un souvenir à l’autre, Entrée l’ouvre, L montre ses alentours, plus et moins zooment, 0 montre tout.',
  'graph.colour': 'Couleur',
  'graph.colour.topic': 'Sujet',
  'graph.colour.agent': 'Agent',
  'graph.colour.age': 'Âge',
  'graph.colour.trust': 'Origine',
  'graph.older': 'plus ancien',
  'graph.newer': 'plus récent',
  'graph.others': 'autres',
  'graph.picture': 'Image',
  'graph.table': 'Tableau',
  'graph.view': 'Vue',
  'graph.depth': 'Pas',
  'graph.whole': 'Montrer tout le graphe',
  'graph.around': 'Les alentours d’un souvenir',
  'graph.ofTopic': 'Seulement le sujet {name}',
  'graph.zoomIn': 'Agrandir',
  'graph.zoomOut': 'Réduire',
  'graph.fit': 'Tout montrer',
  'graph.export': 'Enregistrer en',
  'graph.drawn': '{nodes} points, {edges} liens',
  'graph.edgesCapped': 'les {edges} plus forts sont dessinés',
  'graph.nothing': 'Rien à dessiner',
  'graph.nothingText':
    'Les souvenirs qui partagent des termes apparaissent ici, reliés par des lignes. Ceux-ci n’ont pas encore de liens.',
  'graph.noWebgl':
    'Ce navigateur ne peut pas dessiner l’image (WebGL est coupé). Le tableau montre la même chose.',
  'graph.selected': '{label} : {topic}, {n} liens',
  'graph.folded': {
    one: '{n} souvenir replié dans son sujet',
    other: '{n} souvenirs repliés dans leur sujet',
  },
  'graph.local': 'Ses alentours',
  'graph.openTopic': 'Ouvrir le sujet',
  'graph.column.label': 'Souvenir ou sujet',
  'graph.column.topic': 'Sujet',
  'graph.column.links': 'Relié à',
  'graph.column.said': 'Dit',
  'graph.shared': 'partage {terms}',
  'graph.more': 'Montrer plus de lignes',
};
