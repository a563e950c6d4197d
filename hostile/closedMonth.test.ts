// K1: whatever is done after a period was closed, and whatever of it is undone, nothing changes a figure of it: not in the diary, in a
// user's month, in an explanation, in a workbook, nor in what customers' time is worth.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY_MS } from '../shared/base/duration.ts'
import type { ExportKind } from '../shared/contract/organisation.ts'
import { at, openFirm } from '../core/testing/testApp.ts'
import type { Firm } from '../core/testing/testApp.ts'
import { exportTo } from '../core/testing/export/exportTo.ts'
import { readBack } from '../core/testing/export/readBack.ts'
import { MAKERS } from './acts.ts'
import type { Dice } from './acts.ts'
import { LIMIT_MS, runs, whileTime } from './size.ts'

const MONTHS = ['2026-09', '2026-10'] as const
const CLOSED = '2026-10-31'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-closed-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Of each kind of effect, whole, half and by hours, over the end of the period, asked for, and in a year that is closed as a whole. */
async function absences(f: Firm, people: readonly string[]): Promise<void> {
  await f.ok('module.switch', { module: 'absence', on: true })
  const kind = async (name: string, effect: 'relieved' | 'worked' | 'unpaid', vacation = false) =>
    (await f.ok('absenceKind.add', { name, effect, vacation })).absenceKindId
  const kinds = [
    await kind('Vacation', 'relieved', true),
    await kind('Training', 'worked'),
    await kind('Unpaid', 'unpaid'),
  ]
  for (const [index, userId] of people.entries()) {
    await f.ok('entitlement.set', { userId, validFrom: '2025-03-01', hundredths: 3_000 })
    await f.ok('accountEntry.add', {
      userId,
      account: index % 2 === 0 ? 'vacation' : 'time',
      kind: 'correction',
      date: '2025-11-03',
      amount: 150,
      reason: 'Before',
    })
    const add = (firstDay: string, lastDay: string, more: object = {}, n = 0) =>
      f.ok('absence.add', { userId, kindId: kinds[(index + n) % 3] ?? '', firstDay, lastDay, ...more })
    await add('2025-12-29', '2026-01-05')
    await add('2026-09-17', '2026-09-18', { portion: 'half' })
    await add('2026-10-01', '2026-10-06', {}, 1)
    await add('2026-10-19', '2026-10-19', { minutes: 95 }, 2)
    await add('2026-10-29', '2026-11-06', {}, 1)
  }
}

type Subjects = { users: string[]; customers: string[]; projects: string[] }

/** Everybody who could have a part in it: by the hour, by the month, in two versions, without a contract, gone, and coming. */
async function closedFirm(): Promise<{ f: Firm; of: Subjects }> {
  const f = await openFirm('2026-11-02 10:00')
  const { ana, acme, globex, support, meeting } = f
  await f.ok('organisation.edit', { holidayCountry: 'DE' })
  const user = async (name: string, more: object = {}): Promise<string> =>
    (await f.ok('user.add', { name, startDate: '2026-09-01', ...more })).userId
  const contract = (userId: string, validFrom: string, kind: 'hourly' | 'monthly', more: object = {}) =>
    f.ok('employment.set', {
      userId,
      validFrom,
      expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
      expectedMonthMinutes: null,
      wage: { kind, amountMinor: kind === 'hourly' ? 2_000 : 300_001 },
      extraHourMinor: 3_000,
      bonusMinor: 1_003,
      ...more,
    })
  await user('Bea', { role: 'administrator' })
  const byHour = await user('Hour')
  await contract(byHour, '2026-09-10', 'hourly')
  const byMonth = await user('Month')
  for (const from of ['2026-09-01', '2026-10-11', '2026-10-21']) await contract(byMonth, from, 'monthly')
  const byWeek = await user('Week')
  await contract(byWeek, '2026-09-01', 'hourly', { extraBy: 'week' })
  await user('Rules', { startDate: null })
  const idle = await user('Idle', { startDate: null })
  const gone = await user('Gone')
  await contract(gone, '2026-01-01', 'monthly')
  await f.ok('user.edit', { userId: idle, active: false })
  const project = async (billable: boolean): Promise<string> =>
    (await f.ok('project.add', { customerId: acme, name: `P${String(billable)}`, billable })).projectId
  const projects = [await project(true), await project(false)]
  await f.ok('rate.set', {
    level: 'organisation',
    subjectId: null,
    validFrom: '2026-01-01',
    amountMinor: 9_500,
  })
  await f.ok('rate.set', { level: 'customer', subjectId: acme, validFrom: '2026-10-05', amountMinor: 12_345 })
  let n = 0
  for (const userId of [ana, byHour, byMonth, byWeek])
    for (const month of MONTHS)
      for (const day of [14, 15, 16, 22, 23, 26, 27]) {
        n += 1
        const customerId = n % 3 === 0 ? globex : acme
        const minute = String(n % 60).padStart(2, '0')
        await f.ok('entry.add', {
          userId,
          customerId,
          categoryId: n % 2 === 0 ? support : meeting,
          projectId: customerId === acme && n % 5 === 0 ? (projects[n % 2] ?? null) : null,
          startAt: at(`${month}-${day} 08:00`),
          endAt: at(`${month}-${day} 17:${minute}`) + (n % 50) * 1_000,
        })
      }
  await absences(f, [ana, byHour, byMonth, byWeek, gone])
  // Some of what was entered lies after it.
  await f.ok('user.edit', { userId: gone, lastDate: '2026-10-10' })
  await f.ok('period.close', { through: CLOSED })
  const users = (await f.ok('user.list', {})).map(({ id }) => id)
  return { f, of: { users, customers: [acme, globex], projects } }
}

