// The Polish words of the server's own pages.
import type { WebWords } from './words.en.ts'

export const webWordsPl: WebWords = {
  lang: 'pl',
  signInTitle: 'Logowanie',
  signInLead: 'Do Daybooka Twojego zespołu.',
  email: 'Adres e-mail',
  password: 'Hasło',
  signIn: 'Zaloguj się',
  accountTitle: 'Moje logowanie',
  signedInAs: 'Zalogowano jako',
  openDaybook: 'Otwórz Daybook',
  signOut: 'Wyloguj się',
  signOutEverywhere: 'Wyloguj się wszędzie',
  everywhereHint:
    'We wszystkich przeglądarkach. Urządzenia z aplikacją Daybook pozostają w zespole; wykluczysz je w nich w Ustawieniach, w części Zespół.',
  needsScript: 'Ta strona wymaga JavaScriptu. Włącz go i wczytaj stronę ponownie.',
  offline: 'Nie można połączyć się z serwerem. Spróbuj ponownie.',
  problemTitle: 'To nie działa',
}
