// The English sentences of the host's own pages.

export const hostWordsEn = {
  lang: 'en' as string,
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
  lostText:
    'The database is gone or was emptied, and there is a backup of it. What is left of it is set aside in the data folder and stays there.',
  freshBeside: 'Begin with empty data; the backups stay',
  noBackup: 'There is no backup that passes its check.',
  fresh: 'Set the damaged file aside and begin with empty data',
  notFound: 'There is nothing at this address.',
}
export type HostWords = typeof hostWordsEn
