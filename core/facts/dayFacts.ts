// What the day of a change holds, of which the totals were just brought up to date.
import type { DayFacts } from '../../shared/rules/dayLength.ts'
import type { Data } from '../db/data.ts'
import type { UpdatedDays } from '../derived/totals.ts'
import { dayKey, readDays } from '../derived/totals.ts'
import { dayRule } from './reads.ts'

export const dayFacts = (data: Data, updated: UpdatedDays): DayFacts => ({
  rule: () => dayRule(data),
  day: (userId, date) => updated.get(dayKey(userId, date)) ?? readDays(data, userId, date, date)[0] ?? null,
})
