import type { Catalog } from '../message.ts';
import { failures } from './said-failures.ts';
import { learned } from './said-learned.ts';
import { rules } from './said-rules.ts';

/** What the vault says, by the codes of its sentences; English is its own. */
export const de: Catalog = {
  ...failures,
  ...rules,
  ...learned,
  'reason/revoked': 'Du hast ihm die Erlaubnis entzogen: Nichts von ihm wird verwendet.',
  'reason/paused': 'Du hast ihn angehalten: Was er schreibt, wird nicht aufbewahrt.',
  'reason/allowed': 'Du hast gesagt, dass alles von ihm willkommen ist.',
  'reason/alarmed': 'Er wirkt feindlich: Was er schreibt, wartet in Quarantäne, bis du entscheidest.',
  'reason/flagged': { one: '{found} (einmal).', other: '{found} ({n}-mal).' },
  'reason/hinted': {
    one: 'Liest sich ein wenig wie ein Befehl an einen Assistenten (einmal).',
    other: 'Liest sich ein wenig wie ein Befehl an einen Assistenten ({n}-mal).',
  },
  'reason/contradicts': 'Sagt etwas anderes als du in Erinnerung {seq}.',
  'reason/pasted': 'Du hast es in den Chat eingefügt, also gelten die Wörter als fremd.',
  'reason/pasted-part':
    'Ein Teil davon wurde in den Chat eingefügt, also gelten nicht alle Wörter als deine.',
  'reason/unread': 'Von ihm wurde noch nichts gelesen.',
  'reason/clean': {
    one: 'Seine einzige Nachricht gab keinen Grund zum Zweifel.',
    other: 'Keine seiner {n} Nachrichten gab Grund zum Zweifel.',
  },
  'reason/dismissed': {
    one: 'Du hast einmal gesagt, dass eine Warnung falsch war.',
    other: 'Du hast {n}-mal gesagt, dass eine Warnung falsch war.',
  },
  'reason/unused': 'Du hast noch nichts von ihm verwendet, also hat er noch kein Vertrauen erworben.',
  'reason/kept': 'Was du von ihm verwendet hast, blieb meist stehen.',
  'reason/wrong': 'Was du von ihm verwendet hast, wurde meist als falsch markiert oder geändert.',
  'found/no-words': 'Keines der gesuchten Wörter steht darin.',
  'found/words': 'Es enthält {words}.',
  'found/order': 'Gesuchte Wörter stehen nebeneinander.',
  'found/neighbours': 'Auch die Nachrichten davor und danach handeln davon.',
  'found/session': 'Das Gespräch ringsum handelt davon.',
  'found/title': 'Im Titel des Gesprächs stehen gesuchte Wörter.',
  'found/speaker': 'Gesagt hat es der, nach dem gefragt ist.',
  'found/speaker/against': 'Gesagt hat es jemand anderes, als gefragt ist.',
  'found/answer': 'Es liest sich wie eine Antwort auf die Frage.',
  'found/answer/against': 'Es fragt nur.',
  'found/time': 'Es wurde zu der genannten Zeit gesagt.',
  'found/length': 'Es ist kurz und trifft die Sache.',
  'found/length/against': 'Es ist lang und sagt noch anderes.',
  'found/trust': 'Seiner Quelle ist weniger zu trauen als deinen eigenen Worten.',
  'health/journal-not-written':
    'Die Sicherheitskopie der Erinnerungen konnte nicht geschrieben werden ({error}).',
  'health/journal-not-written/action':
    'Die Erinnerungen selbst sind erhalten. Die Kopie wird mit der nächsten Änderung neu geschrieben.',
  'health/disk-full': 'Die Festplatte ist voll: Neues wird nicht aufbewahrt.',
  'health/disk-full/action':
    'Die Erfassung pausiert und versucht es von selbst wieder. Alles Bisherige lässt sich lesen und durchsuchen.',
  'health/unknown-markup': 'Diese Seite hat sich geändert: Von ihr wird nichts erfasst.',
  'health/unknown-markup/action':
    'Von dieser Seite wird nichts erfasst, bis Recollect ihre neue Form kennt. Der Bericht unten enthält nur den Aufbau.',
  'health/wire-changed':
    'Die eigenen Daten der Seite haben eine neue Form. Gelesen wird, was die Seite zeigt.',
  'health/wire-changed/action': 'Die Erfassung läuft weiter.',
  'health/message-too-large':
    'Eine Nachricht ist größer, als weitergegeben werden kann, und wurde nicht erfasst.',
  'health/message-too-large/action': 'Die anderen Nachrichten des Gesprächs sind aufbewahrt.',
  'health/capture-malformed': 'Eine Erfassung hatte eine unbekannte Form und wurde nicht gespeichert.',
  'health/capture-malformed/action':
    'Die Seite wurde in Ruhe gelassen. Lade sie neu; kommt es wieder, aktualisiere Recollect.',
  'health/erase-unfinished': 'Ein Löschen konnte nicht abgeschlossen werden ({error}).',
  'health/erase-unfinished/action':
    'Das Gelöschte bleibt verborgen; es wird wieder versucht, wenn Recollect öffnet, oder auf der Seite Privatsphäre.',
  'health/receipt-owed': 'Ein Beleg konnte noch nicht geschrieben werden ({error}).',
  'health/receipt-owed/action':
    'Der Vorgang selbst ist abgeschlossen. Er wird beim nächsten Öffnen von Recollect geschrieben.',
  'health/old-files': 'Alte Dateien konnten noch nicht entfernt werden ({error}).',
  'health/old-files/action': 'Sie werden nicht mehr benutzt und beim nächsten Öffnen von Recollect entfernt.',
  'health/event-not-told': 'Eine Seite konnte von einem Ereignis nichts erfahren ({error}).',
  'health/event-not-told/action': 'Die Erinnerungen selbst sind nicht betroffen.',
  'health/event-not-noted': 'Ein Ereignis konnte nicht vermerkt werden ({error}).',
  'health/event-not-noted/action': 'Die Erinnerungen selbst sind nicht betroffen.',
  'health/topics-not-joined': 'Neue Erinnerungen konnten keinen Themen zugeordnet werden ({error}).',
  'health/topics-not-joined/action':
    'Die Suche findet sie; wenn die Themen neu gebildet werden, kommen sie hinein.',
  'health/index-damaged': 'Ein Teil des Suchverzeichnisses war beschädigt ({damaged} von {all} Teilen).',
  'health/index-damaged/action': 'Er wurde aus den Erinnerungen neu aufgebaut.',
  'health/index-not-saved': 'Das Suchverzeichnis konnte nicht gespeichert werden ({error}).',
  'health/index-not-saved/action':
    'Die Suche arbeitet; beim nächsten Start wird es aus den Erinnerungen ergänzt.',
  'health/trees-not-trained': 'Die zweite Art Reihenfolge konnte nicht gelernt werden ({error}).',
  'health/trees-not-trained/action':
    'Treffer kommen in der Reihenfolge der ersten Art; nach dem nächsten Signal wird es wieder versucht.',
  'health/learned-unreadable': 'Das Gelernte konnte nicht gelesen werden ({error}).',
  'health/learned-unreadable/action': 'Das Lernen beginnt neu; Erinnerungen sind nicht betroffen.',
  'health/trust-unreadable': 'Was über die Agenten bekannt war, konnte nicht gelesen werden ({error}).',
  'health/trust-unreadable/action':
    'Das Vertrauen beginnt von vorn; Kennzeichen und Quarantäne bleiben, wie sie sind.',
  'health/import-unchecked':
    'Nicht alle importierten Erinnerungen wurden auf untergeschobene Befehle gelesen ({error}).',
  'health/import-unchecked/action': 'Sie werden noch einmal gelesen, bevor eine davon in einen Chat geht.',
  'health/tidying-unfinished': 'Das tägliche Aufräumen wurde nicht fertig ({error}).',
  'health/tidying-unfinished/action':
    'Nichts ging verloren; es wird morgen und beim Start des Browsers wieder versucht.',
  'health/language-not-loaded': 'Die gewählte Sprache konnte nicht geladen werden.',
  'health/language-not-loaded/action': 'Das Popup erscheint auf Englisch.',
  'health/page-failed': 'Eine Seite konnte nicht tun, was verlangt war ({error}).',
  'health/page-failed/action': 'Nichts wurde geändert. Versuche es noch einmal oder lade die Seite neu.',
  'health/analyst-not-started': 'Der Teil, der die Themen bildet, ist nicht gestartet ({error}).',
  'health/analyst-not-started/action': 'Alles andere geht. Lade die Seite neu, um es wieder zu versuchen.',
  'health/receipts-damaged': 'Die Belege früherer Löschungen und Exporte waren beschädigt.',
  'health/receipts-damaged/action': 'Sie beginnen neu. Erinnerungen sind nicht betroffen.',
  'health/migrated': '{memories} Erinnerungen wurden in die Form dieser Version gebracht.',
  'health/migrated/action':
    'Sie wurden kopiert und verglichen, bevor die ältere Form entfernt wurde. Nichts fehlt.',
  'health/rejournaled': 'Die Sicherheitskopie der Erinnerungen war beschädigt.',
  'health/rejournaled/action': 'Sie wurde aus den Erinnerungen neu geschrieben; diese sind vollständig.',
  'health/restored':
    'Gespeicherte Dateien waren beschädigt: {restored} Erinnerungen mussten wiederhergestellt werden.',
  'health/restored/action':
    'Sie wurden aus der Sicherheitskopie wiederhergestellt. Nach ihrer eigenen Zählung fehlt nichts.',
  'health/restored-in-part':
    'Gespeicherte Dateien waren beschädigt: {restored} Erinnerungen mussten wiederhergestellt werden.',
  'health/restored-in-part/action':
    'Sie wurden aus der Sicherheitskopie wiederhergestellt. {lost} ließen sich nicht wiederherstellen.',
  'found/close': 'Es enthält Wörter, die ähnlich geschrieben werden wie {close}.',
  'found/words-close': 'Es enthält {words} und Wörter, die ähnlich geschrieben werden wie {close}.',
  'query/knows': '{name}: kennt {values}; als Wörter gesucht.',
  'query/no-date': '„{value}“ ist kein Datum: Schreibe 2024, 2024-03 oder 2024-03-15; als Wörter gesucht.',
  'query/like': 'like: braucht die Nummer einer Erinnerung; als Wörter gesucht.',
  'query/no-value': '{name}: braucht einen Wert; als Wörter gesucht.',
  'query/empty-quotes': 'Leere Anführungszeichen finden nichts und werden übergangen.',
  'query/open-quote': 'Das schließende Anführungszeichen fehlt; als Wörter gesucht.',
  'query/not-operator':
    'Filter lassen sich nicht ausschließen; stattdessen werden ihre Wörter ausgeschlossen.',
  'query/no-operator': 'Einen Filter „{name}:“ gibt es nicht; als Wörter gesucht.',
  'query/no-day': '{label} steht in keinem Kalender; als Wörter gesucht.',
  'query/too-long': 'Nur die ersten {most} Zeichen werden gesucht.',
  'health/topics-not-made': 'Die Themen konnten nicht gebildet werden ({error}).',
  'health/topics-not-made/action':
    'Deine Erinnerungen sind nicht betroffen. Bilde die Themen auf ihrer Seite noch einmal.',
  'query/not-together': 'Nirgends stehen diese Wörter nebeneinander; einzeln gesucht.',
};
