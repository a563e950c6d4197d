// The columns of each noun's table, written out from schema.ts: reading drizzle's own objects would cost every start of a program
// and of a thread half a second. columns.test.ts holds the two together and prints what belongs here after a change.
import type { EntityName } from '../../shared/entities/registry.ts'

/** flag: 0 or 1 for false or true. json: text for an object or a list. plain: as it is. */
export type ColumnKind = 'plain' | 'flag' | 'json'

export type TableColumns = {
  readonly table: string
  /** Field of the entity, column of the table, and how one becomes the other. */
  readonly columns: readonly (readonly [field: string, name: string, kind: ColumnKind])[]
}

// prettier-ignore
export const COLUMNS: Record<EntityName, TableColumns> = {
  organisation: {
    table: 'organisation',
    columns: [
      ['id', 'id', 'plain'],
      ['name', 'name', 'plain'],
      ['zone', 'zone', 'plain'],
      ['dayStartMinutes', 'day_start_minutes', 'plain'],
      ['currency', 'currency', 'plain'],
      ['holidayCountry', 'holiday_country', 'plain'],
      ['rules', 'rules', 'json'],
      ['timeLogDialog', 'time_log_dialog', 'flag'],
      ['overlaps', 'overlaps', 'plain'],
      ['severalTimers', 'several_timers', 'flag'],
      ['closedThrough', 'closed_through', 'plain'],
      ['sample', 'sample', 'flag'],
    ],
  },
  user: {
    table: 'user',
    columns: [
      ['id', 'id', 'plain'],
      ['name', 'name', 'plain'],
      ['email', 'email', 'plain'],
      ['role', 'role', 'plain'],
      ['active', 'active', 'flag'],
      ['rules', 'rules', 'json'],
      ['clientTimer', 'client_timer', 'flag'],
      ['startDate', 'start_date', 'plain'],
      ['removed', 'removed', 'flag'],
    ],
  },
  employment: {
    table: 'employment',
    columns: [
      ['id', 'id', 'plain'],
      ['userId', 'user_id', 'plain'],
      ['validFrom', 'valid_from', 'plain'],
      ['expectedMinutes', 'expected_minutes', 'json'],
      ['expectedMonthMinutes', 'expected_month_minutes', 'plain'],
      ['wage', 'wage', 'json'],
      ['extraHourMinor', 'extra_hour_minor', 'plain'],
      ['bonusMinor', 'bonus_minor', 'plain'],
    ],
  },
  category: {
    table: 'category',
    columns: [
      ['id', 'id', 'plain'],
      ['name', 'name', 'plain'],
      ['active', 'active', 'flag'],
      ['codeType', 'code_type', 'plain'],
      ['billType', 'bill_type', 'plain'],
      ['removed', 'removed', 'flag'],
    ],
  },
  customer: {
    table: 'customer',
    columns: [
      ['id', 'id', 'plain'],
      ['name', 'name', 'plain'],
      ['status', 'status', 'plain'],
      ['code', 'code', 'plain'],
      ['contactPerson', 'contact_person', 'plain'],
      ['email', 'email', 'plain'],
      ['phone', 'phone', 'plain'],
      ['address', 'address', 'plain'],
      ['notes', 'notes', 'plain'],
      ['createdAt', 'created_at', 'plain'],
      ['removed', 'removed', 'flag'],
    ],
  },
  project: {
    table: 'project',
    columns: [
      ['id', 'id', 'plain'],
      ['customerId', 'customer_id', 'plain'],
      ['code', 'code', 'plain'],
      ['name', 'name', 'plain'],
      ['completionDate', 'completion_date', 'plain'],
      ['budgetMinutes', 'budget_minutes', 'plain'],
      ['billable', 'billable', 'flag'],
      ['notes', 'notes', 'plain'],
      ['createdAt', 'created_at', 'plain'],
      ['removed', 'removed', 'flag'],
    ],
  },
  rate: {
    table: 'rate',
    columns: [
      ['id', 'id', 'plain'],
      ['level', 'level', 'plain'],
      ['subjectId', 'subject_id', 'plain'],
      ['validFrom', 'valid_from', 'plain'],
      ['amountMinor', 'amount_minor', 'plain'],
    ],
  },
  timer: {
    table: 'timer',
    columns: [
      ['id', 'id', 'plain'],
      ['userId', 'user_id', 'plain'],
      ['customerId', 'customer_id', 'plain'],
      ['categoryId', 'category_id', 'plain'],
      ['state', 'state', 'plain'],
      ['startedAt', 'started_at', 'plain'],
      ['segments', 'segments', 'json'],
      ['note', 'note', 'plain'],
      ['zone', 'zone', 'plain'],
      ['taskId', 'task_id', 'plain'],
      ['projectId', 'project_id', 'plain'],
    ],
  },
  timeEntry: {
    table: 'time_entry',
    columns: [
      ['id', 'id', 'plain'],
      ['sessionId', 'session_id', 'plain'],
      ['userId', 'user_id', 'plain'],
      ['customerId', 'customer_id', 'plain'],
      ['categoryId', 'category_id', 'plain'],
      ['workDate', 'work_date', 'plain'],
      ['startAt', 'start_at', 'plain'],
      ['endAt', 'end_at', 'plain'],
      ['durationMs', 'duration_ms', 'plain'],
      ['segments', 'segments', 'json'],
      ['note', 'note', 'plain'],
      ['zone', 'zone', 'plain'],
      ['source', 'source', 'plain'],
      ['taskId', 'task_id', 'plain'],
      ['projectId', 'project_id', 'plain'],
    ],
  },
  task: {
    table: 'task',
    columns: [
      ['id', 'id', 'plain'],
      ['type', 'type', 'plain'],
      ['title', 'title', 'plain'],
      ['customerId', 'customer_id', 'plain'],
      ['primaryParticipantId', 'primary_participant_id', 'plain'],
      ['startAt', 'start_at', 'plain'],
      ['endAt', 'end_at', 'plain'],
      ['status', 'status', 'plain'],
    ],
  },
  journalEntry: {
    table: 'journal_entry',
    columns: [
      ['id', 'id', 'plain'],
      ['customerId', 'customer_id', 'plain'],
      ['at', 'at', 'plain'],
      ['keyword', 'keyword', 'plain'],
      ['text', 'text', 'plain'],
      ['userId', 'user_id', 'plain'],
      ['taskId', 'task_id', 'plain'],
      ['timeEntryId', 'time_entry_id', 'plain'],
    ],
  },
  noteDraft: {
    table: 'note_draft',
    columns: [
      ['id', 'id', 'plain'],
      ['userId', 'user_id', 'plain'],
      ['customerId', 'customer_id', 'plain'],
      ['categoryId', 'category_id', 'plain'],
      ['note', 'note', 'plain'],
      ['session', 'session', 'json'],
      ['createdAt', 'created_at', 'plain'],
      ['expiresAt', 'expires_at', 'plain'],
    ],
  },
  gap: {
    table: 'gap',
    columns: [
      ['id', 'id', 'plain'],
      ['timerId', 'timer_id', 'plain'],
      ['userId', 'user_id', 'plain'],
      ['cause', 'cause', 'plain'],
      ['from', 'from_at', 'plain'],
      ['to', 'to_at', 'plain'],
    ],
  },
}
