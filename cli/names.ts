// Finds who and what is meant by a name or code: exactly, but for capitals; else refused with what may be meant, or made.
import { closest, distance } from 'fastest-levenshtein'
import type { CustomerRow } from '../shared/contract/directory.ts'
import type { Id } from '../shared/entities/entity.ts'
import { Refusal } from './refusal.ts'
import type { Session } from './session.ts'
import { compareNames } from '../shared/base/nameOrder.ts'
import { capital } from '../shared/text/capital.ts'
import { nounsEn } from '../shared/text/nouns.en.ts'

export type Named = { id: Id; name: string; code?: string }
type Kind = {
  all(session: Session): Promise<Named[]>
  /** With part of a name, where there may be thousands; else all are asked for. */
  search?(session: Session, name: string): Promise<Named[]>
  add(session: Session, name: string): Promise<Id>
  /** The command that lists them; else it is called after them. */
  listedBy?: string
}

/** What is named by its name: the next kind is a line here. */
const KINDS = {
  customer: {
    all: (session) => allCustomers(session, {}),
    search: (session, name) => allCustomers(session, { search: name.slice(0, 200) }),
    add: async (session, name) => (await session.ask('customer.add', { name })).customerId,
  },
  category: {
    all: (session) => session.ask('category.list', {}),
    add: async (session, name) => (await session.ask('category.add', { name })).categoryId,
  },
  tag: {
    all: (session) => session.ask('tag.list', {}),
    add: async (session, name) => (await session.ask('tag.add', { name })).tagId,
  },
  absenceKind: {
    all: (session) => session.ask('absenceKind.list', {}),
    add: async (session, name) =>
      (await session.ask('absenceKind.add', { name, effect: 'relieved' })).absenceKindId,
    listedBy: 'absence kinds',
  },
  user: {
    all: (session) => session.ask('user.list', {}),
    add: async (session, name) => (await session.ask('user.add', { name })).userId,
  },
} as const satisfies Record<string, Kind>
export type NameKind = keyof typeof KINDS
const kindOf = (kind: NameKind): Kind => KINDS[kind]

const PAGE = 500
const NEAREST = 3

/**
 * The id of the thing; with `create`, a new one where there is none; null: the command makes nothing new, and does not
 * offer it. Throws Refusal (name.unknown, name.ambiguous).
 */
export async function idOfName(
  session: Session,
  kind: NameKind,
  name: string,
  create: boolean | null,
): Promise<Id> {
  const found = theOneCalled(await narrowed(session, kind, name), name)
  if (found !== null) return found.id
  const all = await kindOf(kind).all(session)
  const byId = all.find(({ id }) => id === name.trim())
  if (byId !== undefined) return byId.id
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
    `${capital(nounsEn[kind].many)} are listed by “daybook ${kindOf(kind).listedBy ?? nounsEn[kind].many}”${create === null ? '' : '; --create makes a new one'}.`,
  )
}

/**
 * What is called so, by its name or its code; null: nothing is. What two share is never taken for one of them (K6). Throws Refusal (name.ambiguous) with what tells them apart.
 */
export function theOneCalled<T extends Named>(all: readonly T[], name: string): T | null {
  const called = (text: string | undefined): boolean => text !== undefined && key(text) === key(name)
  const byName = all.filter((one) => called(one.name))
  const byCode = all.filter((one) => called(one.code))
  const candidates = [...new Set([...byName, ...byCode])]
  const [only, ...more] = candidates
  if (only === undefined || more.length === 0) return only ?? null
  // Capitals tell two names apart where they are all that does.
  const exact = candidates.filter((one) => one.name === name || one.code === name)
  if (exact.length === 1 && exact[0] !== undefined) return exact[0]
  // Where there is no code, or both share it, only the id tells.
  const code = ({ id, code: own = '' }: T): string =>
    own === '' || candidates.some((other) => other.id !== id && key(other.code ?? '') === key(own)) ? id : own
  throw new Refusal(
    { code: 'name.ambiguous', details: { values: { name }, nearest: candidates.map(code) } },
    'Say which one by its code.',
  )
}

/** Those that contain what was typed first, then those with the fewest letters to change. */
export function nearestNames(name: string, names: readonly string[]): string[] {
  const typed = key(name)
  if (names.length === 0 || typed === '') return []
  const cost = (other: string) =>
    key(other).includes(typed) || typed.includes(key(other)) ? 0 : distance(typed, key(other))
  const sorted = names.toSorted((a, b) => cost(a) - cost(b) || compareNames(a, b))
  // Something wholly different is no help beside a near one, but better than nothing alone.
  const best = closest(typed, names.map(key))
  const limit = Math.max(Math.ceil(typed.length / 2), Math.min(distance(typed, best), cost(sorted[0] ?? '')))
  return sorted.filter((other) => cost(other) <= limit).slice(0, NEAREST)
}

const key = (name: string) => name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** All that may be called so. */
const narrowed = (session: Session, kind: NameKind, name: string): Promise<Named[]> =>
  kindOf(kind).search?.(session, name) ?? kindOf(kind).all(session)

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
    return await kindOf(kind).add(session, name)
  } catch (error) {
    // Another process made it since we looked.
    const taken = error instanceof Refusal && error.error.code === 'name.taken'
    const made = taken ? theOneCalled(await kindOf(kind).all(session), name) : null
    if (made === null) throw error
    return made.id
  }
}
