// The timer's commands and queries.
import { z } from 'zod'
import { Id, InstantSchema, Note } from '../entities/entity.ts'
import type { Colour } from '../entities/colour.ts'
import type { Gap } from '../entities/gap.ts'
import type { Timer } from '../entities/timer.ts'
import type { TimeRules } from '../entities/rules.ts'
import type { NamedSubject, SubjectNames } from '../entities/subject.ts'
import { SUBJECT_NOUNS } from '../entities/subject.ts'
import { subjectEdited, subjectGiven } from '../entities/subjectSchema.ts'
import { everybody, ownBy } from './access.ts'
import type { Narrowed } from './directory.ts'
import { command, query } from './request.ts'

/** A timer as screens show it. Elapsed time = countedMs + (now − runningSince, while it runs). */
export type TimerView = Timer &
  SubjectNames & {
    userName: string
    /** Of its project, else of its customer. */
    colour: Colour | null
    /** Counted time of the closed segments, ms. */
    countedMs: number
    /** Start of the open segment, epoch ms; null while paused or stopped. */
    runningSince: number | null
  }

/** With what its user has attended today, ms at `now`, recorded and running together. */
export type WorkerView = TimerView & { todayMs: number }

export type TimerState = {
  /** The application's wall clock when it answered; screens tick from here with their own monotonic clock. */
  now: number
  /** The current user's timers, the running one first. */
  timers: TimerView[]
  /** Counted today by the current user, recorded entries and timers together, ms at `now`. */
  todayMs: number
  gaps: Gap[]
}

/** What was worked on. */
export type RecentChoice = NamedSubject & { lastAt: number }

/** What the Note modal and the Time Log Entry dialog need to know about a session before it is stopped or recorded. */
export type StopPreview = {
  timer: TimerView
  /** The moment that would be the end, epoch ms. */
  at: number
  /** Counted until `at`, ms. */
  durationMs: number
  /** What the dialog shows as Duration: whole minutes, at least 1 (A19, A20). */
  durationMinutes: number
  /** The most that the day of the start holds from the start on, minutes (A21). */
  maxMinutes: number
  rules: TimeRules
  timeLogDialog: boolean
}

export type StopResult = {
  timerId: Id
  /** Entries made; empty while the session waits for the Time Log Entry dialog. */
  entryIds: Id[]
  /** What fell into a closed period: it waits until a manager books or drops it (G8). */
  exceptionIds: Id[]
  /** How much that is, ms. */
  waitingMs: number
  /** True where the Time Log Entry dialog must follow (A13). */
  awaitsRecord: boolean
}

const at = InstantSchema.optional()

export const GAP_CHOICES = [
  'keep',
  'discardAndContinue',
  'discardAndStop',
  'giveTo',
  'break',
  'split',
] as const
export type GapChoice = (typeof GAP_CHOICES)[number]

