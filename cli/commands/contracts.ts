// `daybook contract` and `daybook user edit`: what is expected of somebody and paid, and from when until when.
import { MINUTE_MS, parseDuration } from '../../shared/base/duration.ts'
import { parseMoney } from '../../shared/base/money.ts'
import type { Employment } from '../../shared/entities/employment.ts'
import { validOn } from '../../shared/rules/dated.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'
import { readDate } from '../times.ts'
import { durationOrDash, money } from '../words.ts'

/** As they are named on the command line; a version is called contract in the record. */
const SPANS = { day: 'day', week: 'week', month: 'month', version: 'contract' } as const
type Span = keyof typeof SPANS
const SPAN_NAMES: readonly Span[] = ['day', 'week', 'month', 'version']
const spanOf = (extraBy: Employment['extraBy']): string =>
  SPAN_NAMES.find((span) => SPANS[span] === extraBy) ?? extraBy

export async function contracts(session: Session, options: { user?: string }): Promise<Outcome> {
  const { organisation } = await session.setUp()
  const { currency } = organisation
  const userId = options.user === undefined ? null : await idOfName(session, 'user', options.user, null)
  const users = (await session.ask('user.list', {})).filter(({ id }) => userId === null || id === userId)
  const views = await Promise.all(users.map(({ id }) => session.ask('user.get', { userId: id })))
  const rows = views.flatMap(({ name, employments }) =>
    employments.map((row) => ({ ...row, userName: name })),
  )
  const lines = rows.map((row) => [
    row.userName,
    row.validFrom,
    durationOrDash((row.expectedMonthMinutes ?? sum(row.expectedMinutes)) * MINUTE_MS),
    row.expectedMonthMinutes === null ? 'week' : 'month',
    `${money(row.wage.amountMinor, currency)} ${row.wage.kind}`,
    money(row.extraHourMinor, currency),
    spanOf(row.extraBy),
    money(row.bonusMinor, currency),
  ])
  const columns = [
    { title: 'User' },
    { title: 'From' },
    { title: 'Expected', right: true },
    { title: 'A' },
    { title: 'Wage', right: true },
    { title: 'Extra hour', right: true },
    { title: 'Counted by' },
    { title: 'Bonus', right: true },
  ]
  return {
    value: { contracts: rows },
    text: rows.length === 0 ? 'No contracts.' : table(columns, lines),
  }
}

export type ContractOptions = {
  user: string
  from: string
  hours?: string
  hourly?: string
  monthly?: string
  extraHour?: string
  extraBy?: string
  extraSteps?: string
  supplements?: string
  bonus?: string
}

export async function setContract(session: Session, options: ContractOptions): Promise<Outcome> {
  const { organisation, state } = await session.setUp()
  const { currency } = organisation
  const amount = (text: string): number => {
    const read = parseMoney(text, currency, 'en')
    if (!read.ok || read.value < 0)
      throw new UsageError(`“${text}” is not an amount of ${currency}. Write it like 95.50.`)
    return read.value
  }
  if (options.hourly !== undefined && options.monthly !== undefined)
    throw new UsageError('Give --hourly or --monthly, not both.')
  const userId = await idOfName(session, 'user', options.user, null)
  const validFrom = options.from === 'today' ? state.today : readDate(options.from)
  const { name, employments } = await session.ask('user.get', { userId })
  const before = validOn(employments, validFrom)
  const wage =
    options.hourly !== undefined
      ? { kind: 'hourly' as const, amountMinor: amount(options.hourly) }
      : options.monthly !== undefined
        ? { kind: 'monthly' as const, amountMinor: amount(options.monthly) }
        : before?.wage
  if (wage === undefined)
    throw new UsageError(`${name} has no contract before that day: give --hourly or --monthly.`)
  const hours = options.hours === undefined ? before?.expectedMinutes : readHours(options.hours)
  if (hours === undefined)
    throw new UsageError(`${name} has no contract before that day: give --hours, like 8,8,8,8,8,0,0.`)
  const { employmentId } = await session.ask('employment.set', {
    userId,
    validFrom,
    expectedMinutes: hours,
    expectedMonthMinutes: options.hours === undefined ? (before?.expectedMonthMinutes ?? null) : null,
    wage,
    extraBy: options.extraBy === undefined ? (before?.extraBy ?? 'month') : SPANS[readSpan(options.extraBy)],
    extraHourMinor:
      options.extraHour === undefined ? (before?.extraHourMinor ?? 0) : amount(options.extraHour),
    extraSteps: options.extraSteps === undefined ? (before?.extraSteps ?? []) : readSteps(options.extraSteps),
    supplements:
      options.supplements === undefined ? (before?.supplements ?? []) : readSupplements(options.supplements),
    bonusMinor: options.bonus === undefined ? (before?.bonusMinor ?? 0) : amount(options.bonus),
  })
  return { value: { employmentId }, text: `${name}: the contract from ${validFrom} on was set.` }
}

