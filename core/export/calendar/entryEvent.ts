// Recorded time as an event that says so: other calendars show it, and an import does not take it for a meeting.
import ICAL from 'ical.js'
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import { addDays } from '../../../shared/base/localDate.ts'
import { isAmount } from '../../../shared/rules/amount.ts'
import type { EntryRow } from '../entryRows.ts'
import { dateProperty, timeProperty } from './times.ts'

/** As the journal calls it, in every language (A31). */
const KEYWORD = 'Time Log'

export function entryEvent(entry: EntryRow): ICAL.Component {
  const event = new ICAL.Component('vevent')
  event.addPropertyWithValue('uid', entry.id)
  const title = [entry.customerName, entry.projectName, entry.categoryName].filter(
    (name) => name !== null && name !== '',
  )
  event.addPropertyWithValue('summary', title.length === 0 ? KEYWORD : title.join(' · '))
  event.addPropertyWithValue('categories', KEYWORD)
  // An amount has a day, and no hours (F9).
  if (isAmount(entry)) {
    event.addProperty(dateProperty('dtstart', entry.workDate))
    event.addProperty(dateProperty('dtend', addDays(entry.workDate, 1)))
  } else {
    event.addProperty(timeProperty('dtstart', [entry.startAt], 'UTC'))
    event.addProperty(timeProperty('dtend', [entry.endAt], 'UTC'))
  }
  if (entry.note !== '') event.addPropertyWithValue('description', entry.note)
  event.addPropertyWithValue('transp', 'TRANSPARENT')
  // Without the pauses, as it counts.
  event.addPropertyWithValue('x-daybook-entry', `PT${Math.round(entry.durationMs / MINUTE_MS)}M`)
  return event
}
