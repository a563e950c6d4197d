// Lists of tasks.
import { ok } from '../../shared/base/result.ts'
import { dateOfEpochDay } from '../../shared/base/localDate.ts'
import { DAY_MS } from '../../shared/base/duration.ts'
import { wallMsAt } from '../../shared/base/zoneOffset.ts'
import type { taskQueries, TaskView } from '../../shared/contract/task.ts'
import type { Task } from '../../shared/entities/task.ts'
import { refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import type { SqlValue } from '../db/statements.ts'
import { dayRule, nameOf } from '../facts/reads.ts'
import { onlyOf } from '../facts/sight.ts'
import type { QueryContext, QueryHandlers } from './query.ts'

const MOST = 500

const viewOf = (data: Data, task: Task, { actor }: QueryContext): TaskView => ({
  ...task,
  customerName: nameOf(data, 'customer', task.customerId),
  userName: nameOf(data, 'user', task.primaryParticipantId) ?? '',
  editable: actor !== null && (actor.role !== 'employee' || actor.userId === task.primaryParticipantId),
})

/** A condition with its values. */
type Part = [sql: string, ...values: SqlValue[]]

export const taskQueryHandlers: QueryHandlers<keyof typeof taskQueries> = {
  'task.list': (data, { from, to, userIds, customerId, status, limit = MOST }, ctx) => {
    const only = onlyOf(data, ctx.actor, 'task')
    const { zone } = dayRule(data)
    const dateOf = (instant: number): string => dateOfEpochDay(Math.floor(wallMsAt(instant, zone) / DAY_MS))
    const parts: Part[] = []
    if (only !== null) parts.push(['primary_participant_id = +?', only])
    if (userIds !== undefined)
      parts.push([`primary_participant_id IN (SELECT value FROM json_each(?))`, JSON.stringify(userIds)])
    if (customerId !== undefined) parts.push(['customer_id = +?', customerId])
    if (status !== undefined) parts.push(['status = +?', status])
    if (from !== undefined) parts.push(['(end_at > ? OR due_date >= ?)', from, dateOf(from)])
    if (to !== undefined) parts.push(['(start_at < ? OR due_date <= ?)', to, dateOf(to - 1)])
    const where = parts.length === 0 ? '1' : parts.map(([sql]) => sql).join(' AND ')
    const values = parts.flatMap(([, ...given]) => given)
    // By the day; the sort by dates is made here, where the day of a time is known.
    const tasks = data
      .where(
        'task',
        `${where} ORDER BY coalesce(start_at, due_date IS NULL) DESC, id LIMIT ?`,
        ...values,
        limit,
      )
      .map((task) => ({ task, day: task.dueDate ?? (task.startAt === null ? '9999' : dateOf(task.startAt)) }))
      .sort((a, b) =>
        a.day < b.day ? -1 : a.day > b.day ? 1 : (a.task.startAt ?? 0) - (b.task.startAt ?? 0),
      )
    return ok({ tasks: tasks.map(({ task }) => viewOf(data, task, ctx)), onlyYours: only !== null })
  },
  'task.get': (data, { taskId }, ctx) => {
    const task = data.find('task', taskId)
    const only = onlyOf(data, ctx.actor, 'task')
    const shown = task !== null && (only === null || task.primaryParticipantId === only)
    return shown ? ok(viewOf(data, task, ctx)) : refused('notFound.task')
  },
}
