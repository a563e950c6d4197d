// The few sentences that the host says on pages of its own, where the screens cannot: in English and German.

const en = {
  lang: 'en',
  closedTitle: 'This page needs its link',
  closedText:
    'Daybook opens from a link that is good for one visit in one browser. Start Daybook once more: it opens a fresh link and prints another, and nothing that runs is disturbed.',
  openingTitle: 'Daybook opens',
  opening: 'Go on to Daybook',
  unbuiltTitle: 'The screens are not built yet',
  unbuiltText: 'Run “npm start” in the folder of Daybook: it builds them and opens this page again.',
  problemTitle: 'Daybook cannot open its data',
  folder: 'Data folder',
  technical: 'Technically',
  retry: 'Try again',
  restore: 'Restore the backup of {{at}}',
  restoreText:
    'The damaged file is set aside in the data folder and stays there. What was recorded after the backup is only in that file.',
  noBackup: 'There is no backup that passes its check.',
  fresh: 'Set the damaged file aside and begin with empty data',
  notFound: 'There is nothing at this address.',
}
const de: typeof en = {
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
  noBackup: 'Es gibt keine Sicherung, die ihre Prüfung besteht.',
  fresh: 'Die beschädigte Datei beiseitelegen und mit leeren Daten beginnen',
  notFound: 'Unter dieser Adresse gibt es nichts.',
}
export type HostWords = typeof en

/** German where the browser puts it before English. */
export function wordsFor(acceptLanguage: string | undefined): HostWords {
  const first = (acceptLanguage ?? '').split(',').find((language) => /^\s*(de|en)\b/i.test(language))
  return /^\s*de/i.test(first ?? '') ? de : en
}
