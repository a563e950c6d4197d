// Absences of the sample firm: a vacation behind and one ahead, a sickness, a half day, an open request; what each is entitled to, and a
// correction of a time account (I1 to I6).
import { addDays, firstDayOf, monthOf, weekdayOf } from '../../shared/base/localDate.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { Absence } from '../../shared/entities/absence.ts'
import type { AbsenceKind } from '../../shared/entities/absenceKind.ts'
import type { AccountEntry } from '../../shared/entities/accountEntry.ts'
import type { Entitlement } from '../../shared/entities/entitlement.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { User } from '../../shared/entities/user.ts'
import { sampleId } from './sampleId.ts'

export type SampleAbsences = {
  absenceKinds: AbsenceKind[]
  absences: Absence[]
  entitlements: Entitlement[]
  accountEntries: AccountEntry[]
}

const KINDS = [
  { name: 'Vacation', effect: 'relieved', vacation: true, needsApproval: true },
  { name: 'Sickness', effect: 'relieved', vacation: false, needsApproval: false },
  { name: 'Training', effect: 'worked', vacation: false, needsApproval: true },
  { name: 'Unpaid leave', effect: 'unpaid', vacation: false, needsApproval: true },
] as const

/** By staff number: who is away, from which weekday so many weeks from now, and for how many days. */
const AWAY = [
  { who: 3, kind: 0, weeks: -3, weekday: 1, days: 5 },
  { who: 4, kind: 1, weeks: -1, weekday: 2, days: 2, note: 'Flu' },
  { who: 0, kind: 0, weeks: 3, weekday: 1, days: 12, note: 'Norway' },
  { who: 6, kind: 0, weeks: 1, weekday: 5, days: 1, portion: 'half' },
  { who: 9, kind: 0, weeks: 5, weekday: 1, days: 5, status: 'requested', note: 'Family visit' },
  { who: 1, kind: 2, weeks: 2, weekday: 3, days: 2, note: 'First aid course' },
] as const

const DAYS_A_YEAR = 3_000

export function sampleAbsences(
  users: readonly User[],
  { prefix, begin, today }: { prefix: string; begin: LocalDate; today: LocalDate },
): SampleAbsences {
  const absenceKinds = KINDS.map((kind, index): AbsenceKind => ({
    id: sampleId(prefix, 'W', index),
    ...kind,
    active: true,
    removed: false,
  }))
  const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date))
  // What is over stays where it is while the month goes on, as the sample's time does.
  const monday = { past: mondayOf(firstDayOf(monthOf(today))), ahead: mondayOf(today) }
  const absences = AWAY.flatMap((away, index): Absence[] => {
    const user = users[away.who]
    const kind = absenceKinds[away.kind]
    if (user === undefined || kind === undefined) return []
    const firstDay = addDays(away.weeks < 0 ? monday.past : monday.ahead, 7 * away.weeks + away.weekday - 1)
    return [
      {
        id: sampleId(prefix, 'H', index),
        userId: user.id,
        kindId: kind.id,
        firstDay,
        lastDay: addDays(firstDay, away.days - 1),
        portion: 'portion' in away ? away.portion : 'whole',
        minutes: null,
        status: 'status' in away ? away.status : 'approved',
        note: 'note' in away ? away.note : '',
        reason: '',
      },
    ]
  })
  const entitlements = users.map((user, index): Entitlement => ({
    id: sampleId(prefix, 'N', index),
    userId: user.id,
    validFrom: begin,
    hundredths: DAYS_A_YEAR,
  }))
  const corrected = users[1]
  const accountEntries: AccountEntry[] =
    corrected === undefined
      ? []
      : [
          {
            id: sampleId(prefix, 'X', 0),
            userId: corrected.id,
            account: 'time',
            kind: 'correction',
            date: addDays(today, -10),
            amount: 150,
            reason: 'Way home from the trade fair',
          },
        ]
  return { absenceKinds, absences, entitlements, accountEntries }
}

/** Is the user away all day? Nothing is recorded then. */
export const isAway = (absences: readonly Absence[], userId: Id, date: LocalDate): boolean =>
  absences.some(
    (absence) =>
      absence.userId === userId &&
      absence.status === 'approved' &&
      absence.portion === 'whole' &&
      absence.firstDay <= date &&
      absence.lastDay >= date,
  )
