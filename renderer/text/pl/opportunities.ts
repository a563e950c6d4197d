// Polish words of opportunities: the tab on a customer's page, and the field wherever time is put on one.
import type { opportunities as english } from '../en/opportunities.ts'
import type { TextsLike } from '../textsLike.ts'

export const opportunities = {
  tab: 'Szanse sprzedaży',
  add: 'Dodaj szansę sprzedaży',
  newName: 'Nazwa nowej szansy sprzedaży',
  placeholder: 'Na przykład Druga lokalizacja',
  count_one: '{{count}} szansa sprzedaży',
  count_few: '{{count}} szanse sprzedaży',
  count_many: '{{count}} szans sprzedaży',
  count_other: '{{count}} szansy sprzedaży',
  column: {
    name: 'Nazwa',
    stage: 'Etap',
    value: 'Wartość',
    expected: 'Przewidywane zamknięcie',
    status: 'Status',
    time: 'Czas',
    yours: 'Twój czas',
    actions: 'Akcje',
  },
  status: { Open: 'Otwarta', Won: 'Wygrana', Lost: 'Przegrana' },
  nameOf: 'Nazwa: {{name}}',
  nameRequired: 'Podaj nazwę.',
  statusOf: 'Status: {{name}}',
  stageOf: 'Etap: {{name}}',
  valueOf: 'Wartość: {{name}}',
  expectedOf: 'Przewidywane zamknięcie: {{name}}',
  delete: 'Usuń: {{name}}',
  added: 'Dodano: {{name}}.',
  saved: 'Zapisano: {{name}}.',
  became: { Won: 'Wygrana: {{name}}.', Lost: 'Przegrana: {{name}}.', Open: 'Otwarto ponownie: {{name}}.' },
  deleted: 'Usunięto: {{name}}.',
  empty: {
    title: 'Nie ma jeszcze szans sprzedaży',
    text: 'Szansa sprzedaży to coś, co ten klient może kupić: ma etap, wartość i dzień spodziewanej decyzji. Dopóki jest otwarta, można zapisywać na niej czas.',
  },
  field: { label: 'Szansa sprzedaży', none: 'Bez szansy sprzedaży' },
} satisfies TextsLike<typeof english>
