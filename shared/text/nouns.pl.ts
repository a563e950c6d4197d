// The Polish words of every noun, with gender and case, and what is said of nouns with them.
import type { NounSentences } from './nounErrors.ts'
import type { EntityName } from '../entities/registry.ts'

/** `mp` is a man or woman, `pl` has no singular. `gone`: the whole sentence where more can be said of what is no longer there. */
export type NounWordsPl = {
  gender: 'm' | 'mp' | 'f' | 'n' | 'pl'
  one: string
  many: string
  /** Whom or what one changes. */
  accusative: string
  /** Where something is used: „w …”. */
  locative: string
  gone?: string
}

export const nounsPl: Record<EntityName, NounWordsPl> = {
  organisation: {
    gender: 'f',
    one: 'organizacja',
    many: 'organizacje',
    accusative: 'organizację',
    locative: 'organizacji',
  },
  user: {
    gender: 'mp',
    one: 'użytkownik',
    many: 'użytkownicy',
    accusative: 'użytkownika',
    locative: 'użytkowniku',
  },
  employment: { gender: 'f', one: 'umowa', many: 'umowy', accusative: 'umowę', locative: 'umowie' },
  category: {
    gender: 'f',
    one: 'kategoria',
    many: 'kategorie',
    accusative: 'kategorię',
    locative: 'kategorii',
  },
  customer: { gender: 'mp', one: 'klient', many: 'klienci', accusative: 'klienta', locative: 'kliencie' },
  opportunity: {
    gender: 'f',
    one: 'szansa sprzedaży',
    many: 'szanse sprzedaży',
    accusative: 'szansę sprzedaży',
    locative: 'szansie sprzedaży',
  },
  project: { gender: 'm', one: 'projekt', many: 'projekty', accusative: 'projekt', locative: 'projekcie' },
  taxRate: {
    gender: 'f',
    one: 'stawka podatku',
    many: 'stawki podatku',
    accusative: 'stawkę podatku',
    locative: 'stawce podatku',
  },
  logo: { gender: 'n', one: 'logo', many: 'loga', accusative: 'logo', locative: 'logo' },
  billingProfile: {
    gender: 'pl',
    one: 'ustawienia rozliczeń',
    many: 'ustawienia rozliczeń',
    accusative: 'ustawienia rozliczeń',
    locative: 'ustawieniach rozliczeń',
  },
  invoice: { gender: 'f', one: 'faktura', many: 'faktury', accusative: 'fakturę', locative: 'fakturze' },
  invoicedEntry: {
    gender: 'm',
    one: 'zafakturowany czas',
    many: 'zafakturowane czasy',
    accusative: 'zafakturowany czas',
    locative: 'zafakturowanym czasie',
  },
  payment: { gender: 'f', one: 'płatność', many: 'płatności', accusative: 'płatność', locative: 'płatności' },
  case: { gender: 'f', one: 'sprawa', many: 'sprawy', accusative: 'sprawę', locative: 'sprawie' },
  tag: { gender: 'm', one: 'tag', many: 'tagi', accusative: 'tag', locative: 'tagu' },
  office: { gender: 'n', one: 'biuro', many: 'biura', accusative: 'biuro', locative: 'biurze' },
  department: { gender: 'm', one: 'dział', many: 'działy', accusative: 'dział', locative: 'dziale' },
  assignment: {
    gender: 'n',
    one: 'przypisanie',
    many: 'przypisania',
    accusative: 'przypisanie',
    locative: 'przypisaniu',
  },
  rate: {
    gender: 'f',
    one: 'stawka rozliczeniowa',
    many: 'stawki rozliczeniowe',
    accusative: 'stawkę rozliczeniową',
    locative: 'stawce rozliczeniowej',
  },
  hoursPackage: {
    gender: 'm',
    one: 'pakiet godzin',
    many: 'pakiety godzin',
    accusative: 'pakiet godzin',
    locative: 'pakiecie godzin',
  },
  absenceKind: {
    gender: 'm',
    one: 'rodzaj nieobecności',
    many: 'rodzaje nieobecności',
    accusative: 'rodzaj nieobecności',
    locative: 'rodzaju nieobecności',
  },
  absence: {
    gender: 'f',
    one: 'nieobecność',
    many: 'nieobecności',
    accusative: 'nieobecność',
    locative: 'nieobecności',
  },
  entitlement: {
    gender: 'm',
    one: 'wymiar urlopu',
    many: 'wymiary urlopu',
    accusative: 'wymiar urlopu',
    locative: 'wymiarze urlopu',
  },
  periodException: {
    gender: 'm',
    one: 'wyjątek',
    many: 'wyjątki',
    accusative: 'wyjątek',
    locative: 'wyjątku',
  },
  approval: {
    gender: 'n',
    one: 'zatwierdzenie',
    many: 'zatwierdzenia',
    accusative: 'zatwierdzenie',
    locative: 'zatwierdzeniu',
  },
  accountEntry: {
    gender: 'm',
    one: 'zapis na koncie',
    many: 'zapisy na koncie',
    accusative: 'zapis na koncie',
    locative: 'zapisie na koncie',
  },
  pastSetting: {
    gender: 'n',
    one: 'ustawienie zamkniętego okresu',
    many: 'ustawienia zamkniętego okresu',
    accusative: 'ustawienie zamkniętego okresu',
    locative: 'ustawieniu zamkniętego okresu',
  },
  timer: {
    gender: 'm',
    one: 'licznik',
    many: 'liczniki',
    accusative: 'licznik',
    locative: 'liczniku',
    gone: 'Tego licznika już nie ma: jego czas został zapisany lub porzucony.',
  },
  timeEntry: {
    gender: 'm',
    one: 'wpis czasu',
    many: 'wpisy czasu',
    accusative: 'wpis czasu',
    locative: 'wpisie czasu',
  },
  meeting: {
    gender: 'n',
    one: 'spotkanie',
    many: 'spotkania',
    accusative: 'spotkanie',
    locative: 'spotkaniu',
  },
  task: { gender: 'n', one: 'zadanie', many: 'zadania', accusative: 'zadanie', locative: 'zadaniu' },
  journalEntry: {
    gender: 'm',
    one: 'wpis w dzienniku',
    many: 'wpisy w dzienniku',
    accusative: 'wpis w dzienniku',
    locative: 'wpisie w dzienniku',
  },
  noteDraft: {
    gender: 'm',
    one: 'szkic',
    many: 'szkice',
    accusative: 'szkic',
    locative: 'szkicu',
    gone: 'Tego szkicu już nie ma: został przywrócony, usunięty lub miał ponad 30 dni.',
  },
  savedReport: {
    gender: 'm',
    one: 'zapisany raport',
    many: 'zapisane raporty',
    accusative: 'zapisany raport',
    locative: 'zapisanym raporcie',
  },
  gap: {
    gender: 'f',
    one: 'luka',
    many: 'luki',
    accusative: 'lukę',
    locative: 'luce',
    gone: 'Ta luka jest już wyjaśniona.',
  },
}

