// Commands and queries on cases.
import { z } from 'zod'
import { once } from '../base/once.ts'
import type { Case } from '../entities/case.ts'
import { Case as CaseSchema, CasePriority, CaseStatus } from '../entities/case.ts'
import { Id } from '../entities/entity.ts'
import { SUBJECT_NOUNS } from '../entities/subject.ts'
import { everybody, leaders } from './access.ts'
import type { Narrowed } from './directory.ts'
import type { EntryView } from './entry.ts'
import { entryFilterShape, entryOrderShape, MOST_AT_ONCE } from './entryFilter.ts'
import { command, query } from './request.ts'
import type { TimerView } from './timer.ts'

const fields = () => CaseSchema().omit({ id: true, code: true, createdAt: true, removed: true })

export const caseCommands = {
  /** Its number is the next in order. */
  'case.add': command(
    () => fields().partial().required({ customerId: true, name: true }),
    everybody,
  ).returns<{ caseId: Id; code: string }>(),
  /** Also closes it and opens it again. */
  'case.edit': command(() => fields().partial().extend({ caseId: Id }), everybody).returns<null>(),
  /** Gone from every list and choice; where time was recorded on it, the past keeps its name. */
  'case.remove': command(() => z.object({ caseId: Id }), leaders).returns<null>(),
}

export type CaseRow = Omit<Case, 'removed' | 'notes'> & {
  customerName: string
  projectCode: string | null
  projectName: string | null
  assigneeName: string | null
  totalMs: number
  entryCount: number
  /** Timers on it, in any state. */
  timers: number
}
export type CaseView = CaseRow &
  Pick<Case, 'notes' | 'removed'> & {
    running: TimerView[]
    /** Who spent how much on it, the most first. */
    users: { userId: Id; userName: string; totalMs: number }[]
  } & Narrowed
export type CaseChoice = Pick<Case, 'id' | 'code' | 'name' | 'projectId'>

/** Each is optional; several narrow together. null: only what has none of it. */
export const caseFilterShape = {
  /** `unclosed`: open or waiting. */
  status: z.enum([...CaseStatus.options, 'unclosed']).optional(),
  priority: CasePriority.optional(),
  customerId: Id.optional(),
  projectId: Id.nullable().optional(),
  assigneeId: Id.nullable().optional(),
  /** Words of its number, subject, customer, or reference. */
  search: z.string().max(200).optional(),
}
export const CaseFilter = once(() => z.object(caseFilterShape))
export type CaseFilter = z.infer<ReturnType<typeof CaseFilter>>

export const CaseSort = z.enum([
  'number',
  'subject',
  'customer',
  'project',
  'priority',
  'status',
  'assignee',
  'total',
  'created',
])
export type CaseSort = z.infer<typeof CaseSort>

const page = { offset: z.int().min(0).optional(), limit: z.int().min(1).max(500).optional() }
const rowReads = ['case', 'customer', 'project', 'user', 'timer', 'timeEntry', 'organisation'] as const
const timeReads = ['timeEntry', 'user', 'organisation', 'pastSetting', 'office', 'department'] as const

export const caseQueries = {
  /** The newest first unless it is sorted otherwise. */
  'case.list': query(
    () =>
      z.object({ ...caseFilterShape, sort: CaseSort.optional(), ascending: z.boolean().optional(), ...page }),
    rowReads,
    everybody,
  ).returns<{ rows: CaseRow[]; total: number } & Narrowed>(),
  'case.get': query(
    () => z.object({ caseId: Id }),
    [...new Set([...rowReads, ...SUBJECT_NOUNS])],
    everybody,
  ).returns<CaseView>(),
  /** What new time can be put on, the newest first, and `keep`, which it is on already. */
  'case.choices': query(
    () => z.object({ customerId: Id, keep: Id.optional() }),
    ['case', 'organisation'],
    everybody,
  ).returns<CaseChoice[]>(),
  /** The Time Tracking tab (D1, D11), as a customer's Working Time. */
  'case.entries': query(
    () => z.object({ ...entryFilterShape, caseId: Id, ...entryOrderShape, ...page }),
    [...new Set([...timeReads, ...SUBJECT_NOUNS])],
    everybody,
  ).returns<
    {
      rows: EntryView[]
      total: number
      totalMs: number
      all: { total: number; totalMs: number }
    } & Narrowed
  >(),
  'case.entryIds': query(
    () =>
      z.object({
        ...entryFilterShape,
        caseId: Id,
        ...entryOrderShape,
        offset: z.int().min(0).optional(),
        limit: z.int().min(1).max(MOST_AT_ONCE).optional(),
      }),
    ['timeEntry', 'case', 'category', 'project', 'user', 'organisation', 'pastSetting'],
    everybody,
  ).returns<Id[]>(),
}
