// The sample firm: the same from the same seed, valid to the last field, and like a real one.
import { expect, onTestFinished, test } from 'vitest'
import { addMonths, daysOfMonth, weekdayOf } from '../../shared/base/localDate.ts'
import { isCurrency } from '../../shared/base/currency.ts'
import { registry } from '../../shared/entities/registry.ts'
import { TimeEntry } from '../../shared/entities/timeEntry.ts'
import type { TimeEntry as Entry } from '../../shared/entities/timeEntry.ts'
import { at, openTestApp } from '../testing/testApp.ts'
import type { TestApp } from '../testing/testApp.ts'
import { sampleFirm } from './firm.ts'
import type { SampleOptions } from './firm.ts'
import { manyEntries, sizeFor } from './manyEntries.ts'
import { meetingEntries } from './meetings.ts'
import { plausibleEntries } from './plausibleDays.ts'

const OPTIONS: SampleOptions = {
  seed: 1,
  zone: 'Europe/Berlin',
  currency: 'EUR',
  now: at('2026-03-17 10:00'),
}
const SIZE = { users: 12, customers: 60 }
const firm = sampleFirm(OPTIONS, SIZE)
const entries: Entry[] = [...plausibleEntries(firm, OPTIONS)]
const inMeetings: Entry[] = [...meetingEntries(firm.meetings, firm)]

test('the same seed makes the same firm and time, another seed another', () => {
  expect(sampleFirm(OPTIONS, SIZE)).toEqual(firm)
  const head = (options: SampleOptions): Entry[] => {
    const first: Entry[] = []
    for (const entry of plausibleEntries(sampleFirm(options, SIZE), options)) {
      if (first.push(entry) === 300) break
    }
    return first
  }
  expect(head(OPTIONS)).toEqual(entries.slice(0, 300))
  expect(head({ ...OPTIONS, seed: 2 })).not.toEqual(entries.slice(0, 300))
})

test('a week later the same days hold the same time', () => {
  const later = { ...OPTIONS, now: at('2026-03-24 10:00') }
  const again = [...plausibleEntries(sampleFirm(later, SIZE), later)]
  const upTo = (list: Entry[]): object[] =>
    list
      .filter(({ workDate }) => workDate < '2026-03-16')
      .map(({ userId, startAt, durationMs, note }) => ({ userId, startAt, durationMs, note }))
  expect(upTo(again)).toEqual(upTo(entries))
  expect(again.length).toBeGreaterThan(entries.length)
})

test('everything is valid by its own schema, and ids come once', () => {
  const all = [
    registry.organisation.schema.array().safeParse([firm.organisation]),
    registry.user.schema.array().safeParse(firm.users),
    registry.employment.schema.array().safeParse(firm.employments),
    registry.category.schema.array().safeParse(firm.categories),
    registry.customer.schema.array().safeParse(firm.customers),
    registry.project.schema.array().safeParse(firm.projects),
    registry.rate.schema.array().safeParse(firm.rates),
    TimeEntry().array().safeParse(entries),
  ]
  for (const parsed of all) expect(parsed.error).toBeUndefined()
  expect(TimeEntry().array().parse(entries.slice(0, 2000))).toEqual(entries.slice(0, 2000))
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  expect(new Set([...firm.users, ...firm.customers].map(({ name }) => name)).size).toBe(72)
  expect(isCurrency(firm.organisation.currency)).toBe(true)
  expect(firm.organisation).toMatchObject({ sample: true, holidayCountry: 'DE' })
})

test('an entry’s segments lie within it, in order, and add up', () => {
  const wrong = entries.filter(
    ({ startAt, endAt, durationMs, segments }) =>
      segments[0]?.start !== startAt ||
      segments.at(-1)?.end !== endAt ||
      segments.reduce((sum, { start, end }) => sum + end - start, 0) !== durationMs ||
      segments.some(({ start, end }, index) => start >= end || start < (segments[index - 1]?.end ?? 0)),
  )
  expect(wrong).toEqual([])
})

test('12 users with dated contracts, one change, one part-time; 60 customers of several states', () => {
  expect(firm.users.map(({ role }) => role)).toEqual([
    'administrator',
    'manager',
    'manager',
    ...Array.from({ length: 9 }, () => 'employee'),
  ])
  expect(firm.employments).toHaveLength(13)
  expect(new Set(firm.employments.map(({ wage }) => wage.kind))).toEqual(new Set(['hourly', 'monthly']))
  expect(firm.employments.filter(({ expectedMinutes }) => expectedMinutes[4] === 0)).toHaveLength(1)
  expect(new Set(firm.customers.map(({ status }) => status)).size).toBe(4)
  expect(firm.categories.length).toBeGreaterThanOrEqual(8)
})

