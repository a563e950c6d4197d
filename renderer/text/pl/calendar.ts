// Polish words of the calendar.
import type { calendar as english } from '../en/calendar.ts'
import type { TextsLike } from '../textsLike.ts'

export const calendar = {
  title: 'Kalendarz',
  view: 'Widok',
  views: { day: 'Dzień', week: 'Tydzień', month: 'Miesiąc', agenda: 'Terminarz' },
  previous: {
    day: 'Poprzedni dzień',
    week: 'Poprzedni tydzień',
    month: 'Poprzedni miesiąc',
    agenda: 'Poprzedni tydzień',
  },
  next: {
    day: 'Następny dzień',
    week: 'Następny tydzień',
    month: 'Następny miesiąc',
    agenda: 'Następny tydzień',
  },
  today: 'Dzisiaj',
  people: 'Osoby',
  allDay: 'Cały dzień',
  timed: 'Z godziną',
  nothing: 'Nic w tych dniach.',
  empty:
    'Nic tu jeszcze nie ma. Przeciągnij po czasie albo wybierz go klawiszami, aby dodać czas, spotkanie lub zadanie; albo uruchom licznik.',
  more: 'jeszcze {{count}}',
  choose: 'Wybierz czas',
  chosen:
    'Wybrano: {{what}}. Strzałki przesuwają, z Shift zmieniają długość; Enter dodaje wpis, spotkanie lub zadanie, Escape kończy.',
  kind: {
    entry: 'wpis czasu',
    task: 'otwarte zadanie',
    timer: 'licznik',
    meeting: 'spotkanie',
    absence: 'nieobecność, wniosek złożony',
    holiday: 'święto',
  },
  absent: 'Nieobecność',
  kindDone: { absence: 'nieobecność', entry: 'wpis czasu z rozmową, wykonane', task: 'zadanie, wykonane' },
  timer: {
    running: 'działający licznik',
    paused: 'wstrzymany licznik',
    stopped: 'zatrzymany, jeszcze niezapisany',
  },
  meetingWith: 'uczestnicy: {{people}}',
  repeated: 'powtarza się',
  logged: 'w rejestrze',
  addWhat: 'Co dodać',
  what: { entry: 'Wpis czasu', meeting: 'Spotkanie', task: 'Zadanie' },
  callDone: 'Wykonane',
  moved: 'Zmieniono godziny.',
  refused: 'Nie przeniesiono',
  stays: 'Nie można tu przenieść: {{what}}.',
  twice: 'Zegary są wtedy cofane, więc godzina {{time}} występuje dwa razy. Która to?',
  twiceFirst: 'Pierwsza ({{offset}})',
  twiceSecond: 'Druga ({{offset}})',
} satisfies TextsLike<typeof english>
