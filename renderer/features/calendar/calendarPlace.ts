// Which view of which days, and of whom, the address of the calendar shows: /calendar/week/2026-03-02/id,id.
import {
  addDays,
  addMonths,
  firstDayOf,
  inCalendar,
  isLocalDate,
  lastDayOf,
  monthOf,
  weekStartOf,
} from '../../../shared/base/localDate.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { Id } from '../../../shared/entities/entity.ts'

export const VIEWS = ['day', 'week', 'month', 'agenda'] as const
export type CalendarView = (typeof VIEWS)[number]

/** `date` null: today, also after midnight; `people` empty: oneself. */
export type CalendarPlace = { view: CalendarView; date: LocalDate | null; people: readonly Id[] }

const TODAY = 'today'

export function calendarPath({ view, date, people }: CalendarPlace): string {
  const parts = ['', 'calendar', view]
  if (date !== null || people.length > 0) parts.push(date ?? TODAY)
  if (people.length > 0) parts.push(people.map(encodeURIComponent).join(','))
  return parts.join('/')
}

/** What somebody typed into the address may be no view and no day: then it is this week. */
export function placeFrom(params: { view?: string; date?: string; people?: string }): CalendarPlace {
  const { date = '', people = '' } = params
  return {
    view: VIEWS.find((view) => view === params.view) ?? 'week',
    // A month around it must exist as well.
    date: isLocalDate(date) && inCalendar(addDays(date, -60)) && inCalendar(addDays(date, 60)) ? date : null,
    people: people.split(',').filter((id) => /^\w+$/.test(id)),
  }
}

/** The days that a view of this day shows; of a month also those that fill its first and last week. */
export function daysOf(
  view: CalendarView,
  date: LocalDate,
  weekStart: number,
): { from: LocalDate; to: LocalDate } {
  if (view === 'day') return { from: date, to: date }
  const month = monthOf(date)
  const first = weekStartOf(view === 'month' ? firstDayOf(month) : date, weekStart)
  const last = view === 'month' ? weekStartOf(lastDayOf(month), weekStart) : first
  return { from: first, to: addDays(last, 6) }
}

/** The day that the view before or after this one shows. */
export function stepped(view: CalendarView, date: LocalDate, by: 1 | -1): LocalDate {
  if (view !== 'month') return addDays(date, view === 'day' ? by : 7 * by)
  const month = addMonths(monthOf(date), by)
  const sameDay = `${month}${date.slice(7)}`
  return isLocalDate(sameDay) ? sameDay : lastDayOf(month)
}
