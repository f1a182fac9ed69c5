import type { en } from '../en/insertion.ts';
import type { Translation } from '../message.ts';

export const fr: Translation<typeof en> = {
  'insertion.title': 'Copier pour un chat',
  'insertion.intro':
    'Ce bloc va dans le presse-papiers. Il est encadré comme notes de référence, afin que le chat n’en prenne rien pour une instruction.',
  'insertion.items': 'Souvenirs qu’il contient',
  'insertion.why.as-said': 'Cela part parce que vous l’avez confirmé.',
  'insertion.why.quoted': 'Cela part comme note avec sa source, pas comme instruction.',
  'insertion.why.needs-confirmation':
    'Cela se lit comme une instruction à un assistant et reste ici si vous ne le confirmez pas.',
  'insertion.why.refused': 'C’est en quarantaine, ou vous avez révoqué qui l’a écrit.',
  'insertion.verdict.as-said': 'Entre comme confirmé par vous',
  'insertion.verdict.quoted': 'Entre comme citation',
  'insertion.verdict.needs-confirmation': 'Reste dehors jusqu’à votre confirmation',
  'insertion.verdict.refused': 'Reste dehors',
  'insertion.confirm': 'Je l’ai lu et je le veux dedans',
  'insertion.trust': 'Confiance {share}',
  'insertion.block': 'Ce qui sera copié',
  'insertion.nothing': 'Rien ne serait copié. Confirmez un souvenir ou choisissez-en d’autres.',
  'insertion.copy': 'Copier le bloc',
  'insertion.copied': 'Copié. Collez-le dans le chat.',
  'insertion.failed': 'Le bloc n’a pas pu être créé. Rien n’a été copié.',
};
