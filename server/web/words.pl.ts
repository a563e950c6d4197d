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
  code: 'Kod drugiego składnika',
  codeHint: 'Sześć cyfr z aplikacji uwierzytelniającej albo kod zapasowy.',
  setupText: 'Zeskanuj ten obraz aplikacją uwierzytelniającą, a potem wpisz sześć cyfr, które pokaże.',
  pictureLabel: 'Obraz dla aplikacji uwierzytelniającej; ten sam klucz jest niżej jako tekst',
  secretLabel: 'Klucz do wpisania:',
  recoveryTitle: 'Twoje kody zapasowe',
  recoveryText:
    'Przechowuj je w bezpiecznym miejscu: każdy działa raz, gdy stracisz aplikację uwierzytelniającą. Widać je tylko teraz.',
  onward: 'Mam je zapisane',
  factorTitle: 'Drugi składnik',
  factorOff: 'Wyłączony: wystarcza samo hasło.',
  factorOn: 'Włączony: oprócz hasła potrzebny jest kod z aplikacji.',
  recoveryLeft: 'Pozostałe kody zapasowe:',
  setUp: 'Skonfiguruj…',
  turnOn: 'Włącz',
  renew: 'Nowe kody zapasowe',
  turnOff: 'Wyłącz',
}
