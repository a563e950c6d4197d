// `daybook meeting`: adds, lists, moves and cancels meetings.
import { addDays } from '../../shared/base/localDate.ts'
import { dayEndAt, dayStartAt } from '../../shared/base/dayRule.ts'
import { localTimeOf } from '../../shared/base/wallTime.ts'
import type { LogCounts, MeetingOccurrence, MeetingResult } from '../../shared/contract/meeting.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { subjectFrom } from '../subject.ts'
import type { SubjectOptions } from '../subjectOptions.ts'
import { table } from '../table.ts'
import { readDate, readTime } from '../times.ts'
import { clockTime, dateAndTime } from '../words.ts'

export type AddOptions = SubjectOptions & {
  title: string
  start: string
  stop: string
  user?: string[]
  zone?: string
  place?: string
  note?: string
  allDay?: boolean
  repeat?: string
  log?: boolean
}

export async function usersNamed(session: Session, names: readonly string[]): Promise<Id[]> {
  const ids: Id[] = []
  for (const name of names) ids.push(await idOfName(session, 'user', name, null))
  return ids
}

export async function addMeeting(session: Session, options: AddOptions): Promise<Outcome> {
  const { state, organisation } = await session.setUp()
  const { title, user, place, note, repeat } = options
  const zone = options.zone ?? organisation.zone
  const startAt = readTime(options.start, state.now, zone)
  const endAt = readTime(options.stop, state.now, zone)
  const value = await session.ask('meeting.add', {
    ...(await subjectFrom(session, options, false)),
    title,
    startAt,
    endAt,
    zone,
    ...(user === undefined ? {} : { userIds: await usersNamed(session, user) }),
    ...(place === undefined ? {} : { place }),
    ...(note === undefined ? {} : { note }),
    ...(repeat === undefined ? {} : { repeat }),
    allDay: options.allDay === true,
    logged: options.log === true,
  })
  return {
    value: { ...value, meeting: await session.ask('meeting.get', { meetingId: value.meetingId }) },
    text: `Meeting ${value.meetingId} was added: ${title}, ${dateAndTime(startAt, zone)}.${said(value.log)}`,
  }
}

/** What became of log items, in a sentence each. */
function said({ recorded, moved, removed, stayed }: LogCounts): string {
  const counted: [number, string][] = [
    [recorded, 'added'],
    [moved, 'moved'],
    [removed, 'removed'],
    [stayed, 'left as they were'],
  ]
  const parts = counted.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  return parts.length === 0 ? '' : ` Log items: ${parts.join(', ')}.`
}

type RangeOptions = { from?: string; to?: string; customer?: string; user?: string[] }

export async function listMeetings(session: Session, options: RangeOptions): Promise<Outcome> {
  const { state, organisation } = await session.setUp()
  const { zone } = organisation
  const day = { zone, dayStartMinutes: 0 }
  const from = options.from === undefined ? localTimeOf(state.now, zone).date : readDate(options.from)
  const to = options.to === undefined ? addDays(from, 30) : readDate(options.to)
  const { meetings, more } = await session.ask('meeting.list', {
    from: dayStartAt(from, day),
    to: dayEndAt(to, day),
    ...(options.customer === undefined
      ? {}
      : { customerId: await idOfName(session, 'customer', options.customer, null) }),
    ...(options.user === undefined ? {} : { userIds: await usersNamed(session, options.user) }),
  })
  const lines = meetings.map((each) => [
    dateAndTime(each.startAt, zone),
    clockTime(each.endAt, zone),
    each.title,
    each.customerName ?? '–',
    each.people.map(({ name }) => name).join(', '),
    marks(each, state.now),
    each.meetingId,
  ])
  const columns = ['Start', 'Stop', 'Title', 'Customer', 'People', 'Log', 'Meeting'].map((title) => ({
    title,
  }))
  return {
    value: { meetings, more },
    text: lines.length === 0 ? 'No meetings.' : table(columns, lines),
  }
}

function marks({ logged, logItems, people, endAt, moved }: MeetingOccurrence, now: number): string {
  const log = !logged ? '–' : endAt > now ? 'included' : `${logItems} of ${people.length}`
  return moved ? `${log}, moved` : log
}

type PartOptions = { at?: string; following?: boolean; all?: boolean; keepLog?: boolean }

/** Which part of it is meant: one occurrence unless more is said. */
async function partOf(session: Session, meetingId: Id, { at, following, all }: PartOptions) {
  if (following === true && all === true) throw new UsageError('Say --following or --all, not both.')
  const { state, organisation } = await session.setUp()
  if (at === undefined) return all === true ? { scope: 'all' as const } : await onlyOne(session, meetingId)
  return {
    at: readTime(at, state.now, organisation.zone),
    scope: all === true ? ('all' as const) : following === true ? ('following' as const) : ('one' as const),
  }
}

/** What takes place once needs no more words; of a series the refusal asks which one. */
async function onlyOne(session: Session, meetingId: Id) {
  const { repeat } = await session.ask('meeting.get', { meetingId })
  return { scope: repeat === '' ? ('all' as const) : ('one' as const) }
}

const fateOf = ({ keepLog }: PartOptions) => ({
  logItems: keepLog === true ? ('stay' as const) : ('follow' as const),
})

export async function moveMeeting(
  session: Session,
  meetingId: Id,
  options: PartOptions & { start: string; stop?: string },
): Promise<Outcome> {
  const { state, organisation } = await session.setUp()
  const { zone } = organisation
  const startAt = readTime(options.start, state.now, zone)
  const value = await session.ask('meeting.edit', {
    meetingId,
    ...(await partOf(session, meetingId, options)),
    ...fateOf(options),
    startAt,
    ...(options.stop === undefined ? {} : { endAt: readTime(options.stop, state.now, zone) }),
  })
  return outcome(value, `Moved to ${dateAndTime(startAt, zone)}.`)
}

export async function cancelMeeting(session: Session, meetingId: Id, options: PartOptions): Promise<Outcome> {
  const value = await session.ask('meeting.cancel', {
    meetingId,
    ...(await partOf(session, meetingId, options)),
    ...fateOf(options),
  })
  return outcome(value, 'Cancelled.')
}

const outcome = (value: MeetingResult, text: string): Outcome => ({
  value,
  text: `${text}${said(value.log)}`,
})

export async function recordMeeting(session: Session, meetingId: Id, { at }: PartOptions): Promise<Outcome> {
  const { state, organisation } = await session.setUp()
  const meeting = await session.ask('meeting.get', { meetingId })
  const value = await session.ask('meeting.record', {
    meetingId,
    at: at === undefined ? meeting.startAt : readTime(at, state.now, organisation.zone),
  })
  return { value, text: value.log.recorded === 0 ? 'It is in the log already.' : `Done.${said(value.log)}` }
}
