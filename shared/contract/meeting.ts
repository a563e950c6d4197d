// Commands and queries on meetings (E5).
import { z } from 'zod'
import { Id, InstantSchema } from '../entities/entity.ts'
import type { Meeting } from '../entities/meeting.ts'
import { Meeting as MeetingSchema } from '../entities/meeting.ts'
import type { SubjectNames } from '../entities/subject.ts'
import { SUBJECT_NOUNS } from '../entities/subject.ts'
import { subjectEdited, subjectGiven } from '../entities/subjectSchema.ts'
import { everybody, ownBy } from './access.ts'
import { command, query } from './request.ts'

const details = () =>
  MeetingSchema()
    .pick({ userIds: true, zone: true, allDay: true, place: true, note: true, repeat: true, logged: true })
    .partial()
const times = () => MeetingSchema().pick({ title: true, startAt: true, endAt: true })

/** Of a series: all of it, one occurrence, or all from one on; `at` is the start that its rule gives that occurrence. */
const part = () => ({ scope: z.enum(['all', 'one', 'following']).optional(), at: InstantSchema.optional() })
/** What becomes of its log items: they go along (moved, or removed where it no longer takes place), or stay. */
const LogItems = z.enum(['follow', 'stay'])

/** What became of log items; `stayed`: as they were, by choice or because they are settled. */
export type LogCounts = { recorded: number; moved: number; removed: number; stayed: number }
/** `followingId`: the new series, where one was cut in two. */
export type MeetingResult = { meetingId: Id; followingId: Id | null; log: LogCounts }

export const meetingCommands = {
  /** Without people it is one's own. What is over is in the log at once, where it is included; the rest once it is over. */
  'meeting.add': command(
    () =>
      z
        .object({ ...times().shape, ...details().shape, ...subjectGiven() })
        .partial({ customerId: true, categoryId: true }),
    everybody,
  ).returns<MeetingResult>(),
  'meeting.edit': command(
    () =>
      z.object({
        meetingId: Id,
        ...part(),
        logItems: LogItems.optional(),
        ...times().partial().shape,
        ...details().shape,
        ...subjectEdited(),
      }),
    ownBy('meetingId', 'meeting'),
  ).returns<MeetingResult>(),
  'meeting.cancel': command(
    () => z.object({ meetingId: Id, ...part(), logItems: LogItems.optional() }),
    ownBy('meetingId', 'meeting'),
  ).returns<MeetingResult>(),
  /** Adds what is not in the log of an occurrence that is over, and says why it cannot. */
  'meeting.record': command(
    () => z.object({ meetingId: Id, at: InstantSchema }),
    ownBy('meetingId', 'meeting'),
  ).returns<{ log: LogCounts }>(),
}

export type Person = { id: Id; name: string }

/** One occurrence, as a calendar shows it. */
export type MeetingOccurrence = Pick<
  Meeting,
  | 'title'
  | 'place'
  | 'startAt'
  | 'endAt'
  | 'zone'
  | 'allDay'
  | 'note'
  | 'logged'
  | 'organiserId'
  | 'customerId'
> &
  SubjectNames & {
    meetingId: Id
    /** The start that the rule gives it: what commands know it by. */
    at: number
    people: Person[]
    repeated: boolean
    moved: boolean
    /** How many of its people have it in their log. */
    logItems: number
    /** May who asks change it? */
    editable: boolean
  }

export type MeetingView = Meeting &
  SubjectNames & {
    people: Person[]
    editable: boolean
    /** Of which occurrences there are log items, whose, and how many of them are settled: in a closed period, or invoiced. */
    logItems: { at: number; count: number; fixed: number; userIds: Id[] }[]
  }

const READS = ['meeting', 'user', 'timeEntry', 'organisation', ...SUBJECT_NOUNS] as const
const READS_LOG = [...READS, 'invoice', 'invoicedEntry'] as const

export const meetingQueries = {
  /** What takes place in the range, with the people or for the customer; in order. `more`: there is more than is answered. */
  'meeting.list': query(
    () =>
      z.object({
        from: InstantSchema,
        to: InstantSchema,
        userIds: z.array(Id).max(200).optional(),
        customerId: Id.optional(),
      }),
    READS,
    everybody,
  ).returns<{ meetings: MeetingOccurrence[]; more: boolean; onlyYours: boolean }>(),
  'meeting.get': query(() => z.object({ meetingId: Id }), READS_LOG, everybody).returns<MeetingView>(),
}
