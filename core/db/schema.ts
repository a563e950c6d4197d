// The tables of the data file: one for each noun, made from its schema, and the application's own. Written out is only what SQL
// alone knows: indexes, and tables of what is derived. drizzle-kit writes the migrations from it; programs read columns.ts.
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { EntityName } from '../../shared/entities/registry.ts'
import { SUBJECT } from '../../shared/entities/subject.ts'
import { nounTable } from './nounTable.ts'

export const organisation = nounTable('organisation')

export const user = nounTable('user')

export const employment = nounTable('employment', (t) => [
  uniqueIndex('employment_version').on(t.userId, t.validFrom),
])

export const category = nounTable('category')

export const customer = nounTable('customer', (t) => [index('customer_name').on(t.name)])

export const project = nounTable('project', (t) => [index('project_customer').on(t.customerId)])

export const supportCase = nounTable('case', (t) => [index('support_case_customer').on(t.customerId)])

export const opportunity = nounTable('opportunity', (t) => [index('opportunity_customer').on(t.customerId)])

export const tag = nounTable('tag')

export const office = nounTable('office')

export const department = nounTable('department')

export const assignment = nounTable('assignment', (t) => [
  index('assignment_user').on(t.userId),
  index('assignment_customer').on(t.customerId),
])

export const rate = nounTable('rate', (t) => [
  uniqueIndex('rate_version').on(t.level, t.subjectId, t.validFrom),
])

export const hoursPackage = nounTable('hoursPackage', (t) => [
  index('hours_package_customer').on(t.customerId),
])

export const absenceKind = nounTable('absenceKind')

export const absence = nounTable('absence', (t) => [
  // Of one user, or of everybody: most are over, so a range is looked for from its end.
  index('absence_user').on(t.userId, t.lastDay),
  index('absence_day').on(t.lastDay),
  index('absence_of_kind').on(t.kindId),
])

export const approval = nounTable('approval', (t) => [
  uniqueIndex('approval_day').on(t.userId, t.date),
  // What waits, of everybody: few among many that are decided.
  index('approval_submitted')
    .on(t.date)
    .where(sql`status = 'submitted'`),
])

export const periodException = nounTable('periodException')

export const entitlement = nounTable('entitlement', (t) => [
  uniqueIndex('entitlement_version').on(t.userId, t.validFrom),
])

export const accountEntry = nounTable('accountEntry', (t) => [
  index('account_entry_user').on(t.userId, t.date),
])

export const pastSetting = nounTable('pastSetting', (t) => [
  uniqueIndex('past_setting_version').on(t.noun, t.subjectId, t.through),
])

export const timer = nounTable('timer', (t) => [index('timer_user').on(t.userId)])

export const timeEntry = nounTable('timeEntry', (t) => [
  // Covers the month of the Work Diary: whole days of a user without touching the rows.
  index('time_entry_user_day').on(t.userId, t.workDate, t.startAt, t.endAt, t.durationMs),
  index('time_entry_day').on(t.workDate, t.userId, t.startAt, t.endAt, t.durationMs),
  // Covers a customer's total; newest first for the Working Time tab.
  index('time_entry_customer').on(t.customerId, t.startAt, t.durationMs),
  // Covers what a customer's time is worth: each entry's rate goes by these, and its amount by the time.
  index('time_entry_billing').on(
    t.customerId,
    t.userId,
    t.projectId,
    t.categoryId,
    t.billable,
    t.workDate,
    t.durationMs,
  ),
  index('time_entry_category').on(t.categoryId),
  index('time_entry_session').on(t.sessionId),
  // Covers what a user worked on last.
  index('time_entry_user_start').on(t.userId, t.startAt, ...SUBJECT.map(({ field }) => t[field])),
  // Covers a project's total and billable time; time without a project costs nothing.
  index('time_entry_project')
    .on(t.projectId, t.workDate, t.categoryId, t.billable, t.durationMs)
    .where(sql`project_id IS NOT NULL`),
  // The calls of a customer among its sessions, and whether a call has its time; time without a call costs nothing.
  index('time_entry_call')
    .on(t.customerId, t.startAt)
    .where(sql`task_id IS NOT NULL`),
  index('time_entry_task')
    .on(t.taskId)
    .where(sql`task_id IS NOT NULL`),
  // Covers a case's total, of everybody or of one, and its list, the newest first; time on no case costs nothing.
  index('time_entry_case')
    .on(t.caseId, t.startAt, t.durationMs, t.userId, t.workDate)
    .where(sql`case_id IS NOT NULL`),
  // Covers the time of an opportunity; time without one costs nothing.
  index('time_entry_opportunity')
    .on(t.opportunityId, t.durationMs)
    .where(sql`opportunity_id IS NOT NULL`),
  // Whether recorded time has them; time without costs nothing.
  index('time_entry_office')
    .on(t.officeId)
    .where(sql`office_id IS NOT NULL`),
  index('time_entry_department')
    .on(t.departmentId)
    .where(sql`department_id IS NOT NULL`),
  index('time_entry_meeting')
    .on(t.meetingId)
    .where(sql`meeting_id IS NOT NULL`),
  // Was a row of a file imported before? Time that came in another way costs nothing.
  index('time_entry_import')
    .on(t.importKey)
    .where(sql`import_key <> ''`),
])

