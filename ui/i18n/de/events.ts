import type { en } from '../en/events.ts';
import type { Translation } from '../message.ts';

export const de: Translation<typeof en> = {
  'events.intro':
    'Alles, was in deinem Gedächtnis geschieht, sobald es geschieht. Das Protokoll enthält Anzahlen und Orte, nie Worte eines Chats.',
  'events.live': 'Live',
  'events.paused': {
    one: 'Angehalten; {n} neues Ereignis wartet',
    other: 'Angehalten; {n} neue Ereignisse warten',
  },
  'events.pause': 'Anhalten',
  'events.resume': 'Weiter',
  'events.kind': 'Art',
  'events.agent': 'Agent',
  'events.any': 'Alle',
  'events.replay': 'Wiedergeben ab Nummer',
  'events.replayGo': 'Wiedergeben',
  'events.latest': 'Neueste',
  'events.sequence': 'Nr. {sequence}',
  'events.empty': 'Noch ist nichts geschehen',
  'events.emptyText':
    'Aufzeichnungen, benutzte Suchen, Änderungen des Vertrauens und alles andere erscheinen hier nacheinander.',
  'events.emptyFiltered': 'Nichts dergleichen ist geschehen',
  'events.emptyFilteredText':
    'Ereignisse dieser Art und dieses Agenten erscheinen hier. Zeige alle, um die anderen zu sehen.',
  'events.clear': 'Alle Ereignisse zeigen',
  'events.emptyAction': 'Zu den Erinnerungen',
  'events.days': 'Tag für Tag',
  'events.daysText': 'Die Anzahlen bleiben, wenn die einzelnen Ereignisse eines Tages vergangen sind.',
  'events.day': 'Tag',
  'events.total': 'Alle',
  'events.by': 'von {agent}',
  'events.show': 'Zeigen',
  'events.memory-created': {
    one: 'Eine Erinnerung wurde aufgezeichnet',
    other: '{n} Erinnerungen wurden aufgezeichnet',
  },
  'events.memory-updated': {
    one: 'Eine Erinnerung wurde vervollständigt',
    other: '{n} Erinnerungen wurden vervollständigt',
  },
  'events.memory-deleted': {
    one: 'Eine Erinnerung wurde gelöscht',
    other: '{n} Erinnerungen wurden gelöscht',
  },
  'events.memory-recalled': {
    one: 'Eine Erinnerung wurde nachgeschlagen',
    other: '{n} Erinnerungen wurden nachgeschlagen',
  },
  'events.memory-inserted': {
    one: 'Eine Erinnerung wurde in einen Chat kopiert',
    other: '{n} Erinnerungen wurden in einen Chat kopiert',
  },
  'events.trust-changed': 'Das Vertrauen in einen Agenten änderte sich',
  'events.quarantined': {
    one: 'Eine Erinnerung kam in Quarantäne',
    other: '{n} Erinnerungen kamen in Quarantäne',
  },
  'events.released': {
    one: 'Eine Erinnerung verließ die Quarantäne',
    other: '{n} Erinnerungen verließen die Quarantäne',
  },
  'events.graph-updated': 'Themen wurden neu gefunden',
  'events.pattern-learned': { one: 'Ein Muster wurde gelernt', other: '{n} Muster wurden gelernt' },
  'events.agent-seen': 'Ein neuer Agent wurde gesehen',
  'events.capture-gap': 'Ein Teil einer Unterhaltung konnte nicht aufgezeichnet werden',
  'events.import': { one: 'Eine Erinnerung wurde importiert', other: '{n} Erinnerungen wurden importiert' },
  'events.export': { one: 'Eine Erinnerung wurde exportiert', other: '{n} Erinnerungen wurden exportiert' },
  'events.erase': {
    one: 'Eine Erinnerung wurde endgültig gelöscht',
    other: '{n} Erinnerungen wurden endgültig gelöscht',
  },
  'events.name.memory-created': 'Aufgezeichnet',
  'events.name.memory-updated': 'Vervollständigt',
  'events.name.memory-deleted': 'Gelöscht',
  'events.name.memory-recalled': 'Nachgeschlagen',
  'events.name.memory-inserted': 'In einen Chat kopiert',
  'events.name.trust-changed': 'Vertrauen geändert',
  'events.name.quarantined': 'In Quarantäne',
  'events.name.released': 'Aus der Quarantäne',
  'events.name.graph-updated': 'Themen gefunden',
  'events.name.pattern-learned': 'Gelernt',
  'events.name.agent-seen': 'Neuer Agent',
  'events.name.capture-gap': 'Lücke',
  'events.name.import': 'Importiert',
  'events.name.export': 'Exportiert',
  'events.name.erase': 'Endgültig gelöscht',
};
