// Makes meetings of a calendar's events: a series is one event with its rule, and one more for each occurrence that was moved.
import { DAY_MS } from '../../../shared/base/duration.ts'
import type { Instant } from '../../../shared/base/instant.ts'
import { epochDayOf } from '../../../shared/base/localDate.ts'
import type { Result } from '../../../shared/base/result.ts'
import { fail, ok } from '../../../shared/base/result.ts'
import { wallMsAt } from '../../../shared/base/zoneOffset.ts'
import type { CalendarThing } from '../../../shared/contract/calendarFile.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { appError } from '../../../shared/contract/errors.ts'
import type { Exception } from '../../../shared/entities/meeting.ts'
import { NO_SUBJECT, subjectOf } from '../../../shared/entities/subject.ts'
import { fittedSeries } from '../../../shared/rules/importedSeries.ts'
import { checkedMeeting } from '../../../shared/rules/meetingCheck.ts'
import { instantAt, startsOf } from '../../../shared/rules/occurrences.ts'
import type { Block } from './blocks.ts'
import type { Properties, Property } from './properties.ts'
import type { ReadContext, Remarks, Span } from './rows.ts'
import { changedAtOf, fitted, isCancelled, refusedWhen, spanOf, titleOf, uidOf } from './rows.ts'
import type { When } from './when.ts'
import { instantOfWhen, whenOf } from './when.ts'

export type Part = { block: Block; properties: Properties }
type MeetingThing = Extract<CalendarThing, { kind: 'meeting' }>
/** `starts`: how often it takes place; a file has a bound for all of them. */
export type ReadMeeting = { span: Span; thing: MeetingThing; starts: number }

/** `moved`: the parts of the same series that name one of its occurrences. */
export function readMeeting(
  { block, properties }: Part,
  moved: readonly Part[],
  context: ReadContext,
  remarks: Remarks,
): Result<ReadMeeting, AppError> {
  const span = spanOf(properties, context, remarks)
  if (!span.ok) return span
  if (properties.first('x-daybook-entry') !== null) return fail(appError('calendarRow.recordedTime'))
  if (block.otherRule !== null)
    return fail(appError('calendarRow.otherRule', { values: { part: block.otherRule } }))
  if (block.rules.length > 1)
    return fail(appError('meeting.repeatUnknown', { values: { part: 'RRULE, RRULE' } }))
  const { startAt, endAt, allDay } = span.value
  const repeat = block.rules[0] ?? ''
  // Without a series, the zone says nothing but how a time was written.
  const zone = repeat === '' && !allDay && span.value.zone === 'UTC' ? context.zone : span.value.zone
  const title = titleOf(properties, remarks)
  const place = fitted(properties.text('location'), 500, false, remarks)
  const series = fittedSeries({ startAt, endAt, zone, allDay, repeat }, context.today)
  if (!series.ok)
    return fail(
      appError(series.error.reason === 'tooFine' ? 'meeting.repeatTooFine' : 'meeting.repeatUnknown', {
        values: { part: series.error.part.slice(0, 80) },
      }),
    )
  const { begins, until, ...timed } = series.value
  if (begins !== null) remarks.add('begins', { date: begins })
  if (until !== null) remarks.add('until', { date: until })
  const whole = { ...timed, title, place }
  const exceptions = exceptionsOf(
    { properties, moved, span: { ...span.value, zone }, whole },
    context,
    remarks,
  )
  if (!exceptions.ok) return exceptions
  const checked = checkedMeeting({
    ...PLAIN,
    ...whole,
    note: fitted(properties.text('description'), 10_000, true, remarks),
    exceptions: exceptions.value,
  })
  if (!checked.ok) return checked
  const { firstAt, note, ...known } = checked.value
  if (firstAt < 0) return fail(appError('calendarRow.tooOld'))
  return ok({
    span: span.value,
    starts: [...startsOf(checked.value)].length,
    thing: {
      kind: 'meeting',
      uid: uidOf(properties),
      cancelled: isCancelled(properties),
      changedAt: latest([properties, ...moved.map((part) => part.properties)]),
      title,
      place,
      note,
      startAt: known.startAt,
      endAt: known.endAt,
      zone: known.zone,
      allDay: known.allDay,
      repeat: known.repeat,
      exceptions: known.exceptions,
      organiser: properties.first('organizer') === null ? null : personOf(properties.first('organizer')),
      people: properties.all('attendee').slice(0, 200).map(personOf),
    },
  })
}

