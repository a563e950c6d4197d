// Absences in the calendar, a whole day each: asked for or approved; of a colleague only that they are absent (I4, F10).
import { dayStartAt } from '../../../shared/base/dayRule.ts'
import { formatDuration, MINUTE_MS } from '../../../shared/base/duration.ts'
import type { CalendarItem } from '../../../shared/contract/calendar.ts'
import type { Absence } from '../../../shared/entities/absence.ts'
import { daysOf } from '../../../shared/rules/absentDays.ts'
import { isModuleOn } from '../../../shared/rules/module.ts'
import { absencesOf } from '../../facts/absences.ts'
import { nameOf, organisationOf } from '../../facts/reads.ts'
import type { CalendarSource } from './source.ts'
import { PLAIN } from './source.ts'

/** Read alike in every language. */
function titleOf(name: string, { portion, minutes }: Absence): string {
  if (portion === 'half') return `${name} ½`
  return minutes === null ? name : `${name} ${formatDuration(minutes * MINUTE_MS)}`
}

export const absences: CalendarSource = (data, { first, last, actor, userIds }) => {
  const organisation = organisationOf(data)
  if (organisation === null || !isModuleOn(organisation, null, 'absence')) return []
  const rule = { zone: organisation.zone, dayStartMinutes: 0 }
  return userIds.flatMap((userId) => {
    const userName = nameOf(data, 'user', userId) ?? ''
    const knows = actor.role !== 'employee' || userId === actor.userId
    const found = [
      ...absencesOf(data, userId, { first, last }),
      ...(knows ? absencesOf(data, userId, { first, last }, 'requested') : []),
    ]
    return found.flatMap((absence) => {
      const name = knows ? (data.find('absenceKind', absence.kindId)?.name ?? '') : ''
      return [...daysOf(absence, { first, last })].map((day): CalendarItem => {
        const startAt = dayStartAt(day, rule)
        return {
          ...PLAIN,
          kind: 'absence',
          id: absence.id,
          userId,
          userName,
          startAt,
          endAt: startAt,
          day,
          title: knows ? titleOf(name, absence) : '',
          done: absence.status === 'approved',
        }
      })
    })
  })
}
