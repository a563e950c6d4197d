// English words of the desktop shell: tray, menus, questions of the system's own dialogs, notices.
export const shellEn = {
  tray: {
    stopped: 'No timer is running',
    notSetUp: 'Daybook is not set up yet',
    paused: (what: string) => `${what} (paused)`,
    unsynced: 'not synchronised',
    tooltip: (parts: { what: string; elapsed: string; today: string }) =>
      `${parts.what} – ${parts.elapsed} (today ${parts.today})`,
    tooltipStopped: (today: string) => `Daybook – no timer (today ${today})`,
    nothingNamed: 'No customer',
    stop: 'Stop…',
    pause: 'Pause',
    resume: 'Resume',
    switchTo: 'Switch to',
    startRecent: 'Start again',
    start: 'Start…',
    continueLast: 'Continue last',
    open: 'Open Daybook',
    diary: 'Work Diary',
    quit: 'Quit Daybook',
  },
  menu: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    startOrStop: 'Start or Stop Work…',
    quickTimer: 'Quick Timer',
    today: 'Today',
    diary: 'Work Diary',
    quit: 'Quit Daybook',
  },
  quit: {
    title: 'Quit Daybook?',
    running: (parts: { what: string; elapsed: string }) =>
      `A timer is running: ${parts.what}, ${parts.elapsed}.`,
    explain:
      'If you quit, nothing is lost: the timer goes on counting while Daybook is closed. ' +
      'When you open Daybook again, it asks whether the time in between was work.',
    quit: 'Quit, timer goes on',
    stop: 'Stop and write note',
    cancel: 'Cancel',
  },
  hidden: {
    title: 'Daybook goes on in the background',
    body: 'You find it in the notification area; “Quit Daybook” is in its menu there.',
  },
  refused: { ok: 'OK' },
  save: { title: 'Save workbook', excel: 'Excel workbook' },
  export: {
    done: 'The export is ready',
    failed: 'The export failed',
    failedBody: (file: string) => `${file} was not written. Open Daybook to try again.`,
  },
  window: {
    unresponsive: 'This window does not respond.',
    unresponsiveExplain: 'Your timer is not affected. Wait a little, or open the window afresh.',
    wait: 'Wait',
    reopen: 'Open afresh',
    crashing: 'A window of Daybook keeps failing.',
    crashingExplain:
      'Your timer is not affected: it runs on its own, and every minute so far is saved. Try once more, or quit and start Daybook again.',
    tryAgain: 'Try again',
    quit: 'Quit',
  },
  failure: {
    title: 'Daybook cannot open your data',
    unexpected: 'Daybook could not start.',
    folder: (path: string) => `Data folder: ${path}`,
    backup: (at: string) => `The newest checked backup is from ${at}. What is there now is set aside and kept, not deleted.`,
    noBackup: 'There is no checked backup in the data folder.',
    missing: 'There is no database in the data folder, but there are backups.',
    startAnew: 'Start anew',
    held: 'Daybook is already open on this data, in the browser or for another user of this computer. Close it there first.',
    restore: 'Restore backup',
    retry: 'Try again',
    openFolder: 'Open folder',
    quit: 'Quit',
  },
}

export type ShellText = typeof shellEn