/** What a meeting is beside what a file says; only to be checked. */
const PLAIN = {
  ...subjectOf(NO_SUBJECT),
  id: '-',
  organiserId: '-',
  userIds: ['-'],
  logged: false,
  uid: '',
  firstAt: 0,
  lastAt: 0,
}

const latest = (parts: readonly Properties[]): Instant | null =>
  parts.map(changedAtOf).reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null)

const personOf = (property: Property | null): { name: string; email: string } => {
  const [, email = ''] = /^mailto:(.{1,300})$/i.exec(property?.values[0] ?? '') ?? []
  const plain = { list: [], add: () => undefined }
  return {
    name: fitted(property?.params.cn ?? '', 500, false, plain),
    email: fitted(email, 500, false, plain),
  }
}

type Series = {
  properties: Properties
  moved: readonly Part[]
  span: Span
  whole: {
    startAt: Instant
    endAt: Instant
    title: string
    place: string
    zone: string
    allDay: boolean
    repeat: string
  }
}

/** What was left out (EXDATE), moved or cancelled by itself (RECURRENCE-ID). */
function exceptionsOf(
  { properties, moved, span, whole }: Series,
  context: ReadContext,
  remarks: Remarks,
): Result<Exception[], AppError> {
  if (whole.repeat === '') {
    if (moved.length > 0) remarks.add('strays', { count: moved.length })
    return ok([])
  }
  const wallMs = wallMsAt(span.startAt, whole.zone)
  const timeOfDay = ((wallMs % DAY_MS) + DAY_MS) % DAY_MS
  // Some programs name a day where they mean the occurrence on it.
  const startOn = (when: When): Instant =>
    when.kind === 'date' && !whole.allDay
      ? instantAt(epochDayOf(when.date) * DAY_MS + timeOfDay, whole.zone)
      : instantOfWhen(when, whole.zone)
  const byStart = new Map<Instant, Exception>()
  for (const property of properties.all('exdate'))
    for (const index of property.values.keys()) {
      const when = whenOf(property, context.zoneOf, index)
      if ('problem' in when) return fail(refusedWhen(when))
      byStart.set(startOn(when), { at: startOn(when), moved: null })
    }
  for (const part of moved) {
    const id = part.properties.first('recurrence-id')
    if (id === null) continue
    if (id.params.range !== undefined) return fail(appError('calendarRow.thisAndFuture'))
    const when = whenOf(id, context.zoneOf)
    if ('problem' in when) return fail(refusedWhen(when))
    const at = startOn(when)
    if (isCancelled(part.properties)) {
      byStart.set(at, { at, moved: null })
      continue
    }
    const own = spanOf(part.properties, context, remarks)
    if (!own.ok) return own
    const { startAt, endAt } = own.value
    const text = (name: string, max: number, ofSeries: string): string => {
      const said =
        part.properties.first(name) === null ? '' : fitted(part.properties.text(name), max, false, remarks)
      return said === ofSeries ? '' : said
    }
    byStart.set(at, {
      at,
      moved: {
        startAt,
        endAt,
        title: text('summary', 500, whole.title),
        place: text('location', 500, whole.place),
      },
    })
  }
  const starts = new Set(startsOf(whole))
  const exceptions = [...byStart.values()].filter(({ at }) => starts.has(at)).sort((a, b) => a.at - b.at)
  // What lies before the series begins here is not missed.
  const missed = [...byStart.values()].filter(
    ({ at, moved: to }) => to !== null && at >= whole.startAt && !starts.has(at),
  )
  if (missed.length > 0) remarks.add('strays', { count: missed.length })
  return ok(exceptions)
}
