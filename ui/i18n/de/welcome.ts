import type { en } from '../en/welcome.ts';
import type { Translation } from '../message.ts';

export const de: Translation<typeof en> = {
  'welcome.title': 'Recollect merkt sich, was du mit KI besprichst',
  'welcome.lead':
    'Alles ist bereit. Sprich wie immer mit ChatGPT oder Claude; was gesagt wird, findest du in einem Augenblick wieder.',
  'welcome.kept': 'Was behalten wird, und wo',
  'welcome.kept.what':
    'Deine Nachrichten und die Antworten, mit Code und Tabellen, von den Seiten, die du unten wählst. Temporäre Chats und Inkognito-Chats bleiben unberührt.',
  'welcome.kept.where':
    'Alles bleibt in diesem Browser auf diesem Gerät. Recollect hat keinen Server und kann nichts senden: Der Browser selbst verhindert es.',
  'welcome.kept.gone':
    'Du kannst alles als Datei mitnehmen und jeden Teil so entfernen, dass er von der Platte verschwindet.',
  'welcome.sites': 'Seiten',
  'welcome.sites.hint': 'Schalte eine aus, und nichts von ihr wird behalten.',
  'welcome.find': 'Wiederfinden',
  'welcome.find.shortcut':
    'Drücke {keys} oder den Recollect-Knopf in der Symbolleiste und tippe ein paar Wörter.',
  'welcome.find.noShortcut': 'Drücke den Recollect-Knopf in der Symbolleiste und tippe ein paar Wörter.',
  'welcome.find.first': 'Sag zuerst etwas in einem Chat:',
  'welcome.sample.1.title': 'Sauerteig in einer kalten Küche',
  'welcome.sample.1':
    'Wie lange soll der Teig bei 17 °C ruhen? Etwa neun Stunden: Achte auf den Teig, nicht auf die Uhr.',
  'welcome.sample.2.title': 'Eine Fähre am Morgen',
  'welcome.sample.2':
    'Die Fähre zur Insel legt um sieben am Nordkai ab; Fahrräder fahren vor acht umsonst mit.',
  'welcome.sample.3.title': 'Langsame Abfrage',
  'welcome.sample.3':
    'Warum nutzt die Abfrage den Index nicht? Der Planer erwartet zu viele Zeilen: Starte zuerst ANALYZE.',
  'welcome.sample.4.title': 'Den Pflaumenbaum schneiden',
  'welcome.sample.4':
    'Schneide Pflaumen im Sommer nach der Ernte, damit kein Bleiglanz in die Schnitte gelangt.',
  'welcome.try': 'Probiere es gleich',
  'welcome.try.text':
    'Füge vier Beispielnotizen hinzu und suche hier darin. Mit einem Druck sind sie wieder weg.',
  'welcome.try.add': 'Beispiele hinzufügen',
  'welcome.try.field': 'In den Beispielen suchen',
  'welcome.try.hint': 'Versuche „Fähre“, „Pflaumen schneiden“ oder „Teig ruhen“.',
  'welcome.try.none': 'Keines der Beispiele passt.',
  'welcome.try.found': { one: '{n} Beispiel gefunden', other: '{n} Beispiele gefunden' },
  'welcome.try.remove': 'Beispiele entfernen',
  'welcome.try.removed': 'Die Beispiele sind aus deinem Gedächtnis verschwunden, gleich auch von der Platte.',
  'welcome.find.bar':
    'Tippe in der Adressleiste mem, ein Leerzeichen und ein paar Wörter. Auf jeder Seite kannst du Wörter auswählen und mit der rechten Maustaste merken oder suchen.',
  'welcome.old': 'Mitbringen, was du schon hast',
  'welcome.old.text': 'Ein Recollect-Archiv aus einem anderen Browser lässt sich importieren.',
  'welcome.old.action': 'Archiv importieren',
  'welcome.open': 'Meine Erinnerungen öffnen',
};
