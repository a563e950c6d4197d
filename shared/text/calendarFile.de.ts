// The German sentences of a calendar's import.
import type { CalendarFileWords } from './calendarFile.en.ts'

export const calendarFileDe: CalendarFileWords = {
  states: {
    new: 'Neu',
    changed: 'Geändert',
    cancelled: 'Abgesagt',
    same: 'Schon da',
    kept: 'Bleibt wie hier',
    absent: 'Abgesagt, nicht hier',
    refused: 'Abgelehnt',
  },
  remarks: {
    floating: 'Die Uhrzeit nennt keine Zone: gelesen als {{zone}}.',
    zoneRead: 'Die Zone „{{name}}“ wird als {{zone}} gelesen.',
    until: 'Wiederholt sich länger: bis {{date}} wird es übernommen.',
    begins: 'Begann früher: ab {{date}} wird es übernommen.',
    noEnd: 'Ohne Ende: dauert {{minutes}} Minuten.',
    shortened: 'Der Text ist zu lang und wird gekürzt.',
    strays: '{{count}} geänderte Termine gehören nicht zur Serie und entfallen.',
    unknownPeople: 'Hier kein Benutzer: {{names}}.',
  },
}