export type UserOptions = { user: string; startDay?: string; lastDay?: string }

export async function editUser(session: Session, options: UserOptions): Promise<Outcome> {
  await session.setUp()
  const { startDay, lastDay } = options
  if (startDay === undefined && lastDay === undefined)
    throw new UsageError('Say what to change: --start-day D, --last-day D, or both.')
  const userId = await idOfName(session, 'user', options.user, null)
  await session.ask('user.edit', {
    userId,
    ...(startDay === undefined ? {} : { startDate: dayOrNone(startDay) }),
    ...(lastDay === undefined ? {} : { lastDate: dayOrNone(lastDay) }),
  })
  const { name, startDate, lastDate } = await session.ask('user.get', { userId })
  const text = `${name}: from ${startDate ?? 'the first entry'} ${lastDate === null ? 'on' : `through ${lastDate}`}.`
  return { value: { userId, startDate, lastDate }, text }
}

const dayOrNone = (text: string): string | null => (text === 'none' ? null : readDate(text))

function readSpan(text: string): Span {
  const span = SPAN_NAMES.find((name) => name === text)
  if (span !== undefined) return span
  throw new UsageError(`--extra-by ${text}: it is one of ${SPAN_NAMES.join(', ')}.`)
}

/** “2:00=125,150”: the first two hours at 125%, all others at 150%. */
function readSteps(text: string): Employment['extraSteps'] {
  if (text === 'none') return []
  const steps = text.split(',').map((step) => {
    const [time, percent = time] = step.split('=')
    const minutes = step.includes('=') ? minutesIn(time ?? '') : null
    return { minutes, percent: Number((percent ?? '').replace('%', '').trim() || 'none') }
  })
  const last = steps.at(-1)
  const right = steps.every(
    ({ minutes, percent }) =>
      Number.isInteger(percent) && percent >= 0 && percent <= 1000 && (minutes === null || minutes > 0),
  )
  if (right && last?.minutes === null && steps.slice(0, -1).every(({ minutes }) => minutes !== null))
    return steps
  throw new UsageError(
    `--extra-steps ${text}: write it like 2:00=125,150: the first two hours at 125%, all others at 150%.`,
  )
}

function minutesIn(text: string): number {
  const read = parseDuration(text)
  return read.ok ? Math.round(read.value / MINUTE_MS) : 0
}

const ON = { night: 'every', every: 'every', sunday: 'sunday', holiday: 'holiday' } as const

/** “night=22:00-06:00@25,sunday@50,holiday@125”. */
function readSupplements(text: string): Employment['supplements'] {
  if (text === 'none') return []
  return text.split(',').map((one) => {
    const read = /^(night|every|sunday|holiday)(?:=(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d))?@(\d{1,4})%?$/.exec(
      one.trim(),
    )
    const [, on, fromHour = '0', from = '0', toHour = '24', to = '0', percent = '0'] = read ?? []
    const [fromMinute, toMinute] = [Number(fromHour) * 60 + Number(from), Number(toHour) * 60 + Number(to)]
    const right = fromMinute < 1440 && toMinute > 0 && toMinute <= 1440 && Number(percent) >= 1
    if ((on === 'night' || on === 'every' || on === 'sunday' || on === 'holiday') && right)
      return { on: ON[on], fromMinute, toMinute, percent: Number(percent) }
    throw new UsageError(
      `--supplements ${one}: write it like night=22:00-06:00@25, sunday@50 or holiday@125, with commas between several.`,
    )
  })
}

function readHours(text: string): number[] {
  const minutes = text.split(',').map((hours) => Math.round(Number(hours.trim() || 'none') * 60))
  if (minutes.length === 7 && minutes.every((each) => each >= 0 && each <= 1440)) return minutes
  throw new UsageError(`--hours ${text}: give the hours of Monday to Sunday, like 8,8,8,8,8,0,0.`)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
