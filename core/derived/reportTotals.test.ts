// The usual reports are the same by totals that are kept as counted from their entries, whatever was done before.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ArgsOf, RequestName } from '../../shared/contract/contract.ts'
import type { Report } from '../../shared/contract/report.ts'
import type { ReportGroup } from '../../shared/entities/report.ts'
import { DEFAULT_RULES } from '../../shared/entities/rules.ts'
import { createData } from '../db/data.ts'
import type { Data, WritableData } from '../db/data.ts'
import { openDatabase } from '../db/open.ts'
import { silentLog } from '../node/fileLog.ts'
import { runReport } from '../queries/reportRun.ts'
import type { QueryContext } from '../queries/query.ts'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { csv, openFiles } from '../testing/importFiles.ts'
import type { Firm } from '../testing/testApp.ts'
import { at, openFirm, openTestApp, ZONE } from '../testing/testApp.ts'
import { recordFindings } from '../verify/record.ts'
import { countedMonths, countReportMonth, reportTotalFindings } from './reportTotals.ts'
import { keepReportTotals } from './reportTotalsBeside.ts'

const PATIENT = { timeout: 20_000 }
const CLI = { shell: 'cli', tray: false, globalShortcuts: false, saveDialog: false, windows: false } as const

type Args = ArgsOf<'report.run'>
const GROUPS: readonly ReportGroup[][] = [
  ['user'],
  ['customer'],
  ['project'],
  ['category'],
  ['month'],
  ['user', 'month'],
  ['month', 'customer'],
  ['customer', 'category'],
]
const SPANS: readonly Pick<Args, 'from' | 'to'>[] = [
  {},
  { from: '2026-02-01', to: '2026-02-28' },
  { from: '2026-01-01', to: '2026-12-31' },
  { from: '2026-01-20', to: '2026-03-02' },
  { to: '2026-03-04' },
]

/** How often was looked, and how often at what is kept. */
type Counting = { checks: number; kept: number }

/** Usual reports as whoever asks is told it, and the same where nothing is kept. */
function expectSame(data: Data, firm: { users: string[]; customers: string[] }, counting: Counting): void {
  const months = countedMonths(data)
  let used = 0
  const watched: Data = {
    ...data,
    all: (sql, ...values) => {
      if (sql.includes('FROM report_total')) used += 1
      return data.all(sql, ...values)
    },
  }
  const unkept: Data = {
    ...data,
    all: (sql, ...values) => (sql.includes('report_month') ? [] : data.all(sql, ...values)),
  }
  const [ana = '', bo = ''] = firm.users
  const filters: readonly Partial<Args>[] = [
    {},
    { userId: bo },
    { customerId: firm.customers[0] ?? null },
    { projectId: null },
  ]
  const actors = [
    { userId: ana, role: 'administrator' },
    { userId: ana, role: 'administrator' },
    { userId: bo, role: 'employee' },
  ] as const
  GROUPS.forEach((by, group) =>
    SPANS.forEach((span, at) => {
      const actor = actors[(group + at + counting.checks) % actors.length]
      const filter = filters[(group + 3 * at + counting.checks) % filters.length]
      const args: Args = { by, ...span, ...filter }
      const run = (of: Data): Report => {
        const answer = runReport(of, args, { actor } as unknown as QueryContext)
        if (!answer.ok) throw new Error(JSON.stringify(answer.error))
        return answer.value
      }
      expect(run(watched), JSON.stringify([actor?.role, args, months])).toEqual(run(unkept))
    }),
  )
  counting.checks += 1
  counting.kept += used
}

/** What the check of the file says of totals. */
const totalFindings = (data: WritableData): string[] =>
  recordFindings(data.db).filter((finding) => finding.includes('total'))

const wage = (kind: 'hourly' | 'monthly', amountMinor: number) => ({
  expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
  expectedMonthMinutes: null,
  wage: { kind, amountMinor },
  extraHourMinor: 0,
  bonusMinor: 0,
})

type Act = { kind: (typeof KINDS)[number]; a: number; b: number; c: number }
const KINDS = [
  'add',
  'edit',
  'edit',
  'count',
  'count',
  'remove',
  'amount',
  'undo',
  'undo',
  'move',
  'category',
  'project',
  'newProject',
  'removeThing',
  'rate',
  'removeRate',
  'wage',
  'removeWage',
  'leaves',
  'holidays',
  'close',
  'open',
  'import',
  'importUndone',
] as const
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(...KINDS),
  a: fc.nat(1_000),
  b: fc.nat(1_000),
  c: fc.nat(1_000),
})

