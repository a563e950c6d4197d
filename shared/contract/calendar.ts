// The calendar's query: what stands in it from a day to a day, of one or several people (A10).
import { z } from 'zod'
import { daysBetween } from '../base/localDate.ts'
import type { LocalDate } from '../base/localDate.ts'
import type { Colour } from '../entities/colour.ts'
import { Id, LocalDateSchema } from '../entities/entity.ts'
import type { SubjectNames } from '../entities/subject.ts'
import { SUBJECT_NOUNS } from '../entities/subject.ts'
import { everybody } from './access.ts'
import type { Narrowed } from './directory.ts'
import { query } from './request.ts'

export const CALENDAR_KINDS = ['entry', 'timer', 'task', 'meeting', 'absence', 'holiday'] as const
export type CalendarKind = (typeof CALENDAR_KINDS)[number]

export type CalendarItem = {
  kind: CalendarKind
  /**
   * Of the thing that stands there, on each of its days; of a holiday its date, of a meeting also which of its occurrences it is.
   */
  id: Id
  /** Whose it is; null: everybody's. */
  userId: Id | null
  userName: string
  startAt: number
  /** Of what is going on: the moment of the answer. */
  endAt: number
  /** It lasts a whole day, or several from this one on, and its times say nothing. */
  day: LocalDate | null
  /** Of time that was recorded as an amount, without clock times (F9). */
  amountMs: number | null
  /** What it is called by itself: a task, an absence, a holiday. Empty: by what it is on; of an absence: nobody says why. */
  title: string
  names: SubjectNames
  /** Of its project, else of its customer. */
  colour: Colour | null
  /** Of a timer. */
  state: 'running' | 'paused' | 'stopped' | null
  /** A task that is done; an entry whose call was made a task when its timer was stopped (A8, A11); an absence that is approved. */
  done: boolean
  /** Whoever asks may move it. */
  movable: boolean
  /** The meeting, or that of which recorded time comes (E6). */
  meetingId: Id | null
  meeting: CalendarMeeting | null
}

/** What a calendar says of an occurrence of a meeting. */
export type CalendarMeeting = {
  /** The start that its rule gives it: what commands know it by. */
  at: number
  /** By whose clocks it goes; its whole days are theirs. */
  zone: string
  repeated: boolean
  place: string
  userIds: readonly Id[]
  people: readonly string[]
  /** Its time is added to the log once it is over (E5). */
  logged: boolean
  /** How many of its people have it in their log. */
  logItems: number
}

/** More days at once are no calendar. */
const MOST_DAYS = 100

export const calendarQueries = {
  /** Days of the calendar, both included; without users: of whoever asks. Whom they may not see is left out (F10). */
  'calendar.range': query(
    () =>
      z
        .object({
          from: LocalDateSchema,
          to: LocalDateSchema,
          userIds: z.array(Id).max(50).optional(),
        })
        .refine(({ from, to }) => from <= to && daysBetween(from, to) < MOST_DAYS, {
          error: `must be a range of 1 to ${MOST_DAYS} days`,
          path: ['to'],
        }),
    [
      'timeEntry',
      'timer',
      'task',
      'meeting',
      'absence',
      'absenceKind',
      'user',
      'organisation',
      'pastSetting',
      ...SUBJECT_NOUNS,
    ],
    everybody,
    'calendar',
  ).returns<{ items: CalendarItem[] } & Narrowed>(),
}
