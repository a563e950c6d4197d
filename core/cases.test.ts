// Cases through the application: numbers, time and timers on them, who is offered, several people, and what stays for the past.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Firm } from './testing/testApp.ts'
import { at, openFirm } from './testing/testApp.ts'

let f: Firm
let boId: string
let caseId: string

beforeEach(async () => {
  f = await openFirm('2026-03-03 12:00')
  boId = (await f.ok('user.add', { name: 'Bo', role: 'employee' })).userId
  caseId = (await f.ok('case.add', { customerId: f.acme, name: 'Leak in the roof' })).caseId
})

const onCase = () => ({ customerId: f.acme, categoryId: f.support, caseId })
const hour = (from: string, to: string) => ({
  startAt: at(`2026-03-02 ${from}`),
  endAt: at(`2026-03-02 ${to}`),
})
const work = (over: object = {}) => ({ ...onCase(), ...hour('09:00', '10:00'), ...over })
const entryOf = async (entryIds: readonly string[]) => f.ok('entry.get', { entryId: entryIds[0] ?? '' })

describe('cases and their numbers', () => {
  test('D1 numbers are given in order and never twice, also after a deletion', async () => {
    const add = async () => (await f.ok('case.add', { customerId: f.acme, name: 'Another' })).code
    expect((await f.ok('case.get', { caseId })).code).toBe('CASE-1')
    expect(await add()).toBe('CASE-2')
    const [newest] = (await f.ok('case.list', {})).rows
    await f.ok('case.remove', { caseId: newest?.id ?? '' })
    expect(await add()).toBe('CASE-3')
  })

  test('the list is filtered by status, customer, assignee, priority and text, and sorted by a column', async () => {
    const { globex } = f
    await f.ok('case.add', { customerId: globex, name: 'Printer', priority: 'urgent', reference: 'HD-77' })
    await f.ok('case.edit', { caseId, assigneeId: boId, status: 'waiting', priority: 'low' })
    const names = async (args: object) => (await f.ok('case.list', args)).rows.map(({ name }) => name)
    expect(await names({})).toEqual(['Printer', 'Leak in the roof'])
    expect(await names({ sort: 'number', ascending: true })).toEqual(['Leak in the roof', 'Printer'])
    expect(await names({ sort: 'priority' })).toEqual(['Printer', 'Leak in the roof'])
    expect(await names({ sort: 'customer', ascending: true })).toEqual(['Leak in the roof', 'Printer'])
    expect(await names({ status: 'waiting' })).toEqual(['Leak in the roof'])
    expect(await names({ customerId: globex })).toEqual(['Printer'])
    expect(await names({ assigneeId: boId })).toEqual(['Leak in the roof'])
    expect(await names({ assigneeId: null })).toEqual(['Printer'])
    expect(await names({ priority: 'urgent' })).toEqual(['Printer'])
    expect(await names({ search: 'globex prin' })).toEqual(['Printer'])
    expect(await names({ search: 'case-1' })).toEqual(['Leak in the roof'])
    await f.ok('case.edit', { caseId, status: 'closed' })
    expect(await names({ status: 'unclosed' })).toEqual(['Printer'])
  })

  test('J19 the number of another system finds the case', async () => {
    await f.ok('case.edit', { caseId, reference: 'ZD-4711' })
    expect((await f.ok('case.list', { search: 'zd-47' })).rows).toMatchObject([{ id: caseId }])
  })

  test('a case of another customer takes no time, and moves to none once it has time', async () => {
    const { globex } = f
    expect(await f.refused('entry.add', work({ customerId: globex }))).toMatchObject({
      code: 'case.otherCustomer',
    })
    await f.ok('entry.add', work())
    expect(await f.refused('case.edit', { caseId, customerId: globex })).toMatchObject({
      code: 'case.hasTime',
    })
  })

  test('it is tied to a project of its customer; that project moves to no other', async () => {
    const { globex } = f
    const { projectId: other } = await f.ok('project.add', { customerId: globex, name: 'Shop' })
    const { projectId } = await f.ok('project.add', { customerId: f.acme, name: 'Roof' })
    expect(await f.refused('case.edit', { caseId, projectId: other })).toMatchObject({
      code: 'project.otherCustomer',
    })
    await f.ok('case.edit', { caseId, projectId })
    expect(await f.refused('project.edit', { projectId, customerId: globex })).toMatchObject({
      code: 'project.hasCases',
    })
    await f.ok('case.edit', { caseId, customerId: globex })
    expect(await f.ok('case.get', { caseId })).toMatchObject({ customerId: globex, projectId: null })
  })

  test('C17 where time was recorded the past keeps its name, and its customer takes it along', async () => {
    const { entryIds } = await f.ok('entry.add', work())
    await f.ok('case.remove', { caseId })
    expect((await f.ok('case.list', {})).total).toBe(0)
    expect(await entryOf(entryIds)).toMatchObject({
      caseId,
      caseName: 'Leak in the roof',
      caseCode: 'CASE-1',
    })
    const { caseId: open } = await f.ok('case.add', { customerId: f.acme, name: 'Open' })
    await f.ok('customer.remove', { customerId: f.acme })
    expect(await f.refused('case.get', { caseId: open })).toMatchObject({ code: 'notFound.case' })
  })
})

