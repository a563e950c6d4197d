// Any number of entries, up to millions, to see how Daybook behaves with them; plain but shaped like real ones.
import { addDays, epochDayOf, weekdayOf } from '../../shared/base/localDate.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { Random } from '../../shared/base/random.ts'
import { createRandom } from '../../shared/base/random.ts'
import type { TimeEntry } from '../../shared/entities/timeEntry.ts'
import { entriesOf, minuteZero } from './entryOf.ts'
import type { SampleFirm, SampleOptions } from './firm.ts'
import { projectOn, projectsByCustomer } from './projects.ts'
import { CATEGORIES, noteFor } from './work.ts'

/** More sessions than this nobody has on a day; where it is reached, the years go further back instead. */
const SESSIONS_A_DAY = 8
const TWO_YEARS_OF_WORK = 522
const MINUTE_MS = 60_000

/** A firm as large as its entries ask for. */
export function sizeFor(entries: number): { users: number; customers: number } {
  const large = entries > 50_000
  return {
    users: large ? Math.min(200, Math.max(12, Math.ceil(entries / 5000))) : 12,
    customers: large ? 400 : 60,
  }
}

/** Exactly `entries` entries, in order of days, up to yesterday; a tenth of them for one customer. */
export function* manyEntries(
  firm: SampleFirm,
  options: SampleOptions,
  entries: number,
): Generator<TimeEntry> {
  const { seed = 1 } = options
  const users = firm.users.filter(({ active }) => active)
  const days = workDays(
    firm.today,
    Math.max(TWO_YEARS_OF_WORK, Math.ceil(entries / (users.length * SESSIONS_A_DAY))),
  )
  const seats = days.length * users.length
  const notes = noteBook(seed)
  const projects = projectsByCustomer(firm.projects)
  let seat = 0
  let count = 0
  for (const date of days) {
    const zero = minuteZero(date, firm.dayRule)
    const random = createRandom(seed, epochDayOf(date))
    const choices = createRandom(seed, 0x9a7, epochDayOf(date))
    for (const [index, user] of users.entries()) {
      seat += 1
      const sessions = Math.floor((seat * entries) / seats) - count
      // Eight hours and a half, a break, and a start of one's own.
      const slot = Math.floor(510 / Math.max(1, sessions))
      let at = 430 + ((index * 7) % 100)
      for (let session = 0; session < sessions; session += 1) {
        if (session === Math.ceil(sessions / 2)) at += 35
        const minutes = Math.max(1, Math.floor(slot * (0.55 + random.next() * 0.45)))
        const customer =
          random.next() < 0.1 ? 1 : 2 + Math.floor(random.next() ** 2 * (firm.customers.length - 2))
        const customerId = firm.customers[customer]?.id ?? ''
        const start = zero + at * MINUTE_MS
        const category = Math.floor(random.next() * 9)
        yield* entriesOf(
          {
            userId: user.id,
            customerId,
            categoryId: firm.categories[category]?.id ?? '',
            projectId: projectOn(projects, customerId, date, choices),
            segments: [{ start, end: start + minutes * MINUTE_MS }],
            note: noteOf(notes[category] ?? [], random),
          },
          date,
          count,
          firm.dayRule,
        )
        count += 1
        at += slot
      }
    }
  }
}

/** The last so many weekdays before a day, in order. */
function workDays(today: LocalDate, count: number): LocalDate[] {
  const days: LocalDate[] = []
  for (let date = addDays(today, -1); days.length < count; date = addDays(date, -1)) {
    if (weekdayOf(date) <= 5) days.push(date)
  }
  return days.reverse()
}

/** Up to so many characters. */
const LONGEST_NOTE = 200

/** None to 200 characters, every length as likely as another; one in eight names a ticket of its own. */
function noteOf(book: readonly string[], random: Random): string {
  const length = random.int(0, LONGEST_NOTE)
  let note = random.chance(0.125) ? `Ticket ${random.int(1000, 99_999)}` : ''
  while (note.length < length && book.length > 0) {
    const sentence = book[random.int(0, book.length - 1)] ?? ''
    note = note === '' ? sentence : `${note}. ${sentence}`
  }
  return note.slice(0, length).trim()
}

/** Sentences to choose from, because making a new one for each of millions would take most of the time. */
function noteBook(seed: number): string[][] {
  const random = createRandom(seed, 0x2074e)
  return CATEGORIES.map((kind) =>
    Array.from({ length: 64 }, () => noteFor(kind, 'the office', random)).filter(
      (sentence) => sentence !== '',
    ),
  )
}