test('rates: the firm’s own with a rise after a year, some users’, customers’ and projects’; each once a day', () => {
  const own = firm.rates.filter(({ level }) => level === 'organisation')
  expect(own.map(({ validFrom, amountMinor }) => [validFrom, amountMinor])).toEqual([
    ['2024-03-01', 8_500],
    ['2025-03-01', 9_000],
  ])
  const subjects = { user: firm.users, customer: firm.customers, project: firm.projects }
  for (const level of ['user', 'customer', 'project'] as const) {
    const of = firm.rates.filter((rate) => rate.level === level)
    expect(of.length).toBeGreaterThan(2)
    for (const { subjectId } of of) expect(subjects[level].map(({ id }) => id)).toContain(subjectId)
  }
  const days = firm.rates.map(({ level, subjectId, validFrom }) => `${level} ${subjectId} ${validFrom}`)
  expect(new Set(days).size).toBe(days.length)
  const yen = sampleFirm({ ...OPTIONS, currency: 'JPY' }, SIZE)
  expect(yen.rates[0]?.amountMinor).toBe(8_500)
})

test('a third to a half of the customers have projects, and time lies on them only while they were open', () => {
  const withProjects = new Set(firm.projects.map(({ customerId }) => customerId))
  expect(withProjects.size).toBeGreaterThanOrEqual(20)
  expect(withProjects.size).toBeLessThanOrEqual(30)
  expect(firm.projects.map(({ code }) => code)).toEqual(firm.projects.map((_, n) => `PROJ-${n + 1}`))
  const kinds = (test: (project: (typeof firm.projects)[number]) => boolean): number =>
    firm.projects.filter(test).length
  expect(kinds(({ completionDate }) => completionDate !== null)).toBeGreaterThan(5)
  expect(kinds(({ completionDate }) => completionDate === null)).toBeGreaterThan(10)
  expect(kinds(({ budgetMinutes }) => budgetMinutes !== null)).toBeGreaterThan(5)
  const byId = new Map(firm.projects.map((project) => [project.id, project]))
  for (const made of [entries, [...manyEntries(firm, { ...OPTIONS, entries: 5000 }, 5000)]]) {
    const on = made.filter(({ projectId }) => projectId !== null)
    expect(on.length / made.length).toBeGreaterThan(0.1)
    const wrong = on.filter(({ projectId, customerId, workDate, sessionId }) => {
      const project = byId.get(projectId ?? '')
      const began = made.find((entry) => entry.sessionId === sessionId)?.workDate ?? workDate
      return (
        project?.customerId !== customerId ||
        workDate < project.begin ||
        (project.completionDate !== null && began > project.completionDate)
      )
    })
    expect(wrong).toEqual([])
  }
})

test('two years of weekdays up to yesterday: free holidays, breaks, some overtime, missing and parallel time, a night', () => {
  const dates = entries.map(({ workDate }) => workDate)
  expect([dates[0], dates.at(-1)]).toEqual(['2024-03-01', '2026-03-16'])
  expect(dates.filter((date) => weekdayOf(date) > 5).length / dates.length).toBeLessThan(0.02)
  expect(dates.filter((date) => ['2025-12-25', '2025-05-01', '2026-01-01'].includes(date))).toEqual([])
  expect(entries.filter(({ segments }) => segments.length > 1).length).toBeGreaterThan(500)
  const days = Map.groupBy(entries, ({ userId, workDate }) => `${userId} ${workDate}`)
  const minutes = [...days.values()].map(
    (of) => of.reduce((sum, { durationMs }) => sum + durationMs, 0) / 60_000,
  )
  expect(minutes.filter((sum) => sum > 500).length).toBeGreaterThan(200)
  const sofia = firm.users[3]?.id
  const missing = daysOfMonth('2025-05')
    .concat(daysOfMonth('2025-09'), daysOfMonth('2024-10'), daysOfMonth('2026-02'))
    .filter((date) => weekdayOf(date) <= 5 && !days.has(`${sofia} ${date}`))
  expect(missing.length).toBeLessThan(20)
  const overlaps = [...days.values()].filter((of) =>
    of.some((a) => of.some((b) => a !== b && a.startAt < b.endAt && b.startAt < a.endAt)),
  )
  expect(overlaps.length).toBeGreaterThan(20)
  const sessions = Map.groupBy(entries, ({ sessionId }) => sessionId)
  expect(
    [...sessions.values()].filter((parts) => parts.length === 2 && parts[0]?.workDate !== parts[1]?.workDate)
      .length,
  ).toBeGreaterThan(3)
  expect(entries.filter(({ note }) => note.includes('{'))).toEqual([])
})

