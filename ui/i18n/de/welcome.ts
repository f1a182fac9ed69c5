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
  'welcome.old': 'Mitbringen, was du schon hast',
  'welcome.old.text': 'Ein Recollect-Archiv aus einem anderen Browser lässt sich importieren.',
  'welcome.old.action': 'Archiv importieren',
  'welcome.open': 'Meine Erinnerungen öffnen',
};
