// Polish words of the client log.
import type { clientLog as english } from '../en/clientLog.ts'
import type { TextsLike } from '../textsLike.ts'

export const clientLog = {
  tab: 'Rejestracja czasu',
  edit: 'Edytuj rejestrację czasu',
  title: 'Rejestr klienta',
  add: 'Dodaj nowy wpis',
  lines_one: '{{count}} wiersz',
  lines_few: '{{count}} wiersze',
  lines_many: '{{count}} wierszy',
  lines_other: '{{count}} wiersza',
  total: 'Łączny czas',
  written_one: 'Zapisano wiersz.',
  written_few: 'Zapisano {{count}} wiersze.',
  written_many: 'Zapisano {{count}} wierszy.',
  written_other: 'Zapisano {{count}} wiersza.',
  refused: 'nie przyjęto',
  tooMany: 'Naraz można wkleić najwyżej {{most}} wierszy. Skopiuj mniej i wklej ponownie.',
  emptyTitle: 'Rejestr jest jeszcze pusty',
  emptyText: 'Dodaj wiersz z datą i czasem trwania albo wklej wiersze z arkusza kalkulacyjnego.',
  yes: 'tak',
  no: 'nie',
  column: {
    label: 'Opis',
    date: 'Data',
    amount: 'Czas trwania',
    user: 'Użytkownik',
    category: 'Kategoria',
    billable: 'Rozliczalny',
  },
  problem: {
    labelTooLong: 'Opis może mieć najwyżej 10 000 znaków.',
    date: 'To nie jest data. Wpisz ją w postaci {{date}}.',
    amount: 'To nie jest czas trwania. Wpisz go w postaci 1:30, 2h 30min, 2,5 lub 90min.',
    amountMissing: 'Podaj, ile to trwało.',
    user: 'Nie ma aktywnego użytkownika o tej nazwie.',
    userKept:
      'Zapisany czas pozostaje przy swoim użytkowniku. Dodaj nowy wiersz dla drugiej osoby, a ten usuń.',
    category: 'Nie ma aktywnej kategorii o tej nazwie.',
    billable: 'Wpisz tak lub nie; puste oznacza: według kategorii.',
  },
} satisfies TextsLike<typeof english>
