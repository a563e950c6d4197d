// German words of calendars as files.
import type { calendarFile as en } from '../en/calendarFile.ts'
import type { TextsLike } from '../textsLike.ts'

export const calendarFile: TextsLike<typeof en> = {
  menu: 'Kalenderdatei',
  export: 'Exportieren …',
  import: 'Importieren …',
  exportTitle: 'Kalender exportieren',
  exportText:
    'Eine iCalendar-Datei mit Terminen, Aufgaben und erfasster Zeit, die andere Kalender lesen. Eine Serie, die in diese Tage reicht, wird vollständig geschrieben.',
  from: 'Von',
  to: 'Bis',
  person: 'Wessen Kalender',
  emptyRange: 'Der letzte Tag liegt vor dem ersten.',
  write: 'Exportieren',
  cancel: 'Abbrechen',
  importTitle: 'Kalender importieren',
  importText:
    'Wählen Sie eine iCalendar-Datei (.ics). Danach sehen Sie, was aus jedem Termin und jeder Aufgabe würde; geändert wird erst etwas, wenn Sie es bestätigen.',
  choose: 'Datei wählen …',
  another: 'Andere Datei …',
  reading: '{{name}} wird gelesen …',
  stop: 'Abbrechen',
  read: '{{name}}: {{summary}}',
  state: 'Was',
  when: 'Wann',
  title: 'Titel',
  remarks: 'Anmerkungen',
  kind: { meeting: 'Termin', task: 'Aufgabe' },
  repeated: 'wiederholt',
  noDate: 'Ohne Datum',
  ignored_one: '{{count}} weiterer Teil der Datei ist weder Termin noch Aufgabe und wird nicht gelesen.',
  ignored_other:
    '{{count}} weitere Teile der Datei sind weder Termine noch Aufgaben und werden nicht gelesen.',
  more: '{{count}} weitere zeigen',
  zones: 'Die Datei nennt Zeitzonen, die nicht bekannt sind. Welche sind gemeint?',
  zone: '„{{name}}“ ist',
  nothing: 'Nichts zu importieren.',
  run_one: '{{count}} Zeile importieren',
  run_other: '{{count}} Zeilen importieren',
  done: 'Importiert: {{summary}}.',
}
