// Queries on customers, categories and users.
import { fail, ok } from '../../shared/base/result.ts'
import { fold } from '../../shared/base/text.ts'
import type { directoryQueries } from '../../shared/contract/directory.ts'
import { takesTime } from '../../shared/entities/customer.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { JournalRow } from '../../shared/contract/directory.ts'
import type { Data } from '../db/data.ts'
import { decodeRow, MAPPINGS } from '../db/entityStore.ts'
import type { SqlValue } from '../db/statements.ts'
import { compareNames } from './compareNames.ts'
import { entryViews } from './entryViews.ts'
import type { QueryHandlers } from './query.ts'
import { timerViews } from './timer.ts'

type Total = { n: number; ms: number; last: number | null }

const NO_TIME: Total = { n: 0, ms: 0, last: null }

const totalOf = (data: Data, customerId: string): Total =>
  data.get<Total>(
    'SELECT entry_count AS n, duration_ms AS ms, last_at AS last FROM customer_total WHERE customer_id = ?',
    customerId,
  ) ?? NO_TIME

const workersByCustomer = (data: Data): Map<string, string[]> => {
  const workers = new Map<string, string[]>()
  for (const { customerId, userName, state } of timerViews(data))
    if (customerId !== null && state !== 'stopped')
      workers.set(customerId, [...(workers.get(customerId) ?? []), userName])
  return workers
}

/** How well a name fits what was typed: from its beginning, from a word's beginning, anywhere; null: not at all. */
function fit(text: string, search: string): number | null {
  const name = fold(text)
  const sought = fold(search)
  if (name.startsWith(sought)) return 0
  if (name.split(/[\s\-./(&]+/).some((word) => word.startsWith(sought))) return 1
  return name.includes(sought) ? 2 : null
}

const best = (...fits: (number | null)[]): number | null =>
  fits.reduce((a, b) => (a === null ? b : b === null ? a : Math.min(a, b)), null)

export const directoryQueryHandlers: QueryHandlers<keyof typeof directoryQueries> = {
  'customer.list': (data, { search = '', status, offset = 0, limit = 100 }) => {
    const workers = workersByCustomer(data)
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
            : best(
                fit(customer.name, search),
                fit(customer.code, search),
                fit(customer.contactPerson, search),
              )
        return rank === null ? [] : [{ customer, rank }]
      })
      .sort((a, b) => a.rank - b.rank || compareNames(a.customer.name, b.customer.name))
    const rows = found
      .slice(offset, offset + limit)
      .map(({ customer: { id, name, code, status: state } }) => {
        const total = totalOf(data, id)
        const busy = workers.get(id) ?? []
        return {
          id,
          name,
          code,
          status: state,
          atWork: busy.length > 0,
          workers: busy,
          totalMs: total.ms,
          lastAt: total.last,
        }
      })
    return ok({ rows, total: found.length })
  },

  'customer.get': (data, { customerId }) => {
    const customer = data.find('customer', customerId)
    if (customer === null) return fail(appError('notFound.customer'))
    const total = totalOf(data, customerId)
    const timers = timerViews(data).filter((timer) => timer.customerId === customerId)
    return ok({ ...customer, timers, totalMs: total.ms, entryCount: total.n })
  },

  'customer.suggest': (data, { search = '', limit = 20 }, { actor }) => {
    const recent = new Map<string, number>()
    if (actor !== null)
      for (const { customer_id: id } of data.all<{ customer_id: string | null }>(
        'SELECT customer_id FROM time_entry WHERE user_id = ? ORDER BY start_at DESC LIMIT 400',
        actor.userId,
      ))
        if (id !== null && !recent.has(id)) recent.set(id, recent.size)
    const order = (id: string): number => recent.get(id) ?? Number.MAX_SAFE_INTEGER
    return ok(
      data
        .list('customer')
        .filter(takesTime)
        .flatMap(({ id, name, code }) => {
          const rank = search.trim() === '' ? 0 : best(fit(name, search), fit(code, search))
          return rank === null ? [] : [{ id, name, code, rank, recent: recent.has(id) }]
        })
        .sort((a, b) => a.rank - b.rank || order(a.id) - order(b.id) || compareNames(a.name, b.name))
        .slice(0, limit)
        .map(({ id, name, code, recent: wasRecent }) => ({ id, name, code, recent: wasRecent })),
    )
  },

  'customer.entries': (data, { customerId, offset = 0, limit = 100 }) => {
    if (data.find('customer', customerId) === null) return fail(appError('notFound.customer'))
    const total = totalOf(data, customerId)
    // The page is picked from the index alone, in its own order: skipping rows of the table takes seconds in a long list.
    const rows = entryViews(
      data,
      `e.rowid IN (SELECT rowid FROM time_entry WHERE customer_id = ?
         ORDER BY start_at DESC, duration_ms DESC, rowid DESC LIMIT ${limit} OFFSET ?)
       ORDER BY e.start_at DESC, e.duration_ms DESC, e.rowid DESC`,
      customerId,
      offset,
    )
    return ok({ rows, total: total.n, totalMs: total.ms })
  },

  'customer.journal': (data, { customerId, offset = 0, limit = 100 }) => {
    if (data.find('customer', customerId) === null) return fail(appError('notFound.customer'))
    const rows = data
      .all<Record<string, SqlValue> & { user_name: string }>(
        `SELECT ${MAPPINGS.journalEntry.select('j')}, u.name AS user_name FROM journal_entry j
         JOIN user u ON u.id = j.user_id WHERE j.customer_id = ? ORDER BY j.at DESC, j.id DESC LIMIT ? OFFSET ?`,
        customerId,
        limit,
        offset,
      )
      .map((row): JournalRow => ({ ...decodeRow('journalEntry', row), userName: row.user_name }))
    const total = data.get<{ n: number }>(
      'SELECT count(*) AS n FROM journal_entry WHERE customer_id = ?',
      customerId,
    )
    return ok({ rows, total: total?.n ?? 0 })
  },

  'category.list': (data, { activeOnly = false }) => {
    const timers = timerViews(data)
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

  'user.list': (data, { activeOnly = false }) => {
    const busy = new Set(
      timerViews(data).flatMap(({ userId, state }) => (state === 'stopped' ? [] : [userId])),
    )
    return ok(
      data
        .where('user', activeOnly ? 'active' : 'NOT removed')
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
      employments: [...data.where('employment', 'user_id = ? ORDER BY valid_from DESC', userId)],
    })
  },
}
