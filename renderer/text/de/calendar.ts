// German words of the calendar.
import type { TextsLike } from '../textsLike.ts'
import type { calendar as en } from '../en/calendar.ts'

export const calendar: TextsLike<typeof en> = {
  title: 'Kalender',
  view: 'Ansicht',
  views: { day: 'Tag', week: 'Woche', month: 'Monat', agenda: 'Agenda' },
  previous: {
    day: 'Voriger Tag',
    week: 'Vorige Woche',
    month: 'Voriger Monat',
    agenda: 'Vorige Woche',
  },
  next: { day: 'Nächster Tag', week: 'Nächste Woche', month: 'Nächster Monat', agenda: 'Nächste Woche' },
  today: 'Heute',
  people: 'Personen',
  allDay: 'Ganztägig',
  timed: 'Mit Uhrzeit',
  nothing: 'Nichts an diesen Tagen.',
  empty:
    'Hier steht noch nichts. Ziehen Sie über eine Zeit oder wählen Sie eine mit den Tasten, um Zeit, einen Termin oder eine Aufgabe einzutragen; oder starten Sie den Timer.',
  more: '+{{count}} weitere',
  choose: 'Zeit wählen',
  chosen:
    'Gewählt: {{what}}. Pfeiltasten verschieben sie, mit der Umschalttaste ändern sie die Länge; Enter trägt Zeit, einen Termin oder eine Aufgabe ein, Escape bricht ab.',
  kind: {
    entry: 'Zeiteintrag',
    task: 'offene Aufgabe',
    timer: 'Timer',
    meeting: 'Termin',
    absence: 'beantragte Abwesenheit',
    holiday: 'Feiertag',
  },
  absent: 'Abwesend',
  kindDone: { absence: 'Abwesenheit', entry: 'Zeiteintrag mit Anruf, erledigt', task: 'Aufgabe, erledigt' },
  timer: {
    running: 'laufender Timer',
    paused: 'pausierter Timer',
    stopped: 'gestoppt, noch nicht erfasst',
  },
  meetingWith: 'mit {{people}}',
  repeated: 'wiederholt sich',
  logged: 'wird als Zeit erfasst',
  addWhat: 'Was eingetragen wird',
  what: { entry: 'Zeiteintrag', meeting: 'Termin', task: 'Aufgabe' },
  callDone: 'Erledigt',
  moved: 'Zeit geändert.',
  refused: 'Nicht verschoben',
  stays: '{{what}} kann hier nicht verschoben werden.',
  twice: 'Dann werden die Uhren zurückgestellt: {{time}} gibt es zweimal. Welche Zeit ist gemeint?',
  twiceFirst: 'Die erste ({{offset}})',
  twiceSecond: 'Die zweite ({{offset}})',
}
