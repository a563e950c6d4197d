// German words of the desktop shell.
import type { ShellText } from './shell.en.ts'

export const shellDe: ShellText = {
  tray: {
    stopped: 'Kein Timer läuft',
    notSetUp: 'Daybook ist noch nicht eingerichtet',
    paused: (what) => `${what} (angehalten)`,
    unsynced: 'nicht abgeglichen',
    tooltip: ({ what, elapsed, today }) => `${what} – ${elapsed} (heute ${today})`,
    tooltipStopped: (today) => `Daybook – kein Timer (heute ${today})`,
    nothingNamed: 'Ohne Kunde',
    stop: 'Stoppen …',
    pause: 'Anhalten',
    resume: 'Fortsetzen',
    switchTo: 'Wechseln zu',
    startRecent: 'Wieder starten',
    start: 'Starten …',
    continueLast: 'Letzte Arbeit fortsetzen',
    open: 'Daybook öffnen',
    diary: 'Arbeitstagebuch',
    quit: 'Daybook beenden',
  },
  menu: {
    file: 'Datei',
    edit: 'Bearbeiten',
    view: 'Ansicht',
    window: 'Fenster',
    startOrStop: 'Arbeit beginnen oder beenden …',
    quickTimer: 'Schnelltimer',
    today: 'Heute',
    diary: 'Arbeitstagebuch',
    quit: 'Daybook beenden',
  },
  quit: {
    title: 'Daybook beenden?',
    running: ({ what, elapsed }) => `Ein Timer läuft: ${what}, ${elapsed}.`,
    explain:
      'Beim Beenden geht nichts verloren: Der Timer zählt weiter, solange Daybook geschlossen ist. ' +
      'Beim nächsten Öffnen fragt Daybook, ob die Zeit dazwischen Arbeit war.',
    quit: 'Beenden, Timer läuft weiter',
    stop: 'Stoppen und Notiz schreiben',
    cancel: 'Abbrechen',
  },
  hidden: {
    title: 'Daybook läuft im Hintergrund weiter',
    body: 'Sie finden es im Infobereich; „Daybook beenden“ steht dort im Menü.',
  },
  refused: { ok: 'OK' },
  save: { title: 'Arbeitsmappe speichern', excel: 'Excel-Arbeitsmappe' },
  export: {
    done: 'Der Export ist fertig',
    failed: 'Der Export ist fehlgeschlagen',
    failedBody: (file) => `${file} wurde nicht geschrieben. Öffnen Sie Daybook, um es erneut zu versuchen.`,
  },
  window: {
    unresponsive: 'Dieses Fenster antwortet nicht.',
    unresponsiveExplain: 'Ihr Timer ist davon nicht betroffen. Warten Sie etwas, oder öffnen Sie das Fenster neu.',
    wait: 'Warten',
    reopen: 'Neu öffnen',
    crashing: 'Ein Fenster von Daybook stürzt immer wieder ab.',
    crashingExplain:
      'Ihr Timer ist davon nicht betroffen: Er läuft für sich, und jede Minute bis jetzt ist gespeichert. Versuchen Sie es noch einmal, oder beenden und starten Sie Daybook neu.',
    tryAgain: 'Erneut versuchen',
    quit: 'Beenden',
  },
  failure: {
    title: 'Daybook kann Ihre Daten nicht öffnen',
    unexpected: 'Daybook konnte nicht starten.',
    folder: (path) => `Datenordner: ${path}`,
    backup: (at) =>
      `Die neueste geprüfte Sicherung ist vom ${at}. Was jetzt da ist, wird beiseitegelegt und behalten, nicht gelöscht.`,
    noBackup: 'Im Datenordner gibt es keine geprüfte Sicherung.',
    missing: 'There is no database in the data folder, but there are backups.',
    startAnew: 'Start anew',
    missing: 'Im Datenordner ist keine Datenbank, aber es gibt Sicherungen.',
    startAnew: 'Neu anfangen',
    held: 'Daybook ist mit diesen Daten schon geöffnet, im Browser oder für eine andere Person an diesem Computer. Schließen Sie es dort zuerst.',
    restore: 'Sicherung wiederherstellen',
    retry: 'Erneut versuchen',
    openFolder: 'Ordner öffnen',
    quit: 'Beenden',
  },
}
