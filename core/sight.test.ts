// Who is shown what, and who may ask for what: every request of the contract as every role, over a firm with everybody's data.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ArgsOf, QueryName, RequestName } from '../shared/contract/contract.ts'
import { isQueryName, queries, requests } from '../shared/contract/contract.ts'
import type { Firm } from './testing/testApp.ts'
import { at, openFirm } from './testing/testApp.ts'

type Things = {
  userId: string
  entryId: string
  timerId: string
  gapId: string
  draftId: string
  commitId: string
  projectId: string
  caseId: string
  jobId: string
  journalEntryId: string
  reportId: string
  meetingId: string
  taskId: string
  absenceId: string
}
type Everybody = {
  f: Firm
  projectId: string
  caseId: string
  bo: Things
  cy: Things
  leaders: { max: string; ana: string }
}

const MINUTE = 60_000
/** Of no other sum: whoever reads one of them knows what Cy did. */
const CY_MS = 437 * MINUTE
const BO_MS = 60 * MINUTE
/** Hundredths of a day a year. */
const CY_VACATION = 2_917
const WAGES = { bo: 777_700, cy: 888_800 }

/** An entry, a discarded draft and a timer that was not watched for a while, with notes that name whose they are. */
async function work(
  f: Firm,
  {
    who,
    userId,
    projectId,
    caseId,
    sicknessId,
  }: { who: string; userId: string; projectId: string; caseId: string; sicknessId: string },
) {
  await f.ok('session.switchUser', { userId })
  const subject = { customerId: f.acme, categoryId: f.support, projectId, caseId }
  const startAt = at('2026-03-02 09:00')
  const ms = who === 'cy' ? CY_MS : BO_MS
  const added = await f.reply('entry.add', {
    ...subject,
    startAt,
    endAt: startAt + ms,
    note: `entrynote ${who}`,
  })
  const drafted = await f.ok('timer.start', subject)
  await f.ok('timer.note', { timerId: drafted.timerId, note: `draftnote ${who}` })
  const { draftId } = await f.ok('timer.discard', { timerId: drafted.timerId })
  const { timerId } = await f.ok('timer.start', { ...subject, at: at('2026-03-03 15:30') })
  await f.ok('timer.note', { timerId, note: `timernote ${who}` })
  f.app.noteAbsence('sleep', at('2026-03-03 16:00'), at('2026-03-03 17:00'))
  const gapId = (await f.ok('timer.state', {})).gaps[0]?.id ?? ''
  const { journalEntryId } = await f.ok('journalEntry.add', {
    customerId: f.acme,
    text: `journalnote ${who}`,
  })
  const { jobId } = await f.ok('export.start', { what: { kind: 'day', userId, date: '2026-03-02' } })
  const { meetingId } = await f.ok('meeting.add', {
    ...subject,
    title: `meetingnote ${who}`,
    startAt: at('2026-03-04 09:00'),
    endAt: at('2026-03-04 10:00'),
  })
  const { reportId } = await f.ok('report.save', {
    name: `reportnote ${who}`,
    definition: { by: ['user'], range: 'all', from: null, to: null, filter: {} },
  })
  const { taskId } = await f.ok('task.add', { title: `tasknote ${who}`, dueDate: '2026-03-04' })
  const { absenceId } = await f.ok('absence.add', {
    kindId: sicknessId,
    firstDay: '2026-03-10',
    note: `absencenote ${who}`,
  })
  const entryId = added.ok ? (added.value.entryIds[0] ?? '') : ''
  const commitId = added.ok ? (added.commitId ?? '') : ''
  const things = {
    userId,
    entryId,
    timerId,
    gapId,
    draftId: draftId ?? '',
    commitId,
    projectId,
    jobId,
    journalEntryId,
    reportId,
    caseId,
    meetingId,
    taskId,
    absenceId,
  }
  for (const [name, id] of Object.entries(things)) expect(id, name).not.toBe('')
  return things
}

