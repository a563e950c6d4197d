// What one entry counts in a report: its time, what it is worth and what it costs; as reportSql.ts says of many, and a test holds the
// two together.
import type { Month } from '../../shared/base/localDate.ts'
import { monthOf } from '../../shared/base/localDate.ts'
import { payFor } from '../../shared/base/money.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Rate } from '../../shared/entities/rate.ts'
import type { TimeEntry } from '../../shared/entities/timeEntry.ts'
import type { RateBook } from '../../shared/rules/billing.ts'
import { amountOf, rateBook } from '../../shared/rules/billing.ts'
import { countedTime } from '../../shared/rules/countedTime.ts'
import type { CostStretch } from '../../shared/rules/hourCost.ts'
import type { Data } from '../db/data.ts'
import { exactThrough } from '../derived/countedSql.ts'
import { flagsReader } from './flags.ts'
import { hourCostsOf } from './hourCosts.ts'
import { organisationOf } from './reads.ts'

/** `amount`: null where it is not billable, or has no rate; `cost`: null where nobody knows it. */
export type EntryWorth = { ms: number; billable: boolean; amount: number | null; cost: number | null }

/** Reads it for as many as one commit writes. */
export function worthReader(data: Data): (entry: TimeEntry) => EntryWorth {
  const exact = exactThrough(data)
  const flagsOn = flagsReader(data)
  const book = bookOf(data.list('rate'))
  const costOn = costReader(data)
  return (entry) => {
    const { userId, workDate } = entry
    const ms = countedTime(entry.durationMs, workDate, exact)
    const billable = flagsOn(entry, workDate).isBillable
    const rate = billable ? book.rateOn(entry, workDate) : null
    const hour = costOn(userId, workDate)
    return {
      ms,
      billable,
      amount: rate === null ? null : amountOf(ms, rate),
      cost: hour === null ? null : payFor(ms, hour),
    }
  }
}

/** What is remembered of rates is the same list until somebody writes one: then its book is the same too, for so many commits. */
const books = new WeakMap<readonly Rate[], { book: RateBook; left: number }>()
const MOST_COMMITS = 2_000

function bookOf(rates: readonly Rate[]): RateBook {
  let known = books.get(rates)
  // A book keeps what it found: who worked for whom, in weeks of a running program.
  if (known === undefined || known.left === 0)
    books.set(rates, (known = { book: rateBook(rates), left: MOST_COMMITS }))
  known.left -= 1
  return known.book
}

function costReader(data: Data): (userId: Id, date: string) => number | null {
  const organisation = organisationOf(data)
  if (organisation === null) return () => null
  const known = new Map<string, readonly CostStretch[]>()
  const stretches = (userId: Id, month: Month): readonly CostStretch[] => {
    const key = `${userId} ${month}`
    let found = known.get(key)
    if (found === undefined) {
      const user = data.find('user', userId)
      known.set(key, (found = user === null ? [] : hourCostsOf(data, organisation, user, [month])))
    }
    return found
  }
  return (userId, date) =>
    stretches(userId, monthOf(date)).find(({ from, until }) => date >= from && date < until)?.minor ?? null
}
