// `daybook diary`: a month of all users, a user's month, or a day.
import { monthOf } from '../../shared/base/localDate.ts'
import type { DiaryDayView, DiaryMonth, DiaryUserMonth } from '../../shared/contract/diary.ts'
import { isTooLate, isTooShort } from '../../shared/rules/breaks.ts'
import type { BreakWarning } from '../../shared/rules/breaks.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { dim } from '../output.ts'
import { UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { oneLine, table } from '../table.ts'
import { readDate, readMonth } from '../times.ts'
import { clockTime, duration, durationOrDash, money, what, WEEKDAYS, timeOrDash } from '../words.ts'

export type DiaryOptions = { month?: string; user?: string; day?: string }

export async function diary(session: Session, options: DiaryOptions): Promise<Outcome> {
  const date = options.day === undefined ? undefined : readDate(options.day)
  const given = options.month === undefined ? undefined : readMonth(options.month)
  if (date !== undefined && given !== undefined && monthOf(date) !== given) {
    throw new UsageError(`--day ${date} is not in --month ${given}.`)
  }
  const { state, user } = await session.setUp()
  const month = given ?? monthOf(state.today)
  const userId = options.user === undefined ? null : await idOfName(session, 'user', options.user, null)
  if (date !== undefined) {
    const view = await session.ask('diary.day', { userId: userId ?? user.id, date })
    return { value: view, text: dayText(view) }
  }
  if (userId !== null) {
    const view = await session.ask('diary.user', { userId, month })
    return { value: view, text: userText(view) }
  }
  const view = await session.ask('diary.month', { month })
  return { value: view, text: monthText(view) }
}

function monthText(view: DiaryMonth): string {
  const rows = view.rows.map(({ name, figures, missingDays, atWork }) => [
    name,
    duration(figures.totalMs),
    duration(figures.expectedMs),
    duration(figures.extraMs),
    money(figures.salaryMinor, view.currency),
    missingDays === 0 ? '–' : String(missingDays),
    atWork ? 'At Work' : '',
  ])
  const footer = [
    'All',
    duration(view.sums.totalMs),
    duration(view.sums.expectedMs),
    duration(view.sums.extraMs),
    money(view.sums.salaryMinor, view.currency),
  ]
  const right = true
  const columns = [
    { title: 'User' },
    { title: 'Total Hours', right },
    { title: 'Expected', right },
    { title: 'Extra Hours', right },
    { title: 'Salary', right },
    { title: 'Missing', right },
    { title: '' },
  ]
  return `Work diary ${view.month} (${view.zone})\n\n${table(columns, rows, footer)}`
}

function userText(view: DiaryUserMonth): string {
  const time = (instant: number | null) => (instant === null ? '–' : clockTime(instant, view.zone))
  const rows = view.days.map((day) => [
    `${WEEKDAYS[day.weekday] ?? ''} ${day.date}`,
    time(day.entrance),
    time(day.exit),
    durationOrDash(day.breakMs),
    durationOrDash(day.totalMs),
    durationOrDash(day.expectedMs),
    day.balanceMs === null ? '' : duration(day.balanceMs),
    [
      day.holiday ?? '',
      day.status === 'missing' ? 'missing' : day.status === 'today' ? 'today' : '',
      day.running ? 'running' : '',
      day.breakWarning === null ? '' : isTooShort(day.breakWarning) ? 'break too short' : 'break too late',
      day.approval?.status ?? '',
      ...day.absences.map(({ kindName, status }) => (status === 'requested' ? `${kindName}?` : kindName)),
    ]
      .filter(Boolean)
      .join(', '),
  ])
  const right = true
  const columns = [
    { title: 'Day' },
    { title: 'Entrance', right },
    { title: 'Exit', right },
    { title: 'Break', right },
    { title: 'Total', right },
    { title: 'Expected', right },
    { title: 'Balance', right },
    { title: '' },
  ]
  const { figures } = view
  const sums = `Total Hours ${duration(figures.totalMs)}   Extra Hours ${duration(figures.extraMs)}   Balance ${view.balanceMs === null ? '–' : duration(view.balanceMs)}   Salary ${money(figures.salaryMinor, view.currency)}`
  return `${view.name}, ${view.month} (${view.zone})\n\n${table(columns, rows)}\n\n${sums}`
}

function dayText(view: DiaryDayView): string {
  const rows = view.entries.map((entry) => [
    timeOrDash(entry, entry.startAt, view.zone),
    timeOrDash(entry, entry.endAt, view.zone),
    duration(entry.durationMs),
    what(entry),
    oneLine([entry.overlaps ? '(overlaps)' : '', entry.note].join(' '), 60),
  ])
  const columns = [
    { title: 'Entrance', right: true },
    { title: 'Exit', right: true },
    { title: 'Total', right: true },
    { title: 'Customer · Category' },
    { title: 'Note' },
  ]
  const running = view.timers.map((timer) =>
    dim(`${timer.state}: ${what(timer)} since ${clockTime(timer.startedAt, view.zone)}`),
  )
  const list =
    rows.length === 0
      ? 'Nothing is recorded on this day.'
      : table(columns, rows, ['', '', duration(view.totalMs), 'Total Time', ''])
  const closed = view.closed ? ', closed' : ''
  const breaks = breakLines(view.breakWarning)
  return [`${view.name}, ${view.date} (${view.zone}${closed})`, '', list, ...running, ...breaks].join('\n')
}

/** The same as on the day's screen. */
function breakLines(warning: BreakWarning | null): string[] {
  if (warning === null) return []
  const { takenMs, pieceMs, demandedMs, overMs, longestMs, mostMs } = warning
  const lines = [
    ...(isTooShort(warning)
      ? [
          `More than ${duration(overMs)} of work: ${duration(demandedMs)} of breaks are due, each of at least ${duration(pieceMs)}. Taken: ${duration(takenMs)}.`,
        ]
      : []),
    ...(isTooLate(warning) && mostMs !== null
      ? [`${duration(longestMs)} of work without a break: ${duration(mostMs)} is the most.`]
      : []),
  ]
  return ['', ...lines]
}
