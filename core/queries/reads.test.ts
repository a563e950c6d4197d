// What each query says that it reads is what it reads: too little, and a screen shows what was; too much, and it asks for nothing.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationQueryName, ArgsOf, QueryName } from '../../shared/contract/contract.ts'
import { queries } from '../../shared/contract/contract.ts'
import { createData } from '../db/data.ts'
import { closeDatabase, openDatabase } from '../db/open.ts'
import { recordReads } from '../testing/recordReads.ts'
import { at, openFirm } from '../testing/testApp.ts'
import type { QueryContext, QueryHandler, QueryHandlers } from './query.ts'
import { queryHandlers } from './handlers.ts'

type Asked = Exclude<QueryName, ApplicationQueryName>
type World = Awaited<ReturnType<typeof world>>

/** One white pixel. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=='

/** One of everything, with every field filled, so that each query has something to look at. */
async function world() {
  const dataDir = mkdtempSync(join(tmpdir(), 'daybook-reads-'))
  const f = await openFirm('2026-03-17 09:00', { dataDir })
  const { ana: userId, acme: customerId, support: categoryId } = f
  const { projectId } = await f.ok('project.add', {
    customerId,
    name: 'Launch',
    billable: true,
    budgetMinutes: 600,
  })
  const { tagId } = await f.ok('tag.add', { name: 'Urgent' })
  const { caseId } = await f.ok('case.add', { customerId, projectId, assigneeId: userId, name: 'Leak' })
  const { opportunityId } = await f.ok('opportunity.add', { customerId, name: 'Second location' })
  const subject = { customerId, categoryId, projectId, caseId, opportunityId, tagIds: [tagId] }
  await f.ok('employment.set', {
    userId,
    validFrom: '2026-01-01',
    expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
    expectedMonthMinutes: null,
    wage: { kind: 'hourly', amountMinor: 2_000 },
    extraHourMinor: 2_500,
    bonusMinor: 0,
  })
  for (const [level, subjectId] of [
    ['organisation', null],
    ['user', userId],
    ['customer', customerId],
    ['project', projectId],
  ] as const)
    await f.ok('rate.set', { level, subjectId, validFrom: '2026-01-01', amountMinor: 9_000 })
  await f.ok('organisation.edit', { breaks: { law: 'DE', own: null } })
  await f.ok('billingProfile.edit', { city: 'Hamburg' })
  await f.ok('billingProfile.setLogo', { picture: PICTURE })
  await f.ok('taxRate.add', { name: 'Standard', taxCategory: 'S', percentHundredths: 1_900 })
  await f.ok('package.buy', { customerId, minutes: 600, date: '2026-01-05' })
  await f.ok('module.switch', { module: 'absence', on: true })
  await f.ok('absenceKind.addUsual', { vacation: 'Vacation', sickness: 'Sickness', unpaid: 'Unpaid' })
  for (const { id: kindId } of await f.ok('absenceKind.list', {}))
    await f.ok('absence.add', { kindId, firstDay: '2026-03-05', lastDay: '2026-03-17', minutes: 60 })
  await f.ok('module.switch', { module: 'approvals', on: true })
  await f.ok('approval.submit', { userId, from: '2026-03-01', to: '2026-03-05' })
  await f.ok('entitlement.set', { userId, validFrom: '2025-01-01', hundredths: 3_000 })
  for (const account of ['time', 'vacation'] as const)
    await f.ok('accountEntry.add', { userId, account, kind: 'correction', amount: 100, reason: 'Before' })
  const { officeId } = await f.ok('office.add', { code: 'HAM' })
  const { departmentId } = await f.ok('department.add', { code: 'DEV' })
  await f.ok('assignment.add', { userId, customerId, officeId, departmentId })
  const add = async (start: string, end: string) => {
    const { entryIds } = await f.ok('entry.add', {
      ...subject,
      startAt: at(`2026-03-16 ${start}`),
      endAt: at(`2026-03-16 ${end}`),
      note: 'quarterly figures',
    })
    return entryIds[0] ?? ''
  }
  const entryId = await add('09:00', '11:00')
  // Two at the same time, so that overlaps are looked for.
  await add('10:00', '12:00')
  const { meetingId } = await f.ok('meeting.add', {
    ...subject,
    title: 'Review',
    startAt: at('2026-03-16 13:00'),
    endAt: at('2026-03-16 14:00'),
    logged: true,
  })
  // The time of the meeting is on an invoice, so that it is looked for there.
  const { rows } = await f.ok('customer.entries', { customerId, text: 'Review' })
  await f.ok('invoice.draft', { customerId, entryIds: rows.map(({ id }) => id) })
  const { invoiceId } = await f.ok('invoice.draft', { customerId, entryIds: [entryId] })
  const { taskId } = await f.ok('task.add', { title: 'Write it down', customerId, dueDate: '2026-03-18' })
  const { timerId: thrown } = await f.ok('timer.start', { ...subject, note: 'never mind' })
  await f.ok('timer.discard', { timerId: thrown })
  // A timer over the cut of a closed period leaves an exception.
  const { timerId: over } = await f.ok('timer.start', { ...subject, at: at('2026-03-16 22:00') })
  await f.ok('period.close', { through: '2026-03-16', overTimers: true })
  await f.ok('timer.stop', { timerId: over, note: 'over the cut' })
  await f.ok('period.close', { through: null, reason: 'For what follows' })
  const { timerId } = await f.ok('timer.start', subject)
  await f.app.close()
  const data = createData(openDatabase(join(dataDir, 'daybook.db')))
  return {
    dataDir,
    data,
    userId,
    customerId,
    projectId,
    caseId,
    entryId,
    timerId,
    invoiceId,
    meetingId,
    taskId,
  }
}

