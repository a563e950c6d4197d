// What the day of a change holds, read from the totals that the change has brought up to date.
import type { DayFacts } from '../../shared/rules/dayLength.ts'
import type { Data } from '../db/data.ts'
import { readDays } from '../derived/totals.ts'
import { dayRule } from './reads.ts'

export const dayFacts = (data: Data): DayFacts => ({
  rule: () => dayRule(data),
  day: (userId, date) => readDays(data, userId, date, date)[0] ?? null,
})