/** Three months, most of it in the last days and the first of each. */
const DAYS = [
  '2026-01-05',
  '2026-01-31',
  '2026-02-01',
  '2026-02-10',
  '2026-02-28',
  '2026-03-02',
  '2026-03-09',
]
const pick = <T>(of: readonly T[], n: number): T | undefined => of[n % Math.max(1, of.length)]

type Scene = {
  f: Firm
  data: WritableData
  users: string[]
  customers: string[]
  categories: string[]
  /** By customer. */
  projects: Map<string, string[]>
  entries: string[]
  rates: string[]
  wages: string[]
  commits: string[]
}

async function play(s: Scene, { kind, a, b, c }: Act): Promise<void> {
  const run = async <N extends RequestName>(name: N, args: ArgsOf<N>): Promise<void> => {
    const reply = await s.f.reply(name, args)
    if (!reply.ok) return
    if (reply.commitId !== undefined) s.commits.push(reply.commitId)
    const value = reply.value as Record<string, string | string[]> | null
    for (const [key, list] of [
      ['entryIds', s.entries],
      ['rateId', s.rates],
      ['employmentId', s.wages],
    ] as const)
      list.push(...[value?.[key] ?? []].flat())
  }
  const day = pick(DAYS, a) ?? ''
  const customerId = c % 7 === 0 ? null : (pick(s.customers, c) ?? null)
  const subject = {
    customerId,
    projectId: pick([null, ...(s.projects.get(customerId ?? '') ?? [])], a + b) ?? null,
    categoryId: b % 9 === 0 ? null : (pick(s.categories, b) ?? null),
    billable: c % 5 === 0 ? c % 2 === 1 : null,
  }
  const projects = [...s.projects.values()].flat()
  const startAt = at(`${day} ${String(b % 23).padStart(2, '0')}:${String(c % 60).padStart(2, '0')}`)
  const entryId = pick(s.entries, a) ?? ''
  switch (kind) {
    case 'add':
      return run('entry.add', {
        ...subject,
        userId: pick(s.users, b) ?? '',
        startAt,
        endAt: startAt + 25_000 + c * 7_001,
      })
    case 'amount':
      return run('entry.addAmount', {
        ...subject,
        userId: pick(s.users, b) ?? '',
        workDate: day,
        durationMs: 60_000 * (1 + (c % 90)),
      })
    case 'edit':
      return run('entry.edit', {
        entryId,
        ...(b % 3 === 0 ? { workDate: day } : {}),
        ...(b % 3 === 1 ? subject : {}),
        ...(b % 3 === 2 ? { startAt, endAt: startAt + 25_000 + c * 7_001 } : {}),
      })
    case 'remove':
      return run('entry.remove', { entryId })
    case 'undo':
      return run('change.undo', { commitId: pick(s.commits.slice(-6), b) ?? '' })
    case 'move':
      return run('entry.editMany', {
        entryIds: [...new Set([entryId, pick(s.entries, b) ?? '', pick(s.entries, c) ?? ''])],
        customerId: pick(s.customers, c) ?? null,
        projectId: null,
        categoryId: pick(s.categories, c) ?? null,
      })
    case 'category':
      return run('category.edit', {
        categoryId: pick(s.categories, a) ?? '',
        billType: b % 2 === 0 ? 'billable' : 'nonBillable',
      } as ArgsOf<'category.edit'>)
    case 'project':
      return run('project.edit', { projectId: pick(projects, a) ?? '', billable: b % 2 === 0 })
    case 'newProject':
      return addProject(s, pick(s.customers, a) ?? '', c % 2 === 0)
    case 'removeThing':
      return a % 2 === 0
        ? run('project.remove', { projectId: pick(projects, b) ?? '' })
        : run('category.remove', { categoryId: pick(s.categories.slice(2), b) ?? '' })
    case 'rate': {
      const level = pick(['organisation', 'user', 'customer', 'project'] as const, a) ?? 'organisation'
      const of = { organisation: [], user: s.users, customer: s.customers, project: projects }[level]
      return run('rate.set', {
        level,
        subjectId: pick<string>(of, b) ?? null,
        validFrom: pick(DAYS, c) ?? '',
        amountMinor: c * 37,
      })
    }
    case 'removeRate':
      return run('rate.remove', { rateId: pick(s.rates, a) ?? '' })
    case 'wage':
      return run('employment.set', {
        userId: pick(s.users, a) ?? '',
        validFrom: pick(DAYS, b) ?? '',
        ...wage(c % 2 === 0 ? 'hourly' : 'monthly', c * 311),
      })
    case 'removeWage':
      return run('employment.remove', { employmentId: pick(s.wages, a) ?? '' })
    case 'leaves':
      return run('user.edit', { userId: s.users[1] ?? '', lastDate: a % 2 === 0 ? day : null })
    case 'holidays':
      return run('organisation.edit', { holidayCountry: pick([null, 'DE', 'PL'], a) ?? null })
    case 'close':
      return run('period.close', { through: pick(['2026-01-31', '2026-02-28'], a) ?? '' })
    case 'open':
      return run('period.close', { through: null, reason: 'again' })
    case 'count':
      for (let n = 0; n < a % 6; n += 1) countReportMonth(s.data, 1)
      return
    case 'import':
    case 'importUndone': {
      const rows = Array.from(
        { length: a % 4 === 0 ? 210 : 1 + (b % 3) },
        (_, row) =>
          `Ana Weber,ana@weber.example,Acme,Site ${c % 3},New ${c},,${b % 2 === 0 ? 'Yes' : ''},${day},${String(row % 24).padStart(2, '0')}:0${row % 10}:00,${day},${String(row % 24).padStart(2, '0')}:0${row % 10}:${20 + (row % 40)},00:00:${20 + (row % 40)},,0.00`,
      )
      const header =
        'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)'
      const opened = await openFiles(s.f, { 'time.csv': csv(header, ...rows) }, { zone: ZONE })
      if (opened.ok)
        await run('import.run', { importId: opened.value.importId, options: opened.value.options })
      if (kind === 'importUndone') {
        while (countReportMonth(s.data));
        await run('change.undo', { commitId: s.commits.at(-1) ?? '' })
      }
    }
  }
}