async function openEverybody(): Promise<Everybody> {
  const f = await openFirm('2026-03-03 18:00')
  const { userId: max } = await f.ok('user.add', { name: 'Max', role: 'manager' })
  const { userId: boId } = await f.ok('user.add', { name: 'Bo', role: 'employee' })
  const { userId: cyId } = await f.ok('user.add', { name: 'Cy', role: 'employee' })
  for (const [userId, amountMinor] of [
    [boId, WAGES.bo],
    [cyId, WAGES.cy],
  ] as const)
    await f.ok('employment.set', {
      userId,
      validFrom: '2026-01-01',
      expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
      expectedMonthMinutes: null,
      wage: { kind: 'hourly', amountMinor },
      extraHourMinor: 0,
      bonusMinor: 0,
    })
  await f.ok('rate.set', {
    level: 'organisation',
    subjectId: null,
    validFrom: '2026-01-01',
    amountMinor: 999_900,
  })
  const { projectId } = await f.ok('project.add', { customerId: f.acme, name: 'Roof' })
  const { caseId } = await f.ok('case.add', { customerId: f.acme, projectId, name: 'Leak' })
  await f.ok('module.switch', { module: 'absence', on: true })
  await f.ok('module.switch', { module: 'approvals', on: true })
  const { absenceKindId: sicknessId } = await f.ok('absenceKind.add', {
    name: 'Sickness',
    effect: 'relieved',
    needsApproval: false,
  })
  await f.ok('entitlement.set', { userId: cyId, validFrom: '2026-01-01', hundredths: CY_VACATION })
  for (const account of ['time', 'vacation'] as const)
    await f.ok('accountEntry.add', {
      userId: cyId,
      account,
      kind: 'correction',
      amount: 1,
      reason: 'accountnote cy',
    })
  const cy = await work(f, { who: 'cy', userId: cyId, projectId, caseId, sicknessId })
  const bo = await work(f, { who: 'bo', userId: boId, projectId, caseId, sicknessId })
  return { f, projectId, caseId, bo, cy, leaders: { max, ana: f.ana } }
}

/** Every way to give the arguments of a query that could name somebody's data: each value, and none where it may be left out. */
function waysToAsk(name: QueryName, { f, projectId, caseId, bo, cy }: Everybody): object[] {
  const values: Record<string, readonly unknown[]> = {
    customerId: [f.acme],
    projectId: [projectId],
    caseId: [caseId],
    text: ['entrynote', 'cy'],
    search: ['a'],
    date: ['2026-03-02', '2026-03-03'],
    month: ['2026-03'],
    startAt: [at('2026-03-02 09:00')],
    from: [at('2026-03-01 00:00'), '2026-03-01'],
    to: [at('2026-04-01 00:00'), '2026-03-31'],
    year: [2026],
    userIds: [[bo.userId], [cy.userId]],
    by: [['customer', 'user', 'day']],
    ...Object.fromEntries(
      Object.keys(bo)
        .filter((key) => key !== 'projectId' && key !== 'caseId')
        .map((key) => [key, [bo[key as keyof Things], cy[key as keyof Things]]]),
    ),
  }
  let ways: Record<string, unknown>[] = [{}]
  for (const key of Object.keys(shapeOf(name)))
    if (values[key] !== undefined)
      ways = ways.flatMap((way) => [way, ...(values[key] ?? []).map((value) => ({ ...way, [key]: value }))])
  return ways.filter((way) => requests[name].args.safeParse(way).success)
}

const shapeOf = (name: RequestName): object =>
  'shape' in requests[name].args ? (requests[name].args.shape as object) : {}

/** Every text and number in an answer. */
function* leaves(value: unknown): Generator<string | number> {
  if (typeof value === 'string' || typeof value === 'number') yield value
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* leaves(inner)
}

/** What in an answer nobody but Cy and those who lead may know. */
function secretsOfCy(
  answer: unknown,
  cy: Things,
  open: readonly (string | number)[] = [],
): (string | number)[] {
  const { userId, projectId, caseId, ...ids } = cy
  void [userId, projectId, caseId]
  const sums = [CY_MS, CY_MS + BO_MS, WAGES.cy, 999_900, CY_VACATION]
  const secrets = new Set<string | number>([...Object.values(ids), ...sums])
  return [...leaves(answer)].filter(
    (leaf) =>
      !open.includes(leaf) && (secrets.has(leaf) || (typeof leaf === 'string' && /note cy|Cy ·/.test(leaf))),
  )
}