export const meeting = nounTable('meeting', (t) => [
  // Most are over, so a range is looked for from its end.
  index('meeting_extent').on(t.lastAt, t.firstAt),
  index('meeting_customer').on(t.customerId, t.lastAt),
])

export const task = nounTable('task', (t) => [
  index('task_start').on(t.startAt),
  index('task_customer').on(t.customerId, t.startAt),
  index('task_user').on(t.primaryParticipantId, t.status),
])

export const journalEntry = nounTable('journalEntry', (t) => [
  index('journal_entry_customer').on(t.customerId, t.at),
])

export const noteDraft = nounTable('noteDraft')

export const gap = nounTable('gap')

export const taxRate = nounTable('taxRate')

export const logo = nounTable('logo')

export const billingProfile = nounTable('billingProfile')

export const invoice = nounTable('invoice', (t) => [
  uniqueIndex('invoice_number').on(t.number),
  uniqueIndex('invoice_serial').on(t.series, t.serial),
  index('invoice_customer').on(t.customerId),
])

export const invoicedEntry = nounTable('invoicedEntry', (t) => [
  // No entry is ever on two (E9).
  uniqueIndex('invoiced_entry_entry').on(t.entryId),
  index('invoiced_entry_invoice').on(t.invoiceId),
])

export const payment = nounTable('payment', (t) => [index('payment_invoice').on(t.invoiceId)])

export const savedReport = nounTable('savedReport')

/** Derived: each user's day, kept in the same transaction as its entries (totals.ts); a recount gives the same. */
export const dayTotal = sqliteTable(
  'day_total',
  {
    workDate: text('work_date').notNull(),
    userId: text('user_id').notNull(),
    entryCount: integer('entry_count').notNull(),
    bookedMs: integer('booked_ms').notNull(),
    totalMs: integer('total_ms').notNull(),
    amountMs: integer('amount_ms').notNull().default(0),
    entrance: integer('entrance').notNull(),
    exit: integer('exit').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workDate, t.userId] }), index('day_total_user').on(t.userId, t.workDate)],
)

/** Derived: each customer's time, likewise. */
export const customerTotal = sqliteTable('customer_total', {
  customerId: text('customer_id').primaryKey(),
  entryCount: integer('entry_count').notNull(),
  durationMs: integer('duration_ms').notNull(),
  lastAt: integer('last_at').notNull(),
})

/**
 * Derived: what the usual reports add up, by what time is grouped and by month (reportTotals.ts). Counts of what has a rate or a cost
 * tell nothing from 0.
 */
