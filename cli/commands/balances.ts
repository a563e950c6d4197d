// `daybook balance`: a user's time account to a day, by month, and its corrections and payouts (I6).
import { MINUTE_MS } from '../../shared/base/duration.ts'
import { readDays, readMinutes } from '../amounts.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { oneLine, table } from '../table.ts'
import { readDate } from '../times.ts'
import { duration, durationOrDash } from '../words.ts'

const right = true

export async function balance(session: Session, options: { user?: string; on?: string }): Promise<Outcome> {
  const { user } = await session.setUp()
  const userId = options.user === undefined ? user.id : await idOfName(session, 'user', options.user, null)
  const account = await session.ask('account.get', {
    userId,
    ...(options.on === undefined ? {} : { on: readDate(options.on) }),
  })
  const months = account.months.map((line) => [
    line.month,
    duration(line.totalMs),
    duration(line.expectedMs),
    durationOrDash(line.entriesMs),
    duration(line.balanceMs),
  ])
  const columns = [
    { title: 'Month' },
    { title: 'Worked', right },
    { title: 'Expected', right },
    { title: 'Corrections', right },
    { title: 'Balance', right },
  ]
  const entries = account.entries.map(
    ({ date, kind, amount, reason }) =>
      `${date}  ${kind}  ${duration(amount * MINUTE_MS)}  ${oneLine(reason, 60)}`,
  )
  const text = [
    ...(months.length === 0 ? [] : [table(columns, months), '']),
    ...(entries.length === 0 ? [] : [...entries, '']),
    `${account.name}, ${account.on}: ${duration(account.balanceMs)}`,
  ]
  return { value: account, text: text.join('\n') }
}

export type BookOptions = { user?: string; hours?: string; days?: string; date?: string; reason: string }

export async function book(
  session: Session,
  kind: 'correct' | 'payout',
  options: BookOptions,
): Promise<Outcome> {
  await session.setUp()
  if ((options.hours === undefined) === (options.days === undefined))
    throw new UsageError('Say --hours for the time account, or --days for the vacation.')
  if (options.user === undefined) throw new UsageError('Say whose account it is: --user NAME.')
  const account = options.hours === undefined ? 'vacation' : 'time'
  const value = await session.ask('accountEntry.add', {
    userId: await idOfName(session, 'user', options.user, null),
    account,
    kind: kind === 'correct' ? 'correction' : 'payout',
    amount: options.hours === undefined ? readDays(options.days ?? '') : readMinutes(options.hours),
    ...(options.date === undefined ? {} : { date: readDate(options.date) }),
    reason: options.reason,
  })
  return { value, text: kind === 'correct' ? 'Corrected.' : 'Entered as paid out.' }
}