let all: Everybody
beforeEach(async () => {
  all = await openEverybody()
})
afterEach(() => all.f.app.close())

const ask = (f: Firm, name: QueryName, way: object) => f.reply(name, way as ArgsOf<QueryName>)
const queryNames = Object.keys(queries) as QueryName[]

describe('F10 every query as every role', () => {
  test('an employee finds nothing of a colleague’s in any answer, however they ask', async () => {
    const { f, bo, cy } = all
    await f.ok('session.switchUser', { userId: bo.userId })
    const found: string[] = []
    let answered = 0
    for (const name of queryNames)
      for (const way of waysToAsk(name, all)) {
        const reply = await ask(f, name, way)
        if (reply.ok) answered += 1
        const secrets = secretsOfCy(reply.ok ? reply.value : reply.error, cy)
        if (secrets.length > 0) found.push(`${name} ${JSON.stringify(way)}: ${secrets.join(', ')}`)
      }
    expect(found).toEqual([])
    expect(answered).toBeGreaterThan(20)
  })

  test('and what they see is their own, and is called so', async () => {
    const { f, bo, projectId } = all
    await f.ok('session.switchUser', { userId: bo.userId })
    const acme = { customerId: f.acme }
    expect(await f.ok('customer.entries', acme)).toMatchObject({ total: 1, totalMs: BO_MS, onlyYours: true })
    expect(await f.ok('customer.journal', acme)).toMatchObject({ onlyYours: true })
    expect(await f.ok('customer.get', acme)).toMatchObject({
      totalMs: BO_MS,
      entryCount: 1,
      timers: [{ id: bo.timerId }],
      onlyYours: true,
    })
    expect(await f.ok('customer.list', { search: 'Acme' })).toMatchObject({
      rows: [{ workers: ['Bo'], totalMs: BO_MS, lastAt: at('2026-03-02 09:00') }],
      onlyYours: true,
    })
    expect(await f.ok('project.get', { projectId })).toMatchObject({
      totalMs: BO_MS,
      billableMs: BO_MS,
      entryCount: 1,
      timers: 1,
      users: [{ userId: bo.userId }],
      onlyYours: true,
    })
    expect(await f.ok('project.list', {})).toMatchObject({ rows: [{ totalMs: BO_MS }], onlyYours: true })
    expect((await f.ok('entry.search', { text: 'entrynote' })).rows).toMatchObject([{ entryId: bo.entryId }])
    const atWork = (await f.ok('user.list', {})).filter(({ atWork: busy }) => busy)
    expect(atWork.map(({ name }) => name)).toEqual(['Bo'])
    expect((await f.ok('category.list', {})).map(({ timers }) => timers)).toContain(1)
  })

  test('with the setting on they see each other’s time everywhere, but neither pay nor drafts', async () => {
    const { f, bo, cy, projectId } = all
    await f.ok('session.switchUser', { userId: f.ana })
    await f.ok('organisation.edit', { colleaguesSeeTime: true })
    await f.ok('session.switchUser', { userId: bo.userId })
    const acme = { customerId: f.acme }
    expect(await f.ok('customer.entries', acme)).toMatchObject({ totalMs: BO_MS + CY_MS, onlyYours: false })
    expect(await f.ok('customer.get', acme)).toMatchObject({ totalMs: BO_MS + CY_MS, onlyYours: false })
    expect(await f.ok('project.get', { projectId })).toMatchObject({
      totalMs: BO_MS + CY_MS,
      onlyYours: false,
    })
    expect((await f.ok('entry.search', { text: 'entrynote', userId: cy.userId })).rows).toHaveLength(1)
    expect(await f.ok('entry.get', { entryId: cy.entryId })).toMatchObject({ note: 'entrynote cy' })
    // The parts of a session share the id of the change that made it.
    const seen = [
      cy.entryId,
      cy.commitId,
      cy.timerId,
      cy.meetingId,
      cy.taskId,
      // That they are absent, not why.
      cy.absenceId,
      CY_MS,
      CY_MS + BO_MS,
      'entrynote cy',
      'timernote cy',
      cy.journalEntryId,
      'journalnote cy',
      'meetingnote cy',
      'tasknote cy',
    ]
    for (const name of queryNames)
      for (const way of waysToAsk(name, all)) {
        const reply = await ask(f, name, way)
        if (reply.ok) expect(secretsOfCy(reply.value, cy, seen), `${name} ${JSON.stringify(way)}`).toEqual([])
      }
  })

  test('an edit of another setting leaves this one as it is, and off is how every firm begins', async () => {
    const { f } = all
    await f.ok('session.switchUser', { userId: f.ana })
    expect((await f.ok('app.state', {})).organisation?.colleaguesSeeTime).toBe(false)
    await f.ok('organisation.edit', { colleaguesSeeTime: true })
    await f.ok('organisation.edit', { name: 'Weber & Co' })
    expect((await f.ok('app.state', {})).organisation?.colleaguesSeeTime).toBe(true)
  })

  test.each(['max', 'ana'] as const)('%s, who leads, sees everybody’s', async (who) => {
    const { f, cy, leaders } = all
    await f.ok('session.switchUser', { userId: leaders[who] })
    expect(await f.ok('customer.entries', { customerId: f.acme })).toMatchObject({
      totalMs: BO_MS + CY_MS,
      onlyYours: false,
    })
    expect(await f.ok('entry.get', { entryId: cy.entryId })).toMatchObject({ note: 'entrynote cy' })
    for (const name of queryNames)
      for (const way of waysToAsk(name, all)) {
        const reply = await ask(f, name, way)
        if (!reply.ok)
          expect(reply.error.code, `${name} ${JSON.stringify(way)}`).not.toBe('request.notPermitted')
      }
  })

  test('a refusal names the timers in the way, but not a colleague’s to an employee', async () => {
    const { f, bo } = all
    await f.ok('session.switchUser', { userId: bo.userId })
    const refusal = await f.refused('customer.edit', { customerId: f.acme, status: 'Inactive' })
    expect(refusal.code).toBe('guard.customerEdit')
    expect(refusal.details?.timers?.map(({ userName }) => userName)).toEqual(['Bo'])
    await f.ok('session.switchUser', { userId: f.ana })
    const told = await f.refused('customer.edit', { customerId: f.acme, status: 'Inactive' })
    expect(told.details?.timers).toHaveLength(2)
  })
})