describe('time on a case', () => {
  test('D2 a timer is started and stopped on it, and its time stands there', async () => {
    const { timerId } = await f.ok('timer.start', onCase())
    expect(await f.ok('case.get', { caseId })).toMatchObject({ timers: 1, running: [{ id: timerId }] })
    f.clock.advance(30 * 60_000)
    await f.ok('timer.stop', { timerId })
    expect(await f.ok('case.entries', { caseId })).toMatchObject({
      rows: [{ durationMs: 30 * 60_000, caseCode: 'CASE-1' }],
      total: 1,
      totalMs: 30 * 60_000,
      all: { total: 1, totalMs: 30 * 60_000 },
    })
  })

  test('D6 where it is on, only cases tied to a project accept time; a timer that began before is recorded', async () => {
    const { timerId } = await f.ok('timer.start', onCase())
    f.clock.advance(10 * 60_000)
    await f.ok('organisation.edit', { casesNeedProject: true })
    await f.ok('timer.stop', { timerId })
    expect(await f.refused('entry.add', work())).toMatchObject({
      code: 'case.projectRequired',
      details: { values: { code: 'CASE-1' }, ids: [caseId] },
    })
    expect(await f.refused('timer.start', onCase())).toMatchObject({ code: 'case.projectRequired' })
    expect(await f.ok('case.choices', { customerId: f.acme })).toEqual([])
    const { projectId } = await f.ok('project.add', { customerId: f.acme, name: 'Roof' })
    await f.ok('case.edit', { caseId, projectId })
    const { entryIds } = await f.ok('entry.add', work())
    // Its time counts for the project that it is tied to.
    expect(await entryOf(entryIds)).toMatchObject({ projectId, caseId })
  })

  test('a project that is over is not brought along, and one that was chosen stays', async () => {
    const add = async (name: string, completionDate: string | null) =>
      (await f.ok('project.add', { customerId: f.acme, name, completionDate })).projectId
    const [over, other] = [await add('Over', '2026-03-01'), await add('Other', null)]
    await f.ok('case.edit', { caseId, projectId: over })
    expect(await entryOf((await f.ok('entry.add', work())).entryIds)).toMatchObject({ projectId: null })
    const chosen = await f.ok('entry.add', work({ ...hour('10:00', '11:00'), projectId: other }))
    expect(await entryOf(chosen.entryIds)).toMatchObject({ projectId: other })
  })

  test('a closed case takes no new time; what a timer counted on it is recorded, and past time corrected', async () => {
    const { entryIds } = await f.ok('entry.add', work())
    const { timerId } = await f.ok('timer.start', onCase())
    f.clock.advance(20 * 60_000)
    await f.ok('case.edit', { caseId, status: 'closed' })
    expect(await f.refused('entry.add', work(hour('11:00', '12:00')))).toMatchObject({ code: 'case.closed' })
    await f.ok('timer.stop', { timerId })
    await f.ok('entry.edit', { entryId: entryIds[0] ?? '', note: 'corrected' })
    expect(await f.refused('timer.start', onCase())).toMatchObject({
      code: 'case.closed',
      details: { ids: [caseId] },
    })
    // Continuing leaves it off, as what it was for still takes time.
    await f.ok('timer.continueLast', {})
    expect((await f.ok('timer.state', {})).timers).toMatchObject([{ customerId: f.acme, caseId: null }])
    await f.ok('case.edit', { caseId, status: 'open' })
    f.clock.advance(60_000)
    await f.ok('timer.start', { ...onCase(), switch: true })
  })

  test('a case that a timer is on is not deleted, nor moved to another customer', async () => {
    const { globex } = f
    await f.ok('timer.start', onCase())
    expect(await f.refused('case.remove', { caseId })).toMatchObject({ code: 'guard.caseDelete' })
    expect(await f.refused('case.edit', { caseId, customerId: globex })).toMatchObject({
      code: 'guard.caseEdit',
    })
  })

  test('D11 its time is filtered, sorted and chosen from like a customer’s', async () => {
    await f.ok('entry.add', work({ note: 'call' }))
    await f.ok('entry.add', work({ ...hour('10:00', '10:30'), note: 'visit' }))
    await f.ok('entry.add', { ...work(hour('12:00', '13:00')), caseId: null })
    const list = await f.ok('case.entries', { caseId, sort: 'total', ascending: true })
    expect(list.rows.map(({ note }) => note)).toEqual(['visit', 'call'])
    expect(await f.ok('case.entries', { caseId, text: 'call' })).toMatchObject({
      total: 1,
      all: { total: 2 },
    })
    expect(await f.ok('case.entryIds', { caseId })).toHaveLength(2)
    expect(await f.refused('case.entries', { caseId: 'nobody' })).toMatchObject({ code: 'notFound.case' })
  })
})