export const reportTotal = sqliteTable(
  'report_total',
  {
    kind: text('kind').notNull(),
    month: text('month').notNull(),
    /** '' of what has none of it. */
    key: text('key').notNull(),
    entries: integer('entries').notNull(),
    ms: integer('ms').notNull(),
    billableMs: integer('billable_ms').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    rated: integer('rated').notNull(),
    withoutRateMs: integer('without_rate_ms').notNull(),
    costMinor: integer('cost_minor').notNull(),
    costed: integer('costed').notNull(),
    withoutCostMs: integer('without_cost_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.month, t.key] })],
)

/** Through which day the totals of a month are counted: '' none of it, '~' all of it. What is not counted is counted when asked for. */
export const reportMonth = sqliteTable('report_month', {
  month: text('month').primaryKey(),
  through: text('through').notNull(),
})

/**
 * The place of each note in the search: by the second of its start, so that the newest come first without sorting. The search
 * itself (`note_search`, FTS5) is written by hand in the migrations; see notes.ts.
 */
export const noteKey = sqliteTable(
  'note_key',
  {
    key: integer('key').primaryKey(),
    entryId: text('entry_id').notNull(),
  },
  (t) => [uniqueIndex('note_key_entry').on(t.entryId)],
)

/** Derived: the highest number of codes that are given in order (counters.ts); it never goes back. */
export const counter = sqliteTable('counter', {
  name: text('name').primaryKey(),
  last: integer('last').notNull(),
})

/** One row per command that changed something: the audit trail's spine and the outbox of a later sync. */
export const commitLog = sqliteTable(
  'commit_log',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    id: text('id').notNull(),
    at: integer('at').notNull(),
    actorId: text('actor_id'),
    command: text('command').notNull(),
    /** The parsed arguments as JSON: what a server would be asked to decide again. */
    args: text('args').notNull(),
    reason: text('reason'),
    /** The commit that this one undid, and the one that undid it. */
    undoes: text('undoes'),
    undoneBy: text('undone_by'),
    /** How far the clock was off where it was done, in ms, as the server of a team noticed; null: it was not. */
    clockOff: integer('clock_off'),
    /** SHA-256 over the previous row's hash and this row with its changes, so that an altered row is detected (G11). */
    hash: text('hash').notNull(),
  },
  (t) => [uniqueIndex('commit_log_id').on(t.id)],
)

/** What a commit changed: one row per entity, before and after as JSON. */
export const audit = sqliteTable(
  'audit',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    commitId: text('commit_id').notNull(),
    entity: text('entity').notNull(),
    entityId: text('entity_id').notNull(),
    before: text('before'),
    after: text('after'),
  },
  (t) => [index('audit_commit').on(t.commitId), index('audit_entity').on(t.entity, t.entityId)],
)

/** In a team: what this device decided and its server has not confirmed yet, in order. Written in the transaction of the change. */
export const outbox = sqliteTable(
  'outbox',
  {
    n: integer('n').primaryKey({ autoIncrement: true }),
    id: text('id').notNull(),
    at: integer('at').notNull(),
    zone: text('zone').notNull(),
    command: text('command').notNull(),
    args: text('args').notNull(),
    /** In which version of the protocol it was said (shared/team/versions.ts). */
    version: integer('version').notNull().default(1),
    /** What it did here at first, and what it does here now, as JSON: the second is undone where others were earlier. */
    meant: text('meant').notNull(),
    effects: text('effects').notNull(),
    /** The server's refusal as JSON; null: it has not answered, or has taken it. */
    refusal: text('refusal'),
  },
  (t) => [uniqueIndex('outbox_id').on(t.id)],
)

/** What the server has confirmed, as it was sent: it is handed back where a server that was restored has forgotten it. */
export const sentAct = sqliteTable(
  'sent_act',
  {
    n: integer('n').primaryKey(),
    id: text('id').notNull(),
    at: integer('at').notNull(),
    zone: text('zone').notNull(),
    command: text('command').notNull(),
    args: text('args').notNull(),
    /** In which version of the protocol it was said (shared/team/versions.ts). */
    version: integer('version').notNull().default(1),
    meant: text('meant').notNull(),
    /** As which of the server's commits. */
    seq: integer('seq').notNull(),
  },
  (t) => [index('sent_act_at').on(t.at)],
)

/** In a team: what was refused or decided differently, until somebody has dealt with it. */
export const attention = sqliteTable('attention', {
  id: text('id').primaryKey(),
  at: integer('at').notNull(),
  zone: text('zone').notNull(),
  command: text('command').notNull(),
  args: text('args').notNull(),
  /** In which version of the protocol it was said (shared/team/versions.ts). */
  version: integer('version').notNull().default(1),
  meant: text('meant').notNull(),
  /** What holds instead, as effects; null where it was refused. */
  held: text('held'),
  refusal: text('refusal'),
  /** The act whose refusal it follows from. */
  follows: text('follows'),
  noticedAt: integer('noticed_at').notNull(),
})

/** Settings of this device: current user, preferences, last sign of life. Neither audited nor synchronised. */
export const device = sqliteTable('device', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
})

export const entityTables = {
  organisation,
  user,
  employment,
  category,
  customer,
  project,
  case: supportCase,
  opportunity,
  tag,
  office,
  department,
  assignment,
  rate,
  hoursPackage,
  absenceKind,
  absence,
  entitlement,
  accountEntry,
  approval,
  periodException,
  pastSetting,
  timer,
  timeEntry,
  meeting,
  task,
  journalEntry,
  noteDraft,
  gap,
  taxRate,
  logo,
  billingProfile,
  invoice,
  invoicedEntry,
  payment,
  savedReport,
} as const satisfies Record<EntityName, unknown>
