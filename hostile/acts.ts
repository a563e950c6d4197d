// What people do all day, as acts that are made of a few numbers: drawn at random, shrunk, and replayed from a seed.
import type { ArgsOf, RequestName } from '../shared/contract/contract.ts'
import { HOUR_MS, MINUTE_MS } from '../shared/base/duration.ts'
import { AbsenceEffect } from '../shared/entities/absenceKind.ts'
import { FIRST_OWN_BREAKS } from '../shared/rules/breaks.ts'
import { ButtonAct } from '../shared/entities/button.ts'
import { GroupBy } from '../shared/entities/invoice.ts'
import { MODULE_NAMES } from '../shared/entities/module.ts'
import { OpportunityStatus } from '../shared/entities/opportunity.ts'
import { RANGES } from '../shared/base/dayRange.ts'
import type { ReportDefinition } from '../shared/entities/report.ts'
import { REPORT_GROUPS } from '../shared/entities/report.ts'
import { RateLevel } from '../shared/entities/rate.ts'
import { DEFAULT_RULES } from '../shared/entities/rules.ts'
import { GAP_CHOICES } from '../shared/contract/timer.ts'

/** Where the acts find what there is: ids by noun, newest first, and the moment. */
export type Scene = { now: number; ids(pool: string): readonly string[] }

/** Three numbers that decide the act's details. */
export type Dice = readonly [number, number, number]

type Made = { [N in RequestName]: { name: N; args: ArgsOf<N> } }[RequestName]
const act = <N extends RequestName>(name: N, args: ArgsOf<N>): Made => ({ name, args }) as Made

type Maker = (scene: Scene, dice: Dice) => Made

const some = ({ ids }: Scene, pool: string, n: number): string => {
  const all = ids(pool)
  return all[n % Math.max(1, all.length)] ?? 'nobody'
}
const names = ['Initech', 'Umbrella', 'Hooli', 'Travel', 'Study', 'Dee Fox', 'Eli Gray', 'ÀCME', 'Vandelay']
const name = (n: number): string => `${names[n % names.length] ?? ''}${n % 3 === 0 ? '' : ` ${n % 7}`}`
const notes = ['', 'short', 'two\nlines', '=1+1', '🙂 emoji', 'שלום', 'x'.repeat(300)]
const note = (n: number): string => notes[n % notes.length] ?? ''
const BREAKS: readonly ArgsOf<'organisation.edit'>['breaks'][] = [
  null,
  { law: 'DE', own: null },
  { law: 'own', own: FIRST_OWN_BREAKS },
]
const MOODS = ['Active', 'Prospect', 'Inactive', 'Archived'] as const
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
] as const
const date = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

const EFFECTS = AbsenceEffect.options
const reportOf = (s: Scene, b: number, c: number): ReportDefinition => {
  const [first, second] = [b, b + 1 + (c % 5)].map((n) => REPORT_GROUPS[n % REPORT_GROUPS.length] ?? 'user')
  return {
    by: first === undefined || second === undefined ? ['user'] : [first, second],
    range: RANGES[c % RANGES.length] ?? 'all',
    from: null,
    to: c % 2 === 0 ? null : date(s.now),
    filter: b % 3 === 0 ? { customerId: some(s, 'customer', c) } : {},
  }
}

/** Some days around now. */
const daysOf = ({ now }: Scene, b: number, c: number) => ({
  from: date(now - (b % 40) * 24 * HOUR_MS),
  to: date(now - ((b % 40) - (c % 12)) * 24 * HOUR_MS),
})

const FREE_LINE = { text: 'Travel', quantityHundredths: 150, unitPriceMinor: 4_999, tax: null }
export const SELLER = {
  address: 'Kai 7',
  city: 'Hamburg',
  country: 'DE',
  taxNumber: '12/345/67890',
  iban: 'DE02120300000000202051',
}

