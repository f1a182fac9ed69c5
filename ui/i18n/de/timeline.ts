import type { en } from '../en/timeline.ts';
import type { Translation } from '../message.ts';

export const de: Translation<typeof en> = {
  'timeline.intro':
    'Wie viel du besprochen hast, und wann. Wähle einen Teil, um seine Erinnerungen zu sehen.',
  'timeline.empty': 'Nichts in dieser Zeit',
  'timeline.emptyText':
    'Hier erscheinen Balken, einer für jeden Zeitabschnitt, in dem etwas aufgezeichnet wurde.',
  'timeline.emptyAction': 'Die ganze Zeit zeigen',
  'timeline.span': 'Gezeigte Zeit',
  'timeline.span.30': '30 Tage',
  'timeline.span.90': '90 Tage',
  'timeline.span.365': 'Ein Jahr',
  'timeline.span.all': 'Alles',
  'timeline.plot':
    'Erinnerungen im Lauf der Zeit: {n} von {from} bis {to}. Der vollste Abschnitt hat {most}.',
  'timeline.start': 'Anfang der Auswahl',
  'timeline.end': 'Ende der Auswahl',
  'timeline.keys':
    'Ziehe über die Balken, oder bewege die beiden Griffe mit den Pfeiltasten, Bild auf und ab, Pos1 und Ende.',
  'timeline.selected': {
    one: '{n} Erinnerung von {from} bis {to}',
    other: '{n} Erinnerungen von {from} bis {to}',
  },
  'timeline.show': 'In den Erinnerungen zeigen',
  'timeline.clear': 'Auswahl aufheben',
  'timeline.table': 'Dasselbe als Tabelle',
  'timeline.from': 'Von',
  'timeline.to': 'Bis',
  'timeline.count': 'Erinnerungen',
};