describe('the module', () => {
  test('D5 F12 switched off, cases are refused and left off new time; switched on again all is there', async () => {
    const { entryIds } = await f.ok('entry.add', work())
    await f.ok('module.switch', { module: 'cases', on: false })
    expect(await f.refused('case.list', {})).toMatchObject({ code: 'module.off' })
    expect(await f.refused('entry.add', work(hour('11:00', '12:00')))).toMatchObject({ code: 'module.off' })
    await f.ok('entry.edit', { entryId: entryIds[0] ?? '', note: 'corrected' })
    await f.ok('timer.continueLast', {})
    expect((await f.ok('timer.state', {})).timers).toMatchObject([{ caseId: null }])
    await f.ok('module.switch', { module: 'cases', on: true })
    expect(await f.ok('case.entries', { caseId })).toMatchObject({ total: 1 })
  })
})

describe('whose time', () => {
  test('D7 D8 D10 one’s own by default; those who lead add another’s, or several people’s at once', async () => {
    expect(await entryOf((await f.ok('entry.add', work())).entryIds)).toMatchObject({ userId: f.ana })
    const { entryIds } = await f.ok('entry.addMany', {
      ...work(hour('13:00', '14:00')),
      userIds: [f.ana, boId, boId],
    })
    expect(entryIds).toHaveLength(2)
    expect((await f.ok('case.get', { caseId })).users).toEqual([
      { userId: f.ana, userName: 'Ana Weber', totalMs: 7_200_000 },
      { userId: boId, userName: 'Bo', totalMs: 3_600_000 },
    ])
    await f.ok('session.switchUser', { userId: boId })
    expect(await f.refused('entry.addMany', { ...work(), userIds: [boId, f.ana] })).toMatchObject({
      code: 'request.notPermitted',
    })
  })

  test('D10 all of them or none: where one cannot, it says who and why', async () => {
    await f.ok('user.edit', { userId: boId, active: false })
    const refusal = await f.refused('entry.addMany', { ...work(), userIds: [f.ana, boId] })
    expect(refusal).toMatchObject({
      code: 'entry.someRefused',
      details: { refusals: [{ id: boId, name: 'Bo', error: { code: 'record.inactiveUser' } }] },
    })
    expect((await f.ok('case.entries', { caseId })).total).toBe(0)
  })

  test('D9 a role is offered the names that administrators allow, and chooses no other', async () => {
    const { userId: max } = await f.ok('user.add', { name: 'Max', role: 'manager' })
    const { officeId } = await f.ok('office.add', { code: 'HAM' })
    const { departmentId } = await f.ok('department.add', { code: 'DEV' })
    const { departmentId: sales } = await f.ok('department.add', { code: 'SAL' })
    await f.ok('assignment.add', { userId: max, customerId: null, officeId, departmentId })
    await f.ok('assignment.add', { userId: boId, customerId: null, officeId, departmentId: sales })
    await f.ok('organisation.edit', { namesOffered: { manager: 'office', employee: 'oneself' } })
    const names = async () => (await f.ok('user.list', {})).map(({ name }) => name)
    expect(await names()).toEqual(['Ana Weber', 'Bo', 'Max'])
    await f.ok('session.switchUser', { userId: max })
    expect(await names()).toEqual(['Bo', 'Max'])
    await f.ok('entry.add', work({ userId: boId }))
    expect(await f.refused('entry.add', work({ userId: f.ana }))).toMatchObject({ code: 'user.notOffered' })
    expect(await f.refused('case.edit', { caseId, assigneeId: f.ana })).toMatchObject({
      code: 'user.notOffered',
    })
    await f.ok('session.switchUser', { userId: boId })
    expect(await names()).toEqual(['Bo'])
    await f.ok('session.switchUser', { userId: f.ana })
    await f.ok('organisation.edit', { namesOffered: { manager: 'department', employee: 'everybody' } })
    await f.ok('session.switchUser', { userId: max })
    expect(await names()).toEqual(['Max'])
  })
})
