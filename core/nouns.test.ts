// What holds of every noun by what it says of itself: one table over the registry. A noun's own tests prove what is special to it.
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Change, EntityName, EntityOf } from '../shared/entities/registry.ts'
import { ENTITY_NAMES, put, registry, remove } from '../shared/entities/registry.ts'
import { subjectOf } from '../shared/entities/subject.ts'
import { factsOf, labelIn, referencesIn, referencesOf, referrersOf } from '../shared/entities/relations.ts'
import { newBillingProfile, newInvoice } from '../shared/rules/invoice.ts'
import { newOrganisation } from '../shared/rules/organisation.ts'
import type { RuleContext } from '../shared/rules/rule.ts'
import { undoChange } from './commands/undo.ts'
import { commitChanges } from './commit.ts'
import type { WritableData } from './db/data.ts'
import { createData } from './db/data.ts'
import { migrate } from './db/migrate.ts'
import { loadMigrations } from './db/migrations.ts'
import { recountTotals } from './derived/totals.ts'
import { openForTest } from './testing/db/openForTest.ts'
import { at } from './testing/testApp.ts'

const start = at('2026-03-02 09:00')
const subject = subjectOf({
  customerId: 'customer',
  categoryId: 'category',
  projectId: 'project',
  caseId: 'case',
  opportunityId: 'opportunity',
  tagIds: ['tag'],
  reference: 'T-1',
  billable: true,
})
const timer: EntityOf<'timer'> = {
  id: 'timer',
  userId: 'user',
  ...subject,
  state: 'stopped',
  startedAt: start,
  segments: [{ start, end: start + 60_000 }],
  note: 'typed',
  zone: 'Europe/Berlin',
  taskId: 'task',
}
/** One of each noun, which all refer to each other: the next noun does not compile without its own. */
const ONE: { readonly [N in EntityName]: EntityOf<N> } = {
  organisation: { ...newOrganisation({ organisationName: 'Firm', zone: 'Europe/Berlin', currency: 'EUR' }) },
  user: {
    id: 'user',
    name: 'Ana',
    email: '',
    role: 'employee',
    active: true,
    rules: {},
    clientTimer: true,
    modules: {},
    startDate: '2026-01-01',
    lastDate: null,
    buttons: [{ act: 'favourite', customerId: 'customer', categoryId: null }],
    removed: false,
  },
  employment: {
    id: 'employment',
    userId: 'user',
    validFrom: '2026-02-01',
    expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
    expectedMonthMinutes: null,
    wage: { kind: 'hourly', amountMinor: 2_000 },
    extraBy: 'month',
    extraHourMinor: 0,
    extraSteps: [],
    supplements: [],
    bonusMinor: 0,
  },
  category: {
    id: 'category',
    name: 'Support',
    active: true,
    codeType: 'work',
    billType: 'billable',
    removed: false,
  },
  customer: {
    id: 'customer',
    name: 'Acme',
    status: 'Active',
    code: 'A',
    contactPerson: '',
    email: '',
    phone: '',
    address: '',
    postCode: '',
    city: '',
    country: null,
    vatId: '',
    buyerReference: '',
    notes: '',
    colour: 'green',
    createdAt: 0,
    removed: false,
  },
  project: {
    id: 'project',
    customerId: 'customer',
    code: 'PROJ-1',
    name: 'Roof',
    completionDate: null,
    budgetMinutes: null,
    billable: true,
    notes: '',
    colour: 'teal',
    createdAt: 0,
    removed: false,
  },
  case: {
    id: 'case',
    customerId: 'customer',
    code: 'CASE-1',
    name: 'Leak',
    projectId: 'project',
    priority: 'high',
    status: 'open',
    assigneeId: 'user',
    notes: '',
    reference: 'X-9',
    createdAt: 0,
    removed: false,
  },
  opportunity: {
    id: 'opportunity',
    customerId: 'customer',
    name: 'Second location',
    stage: 'Offer sent',
    valueMinor: 950_000,
    expectedClose: '2026-06-30',
    status: 'Open',
    removed: false,
  },
  office: { id: 'office', code: 'HAM', name: 'Hamburg', removed: false },
  department: { id: 'department', code: 'DEV', name: 'Development', removed: false },
  assignment: {
    id: 'assignment',
    userId: 'user',
    customerId: 'customer',
    officeId: 'office',
    departmentId: 'department',
  },
  savedReport: {
    id: 'savedReport',
    name: 'Customers this year',
    userId: 'user',
    definition: { by: ['customer', 'month'], range: 'thisYear', from: null, to: null, filter: {} },
  },
  tag: { id: 'tag', name: 'Urgent', colour: 'red', active: true, removed: false },
  hoursPackage: {
    id: 'hoursPackage',
    customerId: 'customer',
    kind: 'buy',
    ofId: null,
    date: '2026-02-01',
    minutes: 600,
    priceMinor: 90_000,
    expires: null,
    reason: 'Spring',
  },
  absenceKind: {
    id: 'absenceKind',
    name: 'Vacation',
    effect: 'relieved',
    vacation: true,
    needsApproval: true,
    active: true,
    removed: false,
  },
  absence: {
    id: 'absence',
    userId: 'user',
    kindId: 'absenceKind',
    firstDay: '2026-02-02',
    lastDay: '2026-02-06',
    portion: 'whole',
    minutes: null,
    status: 'approved',
    note: 'Skiing',
    reason: '',
  },
  periodException: {
    id: 'periodException',
    userId: 'user',
    ...subject,
    workDate: '2026-02-03',
    startAt: 1,
    endAt: 60_001,
    durationMs: 60_000,
    note: 'Late',
  },
  approval: { id: 'approval', userId: 'user', date: '2026-02-03', status: 'approved', reason: 'Checked' },
  entitlement: { id: 'entitlement', userId: 'user', validFrom: '2026-02-01', hundredths: 3_000 },
  accountEntry: {
    id: 'accountEntry',
    userId: 'user',
    account: 'time',
    kind: 'correction',
    date: '2026-02-01',
    amount: 90,
    reason: 'Travel',
  },
  rate: { id: 'rate', level: 'project', subjectId: 'project', validFrom: '2026-02-01', amountMinor: 1 },
  pastSetting: {
    id: 'pastSetting',
    noun: 'category',
    subjectId: 'category',
    through: '2026-01-31',
    settings: { billType: 'billable' },
  },
  timer,
  timeEntry: {
    id: 'timeEntry',
    sessionId: 'session',
    userId: 'user',
    ...subject,
    officeId: 'office',
    departmentId: 'department',
    workDate: '2026-03-02',
    startAt: start,
    endAt: start + 60_000,
    durationMs: 60_000,
    segments: [{ start, end: start + 60_000 }],
    note: 'said',
    zone: 'Europe/Berlin',
    source: 'manual',
    taskId: null,
    meetingId: 'meeting',
    occurrenceAt: start,
    importKey: '',
  },
  meeting: {
    id: 'meeting',
    title: 'Weekly review',
    organiserId: 'user',
    userIds: ['user'],
    ...subject,
    startAt: start,
    endAt: start + 3_600_000,
    zone: 'Europe/Berlin',
    allDay: false,
    place: 'Room 1',
    note: '',
    repeat: 'FREQ=WEEKLY;COUNT=2',
    exceptions: [{ at: start, moved: null }],
    logged: true,
    uid: '',
    firstAt: start,
    lastAt: start + 3_600_000,
  },
  task: {
    id: 'task',
    type: 'Call',
    title: 'Call',
    customerId: 'customer',
    primaryParticipantId: 'user',
    startAt: start,
    endAt: start + 60_000,
    dueDate: null,
    status: 'Done',
    note: '',
    uid: '',
  },
  journalEntry: {
    id: 'journalEntry',
    customerId: 'customer',
    at: start,
    keyword: 'Note',
    text: '',
    userId: 'user',
    taskId: null,
    timeEntryId: 'timeEntry',
    tagIds: ['tag'],
  },
  noteDraft: {
    id: 'noteDraft',
    userId: 'user',
    ...subject,
    note: '',
    session: timer,
    createdAt: start,
    expiresAt: start,
  },
  gap: { id: 'gap', timerId: 'timer', userId: 'user', cause: 'sleep', from: start, to: start + 1 },
  taxRate: {
    id: 'taxRate',
    name: 'Standard',
    taxCategory: 'S',
    percentHundredths: 1_900,
    exemption: '',
    isDefault: true,
  },
  logo: { id: 'logo', mediaType: 'image/png', picture: 'AA==', widthPixels: 1, heightPixels: 1 },
  billingProfile: { ...newBillingProfile('en'), logoId: 'logo' },
  invoice: {
    ...newInvoice('invoice', {
      customerId: 'customer',
      currency: 'EUR',
      createdAt: start,
      profile: newBillingProfile('en'),
      tax: null,
    }),
    logoId: 'logo',
  },
  invoicedEntry: { id: 'invoicedEntry', entryId: 'timeEntry', invoiceId: 'invoice', prepaidMs: 60_000 },
  payment: { id: 'payment', invoiceId: 'invoice', date: '2026-03-01', amountMinor: 1, note: '' },
}