export const timerCommands = {
  /** Start a session (B12). While one runs: refused with timer.alreadyRunning, unless `switch` stops and records that one first (F7). */
  'timer.start': command(
    () =>
      z.object({
        ...subjectGiven(),
        note: Note.optional(),
        at,
        switch: z.boolean().optional(),
      }),
    everybody,
  ).returns<{ timerId: Id; stoppedEntryIds: Id[] }>(),
  'timer.pause': command(() => z.object({ timerId: Id, at }), ownBy('timerId', 'timer')).returns<null>(),
  'timer.resume': command(() => z.object({ timerId: Id, at }), ownBy('timerId', 'timer')).returns<null>(),
  /** Keep the notes as typed (A7). */
  'timer.note': command(
    () => z.object({ timerId: Id, note: Note }),
    ownBy('timerId', 'timer'),
  ).returns<null>(),
  /** Correct a running timer: its start, or what it is on. Another customer clears the project. */
  'timer.edit': command(
    () =>
      z.object({
        timerId: Id,
        startedAt: InstantSchema.optional(),
        ...subjectEdited(),
      }),
    ownBy('timerId', 'timer'),
  ).returns<null>(),
  /**
   * Stop (B15, B16). Makes the task and the Call Scheduled line, and records the entry, unless the organisation wants the
   * Time Log Entry dialog (or `dialog` asks for it): then the session stays as a stopped timer until record or cancel.
   */
  'timer.stop': command(
    () => z.object({ timerId: Id, note: Note.optional(), at, dialog: z.boolean().optional() }),
    ownBy('timerId', 'timer'),
  ).returns<StopResult>(),
  /** OK in the Time Log Entry dialog (A27). Minutes are given only when the person changed the duration. */
  'timer.record': command(
    () =>
      z.object({
        timerId: Id,
        ...subjectEdited(),
        startAt: InstantSchema.optional(),
        durationMinutes: z.int().min(-100_000).max(100_000).optional(),
        note: Note.optional(),
      }),
    ownBy('timerId', 'timer'),
  ).returns<{ entryIds: Id[]; exceptionIds: Id[]; waitingMs: number }>(),
  /** Cancel in the Time Log Entry dialog (A28 to A30): no entry; the notes go into a draft (F3). */
  'timer.cancelRecord': command(() => z.object({ timerId: Id }), ownBy('timerId', 'timer')).returns<{
    draftId: Id | null
  }>(),
  /** Throw a session away; what was typed goes into a draft (F3). */
  'timer.discard': command(() => z.object({ timerId: Id }), ownBy('timerId', 'timer')).returns<{
    draftId: Id | null
  }>(),
  /** Start again what was worked on last, or what an entry was for; without its project where that takes no more time. */
  'timer.continueLast': command(
    () => z.object({ entryId: Id.optional(), switch: z.boolean().optional() }),
    ownBy('entryId', 'timeEntry', 'self'),
  ).returns<{ timerId: Id }>(),
  /**
   * Answer a gap (G1, G2). keep: it was work. discardAndContinue, break: it was not, and the timer goes on; the history says
   * which. discardAndStop: pause where it began. giveTo: it was work for somebody else, and becomes an entry of its own.
   * split: until `at` it was work, then not.
   */
  'gap.resolve': command(
    () =>
      z.object({
        gapId: Id,
        choice: z.enum(GAP_CHOICES),
        /** For giveTo: whose and what it was. */
        ...subjectEdited(),
        /** For giveTo: the note of the entry. */
        note: Note.optional(),
        /** For split: within the gap, epoch ms. */
        at,
      }),
    ownBy('gapId', 'gap'),
  ).returns<{ entryIds: Id[] }>(),
  /** Bring a draft's session back as a stopped timer that can be recorded. */
  'draft.restore': command(() => z.object({ draftId: Id }), ownBy('draftId', 'noteDraft')).returns<{
    timerId: Id
  }>(),
  'draft.remove': command(() => z.object({ draftId: Id }), ownBy('draftId', 'noteDraft')).returns<null>(),
}

export type DraftView = NamedSubject & {
  id: Id
  note: string
  startedAt: number
  durationMs: number
  createdAt: number
  expiresAt: number
}

export const timerQueries = {
  /** The current user's timers and gaps. */
  'timer.state': query(
    () => z.object({}),
    ['timer', 'gap', 'user', 'timeEntry', 'organisation', ...SUBJECT_NOUNS],
    everybody,
  ).returns<TimerState>(),
  /** Who is working now, on what, since when (B44); an employee sees whom the organisation lets them see (F10). */
  'timer.active': query(
    () => z.object({}),
    ['timer', 'timeEntry', 'user', 'organisation', ...SUBJECT_NOUNS],
    everybody,
  ).returns<
    {
      now: number
      timers: WorkerView[]
    } & Narrowed
  >(),
  /** What was worked on last, newest first: each customer, category and project once. */
  'timer.recents': query(
    () => z.object({ limit: z.int().min(1).max(50).optional() }),
    ['timeEntry', 'user', 'organisation', ...SUBJECT_NOUNS],
    everybody,
  ).returns<RecentChoice[]>(),
  'timer.stopPreview': query(
    () => z.object({ timerId: Id, at }),
    ['timer', 'organisation', 'user', ...SUBJECT_NOUNS],
    ownBy('timerId', 'timer'),
  ).returns<StopPreview>(),
  'draft.list': query(() => z.object({}), ['noteDraft', ...SUBJECT_NOUNS], everybody).returns<DraftView[]>(),
}
