// Commands and queries on absences, their kinds, the vacation of a year, and a user's account (I1 to I6).
import { z } from 'zod'
import type { LocalDate, Month } from '../base/localDate.ts'
import type { Absence } from '../entities/absence.ts'
import { Absence as AbsenceSchema } from '../entities/absence.ts'
import type { AbsenceEffect, AbsenceKind } from '../entities/absenceKind.ts'
import { AbsenceKind as KindSchema } from '../entities/absenceKind.ts'
import type { AccountEntry } from '../entities/accountEntry.ts'
import { AccountEntry as EntrySchema, AccountName } from '../entities/accountEntry.ts'
import { Id, LocalDateSchema, Name, Note } from '../entities/entity.ts'
import type { Entitlement } from '../entities/entitlement.ts'
import { Entitlement as EntitlementSchema } from '../entities/entitlement.ts'
import { administrators, everybody, leaders, ownBy } from './access.ts'
import type { Narrowed } from './directory.ts'
import { command, query } from './request.ts'

const Year = () => z.int().min(1970).max(9990)

const kindFields = () => KindSchema().omit({ id: true, removed: true })
const absenceFields = () => {
  const { kindId, firstDay, lastDay, portion, minutes, note } = AbsenceSchema().shape
  return { kindId, firstDay, lastDay, portion, minutes, note }
}

export const absenceCommands = {
  'absenceKind.add': command(
    () => kindFields().partial().required({ name: true, effect: true }),
    administrators,
  ).returns<{ absenceKindId: Id }>(),
  /** The three that nearly every firm has, in the words of whoever asks; those that are there by name stay as they are. */
  'absenceKind.addUsual': command(
    () => z.object({ vacation: Name, sickness: Name, unpaid: Name }),
    administrators,
  ).returns<null>(),
  'absenceKind.edit': command(
    () => kindFields().partial().extend({ absenceKindId: Id }),
    administrators,
  ).returns<null>(),
  'absenceKind.remove': command(() => z.object({ absenceKindId: Id }), administrators).returns<null>(),

  /** By whoever leads, or of a kind that asks for no approval: it holds at once; else it is a request. */
  'absence.add': command(
    () =>
      z.object({
        ...absenceFields(),
        userId: Id.optional(),
        /** The same day, where nobody says. */
        lastDay: LocalDateSchema.optional(),
        portion: AbsenceSchema().shape.portion.optional(),
        minutes: AbsenceSchema().shape.minutes.optional(),
        note: Note.optional(),
      }),
    ownBy('userId', 'user', 'self'),
  ).returns<{
    absenceId: Id
    status: Absence['status']
    /** A timer of theirs counts on one of these days: it goes on. */
    timerRuns: boolean
  }>(),
  'absence.edit': command(
    () => z.object(absenceFields()).partial().extend({ absenceId: Id }),
    ownBy('absenceId', 'absence'),
  ).returns<{ status: Absence['status'] }>(),
  'absence.approve': command(
    () => z.object({ absenceId: Id, reason: Note.optional() }),
    leaders,
  ).returns<null>(),
  'absence.reject': command(() => z.object({ absenceId: Id, reason: Note }), leaders).returns<null>(),
  'absence.withdraw': command(
    () => z.object({ absenceId: Id }),
    ownBy('absenceId', 'absence'),
  ).returns<null>(),

  /** A new version of a user's entitlement from a day on; the same day replaces that version (I3). */
  'entitlement.set': command(() => EntitlementSchema().omit({ id: true }), administrators).returns<{
    entitlementId: Id
  }>(),
  'entitlement.remove': command(() => z.object({ entitlementId: Id }), administrators).returns<null>(),

  /** A correction of the time account or the vacation, or a payout, with its reason (I6). */
  'accountEntry.add': command(
    () =>
      EntrySchema()
        .omit({ id: true })
        .extend({
          account: AccountName.default('time'),
          /** Today, where nobody says. */
          date: LocalDateSchema.optional(),
        }),
    leaders,
  ).returns<{ accountEntryId: Id }>(),
  'accountEntry.remove': command(() => z.object({ accountEntryId: Id }), leaders).returns<null>(),
}

