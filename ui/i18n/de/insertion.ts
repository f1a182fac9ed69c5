import type { en } from '../en/insertion.ts';
import type { Translation } from '../message.ts';

export const de: Translation<typeof en> = {
  'insertion.title': 'Für einen Chat kopieren',
  'insertion.intro':
    'Dieser Block kommt in die Zwischenablage. Er ist als Nachschlagenotiz gerahmt, damit der Chat nichts davon für eine Anweisung hält.',
  'insertion.items': 'Erinnerungen darin',
  'insertion.why.as-said': 'Es geht hinaus, weil du es bestätigt hast.',
  'insertion.why.quoted': 'Es geht als Notiz mit Quelle hinaus, nicht als Anweisung.',
  'insertion.why.needs-confirmation':
    'Es liest sich wie eine Anweisung an einen Assistenten und bleibt hier, wenn du es nicht bestätigst.',
  'insertion.why.refused': 'Es ist in Quarantäne, oder du hast seinem Verfasser die Erlaubnis entzogen.',
  'insertion.verdict.as-said': 'Kommt als von dir bestätigt hinein',
  'insertion.verdict.quoted': 'Kommt als Zitat hinein',
  'insertion.verdict.needs-confirmation': 'Bleibt draußen, bis du es bestätigst',
  'insertion.verdict.refused': 'Bleibt draußen',
  'insertion.confirm': 'Ich habe es gelesen und will es dabei haben',
  'insertion.trust': 'Vertrauen {share}',
  'insertion.block': 'Was kopiert wird',
  'insertion.nothing': 'Es würde nichts kopiert. Bestätige eine Erinnerung oder wähle andere.',
  'insertion.copy': 'Block kopieren',
  'insertion.copied': 'Kopiert. Füge es in den Chat ein.',
  'insertion.failed': 'Der Block konnte nicht erstellt werden. Nichts wurde kopiert.',
};
