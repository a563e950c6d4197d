// German words of the Today page.
import type { today as english } from '../en/today.ts'
import type { TextsLike } from '../textsLike.ts'

export const today: TextsLike<typeof english> = {
  title: 'Heute',
  previousDay: 'Voriger Tag',
  nextDay: 'Nächster Tag',
  backToToday: 'Heute',
  addEntry: 'Zeit eintragen',
  recoverNotes_one: 'Notizen zurückholen ({{count}})',
  recoverNotes_other: 'Notizen zurückholen ({{count}})',
  entries: 'Zeiteinträge des Tages',
  emptyToday: 'Heute ist noch keine Zeit erfasst',
  emptyTodayText:
    'Drücken Sie „Arbeit beginnen“ in der Kopfzeile oder S, um die Zeit für den ersten Kunden zu messen; oder tragen Sie Zeit von Hand ein.',
  emptyDay: 'An diesem Tag wurde keine Zeit erfasst',
  emptyDayText: 'Tragen Sie Zeit von Hand ein, wenn etwas fehlt.',
  free: '{{duration}} frei',
  fill: 'füllen',
  fillLabel: '{{free}}, {{from}} – {{to}}: Eintrag hinzufügen',
  continue: 'Fortsetzen',
  continueNamed: '{{name}} fortsetzen',
  editNamed: '{{name}} bearbeiten',
  deleteNamed: '{{name}} löschen',
  removed: 'Der Eintrag über {{duration}} wurde gelöscht.',
  overlaps: 'überschneidet sich',
  overlapsHint: 'Überschneidet sich mit einem anderen Eintrag derselben Person',
  linked: 'Teil einer Sitzung, die über das Ende eines Tages ging',
  record: 'Erfassen',
  timer: {
    running: 'läuft',
    paused: 'pausiert',
    stopped: 'beendet, noch nicht erfasst',
  },
  totals: 'Summen',
  totalToday: 'Heute',
  totalDay: 'Dieser Tag',
  totalWeek: 'Diese Woche',
  ofExpected: 'von {{expected}}',
  nothingExpected: 'nichts erwartet',
  progressLabel: '{{label}}, gemessen am Soll',
  strip: 'Der Tag nach Stunden',
}
