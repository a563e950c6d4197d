// The Polish sentences of a calendar's import.
import type { CalendarFileWords } from './calendarFile.en.ts'

export const calendarFilePl: CalendarFileWords = {
  states: {
    new: 'Nowe',
    changed: 'Zmienione',
    cancelled: 'Odwołane',
    same: 'Już jest',
    kept: 'Bez zmian',
    absent: 'Odwołane, nie ma go tutaj',
    refused: 'Odrzucone',
  },
  remarks: {
    floating: 'Godzina bez strefy: odczytano w strefie {{zone}}.',
    zoneRead: 'Strefę „{{name}}” odczytano jako {{zone}}.',
    until: 'Powtarza się dłużej: uwzględniono do {{date}}.',
    begins: 'Zaczęło się wcześniej: uwzględniono od {{date}}.',
    noEnd: 'Bez końca: przyjęto czas trwania {{minutes}} min.',
    shortened: 'Tekst jest za długi i został skrócony.',
    strays: 'Pominięto zmienione wystąpienia, których nie ma w serii: {{count}}.',
    unknownPeople: 'Nie ma tu takich użytkowników: {{names}}.',
  },
}