/** Every figure of the closed months. Names may change, and with them the order; they are no figures. */
async function figuresOf(f: Firm, of: Subjects, folder: string): Promise<unknown> {
  const months = []
  for (const month of MONTHS) {
    const { rows, sums, currency, zone, dayStartMinutes } = await f.ok('diary.month', { month })
    const list = rows.map(({ userId, figures, balanceMs, missingDays }) => ({
      userId,
      figures,
      balanceMs,
      missingDays,
    }))
    list.sort((a, b) => (a.userId < b.userId ? -1 : 1))
    const users = []
    for (const userId of of.users) {
      const { days, figures, balanceMs, ...more } = await f.ok('diary.user', { userId, month })
      const own = list.find((row) => row.userId === userId)
      // One figure, wherever it is asked for.
      if (own !== undefined) expect(own.figures).toEqual(figures)
      // What a kind is called is no figure, and what is only asked for changes none.
      const figured = days.map(({ absences: of, ...day }) => ({
        ...day,
        absences: of.flatMap(({ kindName: _, status, ...line }) => (status === 'approved' ? [line] : [])),
      }))
      users.push({ userId, days: figured, figures, balanceMs, currency: more.currency, zone: more.zone })
    }
    months.push({ month, list, sums, currency, zone, dayStartMinutes, users })
  }
  // The module may be switched off since: then nobody is shown them, and they come back as they were.
  const { modules } = await f.ok('app.state', {})
  await f.ok('module.switch', { module: 'absence', on: true })
  const accounts = []
  for (const userId of of.users) {
    const { balanceMs, months: lines } = await f.ok('account.get', { userId, on: CLOSED })
    const { vacation } = await f.ok('entitlement.balance', { userId, year: 2025 })
    accounts.push({ userId, balanceMs, lines, vacation: { ...vacation, requested: 0 } })
  }
  const { rows: balances } = await f.ok('account.list', { on: CLOSED })
  for (const { userId, balanceMs } of accounts)
    expect(balances.find((row) => row.userId === userId)?.balanceMs).toBe(balanceMs)
  await f.ok('module.switch', { module: 'absence', on: modules.includes('absence') })
  const kinds: ExportKind[] = MONTHS.flatMap((month): ExportKind[] => [
    { kind: 'payroll', month },
    ...of.customers.map((customerId): ExportKind => ({ kind: 'customer', customerId, month })),
  ])
  const workbooks = []
  for (const [index, what] of kinds.entries())
    workbooks.push(await cellsOf(f, what, join(folder, `${index}.xlsx`)))
  return { months, accounts, workbooks }
}