let data: WritableData
let commits = 0

const ctx: RuleContext = {
  actor: { userId: 'boss', role: 'administrator' },
  now: at('2026-03-03 12:00'),
  today: '2026-03-03',
  zone: 'Europe/Berlin',
  newId: () => `new${++commits}`,
}

/** Commits or takes back, as the pipeline does; the refusal's code, or null and what it was called. */
function change(changes: readonly Change[], undoes?: string): { code: string | null; commitId: string } {
  const commitId = `commit${++commits}`
  data.run('BEGIN')
  const info = { id: commitId, at: ctx.now, actorId: 'boss', command: 'customer.add', args: {} }
  const done = commitChanges(
    data,
    changes,
    undoes === undefined ? info : { ...info, command: 'change.undo', undoes },
  )
  data.run(done.ok ? 'COMMIT' : 'ROLLBACK')
  return { code: done.ok ? null : done.error.code, commitId }
}
const refusal = (...changes: Change[]): string | null => change(changes).code

function undo(commitId: string): { code: string | null; commitId: string } {
  const decision = undoChange(data, { commitId }, ctx)
  return decision.ok ? change(decision.value.changes, commitId) : { code: decision.error.code, commitId: '' }
}

const with_ = (entity: EntityName, over: object): Change => put(entity, { ...ONE[entity], ...over } as never)
/** Those that stand in the way of a removal: neither part of it nor gone with it. */
const holders = (entity: EntityName) =>
  referrersOf(entity).filter(
    ({ ref, entity: from }) =>
      ref.as !== 'part' && ref.as !== 'followed' && referencesIn(ref, ONE[from]).includes(entity),
  )