/** Acts by name; the more often one is done in life, the more often it stands here. */
/** The smallest picture there is: one pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

export const MAKERS: Record<string, Maker> = {
  start: (s, [a, b, c]) =>
    act('timer.start', {
      customerId: some(s, 'customer', a),
      categoryId: some(s, 'category', b),
      ...(b % 4 === 0 ? { projectId: some(s, 'project', c) } : {}),
      ...(b % 5 === 0 ? { caseId: some(s, 'case', c) } : {}),
      note: note(c),
      switch: c % 3 !== 0,
    }),
  startEarlier: (s, [a, b, c]) =>
    act('timer.start', {
      customerId: some(s, 'customer', a),
      categoryId: some(s, 'category', b),
      at: s.now - (c % 400) * MINUTE_MS,
      switch: true,
    }),
  pause: (s, [a]) => act('timer.pause', { timerId: some(s, 'timer', a) }),
  resume: (s, [a]) => act('timer.resume', { timerId: some(s, 'timer', a) }),
  note: (s, [a, b]) => act('timer.note', { timerId: some(s, 'timer', a), note: note(b) }),
  editTimer: (s, [a, b, c]) =>
    act('timer.edit', {
      timerId: some(s, 'timer', a),
      ...(c % 2 === 0
        ? { customerId: some(s, 'customer', b) }
        : { startedAt: s.now - (b % 300) * MINUTE_MS }),
    }),
  stop: (s, [a, b]) =>
    act('timer.stop', { timerId: some(s, 'timer', a), ...(b % 4 === 0 ? { note: note(b) } : {}) }),
  stopAsk: (s, [a]) => act('timer.stop', { timerId: some(s, 'timer', a), dialog: true }),
  stopEarlier: (s, [a, b]) =>
    act('timer.stop', { timerId: some(s, 'timer', a), at: s.now - (b % 90) * MINUTE_MS }),
  record: (s, [a, b, c]) =>
    act('timer.record', {
      timerId: some(s, 'timer', a),
      ...(b % 2 === 0 ? {} : { durationMinutes: 1 + (b % 200) }),
      ...(c % 3 === 0 ? { customerId: some(s, 'customer', c) } : {}),
      ...(c % 5 === 0 ? { startAt: s.now - (c % 600) * MINUTE_MS } : {}),
    }),
  cancelRecord: (s, [a]) => act('timer.cancelRecord', { timerId: some(s, 'timer', a) }),
  discard: (s, [a]) => act('timer.discard', { timerId: some(s, 'timer', a) }),
  continueLast: (_, [a]) => act('timer.continueLast', { switch: a % 2 === 0 }),
  restoreDraft: (s, [a]) => act('draft.restore', { draftId: some(s, 'noteDraft', a) }),
  removeDraft: (s, [a]) => act('draft.remove', { draftId: some(s, 'noteDraft', a) }),
  answerGap: (s, [a, b, c]) => {
    const choice = GAP_CHOICES[b % GAP_CHOICES.length] ?? 'keep'
    return act('gap.resolve', {
      gapId: some(s, 'gap', a),
      choice,
      ...(choice === 'giveTo'
        ? { customerId: some(s, 'customer', c), categoryId: some(s, 'category', c) }
        : {}),
      ...(choice === 'split' ? { at: s.now - (c % 60) * MINUTE_MS } : {}),
    })
  },
  add: (s, [a, b, c]) => {
    const endAt = s.now - (b % 2_000) * MINUTE_MS
    return act('entry.add', {
      customerId: some(s, 'customer', a),
      categoryId: some(s, 'category', c),
      startAt: endAt - (1 + (c % 700)) * MINUTE_MS,
      endAt,
      note: note(a),
    })
  },
  addAmount: (s, [a, b, c]) =>
    act('entry.addAmount', {
      customerId: some(s, 'customer', a),
      categoryId: some(s, 'category', c),
      workDate: date(s.now - (b % 9) * 24 * HOUR_MS),
      durationMs: (1 + (c % 700)) * MINUTE_MS,
      note: note(a),
    }),
  writeLog: (s, [a, b, c]) =>
    act('log.write', {
      customerId: some(s, 'customer', a),
      lines: [
        {
          key: 'new',
          workDate: date(s.now - (b % 5) * 24 * HOUR_MS),
          durationMs: (c % 300) * MINUTE_MS,
          note: note(b),
        },
        { key: 'old', entryId: some(s, 'timeEntry', b), note: note(c) },
      ].slice(c % 2, 1 + (b % 2) + (c % 2)),
    }),
  buyHours: (s, [a, b, c]) =>
    act('package.buy', {
      customerId: some(s, 'customer', a),
      minutes: (b % 1_200) - 30,
      date: date(s.now - (c % 60) * 24 * HOUR_MS),
      ...(b % 3 === 0 ? { expires: date(s.now + ((c % 40) - 20) * 24 * HOUR_MS) } : {}),
      ...(c % 2 === 0 ? { priceMinor: c } : {}),
      reason: note(a),
    }),
  correctHours: (s, [a, b, c]) =>
    act('package.correct', {
      packageId: some(s, 'hoursPackage', a),
      minutes: (b % 600) - 300,
      reason: note(c),
    }),
  rollHours: (s, [a, b]) =>
    act('package.roll', {
      packageId: some(s, 'hoursPackage', a),
      ...(b % 2 === 0 ? { expires: date(s.now + (b % 40) * 24 * HOUR_MS) } : {}),
    }),
  removeHours: (s, [a]) => act('package.remove', { packageId: some(s, 'hoursPackage', a) }),
  usualKinds: (_, [a]) =>
    act('absenceKind.addUsual', { vacation: `Vacation ${a % 3}`, sickness: 'Sickness', unpaid: 'Unpaid' }),
  addKind: (_, [a, b, c]) =>
    act('absenceKind.add', {
      name: `Kind ${a % 9}`,
      effect: EFFECTS[b % 3] ?? 'worked',
      vacation: c % 2 === 0,
      needsApproval: b % 2 === 0,
    }),
  editKind: (s, [a, b, c]) =>
    act('absenceKind.edit', {
      absenceKindId: some(s, 'absenceKind', a),
      ...(b % 2 === 0 ? { effect: EFFECTS[c % 3] ?? 'worked' } : {}),
      ...(b % 3 === 0 ? { vacation: c % 2 === 0 } : {}),
      ...(b % 5 === 0 ? { active: c % 2 === 0 } : {}),
    }),
  removeKind: (s, [a]) => act('absenceKind.remove', { absenceKindId: some(s, 'absenceKind', a) }),
  addAbsence: (s, [a, b, c]) =>
    act('absence.add', {
      ...(a % 3 === 0 ? {} : { userId: some(s, 'user', a) }),
      kindId: some(s, 'absenceKind', b),
      firstDay: date(s.now + ((b % 60) - 40) * 24 * HOUR_MS),
      lastDay: date(s.now + ((b % 60) - 40 + (c % 9) - 1) * 24 * HOUR_MS),
      ...(c % 4 === 0 ? { portion: 'half' as const } : {}),
      ...(c % 5 === 0 ? { portion: 'hours' as const, minutes: 1 + (a % 500) } : {}),
      note: note(c),
    }),
  editAbsence: (s, [a, b, c]) =>
    act('absence.edit', {
      absenceId: some(s, 'absence', a),
      ...(b % 2 === 0 ? { lastDay: date(s.now + ((c % 60) - 40) * 24 * HOUR_MS) } : {}),
      ...(b % 3 === 0 ? { firstDay: date(s.now + ((c % 60) - 40) * 24 * HOUR_MS) } : {}),
      ...(b % 5 === 0 ? { portion: 'half' as const } : {}),
      ...(b % 7 === 0 ? { kindId: some(s, 'absenceKind', c) } : {}),
    }),
  approve: (s, [a, b]) =>
    act('absence.approve', { absenceId: some(s, 'absence', a), ...(b % 2 === 0 ? { reason: note(b) } : {}) }),
  reject: (s, [a, b]) => act('absence.reject', { absenceId: some(s, 'absence', a), reason: note(b) }),
  withdraw: (s, [a]) => act('absence.withdraw', { absenceId: some(s, 'absence', a) }),
  bookException: (s, [a, b]) =>
    act('periodException.book', {
      exceptionId: some(s, 'periodException', a),
      date: date(s.now - (b % 9) * 24 * HOUR_MS),
    }),
  dropException: (s, [a, b]) =>
    act('periodException.drop', { exceptionId: some(s, 'periodException', a), reason: note(b) }),
  submitDays: (s, [a, b, c]) =>
    act('approval.submit', {
      ...(a % 3 === 0 ? {} : { userId: some(s, 'user', a) }),
      ...daysOf(s, b, c),
    }),
  withdrawDays: (s, [a, b, c]) =>
    act('approval.withdraw', { userId: some(s, 'user', a), ...daysOf(s, b, c) }),
  approveDays: (s, [a, b, c]) =>
    act('approval.approve', { of: [{ userId: some(s, 'user', a), ...daysOf(s, b, c) }] }),
  rejectDays: (s, [a, b, c]) =>
    act('approval.reject', { of: [{ userId: some(s, 'user', a), ...daysOf(s, b, c) }], reason: note(b) }),
  takeDaysBack: (s, [a, b, c]) =>
    act('approval.takeBack', { of: [{ userId: some(s, 'user', a), ...daysOf(s, b, c) }], reason: note(c) }),
  entitle: (s, [a, b, c]) =>
    act('entitlement.set', {
      userId: some(s, 'user', a),
      validFrom: date(s.now + ((b % 500) - 400) * 24 * HOUR_MS),
      hundredths: (c % 60) * 50,
    }),
  disentitle: (s, [a]) => act('entitlement.remove', { entitlementId: some(s, 'entitlement', a) }),
  book: (s, [a, b, c]) =>
    act('accountEntry.add', {
      userId: some(s, 'user', a),
      ...(b % 3 === 0 ? { account: 'vacation' as const } : {}),
      kind: b % 2 === 0 ? 'payout' : 'correction',
      ...(c % 2 === 0 ? { date: date(s.now - (c % 60) * 24 * HOUR_MS) } : {}),
      amount: (c % 900) - 200,
      reason: note(b),
    }),
  unbook: (s, [a]) => act('accountEntry.remove', { accountEntryId: some(s, 'accountEntry', a) }),
  editAmount: (s, [a, b, c]) =>
    act('entry.edit', {
      entryId: some(s, 'timeEntry', a),
      ...(b % 2 === 0 ? { durationMs: (1 + (c % 700)) * MINUTE_MS } : {}),
      ...(b % 3 === 0 ? { workDate: date(s.now - (c % 9) * 24 * HOUR_MS) } : {}),
    }),
  edit: (s, [a, b, c]) =>
    act('entry.edit', {
      entryId: some(s, 'timeEntry', a),
      ...(b % 2 === 0 ? { note: note(b) } : { startAt: s.now - (b % 3_000) * MINUTE_MS }),
      ...(b % 3 === 0 ? { endAt: s.now - (c % 400) * MINUTE_MS } : {}),
      ...(c % 3 === 0 ? { customerId: some(s, 'customer', c) } : {}),
      ...(c % 11 === 0 ? { customerId: null } : {}),
      ...(a % 5 === 0 ? { projectId: some(s, 'project', b) } : {}),
      ...(a % 7 === 0 ? { caseId: some(s, 'case', b) } : {}),
    }),
  remove: (s, [a, b]) =>
    act('entry.remove', { entryId: some(s, 'timeEntry', a), ...(b % 2 === 0 ? { reason: note(b) } : {}) }),
  editMany: (s, [a, b, c]) =>
    act('entry.editMany', {
      entryIds: [...new Set([some(s, 'timeEntry', a), some(s, 'timeEntry', b)])],
      ...(c % 2 === 0 ? { categoryId: some(s, 'category', c) } : { customerId: some(s, 'customer', c) }),
    }),
  removeMany: (s, [a, b]) =>
    act('entry.removeMany', { entryIds: [...new Set([some(s, 'timeEntry', a), some(s, 'timeEntry', b)])] }),
  addOpportunity: (s, [a, b]) =>
    act('opportunity.add', { customerId: some(s, 'customer', a), name: `Opportunity ${b % 20}` }),
  editOpportunity: (s, [a, b]) =>
    act('opportunity.edit', { opportunityId: some(s, 'opportunity', a), name: `Opportunity ${b % 20}` }),
  closeOpportunity: (s, [a, b]) =>
    act('opportunity.close', {
      opportunityId: some(s, 'opportunity', a),
      status: OpportunityStatus.options[b % 3] ?? 'Open',
    }),
  saveReport: (s, [a, b, c]) =>
    act('report.save', { name: `Report ${a % 20}`, definition: reportOf(s, b, c), forAll: c % 3 === 0 }),
  editReport: (s, [a, b, c]) =>
    act('report.edit', {
      reportId: some(s, 'savedReport', a),
      ...(b % 2 === 0 ? { name: `Report ${c % 20}` } : { definition: reportOf(s, b, c) }),
      ...(c % 4 === 0 ? { forAll: b % 3 === 0 } : {}),
    }),
  removeReport: (s, [a]) => act('report.remove', { reportId: some(s, 'savedReport', a) }),
  removeOpportunity: (s, [a]) => act('opportunity.remove', { opportunityId: some(s, 'opportunity', a) }),
  addTag: (_, [a]) => act('tag.add', { name: `Tag ${a % 40}` }),
  editTag: (s, [a, b]) =>
    act('tag.edit', {
      tagId: some(s, 'tag', a),
      ...(b % 2 === 0 ? { name: `Tag ${b % 40}` } : { active: b % 3 === 0 }),
    }),
  removeTag: (s, [a]) => act('tag.remove', { tagId: some(s, 'tag', a) }),
  writeNote: (s, [a, b]) =>
    act('journalEntry.add', { customerId: some(s, 'customer', a), text: note(b) || 'noted' }),
  editNote: (s, [a, b]) =>
    act('journalEntry.edit', { journalEntryId: some(s, 'journalEntry', a), tagIds: [some(s, 'tag', b)] }),
  removeNote: (s, [a]) => act('journalEntry.remove', { journalEntryId: some(s, 'journalEntry', a) }),
  module: (_, [a, b]) =>
    act('module.switch', { module: MODULE_NAMES[a % MODULE_NAMES.length] ?? 'cases', on: b % 4 !== 0 }),
  addMeeting: (s, [a, b, c]) => {
    const startAt = s.now + ((b % 400) - 300) * HOUR_MS
    return act('meeting.add', {
      title: name(a),
      customerId: some(s, 'customer', a),
      categoryId: some(s, 'category', b),
      startAt,
      endAt: startAt + (1 + (c % 300)) * MINUTE_MS,
      zone: zones[a % zones.length] ?? 'UTC',
      ...(b % 3 === 0 ? { repeat: `FREQ=${c % 2 === 0 ? 'DAILY' : 'WEEKLY'};COUNT=${2 + (c % 9)}` } : {}),
      ...(a % 4 === 0 ? { userIds: [some(s, 'user', b), some(s, 'user', c)] } : {}),
      logged: c % 3 !== 0,
    })
  },
  moveMeeting: (s, [a, b, c]) =>
    act('meeting.edit', {
      meetingId: some(s, 'meeting', a),
      startAt: s.now + ((b % 300) - 200) * HOUR_MS,
      logItems: c % 2 === 0 ? 'follow' : 'stay',
      ...(c % 5 === 0 ? { customerId: some(s, 'customer', c) } : {}),
      ...(c % 7 === 0 ? { logged: b % 2 === 0 } : {}),
    }),
  cancelMeeting: (s, [a, b]) =>
    act('meeting.cancel', {
      meetingId: some(s, 'meeting', a),
      logItems: b % 2 === 0 ? 'follow' : 'stay',
    }),
  recordMeeting: (s, [a, b]) =>
    act('meeting.record', { meetingId: some(s, 'meeting', a), at: s.now - (b % 300) * HOUR_MS }),
  importCalendar: (s, [a, b, c]) => {
    const startAt = s.now + ((b % 400) - 300) * HOUR_MS
    const same = {
      cancelled: c % 5 === 0,
      changedAt: c % 2 === 0 ? s.now : null,
      title: name(c),
      note: note(b),
    }
    return act('meeting.import', {
      things: [
        {
          ...same,
          kind: 'meeting',
          uid: `uid ${a % 9}`,
          startAt,
          endAt: startAt + (1 + (c % 300)) * MINUTE_MS,
          zone: zones[a % zones.length] ?? 'UTC',
          allDay: false,
          place: '',
          repeat: b % 3 === 0 ? `FREQ=DAILY;COUNT=${2 + (c % 9)}` : '',
          exceptions: [],
          organiser: null,
          people: [],
        },
        {
          ...same,
          kind: 'task',
          uid: `uid ${b % 9}`,
          type: 'Task',
          startAt: null,
          endAt: null,
          dueDate: date(s.now),
          status: c % 3 === 0 ? 'Done' : 'Open',
        },
      ],
    })
  },
  addTask: (s, [a, b, c]) =>
    act('task.add', {
      title: name(a),
      note: note(c),
      ...(b % 2 === 0 ? { dueDate: date(s.now + (b % 40) * 24 * HOUR_MS) } : { startAt: s.now }),
      ...(c % 2 === 0 ? { customerId: some(s, 'customer', c) } : {}),
    }),
  editTask: (s, [a, b]) =>
    act('task.edit', {
      taskId: some(s, 'task', a),
      ...(b % 2 === 0 ? { title: name(b) } : { startAt: s.now, dueDate: null }),
    }),
  doTask: (s, [a]) => act('task.done', { taskId: some(s, 'task', a) }),
  reopenTask: (s, [a]) => act('task.reopen', { taskId: some(s, 'task', a) }),
  removeTask: (s, [a]) => act('task.remove', { taskId: some(s, 'task', a) }),
  addOffice: (_, [a]) => act('office.add', { code: `O-${a % 20}` }),
  editOffice: (s, [a, b]) => act('office.edit', { officeId: some(s, 'office', a), code: `O-${b % 20}` }),
  removeOffice: (s, [a]) => act('office.remove', { officeId: some(s, 'office', a) }),
  addDepartment: (_, [a]) => act('department.add', { code: `D-${a % 20}` }),
  editDepartment: (s, [a, b]) =>
    act('department.edit', { departmentId: some(s, 'department', a), name: `Department ${b % 20}` }),
  removeDepartment: (s, [a]) => act('department.remove', { departmentId: some(s, 'department', a) }),
  assign: (s, [a, b, c]) =>
    act('assignment.add', {
      userId: some(s, 'user', a),
      customerId: c % 2 === 0 ? null : some(s, 'customer', c),
      officeId: some(s, 'office', b),
      departmentId: some(s, 'department', c),
    }),
  editAssignment: (s, [a, b]) =>
    act('assignment.edit', { assignmentId: some(s, 'assignment', a), officeId: some(s, 'office', b) }),
  removeAssignment: (s, [a]) => act('assignment.remove', { assignmentId: some(s, 'assignment', a) }),
  undo: (s, [a]) => act('change.undo', { commitId: some(s, 'commit', a % 12) }),
  addCustomer: (_, [a, b]) => act('customer.add', { name: name(a), code: b % 2 === 0 ? '' : `K${b % 5}` }),
  editCustomer: (s, [a, b, c]) =>
    act('customer.edit', {
      customerId: some(s, 'customer', a),
      ...(b % 2 === 0 ? { name: name(b) } : { status: MOODS[c % 4] ?? 'Active' }),
    }),
  removeCustomer: (s, [a]) => act('customer.remove', { customerId: some(s, 'customer', a) }),
  addProject: (s, [a, b, c]) =>
    act('project.add', {
      customerId: some(s, 'customer', a),
      name: name(b),
      ...(c % 3 === 0 ? { code: `P${c % 7}` } : {}),
    }),
  editProject: (s, [a, b, c]) =>
    act('project.edit', {
      projectId: some(s, 'project', a),
      ...(b % 3 === 0
        ? { completionDate: c % 4 === 0 ? null : date(s.now - ((c % 9) - 2) * 24 * HOUR_MS) }
        : b % 3 === 1
          ? { customerId: some(s, 'customer', c) }
          : { name: name(c), billable: c % 2 === 0 }),
    }),
  removeProject: (s, [a]) => act('project.remove', { projectId: some(s, 'project', a) }),
  addCase: (s, [a, b, c]) =>
    act('case.add', {
      customerId: some(s, 'customer', a),
      name: name(b),
      ...(c % 3 === 0 ? { projectId: some(s, 'project', c) } : {}),
      ...(c % 4 === 0 ? { assigneeId: some(s, 'user', c) } : {}),
    }),
  editCase: (s, [a, b, c]) =>
    act('case.edit', {
      caseId: some(s, 'case', a),
      ...(b % 3 === 0
        ? { status: (['open', 'waiting', 'closed'] as const)[c % 3] ?? 'open' }
        : b % 3 === 1
          ? { customerId: some(s, 'customer', c) }
          : { projectId: c % 2 === 0 ? null : some(s, 'project', c), reference: `R-${c % 9}` }),
    }),
  removeCase: (s, [a]) => act('case.remove', { caseId: some(s, 'case', a) }),
  addFor: (s, [a, b, c]) => {
    const endAt = s.now - (b % 2_000) * MINUTE_MS
    return act('entry.addMany', {
      userIds: [...new Set([some(s, 'user', a), some(s, 'user', b)])],
      customerId: some(s, 'customer', a),
      categoryId: some(s, 'category', c),
      startAt: endAt - (1 + (c % 300)) * MINUTE_MS,
      endAt,
    })
  },
  addCategory: (_, [a]) => act('category.add', { name: name(a) }),
  editCategory: (s, [a, b]) =>
    act('category.edit', {
      categoryId: some(s, 'category', a),
      ...(b % 2 === 0 ? { name: name(b) } : { active: b % 3 !== 0 }),
      ...(b % 5 === 0 ? { billType: b % 2 === 0 ? ('nonBillable' as const) : ('billable' as const) } : {}),
    }),
  removeCategory: (s, [a]) => act('category.remove', { categoryId: some(s, 'category', a) }),
  addUser: (_, [a, b]) =>
    act('user.add', {
      name: name(a),
      role: (['administrator', 'manager', 'employee'] as const)[b % 3] ?? 'employee',
    }),
  editUser: (s, [a, b]) =>
    act('user.edit', {
      userId: some(s, 'user', a),
      ...(b % 3 === 0
        ? { active: b % 2 === 0 }
        : b % 3 === 1
          ? { role: 'employee' as const }
          : { name: name(b) }),
      ...(b % 5 === 0 ? { lastDate: b % 2 === 0 ? null : date(s.now - ((b % 40) - 5) * 24 * HOUR_MS) } : {}),
      ...(b % 7 === 0 ? { startDate: date(s.now - (b % 60) * 24 * HOUR_MS) } : {}),
      ...(b % 4 === 0 ? { rules: { expectedDayMinutes: b % 480 } } : {}),
    }),
  removeUser: (s, [a]) => act('user.remove', { userId: some(s, 'user', a) }),
  contract: (s, [a, b, c]) =>
    act('employment.set', {
      userId: some(s, 'user', a),
      validFrom: date(s.now - (b % 90) * 24 * HOUR_MS),
      expectedMinutes: [480, 480, 480, 480, c % 480, 0, 0],
      expectedMonthMinutes: c % 2 === 0 ? null : 9_600,
      wage: { kind: c % 2 === 0 ? 'hourly' : 'monthly', amountMinor: 1_000 + c },
      extraBy: (['month', 'contract', 'week', 'day'] as const)[a % 4] ?? 'month',
      extraHourMinor: b,
      bonusMinor: a,
    }),
  endContract: (s, [a]) => act('employment.remove', { employmentId: some(s, 'employment', a) }),
  rate: (s, [a, b, c]) => {
    const level = RateLevel.options[a % RateLevel.options.length] ?? 'organisation'
    return act('rate.set', {
      level,
      subjectId: level === 'organisation' ? null : some(s, level, b),
      validFrom: date(s.now - (b % 90) * 24 * HOUR_MS),
      amountMinor: c,
    })
  },
  endRate: (s, [a]) => act('rate.remove', { rateId: some(s, 'rate', a) }),
  draftInvoice: (s, [a, b, c]) =>
    act('invoice.draft', {
      customerId: some(s, 'customer', a),
      groupBy: GroupBy.options[b % GroupBy.options.length] ?? 'day',
      ...(b % 3 === 0 ? { rounding: { mode: 'up', stepMinutes: 15 } } : {}),
      ...(c % 4 === 0 ? { entryIds: [some(s, 'timeEntry', c)] } : {}),
      ...(c % 5 === 0 ? { blank: true, freeLines: [FREE_LINE] } : {}),
    }),
  editInvoice: (s, [a, b]) =>
    act('invoice.edit', {
      invoiceId: some(s, 'invoice', a),
      ...(b % 2 === 0 ? { notes: note(b) } : { groupBy: 'user' }),
    }),
  takeTime: (s, [a, b]) =>
    act('invoice.take', { invoiceId: some(s, 'invoice', a), entryIds: [some(s, 'timeEntry', b)] }),
  releaseTime: (s, [a, b]) =>
    act('invoice.release', { invoiceId: some(s, 'invoice', a), entryIds: [some(s, 'invoicedEntry', b)] }),
  removeInvoice: (s, [a]) => act('invoice.remove', { invoiceId: some(s, 'invoice', a) }),
  issueInvoice: (s, [a, b]) =>
    act('invoice.issue', {
      invoiceId: some(s, 'invoice', a),
      ...(b % 3 === 0 ? { date: date(s.now - (b % 50) * 24 * HOUR_MS) } : {}),
    }),
  payInvoice: (s, [a, b]) =>
    act('invoice.pay', { invoiceId: some(s, 'invoice', a), ...(b % 2 === 0 ? { amountMinor: 1 + b } : {}) }),
  sendInvoice: (s, [a]) => act('invoice.markSent', { invoiceId: some(s, 'invoice', a) }),
  removePayment: (s, [a]) => act('payment.remove', { paymentId: some(s, 'payment', a) }),
  voidInvoice: (s, [a, b]) =>
    act('invoice.void', { invoiceId: some(s, 'invoice', a), reason: b % 9 === 0 ? '' : 'wrong' }),
  seller: (_, [a]) => act('billingProfile.edit', a % 5 === 0 ? { iban: '' } : { ...SELLER, dueDays: a % 60 }),
  logo: (_, [a]) => act('billingProfile.setLogo', { picture: a % 3 === 0 ? null : PIXEL }),
  buyer: (s, [a]) =>
    act('customer.edit', {
      customerId: some(s, 'customer', a),
      address: 'Hafenstraße 1',
      city: 'Hamburg',
      country: 'DE',
    }),
  addTax: (_, [a, b]) =>
    act('taxRate.add', {
      name: `Tax ${a % 9}`,
      taxCategory: b % 4 === 0 ? 'AE' : 'S',
      percentHundredths: b % 4 === 0 ? 0 : 100 * (1 + (a % 25)),
      isDefault: b % 2 === 0,
    }),
  editTax: (s, [a, b]) =>
    act('taxRate.edit', { taxRateId: some(s, 'taxRate', a), name: `Tax ${b % 9}`, isDefault: true }),
  removeTax: (s, [a]) => act('taxRate.remove', { taxRateId: some(s, 'taxRate', a) }),
  settings: (_, [a, b, c]) =>
    act(
      'organisation.edit',
      [
        { severalTimers: b % 2 === 0 },
        { timeLogDialog: b % 2 === 0 },
        { overlaps: b % 3 === 0 ? ('refuse' as const) : ('flag' as const) },
        { dayStartMinutes: [0, 0, 240, 359, 720][b % 5] ?? 0 },
        { zone: zones[c % zones.length] ?? 'UTC' },
        { holidayCountry: [null, 'DE', 'AT', 'US'][b % 4] ?? null },
        { currency: ['EUR', 'JPY', 'KWD'][b % 3] ?? 'EUR' },
        { weekStart: [null, 1, 6, 7][b % 4] ?? null },
        { rules: { ...DEFAULT_RULES, expectedDayMinutes: c % 600 } },
        { casesNeedProject: b % 2 === 0 },
        { carryOver: { most: [null, 0, 500][b % 3] ?? null, until: b % 2 === 0 ? '03-31' : null } },
        { breaks: BREAKS[b % BREAKS.length] ?? null },
      ][a % 12] ?? {},
    ),
  mine: (_, [a, b]) =>
    act('rules.saveMine', {
      rules:
        [
          { requireNote: b % 2 === 0 },
          { requireCustomer: b % 2 === 0 },
          { minSessionMinutes: b % 3 },
          { expectedDayMinutes: b % 480 },
          { expectedMonthMinutes: 60 * (b % 160) },
          {},
        ][a % 6] ?? {},
    }),
  buttons: (s, [a, b, c]) =>
    act('buttons.arrange', {
      buttons:
        a % 5 === 0
          ? null
          : [
              { act: ButtonAct.options[a % ButtonAct.options.length] ?? 'start' },
              { act: 'favourite', customerId: some(s, 'customer', b), categoryId: some(s, 'category', c) },
            ],
    }),
  close: (s, [a]) =>
    act('period.close', {
      reason: 'opened',
      through: a % 3 === 0 ? null : date(s.now - (1 + (a % 9)) * 24 * HOUR_MS),
    }),
  who: (s, [a]) => act('session.switchUser', { userId: some(s, 'user', a) }),
}

const OFTEN = [
  'start',
  'startEarlier',
  'pause',
  'resume',
  'note',
  'stop',
  'stop',
  'add',
  'add',
  'edit',
  'stopAsk',
  'record',
  'draftInvoice',
  'issueInvoice',
]
export const ACT_NAMES: readonly string[] = [...Object.keys(MAKERS), ...OFTEN, ...OFTEN]
