// Two plausible years: what each user of the sample firm did on each day.
import type { Instant } from '../../shared/base/instant.ts'
import {
  addDays,
  addMonths,
  epochDayOf,
  firstDayOf,
  monthOf,
  weekdayOf,
} from '../../shared/base/localDate.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import { createRandom } from '../../shared/base/random.ts'
import type { Random } from '../../shared/base/random.ts'
import type { Customer } from '../../shared/entities/customer.ts'
import type { TimeEntry } from '../../shared/entities/timeEntry.ts'
import type { User } from '../../shared/entities/user.ts'
import { holidaysOf } from '../queries/holidays.ts'
import { caseOn, casesByCustomer } from './cases.ts'
import { isAway } from './absences.ts'
import { entriesOf, minuteZero } from './entryOf.ts'
import type { Session as FullSession, Stretch } from './entryOf.ts'
import { LEAVER, ON_CALL, SAMPLE_YEARS } from './firm.ts'
import type { SampleFirm, SampleOptions } from './firm.ts'
import { projectOn, projectsByCustomer } from './projects.ts'
import { marksOf } from './tags.ts'
import { CATEGORIES, noteFor } from './work.ts'

const MINUTE_MS = 60_000

/** In order of days. Each day of each user depends on the seed and the date alone. */
export function* plausibleEntries(firm: SampleFirm, options: SampleOptions): Generator<TimeEntry> {
  const { seed = 1 } = options
  const projects = projectsByCustomer(firm.projects)
  const cases = casesByCustomer(firm.cases)
  let count = 0
  const begin = firstDayOf(addMonths(firm.month, -12 * SAMPLE_YEARS))
  for (let date = begin; date < firm.today; date = addDays(date, 1)) {
    const zero = minuteZero(date, firm.dayRule)
    const holiday = holidaysOf(firm.organisation.holidayCountry, monthOf(date)).has(date)
    for (const [index, user] of firm.users.entries()) {
      if (index === LEAVER && date >= firstDayOf(addMonths(firm.month, -5))) continue
      const random = createRandom(seed, index, epochDayOf(date))
      const choices = createRandom(seed, 0x9a7, index, epochDayOf(date))
      const marks = createRandom(seed, 0x7a9, index, epochDayOf(date))
      for (const made of sessionsOf({ firm, user, index, date, zero, holiday, random, seed })) {
        const projectId = projectOn(projects, made.customerId, date, choices)
        const session = {
          ...made,
          ...caseOn(cases, { ...made, projectId }, date, marks),
          ...marksOf(firm.tags, marks),
        }
        // No entry reaches into today, which belongs to the person who looks at the sample.
        const parts = entriesOf(session, date, count, firm.dayRule).filter(
          (part) => part.workDate < firm.today,
        )
        if (parts.length > 0) yield* parts
        count += 1
      }
    }
  }
}

/** Which project it was for is said afterwards, of all alike. */
type Session = Omit<FullSession, 'projectId'>

type Day = {
  firm: SampleFirm
  user: User
  index: number
  date: LocalDate
  zero: Instant
  holiday: boolean
  random: Random
  seed: number
}

function sessionsOf(day: Day): Session[] {
  const { index, date, holiday, random } = day
  const expected = expectedMinutes(day)
  if (holiday || expected === 0) {
    return !holiday && weekdayOf(date) === 6 && random.chance(0.025)
      ? worked(day, random.int(90, 200), 9 * 60)
      : []
  }
  if (isAway(day.firm.absences, day.user.id, date)) return []
  if (onVacation(day)) return [absence(day, 'Holiday', expected)]
  if (random.chance(0.014)) return [absence(day, 'Sick leave', expected)]
  // Forgotten: the Work Diary shows it red (spec B48).
  if (random.chance(0.012)) return []
  const overtime = random.chance(0.18) ? random.int(20, 110) : random.int(-25, 20)
  const sessions = worked(day, expected + overtime, 450 + ((index * 17) % 75) + random.int(-12, 18))
  if (random.chance(0.015)) sessions.push(...parallelTo(day, sessions))
  if (ON_CALL.includes(index) && random.chance(0.012)) sessions.push(atNight(day))
  return sessions
}

function expectedMinutes({ firm, user, date }: Day): number {
  const contract = firm.employments.findLast(
    ({ userId, validFrom }) => userId === user.id && validFrom <= date,
  )
  return contract?.expectedMinutes[weekdayOf(date) - 1] ?? 0
}

/** Three or four weeks a year, two of them in one piece in summer. */
function onVacation({ seed, index, date }: Day): boolean {
  const year = Number(date.slice(0, 4))
  const random = createRandom(seed, 0xf4ee, index, year)
  const summer = random.int(24, 33)
  const weeks = [summer, summer + 1, random.int(6, 16), random.int(40, 50)]
  return weeks.includes(Math.floor((epochDayOf(date) - epochDayOf(`${year}-01-01`)) / 7))
}