export type AbsenceView = Omit<Absence, 'kindId'> & {
  userName: string
  /** null: whoever asks sees that somebody is absent, and not why. */
  kindId: Id | null
  kindName: string
  effect: AbsenceEffect | null
  /** What it takes of what is expected, ms, and of the vacation, in hundredths of a day; of a request: what it would. */
  ms: number
  hundredths: number
  /** Days on which it takes anything. */
  days: number
  /** Whoever asks may change it and take it back; approve or reject it. */
  mayEdit: boolean
  mayDecide: boolean
}

/** In hundredths of a day. */
export type VacationYear = {
  year: number
  entitled: number
  /** What came over from the year before; below zero: too much was taken. */
  carried: number
  /** The last day on which it can be taken; null: there is none, or nothing came over. */
  carriedUntil: LocalDate | null
  corrected: number
  taken: number
  /** Approved, of days to come. */
  planned: number
  expired: number
  /** What waits for a decision; it is not taken off. */
  requested: number
  remaining: number
}

export type AbsencePerson = {
  userId: Id
  name: string
  absences: AbsenceView[]
  /** null: whoever asks does not see it, or there is no entitlement. */
  vacation: VacationYear | null
}

export type AccountMonth = {
  month: Month
  /** The last day that counts. */
  through: LocalDate
  totalMs: number
  expectedMs: number
  /** Corrections and payouts. */
  entriesMs: number
  /** At its end, ms. */
  balanceMs: number
}

export type AccountView = {
  userId: Id
  name: string
  on: LocalDate
  /** null: there is nothing to count from. */
  begins: LocalDate | null
  balanceMs: number
  /** The newest first. */
  months: AccountMonth[]
  /** Of the time account up to `on`, the newest first; those of a closed period cannot be deleted any more. */
  entries: (AccountEntry & { closed: boolean })[]
}

const READS = ['absence', 'absenceKind', 'user', 'organisation', 'employment', 'pastSetting'] as const
const VACATION = [...READS, 'entitlement', 'accountEntry'] as const
const ACCOUNT = [...READS, 'timeEntry', 'accountEntry'] as const

export const absenceQueries = {
  'absenceKind.list': query(
    () => z.object({ activeOnly: z.boolean().optional() }),
    ['absenceKind'],
    everybody,
  ).returns<AbsenceKind[]>(),
  /** Those that touch the days, by first day; of one user, or of all that whoever asks may see. */
  'absence.list': query(
    () =>
      z.object({
        userId: Id.optional(),
        from: LocalDateSchema.optional(),
        to: LocalDateSchema.optional(),
        status: AbsenceSchema().shape.status.optional(),
      }),
    READS,
    everybody,
  ).returns<{ rows: AbsenceView[] } & Narrowed>(),
  /** A year by person, with the days on which nothing is expected of anybody. */
  'absence.year': query(() => z.object({ year: Year() }), VACATION, everybody).returns<
    {
      year: number
      today: LocalDate
      people: AbsencePerson[]
      holidays: { date: LocalDate; name: string }[]
    } & Narrowed
  >(),
  'entitlement.list': query(() => z.object({ userId: Id }), ['entitlement'], ownBy('userId', 'user')).returns<
    Entitlement[]
  >(),
  /** The vacation of a year as it is today. */
  'entitlement.balance': query(
    () => z.object({ userId: Id, year: Year() }),
    VACATION,
    ownBy('userId', 'user'),
  ).returns<{
    name: string
    vacation: VacationYear | null
    entries: (AccountEntry & { closed: boolean })[]
  }>(),
  /** The time account of a user to a day, today where nobody says, by month (I6). */
  'account.get': query(
    () => z.object({ userId: Id, on: LocalDateSchema.optional() }),
    ACCOUNT,
    ownBy('userId', 'user'),
  ).returns<AccountView>(),
  /** The balances of all, to a day. */
  'account.list': query(() => z.object({ on: LocalDateSchema.optional() }), ACCOUNT, leaders).returns<{
    on: LocalDate
    rows: { userId: Id; balanceMs: number }[]
  }>(),
}