/** All numbers and formulas of a workbook, and what says yes or no. */
async function cellsOf(f: Firm, what: ExportKind, path: string): Promise<unknown> {
  const job = await exportTo(f, what, path)
  expect(job).toMatchObject({ state: 'done' })
  const { sheets } = await readBack(path)
  return sheets
    .filter(({ name }) => name !== 'Info')
    .map(({ rows }) =>
      rows.map((cells) =>
        // A column of words may come, as that of offices does with the first; it holds no figure.
        cells.flatMap(({ value, formula }) =>
          typeof value === 'number' || value === 'yes' || value === 'no' ? [[value, formula !== null]] : [],
        ),
      ),
    )
}

/** What there is to act on; of commits only those that came after the closing. */
async function sceneOf(f: Firm, since: number): Promise<Record<string, string[]>> {
  const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)
  const users = ids(await f.ok('user.list', {}))
  const customers = ids((await f.ok('customer.list', {})).rows)
  const entries = []
  for (const customerId of customers.slice(0, 3))
    entries.push(...ids((await f.ok('customer.entries', { customerId, limit: 20 })).rows))
  const employments = []
  for (const userId of users.slice(0, 4))
    employments.push(...(await f.ok('user.get', { userId })).employments)
  return {
    user: users,
    customer: customers,
    category: ids(await f.ok('category.list', {})),
    project: ids((await f.ok('project.list', {})).rows),
    timer: ids((await f.ok('timer.active', {})).timers),
    timeEntry: entries,
    employment: ids(employments),
    absenceKind: await kindsOf(f),
    absence: await absencesOf(f),
    rate: (await f.ok('rate.list', {})).map(({ id }) => id),
    commit: (await f.ok('change.list', { limit: 12 })).changes
      .filter(({ at: when }) => when > since)
      .map(({ commitId }) => commitId),
  }
}

async function kindsOf(f: Firm): Promise<string[]> {
  const kinds = await f.reply('absenceKind.list', {})
  return kinds.ok ? kinds.value.map(({ id }) => id) : []
}

async function absencesOf(f: Firm): Promise<string[]> {
  const absent = await f.reply('absence.list', { from: '2025-01-01', to: '2027-12-31' })
  return absent.ok ? absent.value.rows.map(({ id }) => id) : []
}

const die = fc.nat(10_000)
const actsArbitrary = fc.array(
  fc.tuple(fc.constantFrom(...Object.keys(MAKERS).filter((name) => name !== 'who')), fc.tuple(die, die, die)),
  { minLength: 20, maxLength: 60 },
)

test(
  'K1 nothing that is done after a period was closed changes a figure of it',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        actsArbitrary,
        whileTime(async (acts: [string, Dice][]) => {
          const { f, of } = await closedFirm()
          try {
            const before = await figuresOf(f, of, folder)
            const closedAt = f.clock.now()
            const done: string[] = []
            for (const [name, dice] of acts) {
              f.clock.advance((dice[0] % 3) * DAY_MS + 600_000)
              const pools = await sceneOf(f, closedAt)
              const made = MAKERS[name]?.({ now: f.clock.now(), ids: (pool) => pools[pool] ?? [] }, dice)
              if (made === undefined) continue
              const args = withoutOpening(made.args, f.ana)
              const reply = await f.app.invoke(made.name, args as never)
              if (reply.ok) done.push(`${made.name} ${JSON.stringify(args)}`)
            }
            console.log(`${done.length} of ${acts.length} acts were done`)
            const after = await figuresOf(f, of, folder)
            expect(firstDifference(before, after), done.join('\n')).toBeNull()
          } finally {
            await f.app.close()
          }
        }),
      ),
      runs(6, 400),
    )
  },
  LIMIT_MS,
)

/** Where two things differ first, and how: thousands of figures would hide it. */
function firstDifference(a: unknown, b: unknown, path = ''): string | null {
  if (Object.is(a, b)) return null
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return `${path}: ${JSON.stringify(a)} became ${JSON.stringify(b)}`
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const found = firstDifference(left[key], right[key], `${path}.${key}`)
    if (found !== null) return found
  }
  return null
}

/** Opening a period again is meant to change it; and the one who looks stays who they are. */
function withoutOpening(given: object, ana: string): object {
  const args: Record<string, unknown> = { ...given }
  if ('through' in args && (args.through === null || (args.through as string) < CLOSED)) args.through = CLOSED
  // A name is no figure, but the order of the rows goes by it.
  if (Object.keys(args).some((key) => key.endsWith('Id'))) delete args.name
  if (args.userId === ana) for (const own of ['active', 'role']) delete args[own]
  return args
}
