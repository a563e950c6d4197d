// `daybook submit`, `approve`, `reject` and `approvals`: a user's week or month is submitted and decided (B49, I7).
import type { LocalDate } from '../../shared/base/localDate.ts'
import { addDays, firstDayOf, lastDayOf, weekStartOf } from '../../shared/base/localDate.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'
import { readDate, readMonth, weekStartOfLocale } from '../times.ts'
import { duration } from '../words.ts'

export type DaysOptions = { user?: string; week?: string; month?: string; day?: string; reason?: string }

type Span = { from: LocalDate; to: LocalDate }

/** The week with a day in it, a month, or one day. */
function spanOf({ week, month, day }: DaysOptions, weekStart: number): Span {
  const said = [week, month, day].filter((one) => one !== undefined)
  if (said.length !== 1) throw new UsageError('Say --week, --month or --day, one of them.')
  if (week !== undefined) {
    const from = weekStartOf(readDate(week), weekStart)
    return { from, to: addDays(from, 6) }
  }
  if (month !== undefined) {
    const whole = readMonth(month)
    return { from: firstDayOf(whole), to: lastDayOf(whole) }
  }
  const date = readDate(day ?? '')
  return { from: date, to: date }
}

async function asked(session: Session, options: DaysOptions) {
  const { user, organisation } = await session.setUp()
  const userId = options.user === undefined ? user.id : await idOfName(session, 'user', options.user, null)
  return { userId, ...spanOf(options, organisation.weekStart ?? weekStartOfLocale()) }
}

const daysText = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`

export async function submit(session: Session, options: DaysOptions): Promise<Outcome> {
  const of = await asked(session, options)
  const value = await session.ask('approval.submit', of)
  return { value: { ...of, ...value }, text: `Submitted ${daysText(value.days)}, ${of.from} to ${of.to}.` }
}

export async function withdraw(session: Session, options: DaysOptions): Promise<Outcome> {
  const of = await asked(session, options)
  const value = await session.ask('approval.withdraw', of)
  return { value: { ...of, ...value }, text: `Withdrawn: ${daysText(value.days)}.` }
}

const SAID = { approve: 'Approved', reject: 'Rejected', takeBack: 'Taken back' } as const

export async function decide(
  session: Session,
  act: keyof typeof SAID,
  options: DaysOptions,
): Promise<Outcome> {
  const of = await asked(session, options)
  const value = await session.ask(`approval.${act}`, { of: [of], reason: options.reason ?? '' })
  return {
    value: { ...of, ...value },
    text: `${SAID[act]}: ${daysText(value.days)}, ${of.from} to ${of.to}.`,
  }
}

/** What waits, for those who decide; or what became of one user's days. */
export async function list(session: Session, options: DaysOptions): Promise<Outcome> {
  if (options.user !== undefined || options.week !== undefined || options.month !== undefined) {
    const days = await session.ask('approval.list', await asked(session, options))
    const rows = days.map(({ date, status, reason }) => [date, status, reason])
    return {
      value: { days },
      text:
        rows.length === 0
          ? 'None of these days was submitted.'
          : table([{ title: 'Day' }, { title: 'Status' }, { title: 'Reason' }], rows),
    }
  }
  await session.setUp()
  const { weeks } = await session.ask('approval.waiting', { weekStart: weekStartOfLocale() })
  const right = true
  const rows = weeks.map((week) => [
    week.name,
    week.first,
    week.last,
    duration(week.totalMs),
    duration(week.expectedMs),
    [
      ...(week.missing.length > 0 ? [`missing: ${week.missing.join(', ')}`] : []),
      ...(week.overlaps.length > 0 ? [`overlaps: ${week.overlaps.join(', ')}`] : []),
      ...(week.breaks.length > 0 ? [`breaks: ${week.breaks.join(', ')}`] : []),
      ...(week.gaps > 0 ? [`open gaps: ${week.gaps}`] : []),
    ].join('; '),
  ])
  const columns = [
    { title: 'User' },
    { title: 'From' },
    { title: 'To' },
    { title: 'Total', right },
    { title: 'Expected', right },
    { title: 'Look at' },
  ]
  return {
    value: { weeks },
    text: rows.length === 0 ? 'Nothing is waiting for approval.' : table(columns, rows),
  }
}