async function addProject({ f, projects, commits }: Scene, customerId: string, billable: boolean) {
  const reply = await f.reply('project.add', { customerId, name: `P${commits.length}`, billable })
  if (!reply.ok) return
  commits.push(reply.commitId ?? '')
  projects.set(customerId, [...(projects.get(customerId) ?? []), reply.value.projectId])
}

/** A firm with some time, rates and wages, of which everything is counted. */
async function openScene(dataDir: string): Promise<Scene> {
  const f = await openFirm('2026-03-20 09:00', { dataDir, abilities: CLI })
  const { userId: bo } = await f.ok('user.add', { name: 'Bo', role: 'employee' })
  await f.ok('organisation.edit', {
    rules: { ...DEFAULT_RULES, requireCustomer: false, requireCategory: false },
  })
  const s: Scene = {
    f,
    data: createData(openDatabase(join(dataDir, 'daybook.db'))),
    users: [f.ana, bo],
    customers: [f.acme, f.globex],
    categories: [f.support, f.meeting],
    projects: new Map(),
    entries: [],
    rates: [],
    wages: [],
    commits: [],
  }
  // Days that were closed before time counted in whole minutes.
  s.data.run("UPDATE organisation SET former_figures_through = '2026-01-31'")
  await addProject(s, f.acme, true)
  await addProject(s, f.globex, true)
  for (let n = 0; n < 24; n += 1) await play(s, { kind: 'add', a: n, b: 5 * n, c: 11 * n })
  for (const n of [0, 1, 2, 3]) {
    await play(s, { kind: 'rate', a: n, b: n, c: 245 + n })
    await play(s, { kind: 'wage', a: n, b: n, c: 350 + n })
  }
  while (countReportMonth(s.data));
  return s
}

test('I8 the usual reports by kept totals are the same as counted from the entries, whatever was done', async () => {
  const counting: Counting = { checks: 0, kept: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 45 }), async (acts) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'daybook-report-totals-'))
      const s = await openScene(dataDir)
      try {
        for (const one of acts) {
          await play(s, one)
          expect([...reportTotalFindings(s.data)], JSON.stringify(one)).toEqual([])
          // Mostly all is counted when something happens; sometimes a part, or nothing.
          if (one.kind !== 'count' && one.c % 4 !== 0) while (countReportMonth(s.data));
        }
        expectSame(s.data, s, counting)
        expect(totalFindings(s.data)).toEqual([])
        while (countReportMonth(s.data));
        expectSame(s.data, s, counting)
        expect(totalFindings(s.data)).toEqual([])
      } finally {
        s.data.db.close()
        await s.f.app.close()
        rmSync(dataDir, { recursive: true, force: true })
      }
    }),
    { numRuns: 10 },
  )
  expect(counting.kept).toBeGreaterThan(150)
}, 240_000)