/** Each query with what leads it everywhere: to the compiler, a new one is missing here. */
const ASKED: { [N in Asked]: (world: World) => readonly ArgsOf<N>[] } = {
  'timer.state': () => [{}],
  'timer.active': () => [{}],
  'timer.recents': () => [{}],
  'timer.stopPreview': ({ timerId }) => [{ timerId }],
  'draft.list': () => [{}],
  'entry.get': ({ entryId }) => [{ entryId }],
  'entry.flagsUnsaid': ({ projectId }) => [{ categoryId: 'none', projectId }],
  'entry.dayLimit': () => [{ startAt: at('2026-03-16 09:00') }],
  'entry.search': ({ customerId, userId }) => [
    { text: 'figures' },
    { text: 'figures', customerId, userId, billable: true },
  ],
  'change.list': () => [{}],
  'change.own': () => [{}],
  'change.get': ({ data }) => [
    {
      commitId: data.get<{ id: string }>('SELECT id FROM commit_log ORDER BY seq DESC LIMIT 1')?.id ?? 'none',
    },
  ],
  'customer.list': () => [{}, { search: 'Ac', status: 'Active' }],
  'customer.get': ({ customerId }) => [{ customerId }],
  'customer.suggest': () => [{ search: 'Ac' }],
  'customer.entries': ({ customerId }) => [
    { customerId },
    { customerId, sort: 'user' },
    { customerId, billable: true, text: 'figures', sort: 'project' },
  ],
  'customer.entryIds': ({ customerId }) => [
    { customerId, billable: true, sort: 'category' },
    { customerId, sort: 'user' },
  ],
  'customer.journal': ({ customerId }) => [
    { customerId },
    { customerId, tagId: 'none' },
    { customerId, text: 'figures', from: '2026-03-01', to: '2026-03-31' },
  ],
  'category.list': () => [{}, { activeOnly: true }],
  'opportunity.list': ({ customerId }) => [{}, { customerId, activeOnly: true }],
  'opportunity.choices': ({ customerId }) => [{ customerId }],
  'report.run': ({ customerId }) => [
    { by: ['customer', 'user', 'month'] },
    { by: ['category', 'project', 'case'], billable: true },
    { by: ['opportunity', 'tag', 'office'], customerId },
    { by: ['department', 'week'], text: 'figures' },
  ],
  'report.list': () => [{}],
  'report.budgets': () => [{}],
  'report.missing': () => [{}],
  'tag.list': () => [{}, { activeOnly: true }],
  'office.list': () => [{}],
  'department.list': () => [{}],
  'meeting.list': ({ customerId, userId }) => [
    { from: at('2026-03-01 00:00'), to: at('2026-04-01 00:00') },
    { from: at('2026-03-01 00:00'), to: at('2026-04-01 00:00'), customerId, userIds: [userId] },
  ],
  'meeting.get': ({ meetingId }) => [{ meetingId }],
  'task.list': ({ customerId, userId }) => [
    {},
    { customerId, userIds: [userId], from: 0, to: 4e12, status: 'Open' },
  ],
  'task.get': ({ taskId }) => [{ taskId }],
  'assignment.list': ({ userId }) => [{}, { userId }],
  'user.list': () => [{}, { activeOnly: true }],
  'user.get': ({ userId }) => [{ userId }],
  'project.list': ({ customerId }) => [{}, { customerId, activeOnly: true }],
  'project.get': ({ projectId }) => [{ projectId }],
  'project.choices': ({ customerId }) => [{ customerId }],
  'case.list': ({ customerId }) => [{}, { customerId, search: 'leak', sort: 'total' }],
  'case.get': ({ caseId }) => [{ caseId }],
  'case.choices': ({ customerId }) => [{ customerId }],
  'case.entries': ({ caseId }) => [{ caseId, sort: 'user', billable: true }],
  'case.entryIds': ({ caseId }) => [
    { caseId, billable: true, sort: 'category' },
    { caseId, sort: 'user' },
  ],
  'package.summary': ({ customerId }) => [{ customerId }],
  'package.list': ({ customerId }) => [{ customerId }],
  'absenceKind.list': () => [{}, { activeOnly: true }],
  'absence.list': ({ userId }) => [{}, { userId, from: '2026-03-01', to: '2026-03-31' }],
  'absence.year': () => [{ year: 2026 }],
  'periodException.list': () => [{}],
  'approval.waiting': () => [{}, { weekStart: 7 }],
  'approval.count': () => [{}],
  'approval.list': ({ userId }) => [
    { from: '2026-03-01', to: '2026-03-31' },
    { userId, from: '2026-03-01', to: '2026-03-31' },
  ],
  'entitlement.list': ({ userId }) => [{ userId }],
  'entitlement.balance': ({ userId }) => [{ userId, year: 2026 }],
  'account.get': ({ userId }) => [{ userId }, { userId, on: '2026-03-16' }],
  'account.list': () => [{}],
  'rate.list': ({ customerId }) => [{}, { customerId }],
  'customer.amount': ({ customerId }) => [{ customerId }],
  'invoice.list': ({ customerId }) => [{}, { customerId }],
  'invoice.get': ({ invoiceId }) => [{ invoiceId }],
  'invoice.entries': ({ invoiceId }) => [{ invoiceId, line: 0 }],
  'invoice.billable': ({ customerId }) => [{ customerId }],
  'billingProfile.get': () => [{}],
  'taxRate.list': () => [{}],
  'diary.month': () => [{ month: '2026-03' }],
  'diary.user': ({ userId }) => [{ userId, month: '2026-03' }],
  'diary.day': ({ userId }) => [
    { userId, date: '2026-03-16' },
    { userId, date: '2026-03-17' },
  ],
  'diary.today': () => [{}, { date: '2026-03-16' }],
  'calendar.range': ({ userId }) => [{ from: '2026-03-01', to: '2026-03-31', userIds: [userId] }],
  'period.preview': () => [{ through: '2026-03-16' }],
}

