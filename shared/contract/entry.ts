// Commands and queries on recorded time entries, their undo and their audit trail.
import { z } from 'zod'
import type { FieldChange } from '../entities/differences.ts'
import type { Colour } from '../entities/colour.ts'
import { Id, InstantSchema, LocalDateSchema, Note } from '../entities/entity.ts'
import type { PlacementNames } from '../entities/assignment.ts'
import { placementGiven } from '../entities/assignment.ts'
import type { TimeEntry } from '../entities/timeEntry.ts'
import type { SubjectFlags, SubjectNames } from '../entities/subject.ts'
import { SUBJECT_NOUNS } from '../entities/subject.ts'
import { subjectEdited, subjectGiven } from '../entities/subjectSchema.ts'
import { everybody, leaders, ownBy, shownBy } from './access.ts'
import { MOST_AT_ONCE } from './entryFilter.ts'
import { command, query } from './request.ts'

export type EntryView = TimeEntry &
  SubjectNames &
  SubjectFlags &
  PlacementNames & {
    userName: string
    /** Of its project, else of its customer. */
    colour: Colour | null
    /** Overlaps another entry of the same user (flagged, F5). */
    overlaps: boolean
    /** More than one part shares the session (F2). */
    linked: boolean
  }

const EntryIds = () => z.array(Id).min(1).max(MOST_AT_ONCE)

export const entryCommands = {
  /** The manual form (B26 to B28); over midnight it is split at the day's end (F2). */
  'entry.add': command(
    () =>
      z.object({
        ...subjectGiven(),
        ...placementGiven(),
        userId: Id.optional(),
        startAt: InstantSchema,
        endAt: InstantSchema,
        note: Note.optional(),
      }),
    ownBy('userId', 'user', 'self'),
  ).returns<{
    entryIds: Id[]
  }>(),
  /** An amount of time on a day, without clock times (F9). */
  'entry.addAmount': command(
    () =>
      z.object({
        ...subjectGiven(),
        ...placementGiven(),
        userId: Id.optional(),
        workDate: LocalDateSchema,
        durationMs: z.int(),
        note: Note.optional(),
      }),
    ownBy('userId', 'user', 'self'),
  ).returns<{ entryIds: Id[] }>(),
  /** The same for several people, as one change: each of them worked on it (D10); all of them or none. */
  'entry.addMany': command(
    () =>
      z.object({
        ...subjectGiven(),
        userIds: z.array(Id).min(1).max(50),
        startAt: InstantSchema,
        endAt: InstantSchema,
        note: Note.optional(),
      }),
    ownBy('userIds', 'user'),
  ).returns<{ entryIds: Id[] }>(),
  /** The orange pencil (B41): times, what it is on, and notes. */
  'entry.edit': command(
    () =>
      z.object({
        entryId: Id,
        ...subjectEdited(),
        ...placementGiven(),
        startAt: InstantSchema.optional(),
        endAt: InstantSchema.optional(),
        /** Of a session: the same time of day on another date. */
        workDate: LocalDateSchema.optional(),
        /** Counted; of a session: it ends earlier or later. */
        durationMs: z.int().optional(),
        note: Note.optional(),
      }),
    ownBy('entryId', 'timeEntry'),
  ).returns<{ entryIds: Id[] }>(),
  /** The red trash (B42): gone from every list and total; kept in the audit trail (F4, B50). */
  'entry.remove': command(
    () => z.object({ entryId: Id, reason: Note.optional() }),
    ownBy('entryId', 'timeEntry'),
  ).returns<null>(),
  /** Several at once, as one change: moved to another customer or project, or given another category; all of them or none (I15). */
  'entry.editMany': command(
    () => z.object({ entryIds: EntryIds(), ...subjectEdited() }),
    ownBy('entryIds', 'timeEntry'),
  ).returns<{ entryIds: Id[] }>(),
  /** Several deleted at once, as one change; all of them or none (I15). */
  'entry.removeMany': command(
    () => z.object({ entryIds: EntryIds(), reason: Note.optional() }),
    ownBy('entryIds', 'timeEntry'),
  ).returns<{ entryIds: Id[] }>(),
  /** Undo one change, by its commit (F4, G11); undoing an undo does it again. */
  'change.undo': command(() => z.object({ commitId: Id }), ownBy('commitId', 'commit')).returns<null>(),
}

/** How far an undo is that takes its time. */
export type UndoProgress = { done: number; total: number }

export const entryDeviceCommands = {
  /** Would the undo be done? It is tried with all that judges it, and taken back. */
  'change.tryUndo': command(() => z.object({ commitId: Id }), ownBy('commitId', 'commit')).returns<null>(),
  /** Breaks off the undo of that change, which leaves everything as it was; one that is done stays done. */
  'change.cancelUndo': command(() => z.object({ commitId: Id }), ownBy('commitId', 'commit')).returns<null>(),
}

export type ChangeView = {
  commitId: Id
  at: number
  userName: string | null
  command: string
  /** The nouns it touched, with what they were called. */
  subjects: {
    entity: string
    id: Id
    op: 'put' | 'remove'
    name: string | null
    /** It only follows from another: a stop also writes a task and a journal line. */
    follows: boolean
    /** It did not exist before. */
    added: boolean
    /** What its fields were and are; ids as names. */
    fields: FieldChange[]
  }[]
  /** How many things it touched: of very many only the first are among the subjects. */
  touched: number
  undoneBy: Id | null
  /** How far ahead the clock was where it was done, in ms (below zero: behind), as a server noticed; null: it was not. */
  clockOff: number | null
  undoable: boolean
}

/** A change as it is named before it is taken back. */
export type NamedChange = Pick<
  ChangeView,
  'commitId' | 'at' | 'command' | 'touched' | 'undoneBy' | 'undoable'
> & {
  subjects: Pick<ChangeView['subjects'][number], 'entity' | 'name' | 'op' | 'follows'>[]
}

export const entryQueries = {
  'entry.get': query(
    () => z.object({ entryId: Id }),
    ['timeEntry', 'user', 'office', 'department', 'pastSetting', ...SUBJECT_NOUNS],
    shownBy('entryId', 'timeEntry'),
  ).returns<EntryView>(),
  /** What the flags of new time on that are where nobody says so: what a form shows until somebody does. */
  'entry.flagsUnsaid': query(
    () => z.object(subjectEdited()),
    ['organisation', 'category', 'project', 'pastSetting'],
    everybody,
  ).returns<SubjectFlags>(),
  /** What a work day still holds from a start on, for A21. */
  'entry.dayLimit': query(() => z.object({ startAt: InstantSchema }), ['organisation'], everybody).returns<{
    workDate: string
    maxMinutes: number
  }>(),
  /** The audit trail, newest first (B50); with a date, what was done up to the end of that day. */
  'change.list': query(
    () =>
      z.object({
        limit: z.int().min(1).max(200).optional(),
        before: z.int().optional(),
        date: LocalDateSchema.optional(),
      }),
    'all',
    leaders,
  ).returns<{ changes: ChangeView[]; next: number | null }>(),
  /** What one has done oneself and could take back, the newest first. */
  'change.own': query(
    () => z.object({ limit: z.int().min(1).max(200).optional() }),
    'all',
    everybody,
  ).returns<{ changes: NamedChange[] }>(),
  'change.get': query(
    () => z.object({ commitId: Id }),
    'all',
    ownBy('commitId', 'commit'),
  ).returns<NamedChange>(),
}