test('I8 a month of which some days are counted is brought on with those days alone', async () => {
  const s = await openScene(temporaryFolder())
  for (const n of [0, 1, 2, 3]) await play(s, { kind: 'rate', a: n, b: n, c: n })
  const dates = s.data
    .all<{ date: string }>(
      "SELECT DISTINCT work_date AS date FROM time_entry WHERE work_date LIKE '2026-02%'",
    )
    .map(({ date }) => date)
    .sort()
  expect(dates).toHaveLength(3)
  const entryOn = (date: string | undefined) =>
    s.data.get<{ id: string }>('SELECT id FROM time_entry WHERE work_date = ?', date ?? '')?.id ?? ''
  // The newest month at once, and of the one before its first day.
  while (countedMonths(s.data).length === 0) countReportMonth(s.data)
  countReportMonth(s.data, 1)
  const state = s.data.all("SELECT through FROM report_month WHERE month = '2026-02'")
  expect(state).toEqual([{ through: dates[0] }])
  for (const [date, to] of [
    [dates[0], dates[2]],
    [dates[2], dates[0]],
    [dates[1], dates[2]],
  ])
    await s.f.ok('entry.edit', { entryId: entryOn(date), workDate: to ?? '' })
  await s.f.ok('entry.remove', { entryId: entryOn(dates[2]) })
  await s.f.ok('entry.remove', { entryId: entryOn(dates[0]) })
  while (countReportMonth(s.data));
  expect([...reportTotalFindings(s.data)]).toEqual([])
  expectSame(s.data, s, { checks: 0, kept: 0 })
  s.data.db.close()
  await s.f.app.close()
})

test('J5 what writes for long is left alone until it has settled, also where more of it follows at once', async () => {
  const s = await openScene(temporaryFolder())
  s.data.run("UPDATE report_month SET through = ''")
  const counted: number[] = []
  await new Promise<void>((resolve) => {
    const busy = (): Promise<void> | null => {
      counted.push(countedMonths(s.data).length)
      if (counted.length < 3) return Promise.resolve()
      keeper.stop()
      resolve()
      return null
    }
    const keeper = keepReportTotals(s.data, { log: silentLog, startAfterMs: 0, busy })
  })
  expect(counted).toEqual([0, 0, 0])
  s.data.db.close()
  await s.f.app.close()
})

test('I8 a running application counts beside its work what is new, and what figures rest on that changed', async () => {
  const dataDir = temporaryFolder()
  const f = await openFirm('2026-03-20 09:00', { dataDir })
  const data = createData(openDatabase(join(dataDir, 'daybook.db')))
  await f.ok('entry.add', {
    customerId: f.acme,
    categoryId: f.support,
    startAt: at('2026-03-03 09:00'),
    endAt: at('2026-03-03 10:00'),
  })
  const kept = () =>
    data.all("SELECT entries, ms, amount_minor AS amount FROM report_total WHERE kind = 'customer'")
  const march = ['2026-03']
  await expect.poll(() => countedMonths(data), PATIENT).toEqual(march)
  expect(kept()).toEqual([{ entries: 1, ms: 3_600_000, amount: 0 }])
  await f.ok('category.edit', { categoryId: f.support, billType: 'billable' })
  const rate = {
    level: 'organisation',
    subjectId: null,
    validFrom: '2026-01-01',
    amountMinor: 9_000,
  } as const
  await f.ok('rate.set', rate)
  await expect.poll(kept, PATIENT).toEqual([{ entries: 1, ms: 3_600_000, amount: 9_000 }])
  await f.app.close()
  // Another version of the rules may say otherwise.
  data.run("UPDATE device SET value = 'other' WHERE key = 'reportTotalsBy'")
  data.run('UPDATE report_total SET amount_minor = 1')
  data.db.close()
  const again = await openTestApp('2026-03-20 10:00', { dataDir, abilities: CLI })
  const [row] = (await again.ok('report.run', { by: ['customer'] })).rows
  expect(row?.figures.amountMinor).toBe(9_000)
  await again.app.close()
})