const handlers = queryHandlers({} as QueryHandlers<ApplicationQueryName>)

describe('a query reads the nouns that it declares', () => {
  let made: World
  beforeAll(async () => {
    made = await world()
  })
  afterAll(() => {
    closeDatabase(made.data.db)
    rmSync(made.dataDir, { recursive: true, force: true, maxRetries: 5 })
  })

  test.each(Object.keys(ASKED) as Asked[])('%s', (name) => {
    const { data, nouns, sql } = recordReads(made.data)
    const context: QueryContext = {
      actor: { userId: made.userId, role: 'administrator' },
      now: at('2026-03-17 10:00'),
      zone: 'Europe/Berlin',
      get today() {
        // By the organisation's day rule.
        nouns.add('organisation')
        return '2026-03-17'
      },
    }
    const handler = handlers[name] as QueryHandler<QueryName>
    for (const args of ASKED[name](made)) {
      const parsed = queries[name].args.parse(args) as never
      expect(handler(data, parsed, context)).toMatchObject({ ok: true })
    }
    const declared = queries[name].reads
    if (typeof declared !== 'string') expect([...declared].sort()).toEqual([...nouns].sort())
    for (const text of sql) if (/ORDER BY/.test(text)) expect(text).not.toMatch(/ = \?/)
  })
})
