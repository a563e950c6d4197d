// The German sentences of the host's own pages.
import type { HostWords } from './words.en.ts'

export const hostWordsDe: HostWords = {
  lang: 'de',
  closedTitle: 'Diese Seite braucht ihren Link',
  closedText:
    'Daybook öffnet sich mit einem Link, der für einen Besuch in einem Browser gilt. Starten Sie Daybook noch einmal: Es öffnet einen neuen Link und gibt einen weiteren aus, und nichts Laufendes wird gestört.',
  openingTitle: 'Daybook öffnet sich',
  opening: 'Weiter zu Daybook',
  unbuiltTitle: 'Die Oberfläche ist noch nicht gebaut',
  unbuiltText: 'Führen Sie im Ordner von Daybook „npm start“ aus: Es baut sie und öffnet diese Seite wieder.',
  problemTitle: 'Daybook kann seine Daten nicht öffnen',
  folder: 'Datenordner',
  technical: 'Technisch',
  retry: 'Erneut versuchen',
  restore: 'Die Sicherung vom {{at}} wiederherstellen',
  restoreText:
    'Die beschädigte Datei wird im Datenordner beiseitegelegt und bleibt dort. Was nach der Sicherung gebucht wurde, steht nur in dieser Datei.',
  lostText:
    'Die Datenbank fehlt oder wurde geleert, und es gibt eine Sicherung von ihr. Was davon übrig ist, wird im Datenordner beiseitegelegt und bleibt dort.',
  freshBeside: 'Mit leeren Daten beginnen; die Sicherungen bleiben',
  noBackup: 'Es gibt keine Sicherung, die ihre Prüfung besteht.',
  fresh: 'Die beschädigte Datei beiseitelegen und mit leeren Daten beginnen',
  notFound: 'Unter dieser Adresse gibt es nichts.',
}
