// What every thing of a calendar's file has, read from its properties: its texts, its times, and what is said about them.
import { hash } from 'node:crypto'
import { DAY_MS, MINUTE_MS } from '../../../shared/base/duration.ts'
import type { Instant } from '../../../shared/base/instant.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { addDays } from '../../../shared/base/localDate.ts'
import { cleanText } from '../../../shared/base/text.ts'
import type { Result } from '../../../shared/base/result.ts'
import { fail, ok } from '../../../shared/base/result.ts'
import { wallMsAt } from '../../../shared/base/zoneOffset.ts'
import type { CalendarThing, ImportRemark, ImportRow } from '../../../shared/contract/calendarFile.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { appError } from '../../../shared/contract/errors.ts'
import { instantAt } from '../../../shared/rules/occurrences.ts'
import type { Properties } from './properties.ts'
import type { When, WhenProblem, ZoneOf } from './when.ts'
import { instantOfWhen, lengthOf, whenOf } from './when.ts'

/** What is read by: the organisation's zone, its day, and which zone a name means. */
export type ReadContext = { zone: string; today: LocalDate; zoneOf: ZoneOf }

/** A thing that can be decided on, or why it cannot. */
export type ReadRow = Omit<ImportRow, 'state'> & { thing: CalendarThing | null }

/** Gathers what is said about one thing, each once. */
export type Remarks = {
  list: ImportRemark[]
  add(code: ImportRemark['code'], values?: ImportRemark['values']): void
}
export function createRemarks(): Remarks {
  const list: ImportRemark[] = []
  return {
    list,
    add: (code, values) => {
      if (!list.some((remark) => remark.code === code))
        list.push(values === undefined ? { code } : { code, values })
    },
  }
}

export function fitted(text: string, max: number, multiline: boolean, remarks: Remarks): string {
  const clean = cleanText(text, { max: Infinity, multiline })
  if (clean.length <= max) return clean
  remarks.add('shortened')
  return cleanText(clean, { max, multiline })
}

/** Events of some programs have none. */
export const titleOf = (properties: Properties, remarks: Remarks): string =>
  fitted(properties.text('summary'), 200, false, remarks) || '–'

const LONGEST_UID = 500

/** One that is longer than ours may be is known by its hash. */
export function uidOf(properties: Properties): string {
  const moved = properties.first('recurrence-id')?.values[0]
  const text = moved === undefined ? properties.text('uid') : `${properties.text('uid')}/${moved}`
  const uid = cleanText(text, { max: Infinity, multiline: false })
  return uid.length <= LONGEST_UID ? uid : `sha256:${hash('sha256', uid)}`
}

export const isCancelled = (properties: Properties): boolean =>
  properties.text('status').toUpperCase() === 'CANCELLED'

export function changedAtOf(properties: Properties): Instant | null {
  for (const name of ['last-modified', 'dtstamp']) {
    const property = properties.first(name)
    const when = property === null ? null : whenOf(property, () => null)
    if (when !== null && 'kind' in when && when.kind === 'time')
      return Math.max(0, instantOfWhen(when, 'UTC'))
  }
  return null
}

export function refusedWhen({ problem, text }: WhenProblem): AppError {
  return problem === 'badTime'
    ? appError('calendarRow.badTime', { values: { text } })
    : appError('calendarRow.zoneUnknown', { values: { zone: text.slice(0, 200) } })
}

export function readWhen(
  properties: Properties,
  name: string,
  context: ReadContext,
  remarks: Remarks,
): Result<When | null, AppError> {
  const property = properties.first(name)
  if (property === null) return ok(null)
  const when = whenOf(property, context.zoneOf)
  if ('problem' in when) return fail(refusedWhen(when))
  if (when.kind === 'time') {
    const { tzid } = property.params
    if (when.zone === null) remarks.add('floating', { zone: context.zone })
    else if (tzid !== undefined && when.zone !== tzid && when.zone !== 'UTC')
      remarks.add('zoneRead', { name: tzid.slice(0, 200), zone: when.zone })
  }
  return ok(when)
}

/** Of an event without a length; calendars draw it as a point. */
const USUAL_MS = 30 * MINUTE_MS

export type Span = { startAt: Instant; endAt: Instant; allDay: boolean; zone: string; start: When }

/** From DTSTART, and DTEND or DURATION; whole days go by the organisation's clocks, or by those that our own files name. */
export function spanOf(
  properties: Properties,
  context: ReadContext,
  remarks: Remarks,
): Result<Span, AppError> {
  const start = readWhen(properties, 'dtstart', context, remarks)
  if (!start.ok) return start
  if (start.value === null) return fail(appError('calendarRow.noStart'))
  const end = readWhen(properties, 'dtend', context, remarks)
  if (!end.ok) return end
  const when = start.value
  const own = properties.text('x-daybook-zone')
  const daysZone = own === '' ? context.zone : (context.zoneOf(own) ?? context.zone)
  const zone = when.kind === 'date' ? daysZone : (when.zone ?? context.zone)
  const startAt = instantOfWhen(when, zone)
  const allDay = when.kind === 'date'
  const length = lengthOf(properties.text('duration'))
  const endAt =
    end.value !== null
      ? instantOfWhen(end.value, zone)
      : length !== null
        ? instantAt(wallMsAt(startAt, zone) + length.days * DAY_MS, zone) + length.ms
        : startAt
  const span = { startAt, endAt, allDay, zone, start: when }
  if (endAt !== startAt) return ok(span)
  if (when.kind === 'date')
    return ok({ ...span, endAt: instantOfWhen({ kind: 'date', date: addDays(when.date, 1) }, zone) })
  remarks.add('noEnd', { minutes: USUAL_MS / MINUTE_MS })
  return ok({ ...span, endAt: startAt + USUAL_MS })
}