const WORDS = {
  m: { this: 'Ten', exists: 'już nie istnieje', isUsed: 'jest już używany', another: 'inny' },
  mp: { this: 'Ten', exists: 'już nie istnieje', isUsed: 'jest już używany', another: 'innego' },
  f: { this: 'Ta', exists: 'już nie istnieje', isUsed: 'jest już używana', another: 'inną' },
  n: { this: 'To', exists: 'już nie istnieje', isUsed: 'jest już używane', another: 'inne' },
  pl: { this: 'Te', exists: 'już nie istnieją', isUsed: 'są już używane', another: 'inne' },
}

export const nounSentencesPl: NounSentences<NounWordsPl> = {
  notFound: ({ gender, one, gone }, chosen) => {
    const words = WORDS[gender]
    return gone ?? `${words.this} ${one} ${words.exists}.${chosen ? ` Wybierz ${words.another}.` : ''}`
  },
  inUse: ({ gender, one, accusative }) =>
    `${WORDS[gender].this} ${one} ${WORDS[gender].isUsed}, więc nie można cofnąć dodania. Zamiast tego usuń ${accusative}: wcześniejsze zapisy zachowają nazwę.`,
  deleteUsedIn: ({ locative }) => `Używane w ${locative}. Nie można usunąć.`,
  editUsedIn: ({ locative }) => `Używane w ${locative} – nie można zmienić.`,
}
