// German words of opportunities.
import type { opportunities as english } from '../en/opportunities.ts'

export const opportunities: typeof english = {
  tab: 'Verkaufschancen',
  add: 'Verkaufschance hinzufügen',
  newName: 'Name der neuen Verkaufschance',
  placeholder: 'Zum Beispiel Zweiter Standort',
  count_one: '{{count}} Verkaufschance',
  count_other: '{{count}} Verkaufschancen',
  column: {
    name: 'Name',
    stage: 'Stand',
    value: 'Wert',
    expected: 'Abschluss erwartet',
    status: 'Status',
    time: 'Zeit',
    yours: 'Ihre Zeit',
    actions: 'Aktionen',
  },
  status: { Open: 'Offen', Won: 'Gewonnen', Lost: 'Verloren' },
  nameOf: 'Name von {{name}}',
  nameRequired: 'Geben Sie einen Namen ein.',
  statusOf: 'Status von {{name}}',
  stageOf: 'Stand von {{name}}',
  valueOf: 'Wert von {{name}}',
  expectedOf: 'Erwarteter Abschluss von {{name}}',
  delete: '{{name}} löschen',
  added: '{{name}} wurde hinzugefügt.',
  saved: '{{name}} wurde gespeichert.',
  became: {
    Won: '{{name}} ist gewonnen.',
    Lost: '{{name}} ist verloren.',
    Open: '{{name}} ist wieder offen.',
  },
  deleted: '{{name}} wurde gelöscht.',
  empty: {
    title: 'Noch keine Verkaufschancen',
    text: 'Eine Verkaufschance ist etwas, das dieser Kunde kaufen könnte: mit einem Stand, einem Wert und dem Tag, an dem die Entscheidung erwartet wird. Solange sie offen ist, lässt sich Zeit darauf buchen.',
  },
  field: { label: 'Verkaufschance', none: 'Keine Verkaufschance' },
}
