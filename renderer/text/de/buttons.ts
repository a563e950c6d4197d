// German words of the button bar.
import type { TextsLike } from '../textsLike.ts'
import type { buttons as en } from '../en/buttons.ts'

export const buttons: TextsLike<typeof en> = {
  bar: 'Schaltflächen',
  arrange: 'Schaltflächen anordnen',
  arranged: 'Die Schaltflächen wurden angeordnet.',
  lead: 'Diese Schaltflächen stehen über dem Kalender und auf Heute, nur für Sie. Ziehen Sie sie in die gewünschte Reihenfolge.',
  none: 'Keine Schaltflächen. Fügen Sie unten welche hinzu.',
  act: {
    start: 'Timer starten',
    pause: 'Timer anhalten',
    resume: 'Timer fortsetzen',
    stop: 'Timer stoppen',
    startLast: 'Letzte Arbeit wieder starten',
    newEntry: 'Neuer Eintrag',
    newMeeting: 'Neuer Termin',
    newTask: 'Neue Aufgabe',
    favourite: 'Favorit',
  },
  gone: 'Kunde nicht mehr aktiv',
  moveNamed: '{{name}} verschieben',
  removeNamed: '{{name}} entfernen',
  addNamed: '{{name}} hinzufügen',
  favourite: 'Favorit',
  addFavourite: 'Favorit hinzufügen',
  reset: 'Zurück zu den üblichen',
  done: 'Fertig',
  drag: {
    how: 'Leertaste nimmt eine Schaltfläche auf, Pfeiltasten verschieben sie, Leertaste legt sie ab, Escape lässt sie, wo sie war.',
    start: '{{name}} aufgenommen, {{place}} von {{all}}.',
    over: '{{name}} ist jetzt {{place}} von {{all}}.',
    end: '{{name}} abgelegt, {{place}} von {{all}}.',
    cancel: '{{name}} bleibt, wo sie war.',
  },
}
