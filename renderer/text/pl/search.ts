// Polish words of the search in notes.
import type { search as english } from '../en/search.ts'
import type { TextsLike } from '../textsLike.ts'

export const search = {
  title: 'Szukaj',
  label: 'Szukaj w notatkach',
  hint: 'Szuka wszystkich słów; ostatnie może być niepełne. „Słowa w cudzysłowie” tworzą całą frazę.',
  placeholder: 'Czego dotyczyła praca?',
  clear: 'Wyczyść wyszukiwanie',
  more: 'Wczytaj starsze wyniki',
  onlyYours: 'Przeszukiwane są tylko twoje notatki.',
  thereAreMore: 'Jest ich więcej.',
  incomplete: 'Starsze notatki są jeszcze dodawane do wyszukiwania.',
  column: { when: 'Kiedy', who: 'Kto', customer: 'Klient', category: 'Kategoria', note: 'Notatka' },
  start: {
    title: 'Znajdź sesję po notatce',
    text: 'Wpisz słowo lub jego początek. Najnowsze sesje są na górze; wiersz otwiera swój dzień w ewidencji.',
  },
  nothing: {
    title: 'Nic nie znaleziono',
    text: 'Żadna notatka nie zawiera wszystkich słów z „{{text}}”.',
  },
} satisfies TextsLike<typeof english>
