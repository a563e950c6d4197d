// Polish words of the button bar.
import type { buttons as english } from '../en/buttons.ts'
import type { TextsLike } from '../textsLike.ts'

export const buttons = {
  bar: 'Przyciski',
  arrange: 'Ułóż przyciski',
  arranged: 'Ułożono przyciski.',
  lead: 'Te przyciski są nad kalendarzem i na stronie „Dzisiaj”, tylko dla ciebie. Przeciągnij je w wybranej kolejności.',
  none: 'Brak przycisków. Dodaj je poniżej.',
  act: {
    start: 'Uruchom licznik',
    pause: 'Wstrzymaj licznik',
    resume: 'Wznów licznik',
    stop: 'Zatrzymaj licznik',
    startLast: 'Uruchom ostatni',
    newEntry: 'Nowy wpis',
    newMeeting: 'Nowe spotkanie',
    newTask: 'Nowe zadanie',
    favourite: 'Ulubione',
  },
  gone: 'Klient nie jest już aktywny',
  moveNamed: 'Przenieś: {{name}}',
  removeNamed: 'Usuń z paska: {{name}}',
  addNamed: 'Dodaj: {{name}}',
  favourite: 'Ulubione',
  addFavourite: 'Dodaj ulubione',
  reset: 'Przywróć domyślne',
  done: 'Gotowe',
  drag: {
    how: 'Naciśnij spację, aby podnieść przycisk, strzałki, aby go przesunąć, spację, aby go upuścić, Escape, aby zostawić go na miejscu.',
    start: 'Podniesiono: {{name}}, {{place}} z {{all}}.',
    over: '{{name}}: teraz {{place}} z {{all}}.',
    end: 'Upuszczono: {{name}}, {{place}} z {{all}}.',
    cancel: '{{name}}: bez zmiany miejsca.',
  },
} satisfies TextsLike<typeof english>
