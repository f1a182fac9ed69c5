import type { Catalog } from '../message.ts';

/** Expected failures by their codes; why a file is refused by its English words. */
export const failures: Catalog = {
  'import/refused': '{where}: {why}. Nichts wurde importiert.',
  'store/newer-schema':
    'Diese Erinnerungen wurden von einem neueren Recollect geschrieben. Nichts wurde angerührt: aktualisiere Recollect.',
  'store/cannot-open':
    'Die Erinnerungen auf diesem Gerät konnten nicht geöffnet werden. Nichts wurde geändert: starte den Browser neu und versuche es noch einmal.',
  'undo/too-late':
    'Die Zeit zum Rückgängigmachen ist vorbei. Gelöschte Erinnerungen liegen 30 Tage im Papierkorb.',
  'note/empty': 'Die Notiz ist leer: Schreibe etwas, das bleiben soll.',
  'insert/too-many': 'So viele Erinnerungen lassen sich nicht auf einmal kopieren.',
  'graph/no-analyst':
    'Themen werden gebildet, solange Recollect offen ist: Öffne es und versuche es noch einmal.',
  'graph/busy': 'Die Themen werden schon gebildet.',
  'graph/cancelled': 'Das Bilden der Themen wurde abgebrochen. Die bisherigen bleiben.',
  'learning/not-offered':
    'Ein Muster kann vergessen, aber noch nicht berichtigt oder festgehalten werden. Nichts wurde geändert.',
  'export/words-missing':
    'Die Wörter einer Erinnerung fehlen. Nichts wurde geändert; sieh auf der Seite Zustand nach.',
  'store/delete-blocked':
    'Alte Dateien sind noch in Gebrauch. Schließe andere Fenster von Recollect und versuche es noch einmal.',
  'erase/copy-differs':
    'Die Kopie stimmte nicht mit dem Original überein. Nichts wurde entfernt; es wird wieder versucht.',
  'refused/The archive': 'Das Archiv',
  'refused/the file inside is larger than any export holds': 'die Datei darin ist größer als in jedem Export',
  'refused/it is damaged or is not a zip file': 'es ist beschädigt oder keine Zip-Datei',
  'refused/its end is missing; the file is truncated': 'das Ende fehlt; die Datei ist abgeschnitten',
  'refused/it is not a zip file that Recollect exported':
    'es ist keine Zip-Datei, die Recollect exportiert hat',
  'refused/it holds a file that no export of Recollect has':
    'es enthält eine Datei, die kein Export von Recollect hat',
  'refused/it is in the archive twice': 'sie ist zweimal im Archiv',
  'refused/it holds too many files': 'es enthält zu viele Dateien',
  'refused/the archive ends in the middle of it': 'das Archiv endet mitten darin',
  'refused/it is an archive of another program': 'es ist ein Archiv eines anderen Programms',
  'refused/a memory is in the export twice': 'eine Erinnerung ist zweimal im Export',
  "refused/a memory's id does not belong to its conversation":
    'die Kennung einer Erinnerung gehört nicht zu ihrem Gespräch',
  "refused/a conversation's key does not match its site and id":
    'der Schlüssel eines Gesprächs passt nicht zu Seite und Kennung',
  'refused/it is missing; the file is truncated or not an export of Recollect':
    'sie fehlt; die Datei ist abgeschnitten oder kein Export von Recollect',
  'refused/the conversation of a memory is missing': 'das Gespräch einer Erinnerung fehlt',
  'refused/a file named in its manifest is missing': 'eine Datei aus dem Verzeichnis fehlt',
  'refused/its checksum does not match the manifest': 'die Prüfsumme passt nicht zum Verzeichnis',
  'refused/it holds a file that its manifest does not name':
    'es enthält eine Datei, die im Verzeichnis nicht steht',
  'refused/it is not UTF-8 text': 'es ist kein UTF-8-Text',
  'refused/it is not JSON': 'es ist kein JSON',
  'refused/the line is cut off': 'die Zeile ist abgeschnitten',
  'import/busy': 'Ein anderer Import läuft: Warte auf ihn oder brich ihn ab.',
  'export/busy': 'Ein anderer Export läuft: Warte auf ihn oder brich ihn ab.',
  'import/cancelled': 'Der Import wurde abgebrochen. Deine Erinnerungen sind, wie sie waren.',
  'export/cancelled': 'Der Export wurde abgebrochen. Deine Erinnerungen sind, wie sie waren.',
  'import/disk-full': 'Für diesen Import ist auf der Festplatte nicht genug Platz. Nichts wurde geändert.',
  'export/disk-full': 'Für diesen Export ist auf der Festplatte nicht genug Platz. Nichts wurde geändert.',
  'store/migration-failed':
    'Die Erinnerungen konnten nicht in die Form dieser Version gebracht werden ({error}). Nichts wurde geändert: Schaffe Platz auf der Festplatte, starte den Browser neu oder aktualisiere Recollect.',
  'store/migration-differs':
    'Die Erinnerungen konnten nicht ohne Unterschied in die Form dieser Version gebracht werden. Nichts wurde geändert.',
  'refused/{file}': '{file}',
  'refused/{file}, line {line}': '{file}, Zeile {line}',
  'refused/conversations': 'Gespräche',
  'refused/memories': 'Erinnerungen',
  'refused/agents': 'Agenten',
  'refused/it unpacks to more than any export holds': 'es wird ausgepackt größer als jeder Export',
  'refused/it was written by a newer Recollect (format {version}); update and try again':
    'es wurde von einem neueren Recollect geschrieben (Format {version}); aktualisiere und versuche es noch einmal',
  'refused/its count of {kind} does not match the files': 'die Anzahl ({kind}) passt nicht zu den Dateien',
  'refused/field "{field}" should be {expected}': 'das Feld „{field}“ müsste {expected} sein',
  'refused/field "{field}" has no place there': 'das Feld „{field}“ gehört dort nicht hin',
  'learning/no-pattern': 'Dieses Muster gibt es nicht mehr. Nichts wurde geändert.',
  'graph/none': 'Es gibt noch keine Themenkarte. Bilde sie einmal; deine Erinnerungen sind nicht betroffen.',
  'erase/disk-full':
    'Auf der Festplatte ist nicht genug Platz, um die Dateien ohne das Gelöschte neu zu schreiben. Es bleibt verborgen: Schaffe Platz und versuche es noch einmal.',
};
