// `daybook log`: records a session by hand.
import type { Id } from '../../shared/entities/entity.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import type { Session } from '../session.ts'
import { subjectFrom } from '../subject.ts'
import type { SubjectOptions } from '../subjectOptions.ts'
import { UsageError } from '../refusal.ts'
import { readAmount, readDate, readTime } from '../times.ts'
import { setUpWithDefaults } from './setup.ts'
import { recorded } from './stop.ts'

export type LogOptions = SubjectOptions & {
  user?: string[]
  start?: string
  stop?: string
  date?: string
  amount?: string
  label?: string
  note?: string
  create?: boolean
}

export async function log(session: Session, options: LogOptions): Promise<Outcome> {
  // Wrong usage is said whether there are data or not.
  const said = saidBy(options)
  const create = options.create === true
  if (create) await setUpWithDefaults(session)
  const { state, organisation } = await session.setUp()
  const { zone } = organisation
  // The times first: what cannot be read makes nothing.
  const when = readSaid(said, state, zone)
  const userIds: Id[] = []
  for (const name of options.user ?? []) userIds.push(await idOfName(session, 'user', name, create))
  const [userId, ...others] = userIds
  if (others.length > 0 && !('startAt' in when))
    throw new UsageError('Time of several people has --start and --stop; give an amount for each by itself.')
  const note = options.label ?? options.note
  const what = {
    ...(await subjectFrom(session, options, create)),
    ...(note === undefined ? {} : { note }),
  }
  const whose = userId === undefined ? {} : { userId }
  const { entryIds } = !('startAt' in when)
    ? await session.ask('entry.addAmount', { ...what, ...when, ...whose })
    : others.length > 0
      ? await session.ask('entry.addMany', { ...what, ...when, userIds })
      : await session.ask('entry.add', { ...what, ...when, ...whose })
  const entries = []
  for (const entryId of entryIds) entries.push(await session.ask('entry.get', { entryId }))
  return { value: { entries }, text: recorded(entries, zone) }
}

type Said = { start: string; stop: string } | { amount: string; date: string | undefined }

/** Which of the two forms was said: a session from start to stop, or an amount of time on a day (F9). */
function saidBy({ start, stop, date, amount }: LogOptions): Said {
  if (amount === undefined) {
    if (date !== undefined) throw new UsageError('--date goes with --amount: an amount of time on that day.')
    if (start === undefined || stop === undefined)
      throw new UsageError('Say --start and --stop, or --amount (and --date) for time without clock times.')
    return { start, stop }
  }
  if (start !== undefined || stop !== undefined)
    throw new UsageError('Say either --amount, or --start and --stop.')
  return { amount, date }
}

const readSaid = (
  said: Said,
  { now, today }: { now: number; today: string },
  zone: string,
): { startAt: number; endAt: number } | { workDate: string; durationMs: number } =>
  'start' in said
    ? { startAt: readTime(said.start, now, zone), endAt: readTime(said.stop, now, zone) }
    : {
        workDate: said.date === undefined ? today : readDate(said.date),
        durationMs: readAmount(said.amount),
      }
