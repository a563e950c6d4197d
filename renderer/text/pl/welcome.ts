// Polish words of the first screen.
import type { welcome as english } from '../en/welcome.ts'
import type { TextsLike } from '../textsLike.ts'

export const welcome = {
  title: 'Witaj w Daybook',
  intro: 'Wszystko pozostaje na tym komputerze. Wszystko możesz później zmienić.',
  yourName: 'Imię i nazwisko',
  organisation: 'Organizacja',
  organisationHint: 'Twoja firma albo twoje imię i nazwisko.',
  zone: 'Strefa czasowa',
  currency: 'Waluta',
  firstCustomer: 'Pierwszy klient (opcjonalnie)',
  firstCustomerHint: 'Dla kogo będziesz najpierw pracować?',
  begin: 'Zacznij',
  sampleTitle: 'Tylko się rozglądasz?',
  sampleText:
    'Wczytaj przykładową firmę: 12 osób, 60 klientów i dwa lata czasu pracy. Do prawdziwej pracy użyj innego folderu danych.',
  sampleLoad: 'Wczytaj przykładowe dane',
  sampleLoading: 'Zapisywanie dwóch lat wpisów…',
  notSetUp: 'Daybook nie jest jeszcze skonfigurowany',
  notSetUpText: 'Otwórz główne okno i podaj, kim jesteś.',
  readBackTitle: 'Przywróć eksport',
  readBackText:
    'Masz archiwum wszystkich danych wyeksportowane z innego Daybook? Wybierz je i pracuj dalej od tego miejsca.',
  readBackChoose: 'Wybierz archiwum…',
  readBackReading: 'Przywracanie…',
  readBackRows: '{{done}} z {{total}}',
  readBackCounting: 'Zliczanie i sprawdzanie danych…',
} satisfies TextsLike<typeof english>
