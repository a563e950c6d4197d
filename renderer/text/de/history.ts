// German words of the history: what was changed, by whom, and how to undo it.
import type { history as english } from '../en/history.ts'

export const history: typeof english = {
  title: 'Verlauf',
  lead: 'Jede Änderung, die neueste zuerst. Eine Änderung lässt sich 30 Tage lang rückgängig machen, außer ihr Zeitraum ist abgeschlossen.',
  filter: 'Verlauf filtern',
  filterPlaceholder: 'Was, wer oder woran',
  onDay: 'Bis zum Tag',
  clearDay: 'Alle Tage',
  undo: 'Rückgängig',
  undoOf: 'Rückgängig machen: {{what}}',
  undone: 'Rückgängig gemacht.',
  undoneLabel: 'rückgängig gemacht',
  notUndoable: 'Lässt sich nicht mehr rückgängig machen',
  system: 'Daybook',
  more: 'Ältere Änderungen laden',
  loading: 'Lädt …',
  end: 'Hier beginnt der Verlauf.',
  on: 'an {{names}}',
  andMore_one: 'und {{count}} weiteres',
  andMore_other: 'und {{count}} weitere',
  removed: 'gelöscht',
  column: { when: 'Wann', who: 'Wer', what: 'Was', subject: 'Woran', action: 'Aktion' },
  empty: {
    title: 'Noch ist nichts geschehen',
    text: 'Sobald etwas gestartet, geschrieben oder geändert wird, steht es hier, mit wem und wann.',
    filterTitle: 'Nichts passt',
    filterText: 'Keine der bisher geladenen Änderungen enthält „{{search}}“.',
    dayText: 'Bis zu diesem Tag wurde nichts geändert.',
    clear: 'Filter leeren',
  },
  entity: {
    organisation: 'Organisation',
    user: 'Benutzer',
    employment: 'Vertrag',
    rate: 'Stundensatz der Organisation',
    category: 'Kategorie',
    customer: 'Kunde',
    project: 'Projekt',
    timer: 'Uhr',
    timeEntry: 'Zeiteintrag',
    task: 'Aufgabe',
    journalEntry: 'Journalzeile',
    noteDraft: 'Entwurf',
    gap: 'Lücke',
  },
  command: {
    timer: {
      start: 'Uhr gestartet',
      pause: 'Uhr unterbrochen',
      resume: 'Uhr fortgesetzt',
      note: 'Notiz geschrieben',
      edit: 'Uhr berichtigt',
      stop: 'Uhr angehalten',
      record: 'Sitzung gespeichert',
      cancelRecord: 'Sitzung nicht gespeichert',
      discard: 'Uhr verworfen',
      continueLast: 'Letzte Arbeit fortgesetzt',
    },
    gap: {
      resolve: 'Lücke beantwortet',
      notice: 'Lücke bemerkt',
    },
    clock: {
      adjusted: 'Uhr wurde gestellt; Sitzungen berichtigt',
    },
    draft: {
      restore: 'Entwurf wiederhergestellt',
      remove: 'Entwurf gelöscht',
    },
    entry: {
      add: 'Zeit hinzugefügt',
      edit: 'Zeit geändert',
      remove: 'Zeit gelöscht',
    },
    change: {
      undo: 'Änderung rückgängig gemacht',
    },
    customer: {
      add: 'Kunde hinzugefügt',
      edit: 'Kunde geändert',
      remove: 'Kunde gelöscht',
    },
    project: {
      add: 'Projekt hinzugefügt',
      edit: 'Projekt geändert',
      remove: 'Projekt gelöscht',
    },
    category: {
      add: 'Kategorie hinzugefügt',
      edit: 'Kategorie geändert',
      remove: 'Kategorie gelöscht',
    },
    user: {
      add: 'Benutzer hinzugefügt',
      edit: 'Benutzer geändert',
      remove: 'Benutzer gelöscht',
    },
    employment: {
      set: 'Vertrag festgelegt',
      remove: 'Vertragsfassung gelöscht',
    },
    rate: {
      set: 'Stundensatz festgelegt',
      remove: 'Stundensatz gelöscht',
    },
    rules: {
      saveMine: 'Zeitregeln gespeichert',
    },
    organisation: {
      setUp: 'Organisation eingerichtet',
      edit: 'Organisation geändert',
    },
    period: {
      close: 'Zeitraum abgeschlossen oder geöffnet',
    },
    sample: {
      load: 'Beispieldaten geladen',
    },
    other: 'Änderung ({{command}})',
  },
}
