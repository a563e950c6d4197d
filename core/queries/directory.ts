// Queries on customers, categories and users.
import { fail, ok } from '../../shared/base/result.ts'
import { bestFit, nameFit } from '../../shared/base/nameFit.ts'
import type { directoryQueries } from '../../shared/contract/directory.ts'
import { takesTime } from '../../shared/entities/customer.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Timer } from '../../shared/entities/timer.ts'
import type { Data } from '../db/data.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { offersTo } from '../facts/offered.ts'
import { onlyOf } from '../facts/sight.ts'
import { compareNames } from '../../shared/base/nameOrder.ts'
import { nameOf } from '../facts/reads.ts'
import { customerEntryHandlers } from './customerEntries.ts'
import { customerTime } from './customerTime.ts'
import type { QueryHandlers } from './query.ts'
import { timerViews } from './timer.ts'

/** Who has a timer that is not stopped, the running ones first; of one user, or everybody's. */
const atWork = (data: Data, only: Id | null): readonly Timer[] =>
  data
    .where('timer', "state <> 'stopped' ORDER BY state <> 'running', started_at DESC, id DESC")
    .filter(({ userId }) => only === null || userId === only)

const workersByCustomer = (data: Data, only: Id | null): Map<Id, string[]> => {
  const workers = new Map<Id, string[]>()
  for (const { customerId, userId } of atWork(data, only))
    if (customerId !== null)
      workers.set(customerId, [...(workers.get(customerId) ?? []), nameOf(data, 'user', userId) ?? ''])
  return workers
}

export const directoryQueryHandlers: QueryHandlers<keyof typeof directoryQueries> = {
  'customer.list': (data, { search = '', status, offset = 0, limit = 100 }, { actor }) => {
    const only = onlyOf(data, actor, 'timeEntry')
    const workers = workersByCustomer(data, onlyOf(data, actor, 'timer'))
    const found = data
      .where(
        'customer',
        status === undefined ? 'NOT removed' : 'status = ? AND NOT removed',
        ...(status === undefined ? [] : [status]),
      )
      .flatMap((customer) => {
        const rank =
          search.trim() === ''
            ? 0
            : bestFit(
                nameFit(customer.name, search),
                nameFit(customer.code, search),
                nameFit(customer.contactPerson, search),
              )
        return rank === null ? [] : [{ customer, rank }]
      })
      .sort((a, b) => a.rank - b.rank || compareNames(a.customer.name, b.customer.name))
    const rows = found
      .slice(offset, offset + limit)
      .map(({ customer: { id, name, code, colour, status: state } }) => {
        const total = customerTime(data, id, only)
        const busy = workers.get(id) ?? []
        return {
          id,
          name,
          code,
          colour,
          status: state,
          atWork: busy.length > 0,
          workers: busy,
          totalMs: total.ms,
          lastAt: total.last,
        }
      })
    return ok({ rows, total: found.length, onlyYours: only !== null })
  },

  'customer.get': (data, { customerId }, { actor }) => {
    const customer = data.find('customer', customerId)
    if (customer === null) return fail(appError('notFound.customer'))
    const only = onlyOf(data, actor, 'timeEntry')
    const total = customerTime(data, customerId, only)
    const timers = timerViews(data, onlyOf(data, actor, 'timer') ?? undefined).filter(
      (timer) => timer.customerId === customerId,
    )
    return ok({ ...customer, timers, totalMs: total.ms, entryCount: total.n, onlyYours: only !== null })
  },

  'customer.suggest': (data, { search = '', limit = 20 }, { actor }) => {
    const recent = new Map<string, number>()
    if (actor !== null)
      for (const { customer_id: id } of data.all<{ customer_id: string | null }>(
        'SELECT customer_id FROM time_entry WHERE user_id = +? ORDER BY start_at DESC LIMIT 400',
        actor.userId,
      ))
        if (id !== null && !recent.has(id)) recent.set(id, recent.size)
    const order = (id: string): number => recent.get(id) ?? Number.MAX_SAFE_INTEGER
    return ok(
      data
        .list('customer')
        .filter(takesTime)
        .flatMap(({ id, name, code, colour }) => {
          const rank = search.trim() === '' ? 0 : bestFit(nameFit(name, search), nameFit(code, search))
          return rank === null ? [] : [{ id, name, code, colour, rank, recent: recent.has(id) }]
        })
        .sort((a, b) => a.rank - b.rank || order(a.id) - order(b.id) || compareNames(a.name, b.name))
        .slice(0, limit)
        .map(({ rank: _rank, ...row }) => row),
    )
  },

  ...customerEntryHandlers,

  'category.list': (data, { activeOnly = false }, { actor }) => {
    const only = onlyOf(data, actor, 'timer')
    const timers = data.list('timer').filter(({ userId }) => only === null || userId === only)
    return ok(
      data
        .where('category', activeOnly ? 'active' : 'NOT removed')
        .map((category) => ({
          ...category,
          timers: timers.filter(({ categoryId }) => categoryId === category.id).length,
        }))
        .sort((a, b) => compareNames(a.name, b.name)),
    )
  },

  'user.list': (data, { activeOnly = false }, { actor }) => {
    const busy = new Set(atWork(data, onlyOf(data, actor, 'timer')).map(({ userId }) => userId))
    const offered = offersTo(data, actor)
    return ok(
      data
        .where('user', activeOnly ? 'active' : 'NOT removed')
        .filter(({ id }) => offered(id))
        .map(({ id, name, email, role, active, clientTimer }) => ({
          id,
          name,
          email,
          role,
          active,
          clientTimer,
          atWork: busy.has(id),
        }))
        .sort((a, b) => compareNames(a.name, b.name)),
    )
  },

  'user.get': (data, { userId }) => {
    const user = data.find('user', userId)
    if (user === null) return fail(appError('notFound.user'))
    return ok({
      ...user,
      employments: [...data.where('employment', 'user_id = +? ORDER BY valid_from DESC', userId)],
    })
  },
}
