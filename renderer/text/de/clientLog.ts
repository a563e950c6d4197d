// German words of the client log.
import type { clientLog as english } from '../en/clientLog.ts'

export const clientLog: typeof english = {
  tab: 'Zeiterfassung',
  edit: 'Zeiterfassung bearbeiten',
  title: 'Kundenprotokoll',
  add: 'Neuer Eintrag',
  lines_one: '{{count}} Zeile',
  lines_other: '{{count}} Zeilen',
  total: 'Gesamtzeit',
  written_one: 'Die Zeile wurde geschrieben.',
  written_other: '{{count}} Zeilen wurden geschrieben.',
  refused: 'nicht übernommen',
  tooMany:
    'Höchstens {{most}} Zeilen werden auf einmal eingefügt. Kopieren Sie weniger und fügen Sie erneut ein.',
  emptyTitle: 'Noch nichts im Protokoll',
  emptyText: 'Fügen Sie eine Zeile mit Datum und Dauer hinzu, oder fügen Sie Zeilen aus einer Tabelle ein.',
  yes: 'ja',
  no: 'nein',
  column: {
    label: 'Bezeichnung',
    date: 'Datum',
    amount: 'Dauer',
    user: 'Benutzer',
    category: 'Kategorie',
    billable: 'Abrechenbar',
  },
  problem: {
    labelTooLong: 'Eine Bezeichnung hat höchstens 10.000 Zeichen.',
    date: 'Das ist kein Datum. Schreiben Sie es wie {{date}}.',
    amount: 'Das ist keine Dauer. Schreiben Sie sie wie 1:30, 2h 30min, 2,5 oder 90min.',
    amountMissing: 'Geben Sie an, wie lange es dauerte.',
    user: 'Es gibt keinen aktiven Benutzer dieses Namens.',
    userKept:
      'Erfasste Zeit bleibt bei ihrem Benutzer. Fügen Sie für den anderen eine neue Zeile hinzu und löschen Sie diese.',
    category: 'Es gibt keine aktive Kategorie dieses Namens.',
    billable: 'Schreiben Sie ja oder nein; leer gilt, was die Kategorie sagt.',
  },
}