/** Sessions that fill so many minutes from `start` on, with a lunch break and small breaks between. */
function worked(day: Day, minutes: number, start: number): Session[] {
  const { random } = day
  const sessions: Session[] = []
  let at = start
  let left = minutes
  let lunch = minutes > 300
  while (left > 0) {
    const length = left < 50 ? left : Math.min(left, random.int(30, 170))
    if (lunch && at + length > 720) {
      lunch = false
      const until = Math.max(15, Math.min(length, 720 + random.int(-20, 35) - at))
      sessions.push(sessionAt(day, at, until))
      left -= until
      at += until + random.int(30, 60)
      continue
    }
    sessions.push(sessionAt(day, at, length))
    left -= length
    at += length + (random.chance(0.4) ? random.int(2, 14) : 0)
  }
  return sessions
}

function sessionAt(day: Day, start: number, minutes: number, other?: { not: string }): Session {
  const { firm, user, random } = day
  const choice = chooseWork(day, other?.not)
  // Some were timed to the second, most were typed to the minute.
  const seconds = minutes > 20 && random.chance(0.4) ? random.int(1, 59) * 1000 : 0
  const from = day.zero + start * MINUTE_MS + seconds
  const to = day.zero + (start + minutes) * MINUTE_MS
  const kind = CATEGORIES[choice.category]
  return {
    userId: user.id,
    customerId: choice.customer.id,
    categoryId: firm.categories[choice.category]?.id ?? '',
    segments: minutes > 60 && random.chance(0.15) ? withPause(from, to, random) : [{ start: from, end: to }],
    note: kind === undefined ? '' : noteFor(kind, choice.customer.contactPerson || 'the office', random),
  }
}

function withPause(from: Instant, to: Instant, random: Random): Stretch[] {
  const pause = random.int(4, 15) * MINUTE_MS
  const at = from + Math.round(((to - from) * (0.3 + random.next() * 0.4)) / 1000) * 1000
  return [
    { start: from, end: at },
    { start: Math.min(at + pause, to - MINUTE_MS), end: to },
  ]
}

function chooseWork(day: Day, not?: string): { customer: Customer; category: number } {
  const { firm, index, random } = day
  const internal = firm.customers[0]
  if (internal !== undefined && not === undefined && random.chance(0.13)) {
    return {
      customer: internal,
      category: random.chance(0.55) ? indexOf('Meetings') : indexOf('Administration'),
    }
  }
  // Everybody has customers of their own, the first of them most often; a square gives the long tail.
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const rank = Math.floor(random.next() ** 2 * 14)
    const customer = firm.customers[1 + ((index * 5 + rank * 3) % (firm.customers.length - 1))]
    if (customer === undefined || customer.id === not || !wasOpen(day, customer)) continue
    return { customer, category: drawCategory(random) }
  }
  return { customer: internal ?? raise(), category: indexOf('Administration') }
}

/** Work was done for a customer only while there was a reason to. */
function wasOpen({ firm, date }: Day, customer: Customer): boolean {
  const month = monthOf(date)
  switch (customer.status) {
    case 'Active':
      return true
    case 'Prospect':
      return month >= addMonths(firm.month, -3)
    case 'Inactive':
      return month < addMonths(firm.month, -5)
    case 'Archived':
      return month < addMonths(firm.month, -12)
  }
}

const SHARES = CATEGORIES.reduce((sum, { share }) => sum + share, 0)

function drawCategory(random: Random): number {
  let left = random.next() * SHARES
  return CATEGORIES.findIndex(({ share }) => (left -= share) < 0)
}

function indexOf(name: string): number {
  return CATEGORIES.findIndex((kind) => kind.name === name)
}

function absence(day: Day, category: string, minutes: number): Session {
  const start = day.zero + 8 * 60 * MINUTE_MS
  return {
    userId: day.user.id,
    customerId: (day.firm.customers[0] ?? raise()).id,
    categoryId: day.firm.categories[indexOf(category)]?.id ?? raise(),
    segments: [{ start, end: start + minutes * MINUTE_MS }],
    note: '',
  }
}

/** A second customer in the same hours (spec F5): both are billed, the user attended once. */
function parallelTo(day: Day, sessions: readonly Session[]): Session[] {
  const first = sessions.find(({ segments }) => {
    const [start, end] = [segments[0]?.start ?? 0, segments.at(-1)?.end ?? 0]
    return end - start >= 60 * MINUTE_MS
  })
  const start = first?.segments[0]?.start
  if (first === undefined || start === undefined) return []
  const minute = Math.floor((start - day.zero) / MINUTE_MS)
  return [sessionAt(day, minute + day.random.int(10, 40), day.random.int(40, 110), { not: first.customerId })]
}

/** Called in the late evening and done after midnight (spec F2). */
function atNight(day: Day): Session {
  return sessionAt(day, 22 * 60 + day.random.int(5, 50), day.random.int(125, 190))
}

function raise(): never {
  throw new Error('the sample firm lacks a customer or category')
}