describe('B45 every request fails closed', () => {
  /** Arguments that name somebody's thing. */
  const NAMING = new Set([
    'userId',
    'timerId',
    'entryId',
    'gapId',
    'draftId',
    'commitId',
    'meetingId',
    'taskId',
    'absenceId',
    'what',
  ])
  /** Whom they name is no secret: who sits at the computer is chosen from a list. What of a desktop is tried is nobody's thing. */
  const OPEN: ReadonlySet<string> = new Set([
    'session.switchUser',
    'desktop.test',
    // A user there only narrows what is shown anyway, as core/lists.test.ts holds.
    'customer.entries',
    'customer.entryIds',
    'customer.journal',
    'case.entries',
    'case.entryIds',
    'absence.list',
    'report.run',
    // Who takes part in a meeting sees it, whosever it is; what is asked for is looked at where it is answered.
    'meeting.get',
    'task.get',
  ])
  const names = Object.keys(requests) as RequestName[]
  const owned = names.filter((name) => requests[name].access.whose !== null)

  test('whatever names somebody’s thing says whose it is, or is for those who lead', () => {
    const silent = names.filter(
      (name) =>
        Object.keys(shapeOf(name)).some((key) => NAMING.has(key)) &&
        requests[name].access.employee === 'all' &&
        !OPEN.has(name),
    )
    expect(silent).toEqual([])
    for (const name of owned) {
      const { whose } = requests[name].access
      const [argument = ''] = whose?.argument.split('.') ?? []
      expect(Object.keys(shapeOf(name)), name).toContain(argument)
    }
  })

  const work = { customerId: null, categoryId: null, startAt: 1, endAt: 2 }
  const MARCH = { from: '2026-03-01', to: '2026-03-31' }
  const REST: { readonly [N in RequestName]?: object } = {
    'timer.note': { note: 'x' },
    'session.setPin': { pin: null },
    'entry.add': work,
    'entry.addAmount': { customerId: null, categoryId: null, workDate: '2026-03-02', durationMs: 60_000 },
    'entry.addMany': work,
    'gap.resolve': { choice: 'keep' },
    'diary.user': { month: '2026-03' },
    'diary.day': { date: '2026-03-02' },
    'entry.search': { text: 'x' },
    'task.add': { title: 'x' },
    'approval.submit': MARCH,
    'approval.withdraw': MARCH,
    'approval.list': MARCH,
    'absence.add': { kindId: 'x', firstDay: '2026-03-02' },
    'entitlement.balance': { year: 2026 },
    'meeting.record': { at: 1 },
    'import.run': { importId: 'x', options: {} },
  }
  const argsOf = (name: RequestName, id: string): object => {
    const argument = requests[name].access.whose?.argument ?? ''
    return argument === 'what.userId'
      ? { what: { kind: 'userMonth', userId: id, month: '2026-03' } }
      : { ...REST[name], [argument]: argument.endsWith('Ids') ? [id] : id }
  }

  test.each(owned)(
    '%s is refused to an employee for a colleague’s and for what nobody knows',
    async (name) => {
      const { f, bo, cy } = all
      await f.ok('session.switchUser', { userId: bo.userId })
      const named = requests[name].access.whose?.argument.split('.').at(-1) ?? ''
      const argument = named.replace(/Ids$/, 'Id') as keyof Things
      for (const id of [cy[argument], 'nobody knows', all.leaders.ana]) {
        const args = argsOf(name, id) as ArgsOf<typeof name>
        expect(requests[name].args.safeParse(args).error, name).toBeUndefined()
        expect(await f.refused(name, args), `${name} ${id}`).toMatchObject({ code: 'request.notPermitted' })
      }
    },
  )

  test.each(owned.filter((name) => isQueryName(name)))(
    '%s answers an employee about their own',
    async (name) => {
      const { f, bo } = all
      await f.ok('session.switchUser', { userId: bo.userId })
      const argument = (requests[name].access.whose?.argument ?? '') as keyof Things
      await f.ok(name, argsOf(name, bo[argument]) as ArgsOf<typeof name>)
    },
  )

  test('what names nobody where it must is refused too: a customer’s and the payroll’s workbook', async () => {
    const { f, bo } = all
    await f.ok('session.switchUser', { userId: bo.userId })
    for (const what of [
      { kind: 'customer', customerId: f.acme },
      { kind: 'payroll', month: '2026-03' },
    ] as const)
      expect(await f.refused('export.start', { what })).toMatchObject({ code: 'request.notPermitted' })
  })

  test('a workbook is for whoever had it made, and for those who lead', async () => {
    const { f, bo, cy } = all
    await f.ok('session.switchUser', { userId: bo.userId })
    expect(await f.refused('export.get', { jobId: cy.jobId })).toMatchObject({ code: 'notFound.export' })
    expect(await f.refused('export.cancel', { jobId: cy.jobId })).toMatchObject({ code: 'notFound.export' })
    expect(f.app.exportFile(cy.jobId)).toBeNull()
    await f.ok('export.get', { jobId: bo.jobId })
    await f.ok('session.switchUser', { userId: f.ana })
    await f.ok('export.get', { jobId: cy.jobId })
  })

  test('an employee goes on with their own last session only', async () => {
    const { f, bo, cy } = all
    await f.ok('session.switchUser', { userId: bo.userId })
    expect(await f.refused('timer.continueLast', { entryId: cy.entryId })).toMatchObject({
      code: 'request.notPermitted',
    })
    await f.ok('timer.continueLast', { entryId: bo.entryId, switch: true })
    f.clock.advance(5 * MINUTE)
    await f.ok('timer.continueLast', { switch: true })
  })
})
