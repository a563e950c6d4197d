// Which absences stand on which days of a user's diary, with what each takes: those that count, and those that are asked for (I4).
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { DayAbsence } from '../../shared/contract/diary.ts'
import type { AbsentDays, Span } from '../../shared/rules/absentDays.ts'
import { daysOf } from '../../shared/rules/absentDays.ts'
import { settingsOn } from '../../shared/rules/pastSetting.ts'
import type { Data } from '../db/data.ts'
import type { AbsencesByStatus } from '../facts/absences.ts'
import { absenceKindHistory } from '../facts/history.ts'

export type DaysAbsent = ReadonlyMap<LocalDate, DayAbsence[]>

/** Of a user's. `absent`: what those that count do to the days. */
export function daysAbsent(data: Data, all: AbsencesByStatus, span: Span, absent: AbsentDays): DaysAbsent {
  const lines = (['approved', 'requested'] as const).flatMap((status) =>
    all[status].flatMap((of) => {
      const kinds = absenceKindHistory(data, of.kindId)
      const kindName = data.find('absenceKind', of.kindId)?.name ?? ''
      return [...daysOf(of, span)].map((date): [LocalDate, DayAbsence] => [
        date,
        {
          absenceId: of.id,
          kindName,
          effect: settingsOn(kinds, date).effect,
          portion: of.portion,
          status,
          ms: absent.get(date)?.parts.find(({ absenceId }) => absenceId === of.id)?.ms ?? 0,
        },
      ])
    }),
  )
  const days = new Map<LocalDate, DayAbsence[]>()
  for (const [date, line] of lines) days.set(date, [...(days.get(date) ?? []), line])
  return days
}
