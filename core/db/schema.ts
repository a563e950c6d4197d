// The tables of the data file: one per noun of the registry, with the entity's fields as columns, and the application's own.
// drizzle-kit writes the migrations from it; programs read columns.ts, which a test holds to it.
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Employment } from '../../shared/entities/employment.ts'
import type { EntityName } from '../../shared/entities/registry.ts'
import type { TimeRules } from '../../shared/entities/rules.ts'
import type { TimeEntry } from '../../shared/entities/timeEntry.ts'
import type { Segment, Timer } from '../../shared/entities/timer.ts'

const id = () => text('id').primaryKey()
const flag = (name: string) => integer(name, { mode: 'boolean' }).notNull()
const removed = () => integer('removed', { mode: 'boolean' }).notNull().default(false)
const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>().notNull()

export const organisation = sqliteTable('organisation', {
  id: id(),
  name: text('name').notNull(),
  zone: text('zone').notNull(),
  dayStartMinutes: integer('day_start_minutes').notNull(),
  currency: text('currency').notNull(),
  holidayCountry: text('holiday_country'),
  rules: json<TimeRules>('rules'),
  timeLogDialog: flag('time_log_dialog'),
  overlaps: text('overlaps').notNull(),
  severalTimers: flag('several_timers'),
  closedThrough: text('closed_through'),
  sample: flag('sample'),
})

