// Finds who and what is meant by a name: exactly, but for capitals; else refused with the nearest, or made.
import { closest, distance } from 'fastest-levenshtein'
import type { CustomerRow } from '../shared/contract/directory.ts'
import type { Id } from '../shared/entities/entity.ts'
import { Refusal } from './refusal.ts'
import type { Session } from './session.ts'

export type NameKind = 'customer' | 'category' | 'user'
type Named = { id: Id; name: string }

const PAGE = 500
const NEAREST = 3

/**
 * The id of the thing; with `create`, a new one where there is none; null: the command makes nothing new, and does not
 * offer it. Throws Refusal (name.unknown).
 */
export async function idOfName(
  session: Session,
  kind: NameKind,
  name: string,
  create: boolean | null,
): Promise<Id> {
  const quick = kind === 'customer' ? match(await suggestedCustomers(session, name), name) : undefined
  if (quick) return quick.id
  const all = await allOf(session, kind)
  const found = match(all, name)
  if (found) return found.id
  if (create === true) return makeOrFind(session, kind, name)
  throw new Refusal(
    {
      code: 'name.unknown',
      details: {
        values: { name, kind },
        nearest: nearestNames(
          name,
          all.map((one) => one.name),
        ),
      },
    },
    `${kind === 'category' ? 'Categories' : kind === 'customer' ? 'Customers' : 'Users'} are listed by “daybook ${PLURAL[kind]}”${create === null ? '' : '; --create makes a new one'}.`,
  )
}

/** Those that contain what was typed first, then those with the fewest letters to change. */
export function nearestNames(name: string, names: readonly string[]): string[] {
  const typed = key(name)
  if (names.length === 0 || typed === '') return []
  const cost = (other: string) =>
    key(other).includes(typed) || typed.includes(key(other)) ? 0 : distance(typed, key(other))
  const sorted = names.toSorted((a, b) => cost(a) - cost(b) || a.localeCompare(b, 'en'))
  // Something wholly different is no help beside a near one, but better than nothing alone.
  const best = closest(typed, names.map(key))
  const limit = Math.max(Math.ceil(typed.length / 2), Math.min(distance(typed, best), cost(sorted[0] ?? '')))
  return sorted.filter((other) => cost(other) <= limit).slice(0, NEAREST)
}

const PLURAL: Record<NameKind, string> = { customer: 'customers', category: 'categories', user: 'users' }
const key = (name: string) => name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

function match(all: readonly Named[], name: string): Named | undefined {
  const same = all.filter((one) => key(one.name) === key(name))
  return same.find((one) => one.name === name) ?? same[0]
}

const suggestedCustomers = (session: Session, search: string) =>
  session.ask('customer.suggest', { search: search.slice(0, 200), limit: 20 })

async function allOf(session: Session, kind: NameKind): Promise<Named[]> {
  if (kind === 'category') return session.ask('category.list', {})
  if (kind === 'user') return session.ask('user.list', {})
  return allCustomers(session, {})
}

/** Every customer, page by page. */
export async function allCustomers(session: Session, filter: { search?: string }): Promise<CustomerRow[]> {
  const rows: CustomerRow[] = []
  for (;;) {
    const page = await session.ask('customer.list', { ...filter, offset: rows.length, limit: PAGE })
    rows.push(...page.rows)
    if (rows.length >= page.total || page.rows.length === 0) return rows
  }
}

async function makeOrFind(session: Session, kind: NameKind, name: string): Promise<Id> {
  try {
    return await make(session, kind, name)
  } catch (error) {
    // Another process made it since we looked.
    const taken = error instanceof Refusal && error.error.code === 'name.taken'
    const made = taken ? match(await allOf(session, kind), name) : undefined
    if (made === undefined) throw error
    return made.id
  }
}

async function make(session: Session, kind: NameKind, name: string): Promise<Id> {
  if (kind === 'customer') return (await session.ask('customer.add', { name })).customerId
  if (kind === 'category') return (await session.ask('category.add', { name })).categoryId
  return (await session.ask('user.add', { name })).userId
}