const everything = (): object => Object.fromEntries(ENTITY_NAMES.map((entity) => [entity, data.list(entity)]))

beforeEach(() => {
  const db = openForTest(':memory:')
  migrate(db, loadMigrations(join(import.meta.dirname, '../drizzle/sqlite')), {
    backup: () => undefined,
    now: 0,
  })
  data = createData(db)
  const boss: Change = put('user', { ...ONE.user, id: 'boss', name: 'Boss', role: 'administrator' })
  const refused = refusal(boss, ...ENTITY_NAMES.map((entity) => put(entity, ONE[entity] as never)))
  if (refused !== null) throw new Error(refused)
})

describe.each(ENTITY_NAMES)('%s', (entity) => {
  const { unique, dated, refs, label } = factsOf(entity)

  test('is what its schema says, and comes back from the data file as it was put', () => {
    expect(registry[entity].schema.parse(ONE[entity])).toEqual(ONE[entity])
    expect(data.find(entity, ONE[entity].id)).toEqual(ONE[entity])
  })

  test('is edited, undone and redone', () => {
    // The organisation is one; each of the others has a field that may change freely.
    const text = Object.entries(ONE[entity]).find(([field]) =>
      ['notes', 'email', 'text', 'title', 'from'].includes(field),
    )
    const edit =
      text === undefined ? null : { [text[0]]: typeof text[1] === 'number' ? text[1] - 1 : 'edited' }
    if (edit === null) return
    const before = data.find(entity, ONE[entity].id)
    const edited = change([with_(entity, edit)])
    expect(edited.code).toBeNull()
    const undone = undo(edited.commitId)
    expect(undone.code).toBeNull()
    expect(data.find(entity, ONE[entity].id)).toEqual(before)
    expect(undo(undone.commitId).code).toBeNull()
    expect(data.find(entity, ONE[entity].id)).toMatchObject(edit)
  })

  test('does not go while others need or recall it; else it goes with what follows it, comes back with it, and goes again', () => {
    // There is one organisation; what a closed period was closed with comes and goes with the change that made it (K1).
    if (entity === 'organisation' || entity === 'pastSetting') return
    // A timer keeps the assignment that it would take, which is no reference of its own.
    if (entity === 'assignment') data.remove('timer', 'timer')
    const before = everything()
    const removed = change([remove(entity, entity)])
    if (holders(entity).length > 0) {
      expect(removed.code).toMatch(new RegExp(`^(inUse|guard)\\.${entity}`))
      expect(everything()).toEqual(before)
      return
    }
    expect(removed.code).toBeNull()
    for (const { entity: from, ref } of referrersOf(entity))
      if (referencesIn(ref, ONE[from]).includes(entity)) expect(data.list(from)).toEqual([])
    const undone = undo(removed.commitId)
    expect(undone.code).toBeNull()
    expect(everything()).toEqual(before)
    expect(undo(undone.commitId).code).toBeNull()
    expect(data.find(entity, entity)).toBeNull()
  })

  test('refers to nothing that is not there, unless it only mentions it', () => {
    // A timer keeps its project, its case and its assignment from being moved at all, which is said first.
    if (['project', 'case', 'assignment'].includes(entity)) data.remove('timer', 'timer')
    for (const ref of refs) {
      if (referencesIn(ref, ONE[entity]).length === 0) continue
      const code = refusal(with_(entity, { [ref.field]: isList(entity, ref.field) ? ['nobody'] : 'nobody' }))
      if (ref.as === 'mentioned') expect(code, ref.field).toBeNull()
      else expect(code, ref.field).toBe(`notFound.${ref.to}`)
    }
  })

  test('what it needs is not deleted when it comes to it; what it recalls may be', () => {
    for (const ref of referencesOf(entity)) {
      if (referencesIn(ref, ONE[entity]).length === 0 || factsOf(ref.to).keepsName !== true) continue
      data.put(ref.to, { ...ONE[ref.to], removed: true } as never)
      const code = refusal(with_(entity, { id: 'another', ...freeOf(entity) }))
      if (ref.as === 'needed') expect(code, ref.field).toBe(`notFound.${ref.to}`)
      else expect(code, ref.field).not.toBe(`notFound.${ref.to}`)
      data.put(ref.to, ONE[ref.to] as never)
    }
  })

  test('takes no name that another has, however it is written; renamed it is still what others refer to', () => {
    if (unique === undefined) return
    const written = writtenOf(entity)
    const same = Object.fromEntries(written.map((field) => [field, textOf(entity, field).toUpperCase()]))
    expect(refusal(with_(entity, { id: 'another', ...same }))).toBe(unique.taken)
    expect(refusal(with_(entity, { id: 'another', ...same, [written[0] ?? '']: 'Else' }))).toBeNull()
    expect(refusal(with_(entity, { [written[0] ?? '']: 'Renamed' }))).toBeNull()
    expect(labelIn(entity, data.find(entity, entity) ?? {}, () => null)).toContain('Renamed')
  })

  test('C1 of a closed period it is neither added, changed nor removed', () => {
    if (dated === undefined) return
    const { closedThrough: _, ...open } = ONE.organisation
    data.put('organisation', { ...open, closedThrough: '2026-03-02' })
    data.remove('timer', 'timer')
    const day = (ONE[entity] as unknown as Record<string, string>)[dated.from] ?? ''
    const earlier = { [dated.from]: '2026-01-15' }
    expect(refusal(with_(entity, earlier))).toBe(dated.closed)
    expect(refusal(with_(entity, { [dated.from]: '2026-03-03' }))).toBe(dated.closed)
    if (dated.onChange) {
      expect(refusal(with_(entity, { [dated.from]: null }))).toBe(dated.closed)
      expect(refusal(with_(entity, { [dated.from]: day }))).toBeNull()
      return
    }
    expect(refusal(with_(entity, { id: 'another', ...freeOf(entity), ...earlier }))).toBe(dated.closed)
    expect(refusal(remove(entity, entity))).toBe(dated.closed)
    expect(
      refusal(with_(entity, { id: 'another', ...freeOf(entity), [dated.from]: '2026-03-03' })),
    ).toBeNull()
  })

  test('of dated versions one begins on a day', () => {
    if (dated?.versionOf === undefined) return
    expect(refusal(with_(entity, { id: 'second' }))).toBe('request.conflict')
    expect(refusal(with_(entity, { id: 'second', [dated.from]: '2026-02-02' }))).toBeNull()
  })

  test('the history calls it by its name, or after what it is called after', () => {
    const called = labelIn(entity, ONE[entity], (noun, id) => `${noun} ${id}`)
    expect(called === null).toBe(label.length === 0)
  })

  test('the totals are what a recount says, whatever was done with it', () => {
    change([remove(entity, entity)])
    change([with_(entity, { id: 'another', ...freeOf(entity) })])
    const kept = totals()
    recountTotals(data)
    expect(totals()).toEqual(kept)
  })
})