test('any number of entries, exactly, with a tenth of them for one customer', () => {
  for (const wanted of [1, 999, 60_000]) {
    const options = { ...OPTIONS, entries: wanted }
    const large = sampleFirm(options, sizeFor(wanted))
    const made = [...manyEntries(large, options, wanted)]
    expect(made).toHaveLength(wanted)
    expect(new Set(made.map(({ id }) => id)).size).toBe(wanted)
    expect(TimeEntry().array().safeParse(made.slice(-500)).error).toBeUndefined()
    expect(made.at(-1)?.workDate).toBe('2026-03-16')
    if (wanted < 10_000) continue
    expect(large.users.length).toBe(12)
    expect(large.customers.length).toBe(400)
    const share = made.filter(({ customerId }) => customerId === large.customers[1]?.id).length / wanted
    expect(Math.abs(share - 0.1)).toBeLessThan(0.01)
  }
  expect(sizeFor(10_000_000)).toEqual({ users: 200, customers: 400 })
  expect(
    new Set(sampleFirm(OPTIONS, { users: 200, customers: 400 }).users.map(({ name }) => name)).size,
  ).toBe(200)
})

test('E5 the weekly meeting stays at its hour over the clock changes, with one moved and one cancelled, each logged once', () => {
  const [weekly] = firm.meetings
  if (weekly === undefined) throw new Error('no meeting')
  const fields = TimeEntry()
  for (const entry of inMeetings) expect(fields.safeParse(entry).error).toBeUndefined()
  expect(new Set(inMeetings.map(({ id }) => id)).size).toBe(inMeetings.length)
  const hours = inMeetings.map(({ startAt }) =>
    new Date(startAt).toLocaleTimeString('en-GB', { timeZone: 'Europe/Berlin' }),
  )
  // The moved one, of both people.
  expect(hours.filter((hour) => hour !== '18:00:00')).toEqual(['17:30:00', '17:30:00'])
  expect(weekly.exceptions.some(({ moved }) => moved === null)).toBe(true)
  expect(new Set(inMeetings.map(({ userId, startAt }) => `${userId} ${startAt}`)).size).toBe(
    inMeetings.length,
  )
  expect(firm.tasks.map(({ status, dueDate }) => [status, dueDate])).toEqual(
    expect.arrayContaining([
      ['Open', '2026-03-14'],
      ['Open', null],
      ['Done', '2026-03-10'],
    ]),
  )
})

test(
  'loaded into an empty database it is a firm at work; into another it is refused',
  { timeout: 60_000 },
  async () => {
    const app: TestApp = await openTestApp('2026-03-17 10:00')
    onTestFinished(() => app.app.close())
    const counts = await app.ok('sample.load', { seed: 1 })
    expect(counts).toEqual({ users: 12, customers: 60, entries: entries.length + inMeetings.length })
    expect(await app.refused('sample.load', {})).toMatchObject({ code: 'sample.notEmpty' })
    const month = await app.ok('diary.month', { month: addMonths('2026-03', -1) })
    expect(month.rows).toHaveLength(11)
    for (const { figures, missingDays } of month.rows) {
      expect(figures.salaryMinor).toBeGreaterThan(100_000)
      expect(figures.totalMs).toBeGreaterThan(0.6 * figures.expectedMs)
      expect(missingDays).toBeLessThan(6)
    }
    const { rows } = await app.ok('customer.list', { search: 'Aldermoor' })
    const journal = await app.ok('customer.journal', { customerId: rows[0]?.id ?? '' })
    const log = await app.ok('customer.entries', { customerId: rows[0]?.id ?? '' })
    // What was done for a customer is worth something, and what the firm does for itself nothing.
    const worth = async (search: string): Promise<number | null> => {
      const [found] = (await app.ok('customer.list', { search })).rows
      return (await app.ok('customer.amount', { customerId: found?.id ?? '' })).amountMinor
    }
    expect(await worth('Aldermoor')).toBeGreaterThan(100_000)
    expect(await worth('(internal)')).toBeNull()
    // A31: each entry stands in the customer's journal.
    const timed = await app.ok('customer.journal', { customerId: rows[0]?.id ?? '', keyword: 'Time Log' })
    expect(log.rows.map(({ id }) => id)).toEqual(
      expect.arrayContaining(timed.rows.slice(0, 40).map(({ id }) => id)),
    )
    expect(journal.rows.length).toBe(50)
    // E7: no page of billing is empty, and what it shows could be printed as it stands.
    const invoices = (await app.ok('invoice.list', {})).rows
    expect(invoices.map(({ state, number }) => [state, number])).toEqual([
      ['draft', null],
      ['partPaid', '2026-0001'],
    ])
    const issued = await app.ok('invoice.get', { number: '2026-0001' })
    expect(issued.lines.length).toBeGreaterThan(3)
    expect(issued.sentOn).toBe('2026-03-14')
    const draft = await app.ok('invoice.get', { invoiceId: invoices[0]?.id ?? '' })
    expect([draft.missing, draft.stray, draft.lines.length > 3]).toEqual([[], 0, true])
    const bought = await Promise.all(
      (await app.ok('customer.list', {})).rows.map(({ id }) => app.ok('package.summary', { customerId: id })),
    )
    expect(bought.filter(({ level }) => level !== 'none')).toHaveLength(1)
  },
)
