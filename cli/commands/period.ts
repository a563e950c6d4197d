// `daybook period`: what is odd in a period, closing it, and opening it again.
import type { PeriodOddity } from '../../shared/contract/diary.ts'
import type { Outcome } from '../output.ts'
import type { Session } from '../session.ts'
import { oneLine, table } from '../table.ts'
import { readDate } from '../times.ts'
import { clockTime, duration, what } from '../words.ts'

const SAID: Record<PeriodOddity['kind'], [one: string, many: string]> = {
  missing: ['working day without an entry', 'working days without an entry'],
  overlap: ['day with entries that overlap', 'days with entries that overlap'],
  gap: ['gap that nobody has answered', 'gaps that nobody has answered'],
  unapproved: ['day that is not approved', 'days that are not approved'],
  breaks: ['day with a break too short or too late', 'days with a break too short or too late'],
  timer: ['timer that began in these days', 'timers that began in these days'],
  request: ['request for absence not decided', 'requests for absence not decided'],
}

export async function checkPeriod(session: Session, options: { through: string }): Promise<Outcome> {
  const { organisation } = await session.setUp()
  const through = readDate(options.through)
  const { oddities } = await session.ask('period.preview', { through })
  const lines = oddities.map(({ name, kind, count, date }) => [
    name,
    `${count} ${SAID[kind][count === 1 ? 0 : 1]}`,
    date,
  ])
  return {
    value: { closedThrough: organisation.closedThrough, through, oddities },
    text:
      lines.length === 0
        ? `Nothing odd through ${through}.`
        : table([{ title: 'User' }, { title: 'What is odd' }, { title: 'First' }], lines),
  }
}

export async function closePeriod(
  session: Session,
  options: { through: string; overTimers?: boolean },
): Promise<Outcome> {
  await session.setUp()
  const through = readDate(options.through)
  await session.ask('period.close', { through, overTimers: options.overTimers === true })
  return { value: { closedThrough: through }, text: `Closed through ${through}.` }
}

export async function openPeriod(
  session: Session,
  options: { reason: string; through?: string },
): Promise<Outcome> {
  await session.setUp()
  const through = options.through === undefined ? null : readDate(options.through)
  await session.ask('period.close', { through, reason: options.reason })
  return {
    value: { closedThrough: through },
    text: through === null ? 'All days are open again.' : `Open again; still closed through ${through}.`,
  }
}

/** Time of timers over the cut, which waits to be booked or dropped. */
export async function exceptions(session: Session): Promise<Outcome> {
  const { organisation } = await session.setUp()
  const value = await session.ask('periodException.list', {})
  const time = (instant: number) => clockTime(instant, organisation.zone)
  const rows = value.rows.map((row) => [
    row.id,
    row.userName,
    row.workDate,
    `${time(row.startAt)} – ${time(row.endAt)}`,
    duration(row.durationMs),
    what(row),
    oneLine(row.note, 40),
  ])
  const columns = [
    { title: 'Exception' },
    { title: 'User' },
    { title: 'Day' },
    { title: 'Time' },
    { title: 'Total', right: true },
    { title: 'Customer · Category' },
    { title: 'Note' },
  ]
  return {
    value: { exceptions: value.rows, onlyYours: value.onlyYours },
    text: rows.length === 0 ? 'No exceptions.' : table(columns, rows),
  }
}

export async function bookException(
  session: Session,
  exceptionId: string,
  options: { date: string },
): Promise<Outcome> {
  await session.setUp()
  const date = readDate(options.date)
  const value = await session.ask('periodException.book', { exceptionId, date })
  return { value: { exceptionId, date, ...value }, text: `Booked on ${date}.` }
}

export async function dropException(
  session: Session,
  exceptionId: string,
  options: { reason?: string },
): Promise<Outcome> {
  await session.setUp()
  await session.ask('periodException.drop', { exceptionId, reason: options.reason ?? '' })
  return { value: { exceptionId }, text: 'Dropped.' }
}