const totals = (): object => [
  data.all('SELECT * FROM day_total ORDER BY user_id, work_date'),
  data.all('SELECT * FROM customer_total ORDER BY customer_id'),
]
const isList = (entity: EntityName, field: string): boolean =>
  Array.isArray((ONE[entity] as unknown as Record<string, unknown>)[field])
const textOf = (entity: EntityName, field: string): string =>
  String((ONE[entity] as unknown as Record<string, unknown>)[field])
/** What another one of that noun must have of its own. */
/** Of what no two share: the texts. Whose it is is not written, but chosen. */
const writtenOf = (entity: EntityName): string[] =>
  (factsOf(entity).unique?.by ?? []).filter((field) =>
    referencesOf(entity).every((ref) => ref.field !== field),
  )

const freeOf = (entity: EntityName): object => ({
  ...Object.fromEntries(writtenOf(entity).map((field) => [field, 'Another'])),
  ...(entity === 'pastSetting' ? { through: '2026-02-15' } : {}),
  // There is one of an entry.
  ...(entity === 'invoicedEntry' ? { id: 'invoicedEntry' } : {}),
  ...(factsOf(entity).dated?.versionOf === undefined
    ? {}
    : { [factsOf(entity).dated?.from ?? '']: '2026-04-01' }),
})
