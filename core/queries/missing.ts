// Who is missing time of a week: what was expected up to yesterday, without what was attended (I13).
import type { LocalDate } from '../../shared/base/localDate.ts'
import { addDays, monthOf, weekStartOf } from '../../shared/base/localDate.ts'
import { compareNames } from '../../shared/base/nameOrder.ts'
import type { MissingRow, MissingWeek } from '../../shared/contract/report.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import { expectedMsOn, termsOn } from '../../shared/rules/terms.ts'
import type { Data } from '../db/data.ts'
import { readDays } from '../derived/totals.ts'
import { absentIn, approvedByUser } from '../facts/absences.ts'
import { employmentsOf, holidaysIn, termsOfUser } from '../facts/history.ts'
import { onlyOf } from '../facts/sight.ts'
import type { QueryContext } from './query.ts'

type Asked = { date?: LocalDate | undefined; weekStart?: number | undefined }

/** Of days that are over. An approved absence is not expected, or counts as attended, as its kind says (I2). */
export function missingWeek(
  data: Data,
  organisation: Organisation,
  { date, weekStart }: Asked,
  { today, actor }: QueryContext,
): MissingWeek {
  const first = weekStartOf(date ?? today, organisation.weekStart ?? weekStart ?? 1)
  const last = addDays(first, 6)
  const over = Array.from({ length: 7 }, (_, index) => addDays(first, index)).filter((day) => day < today)
  const only = onlyOf(data, actor, 'employment')
  const approved = approvedByUser(data, { first, last })
  const rows: MissingRow[] = []
  let complete = 0
  for (const user of data.list('user')) {
    if (user.removed || (only !== null && user.id !== only)) continue
    const terms = termsOfUser(data, organisation, user, employmentsOf(data, user.id))
    const attended = new Map(readDays(data, user.id, first, last).map((day) => [day.date, day.totalMs]))
    // As in the diary: who left without a last day is listed where they worked, and else nothing was expected of them.
    const left = user.lastDate === null || over.every((day) => termsOn(terms, day).nothing !== null)
    if (!user.active && left && attended.size === 0) continue
    const absent = absentIn(data, organisation, terms, approved.get(user.id) ?? [], { first, last })
    const expected = over.map((day) => ({
      day,
      ms: expectedMsOn({ terms, absent, holidays: holidaysIn(data, organisation, monthOf(day)) }, day),
    }))
    const expectedMs = expected.reduce((sum, { ms }) => sum + ms, 0)
    const creditedMs = (day: LocalDate): number => absent.get(day)?.creditedMs ?? 0
    const attendedMs = over.reduce((sum, day) => sum + (attended.get(day) ?? 0) + creditedMs(day), 0)
    if (attendedMs >= expectedMs) {
      if (expectedMs > 0) complete += 1
      continue
    }
    rows.push({
      userId: user.id,
      name: user.name,
      expectedMs,
      attendedMs,
      missingMs: expectedMs - attendedMs,
      days: expected
        .filter(({ day, ms }) => ms > creditedMs(day) && !attended.has(day))
        .map(({ day }) => day),
    })
  }
  rows.sort((a, b) => b.missingMs - a.missingMs || compareNames(a.name, b.name))
  return { first, last, through: over.at(-1) ?? null, rows, complete, onlyYours: only !== null }
}
