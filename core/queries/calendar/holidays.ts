// Public holidays in the calendar: those on which no hours are expected.
import { dayStartAt } from '../../../shared/base/dayRule.ts'
import { addMonths, monthOf } from '../../../shared/base/localDate.ts'
import type { Month } from '../../../shared/base/localDate.ts'
import type { CalendarItem } from '../../../shared/contract/calendar.ts'
import { holidaysIn } from '../../facts/history.ts'
import { organisationOf } from '../../facts/reads.ts'
import type { CalendarSource } from './source.ts'
import { PLAIN } from './source.ts'

export const holidays: CalendarSource = (data, { first, last }) => {
  const organisation = organisationOf(data)
  if (organisation === null) return []
  const months: Month[] = []
  for (let month = monthOf(first); month <= monthOf(last); month = addMonths(month, 1)) months.push(month)
  return months
    .flatMap((month) => [...holidaysIn(data, organisation, month)])
    .filter(([date]) => date >= first && date <= last)
    .map(([date, title]): CalendarItem => {
      const startAt = dayStartAt(date, { zone: organisation.zone, dayStartMinutes: 0 })
      return { ...PLAIN, kind: 'holiday', id: date, startAt, endAt: startAt, day: date, title }
    })
}
