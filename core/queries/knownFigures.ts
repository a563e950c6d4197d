// Figures of a month that rest on the same as when they were last asked for, and so are the same. What is compared by identity is
// remembered until somebody writes it (Data.remembered).
import { deepFreeze } from '../../shared/base/deepFreeze.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { DiaryDay, MonthFigures } from '../../shared/contract/diary.ts'
import { NO_ABSENCE } from '../../shared/rules/absentDays.ts'
import type { PayFacts } from '../../shared/rules/payroll.ts'
import { monthFigures, NOTHING_LEFT_OUT } from '../../shared/rules/payroll.ts'
import type { Terms } from '../../shared/rules/terms.ts'
import type { DatedDay } from '../derived/totals.ts'

/** The days of a month that goes by its sums. */
export const NO_DAYS: PayFacts['days'] = new Map()

/** As nearly every month is: its sums are enough, and nobody was absent, paid for time of day or waits for an approval. */
const isPlain = ({ days, absent, clock, leftOut }: PayFacts): boolean =>
  days === NO_DAYS && absent === NO_ABSENCE && clock === undefined && leftOut === NOTHING_LEFT_OUT

/** All that plain figures rest on. */
const sameFacts = (a: PayFacts, b: PayFacts): boolean =>
  a.terms === b.terms &&
  a.holidays === b.holidays &&
  a.month === b.month &&
  a.weekStart === b.weekStart &&
  a.former === b.former &&
  a.whole?.totalMs === b.whole?.totalMs &&
  a.whole?.bookedMs === b.whole?.bookedMs &&
  a.whole?.entries === b.whole?.entries &&
  a.whole?.days === b.whole?.days

const figures = new WeakMap<readonly Terms[], { facts: PayFacts; figures: MonthFigures }>()

/** `monthFigures`, made again only where something of it has changed since the user's last month. */
export function figuresOf(facts: PayFacts): MonthFigures {
  if (!isPlain(facts)) return monthFigures(facts)
  const known = figures.get(facts.terms)
  if (known !== undefined && sameFacts(known.facts, facts)) return known.figures
  const made = deepFreeze(monthFigures(facts))
  figures.set(facts.terms, { facts, figures: made })
  return made
}

const rows = new WeakMap<readonly DatedDay[], { facts: PayFacts; today: LocalDate; rows: DiaryDay[] }>()

/** The days of a plain month of which nothing else is to be said; `days` are remembered as well. */
export function plainDays(
  facts: PayFacts,
  days: readonly DatedDay[],
  today: LocalDate,
  make: () => DiaryDay[],
): DiaryDay[] {
  if (!isPlain(facts)) return make()
  const known = rows.get(days)
  if (known !== undefined && known.today === today && sameFacts(known.facts, facts)) return known.rows
  const made = deepFreeze(make())
  rows.set(days, { facts, today, rows: made })
  return made
}