export const user = sqliteTable('user', {
  id: id(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  role: text('role').notNull(),
  active: flag('active'),
  rules: json<Partial<TimeRules>>('rules'),
  clientTimer: flag('client_timer'),
  startDate: text('start_date'),
  removed: removed(),
})

export const employment = sqliteTable(
  'employment',
  {
    id: id(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    validFrom: text('valid_from').notNull(),
    expectedMinutes: json<number[]>('expected_minutes'),
    expectedMonthMinutes: integer('expected_month_minutes'),
    wage: json<Employment['wage']>('wage'),
    extraHourMinor: integer('extra_hour_minor').notNull(),
    bonusMinor: integer('bonus_minor').notNull(),
  },
  (t) => [uniqueIndex('employment_version').on(t.userId, t.validFrom)],
)

export const category = sqliteTable('category', {
  id: id(),
  name: text('name').notNull(),
  active: flag('active'),
  codeType: text('code_type').notNull(),
  billType: text('bill_type').notNull(),
  removed: removed(),
})

export const customer = sqliteTable(
  'customer',
  {
    id: id(),
    name: text('name').notNull(),
    status: text('status').notNull(),
    code: text('code').notNull(),
    contactPerson: text('contact_person').notNull(),
    email: text('email').notNull(),
    phone: text('phone').notNull(),
    address: text('address').notNull(),
    notes: text('notes').notNull(),
    createdAt: integer('created_at').notNull(),
    removed: removed(),
  },
  (t) => [index('customer_name').on(t.name)],
)

export const project = sqliteTable(
  'project',
  {
    id: id(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customer.id),
    code: text('code').notNull(),
    name: text('name').notNull(),
    completionDate: text('completion_date'),
    budgetMinutes: integer('budget_minutes'),
    billable: flag('billable'),
    notes: text('notes').notNull(),
    createdAt: integer('created_at').notNull(),
    removed: removed(),
  },
  (t) => [index('project_customer').on(t.customerId)],
)

export const rate = sqliteTable(
  'rate',
  {
    id: id(),
    level: text('level').notNull(),
    // Of one of three tables, so no foreign key: shared/rules/integrity.ts keeps it.
    subjectId: text('subject_id'),
    validFrom: text('valid_from').notNull(),
    amountMinor: integer('amount_minor').notNull(),
  },
  (t) => [uniqueIndex('rate_version').on(t.level, t.subjectId, t.validFrom)],
)

export const timer = sqliteTable(
  'timer',
  {
    id: id(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    customerId: text('customer_id').references(() => customer.id),
    categoryId: text('category_id').references(() => category.id),
    state: text('state').notNull(),
    startedAt: integer('started_at').notNull(),
    segments: json<Segment[]>('segments'),
    note: text('note').notNull(),
    zone: text('zone').notNull(),
    taskId: text('task_id'),
    projectId: text('project_id').references(() => project.id),
  },
  (t) => [index('timer_user').on(t.userId)],
)

export const timeEntry = sqliteTable(
  'time_entry',
  {
    id: id(),
    sessionId: text('session_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    customerId: text('customer_id').references(() => customer.id),
    categoryId: text('category_id').references(() => category.id),
    workDate: text('work_date').notNull(),
    startAt: integer('start_at').notNull(),
    endAt: integer('end_at').notNull(),
    durationMs: integer('duration_ms').notNull(),
    segments: json<TimeEntry['segments']>('segments'),
    note: text('note').notNull(),
    zone: text('zone').notNull(),
    source: text('source').notNull(),
    taskId: text('task_id'),
    projectId: text('project_id').references(() => project.id),
  },
  (t) => [
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
      t.workDate,
      t.durationMs,
    ),
    index('time_entry_category').on(t.categoryId),
    index('time_entry_session').on(t.sessionId),
    index('time_entry_user_start').on(t.userId, t.startAt, t.customerId, t.categoryId),
    // Covers a project's total and billable time; time without a project costs nothing.
    index('time_entry_project')
      .on(t.projectId, t.workDate, t.categoryId, t.durationMs)
      .where(sql`project_id IS NOT NULL`),
  ],
)

export const task = sqliteTable(
  'task',
  {
    id: id(),
    type: text('type').notNull(),
    title: text('title').notNull(),
    customerId: text('customer_id').references(() => customer.id),
    primaryParticipantId: text('primary_participant_id')
      .notNull()
      .references(() => user.id),
    startAt: integer('start_at').notNull(),
    endAt: integer('end_at').notNull(),
    status: text('status').notNull(),
  },
  (t) => [index('task_start').on(t.startAt), index('task_customer').on(t.customerId)],
)

export const journalEntry = sqliteTable(
  'journal_entry',
  {
    id: id(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customer.id),
    at: integer('at').notNull(),
    keyword: text('keyword').notNull(),
    text: text('text').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    taskId: text('task_id'),
    timeEntryId: text('time_entry_id'),
  },
  (t) => [
    index('journal_entry_customer').on(t.customerId, t.at),
    index('journal_entry_time_entry').on(t.timeEntryId),
  ],
)

export const noteDraft = sqliteTable('note_draft', {
  id: id(),
  userId: text('user_id').notNull(),
  customerId: text('customer_id'),
  categoryId: text('category_id'),
  note: text('note').notNull(),
  session: json<Timer>('session'),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
})

export const gap = sqliteTable('gap', {
  id: id(),
  timerId: text('timer_id').notNull(),
  userId: text('user_id').notNull(),
  cause: text('cause').notNull(),
  from: integer('from_at').notNull(),
  to: integer('to_at').notNull(),
})

/** Derived: each user's day, kept in the same transaction as its entries (totals.ts); a recount gives the same. */
export const dayTotal = sqliteTable(
  'day_total',
  {
    workDate: text('work_date').notNull(),
    userId: text('user_id').notNull(),
    entryCount: integer('entry_count').notNull(),
    bookedMs: integer('booked_ms').notNull(),
    totalMs: integer('total_ms').notNull(),
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
 * The place of each note in the search: by the second of its start, so that the newest come first without sorting. The search
 * itself (`note_search`, FTS5, and the view that it reads) is written by hand in the migrations; see notes.ts.
 */
export const noteKey = sqliteTable(
  'note_key',
  {
    key: integer('key').primaryKey(),
    entryId: text('entry_id').notNull(),
  },
  (t) => [uniqueIndex('note_key_entry').on(t.entryId)],
)

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
  rate,
  timer,
  timeEntry,
  task,
  journalEntry,
  noteDraft,
  gap,
} as const satisfies Record<EntityName, unknown>
