// The English sentences of a calendar's import.
import type { ImportRemark, ImportState } from '../contract/calendarFile.ts'

/** By code; a state stands in a column of the table. */
export type CalendarFileWords = {
  states: Record<ImportState, string>
  remarks: Record<ImportRemark['code'], string>
}

export const calendarFileEn: CalendarFileWords = {
  states: {
    new: 'New',
    changed: 'Changed',
    cancelled: 'Cancelled',
    same: 'Already here',
    kept: 'Stays as it is',
    absent: 'Cancelled, not here',
    refused: 'Refused',
  },
  remarks: {
    floating: 'Its time names no zone: read as {{zone}}.',
    zoneRead: 'The zone “{{name}}” is read as {{zone}}.',
    until: 'It repeats for longer: up to {{date}} it is taken.',
    begins: 'It began earlier: from {{date}} on it is taken.',
    noEnd: 'It has no end: it takes {{minutes}} minutes.',
    shortened: 'Its text is too long and is cut.',
    strays: '{{count}} of its changed occurrences are not in its series and are left out.',
    unknownPeople: 'Not a user here: {{names}}.',
  },
}
