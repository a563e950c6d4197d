// What must hold in the data file after every act, read by an own connection and judged without the application's queries.
import { wholeMinutes } from '../shared/rules/countedTime.ts'
import { fold } from '../shared/base/text.ts'
import { workDateOf } from '../shared/base/dayRule.ts'
import type { DayRule } from '../shared/base/dayRule.ts'
import type { EntityName, EntityOf } from '../shared/entities/registry.ts'
import { ENTITY_NAMES, registry } from '../shared/entities/registry.ts'
import { isAmount } from '../shared/rules/amount.ts'
import type { Organisation } from '../shared/entities/organisation.ts'
import { createData } from '../core/db/data.ts'
import type { WritableData } from '../core/db/data.ts'
import { openDatabase } from '../core/db/open.ts'
import { reportTotalFindings } from '../core/derived/reportTotals.ts'
import { verifyTrail } from '../core/verify/trail.ts'

export type Everything = { [N in EntityName]: EntityOf<N>[] }

export type Observer = {
  data: WritableData
  /** Changes whenever anybody commits. */
  version(): number
  /** Every row of the organisation's record as text: the same text, the same record. */
  dump(): string
  /** The same without what closed days go on by since that commit: its undo leaves that as it is (K1). */
  dumpWithoutKept(commitId: string): string
  everything(): Everything
  ids(pool: string): string[]
  close(): void
}

/** A reader beside the application: it sees what is committed, and nothing else. */
export function observe(file: string): Observer {
  const db = openDatabase(file, { readonly: true })
  const data = createData(db)
  const everything = (): Everything =>
    Object.fromEntries(ENTITY_NAMES.map((name) => [name, data.where(name, '1 ORDER BY id')])) as Everything
  return {
    data,
    version: () => Number(db.pragma('data_version', { simple: true })),
    everything,
    // In which order a value's fields are written says nothing.
    dump: () => canonical(everything()),
    dumpWithoutKept: (commitId) => {
      const all = everything()
      const pastSetting = all.pastSetting.filter(({ id }) => !id.startsWith(`${commitId}-kept`))
      return canonical({ ...all, pastSetting })
    },
    ids: (pool) =>
      pool === 'commit'
        ? data.all<{ id: string }>('SELECT id FROM commit_log ORDER BY seq DESC').map(({ id }) => id)
        : data.where(pool as EntityName, '1 ORDER BY id DESC').map(({ id }) => id),
    close: () => db.close(),
  }
}

/** What is wrong in the record; empty when all is right. */
export function violations(observer: Observer, { trail = true } = {}): string[] {
  const { data } = observer
  const all = observer.everything()
  const found = [
    ...ENTITY_NAMES.flatMap((name) => ill(name, all[name])),
    ...all.timeEntry.flatMap((entry) => wrongEntry(entry, dayRules(data))),
    ...wrongTimers(all),
    ...wrongDirectory(all),
    ...wrongProjects(all),
    ...wrongRates(all),
    ...wrongInvoices(all),
    ...all.gap
      .filter((gap) => !all.timer.some(({ id }) => id === gap.timerId))
      .map(({ id }) => `gap ${id} of no timer`),
  ]
  const broken = data.all<{ table: string }>('PRAGMA foreign_key_check')
  found.push(...broken.map(({ table }) => `${table} refers to nothing`))
  found.push(...wrongTotals(data, all))
  if (trail) found.push(...wrongTrail(data, all))
  return found
}

/** Every stored thing is what its schema says, unchanged by it. */
const ill = (name: EntityName, list: readonly object[]): string[] =>
  list.flatMap((value) => {
    const parsed = registry[name].schema.safeParse(value)
    if (!parsed.success) return [`${name} ${JSON.stringify(value)}: ${parsed.error.message}`]
    return canonical(parsed.data) === canonical(value) ? [] : [`${name} is not stored clean`]
  })

/** Every day rule that the organisation ever had: an entry keeps the day that it was recorded for. */
function dayRules(data: WritableData): DayRule[] {
  const rows = data.all<{ after: string }>(
    `SELECT "after" FROM audit WHERE entity = 'organisation' AND "after" IS NOT NULL`,
  )
  const ever = rows.map(({ after }) => JSON.parse(after) as Organisation)
  const rules = new Map(
    ever.map(({ zone, dayStartMinutes }) => [`${zone} ${dayStartMinutes}`, { zone, dayStartMinutes }]),
  )
  return [...rules.values()]
}

function wrongEntry(entry: EntityOf<'timeEntry'>, rules: readonly DayRule[]): string[] {
  const found: string[] = []
  const say = (what: string): void => void found.push(`entry ${entry.id}: ${what} ${JSON.stringify(entry)}`)
  let counted = 0
  let reached = -Infinity
  for (const { start, end } of entry.segments) {
    if (end <= start) say('an empty segment')
    if (start < reached) say('segments overlap or are out of order')
    reached = end
    counted += end - start
  }
  const amount = isAmount(entry)
  if (amount ? entry.durationMs <= 0 || entry.segments.length > 0 : counted !== entry.durationMs)
    say(`counts ${counted}`)
  if (!amount && (entry.segments[0]?.start !== entry.startAt || entry.segments.at(-1)?.end !== entry.endAt))
    say('its bounds are not those of its segments')
  const within = rules.some(
    (rule) =>
      workDateOf(entry.startAt, rule) === entry.workDate &&
      workDateOf(amount ? entry.endAt : entry.endAt - 1, rule) === entry.workDate,
  )
  if (!within) say('is not within its day')
  return found
}

function wrongTimers({ timer: timers, user, customer, category, project }: Everything): string[] {
  const deleted = new Set(
    [...user, ...customer, ...category, ...project].flatMap(({ id, removed }) => (removed ? [id] : [])),
  )
  return timers.flatMap((timer) => {
    const found: string[] = []
    for (const id of [timer.userId, timer.customerId, timer.categoryId, timer.projectId])
      if (id !== null && deleted.has(id)) found.push(`timer ${timer.id} is on something deleted`)
    const say = (what: string): void => void found.push(`timer ${timer.id}: ${what} ${JSON.stringify(timer)}`)
    timer.segments.forEach(({ start, end }, index) => {
      const last = index === timer.segments.length - 1
      if (end === null && !last) say('an open segment before the last')
      if (end !== null && end < start) say('a segment ends before it begins')
      const before = timer.segments[index - 1]
      if (before !== undefined && (before.end ?? Infinity) > start)
        say('segments overlap or are out of order')
    })
    const open = timer.segments.at(-1)?.end === null
    if (open !== (timer.state === 'running')) say('running and an open segment are not the same')
    return found
  })
}

/** G7: a rate is somebody's, and the only one of its day. */
function wrongRates(all: Everything): string[] {
  const begun = new Set<string>()
  return all.rate.flatMap(({ id, level, subjectId, validFrom }) => {
    const found: string[] = []
    const key = `${level} ${subjectId} ${validFrom}`
    if (begun.has(key)) found.push(`rate ${id} is the second of its day`)
    begun.add(key)
    if (level === 'organisation' ? subjectId !== null : !all[level].some((of) => of.id === subjectId))
      found.push(`rate ${id} is for nobody`)
    return found
  })
}

/** E9: no time is on two invoices; numbers have no gaps and no repeats; what was issued adds up. */
function wrongInvoices({
  invoice: invoices,
  invoicedEntry,
  timeEntry,
  payment: payments,
}: Everything): string[] {
  const found: string[] = []
  const held = invoicedEntry.map(({ entryId }) => entryId)
  if (new Set(held).size !== held.length) found.push('time is on two invoices')
  const present = new Set(timeEntry.map(({ id }) => id))
  if (!held.every((id) => present.has(id))) found.push('time that is gone is on an invoice')
  const issued = invoices.filter(({ status }) => status !== 'draft')
  for (const [series, its] of Map.groupBy(issued, (invoice) => invoice.series)) {
    const serials = its.map(({ serial }) => serial ?? 0).sort((a, b) => a - b)
    if (serials.some((serial, index) => serial !== index + 1)) found.push(`gaps in the numbers of ${series}`)
  }
  if (new Set(issued.map(({ number }) => number)).size !== issued.length)
    found.push('a number was given twice')
  for (const invoice of invoices) {
    const { id, status, kind, lines, totalMinor } = invoice
    const on = new Set(
      invoicedEntry.filter(({ invoiceId }) => invoiceId === id).map(({ entryId }) => entryId),
    )
    const named = lines.flatMap(({ entryIds }) => entryIds)
    if (
      status === 'issued' &&
      kind === 'invoice' &&
      canonical([...on].sort()) !== canonical([...named].sort())
    )
      found.push(`invoice ${id} names other time than it holds`)
    if (status !== 'draft' && !(status === 'issued' && kind === 'invoice') && on.size > 0)
      found.push(`invoice ${id} still holds time`)
    const sum = lines.reduce((all, { amountMinor }) => all + amountMinor, 0)
    if (status !== 'draft') {
      if (sum !== invoice.sumMinor) found.push(`the lines of invoice ${id} are not its sum`)
      if ((invoice.netMinor ?? 0) + (invoice.taxMinor ?? 0) !== totalMinor)
        found.push(`invoice ${id} does not add up`)
    }
    if (status === 'void' && invoices.filter(({ creditedId }) => creditedId === id).length !== 1)
      found.push(`invoice ${id} is void without its credit note`)
    const paid = payments.filter(({ invoiceId }) => invoiceId === id)
    if (paid.reduce((all, { amountMinor }) => all + amountMinor, 0) > (totalMinor ?? 0))
      found.push(`more was paid than invoice ${id} is`)
  }
  return found
}

/** Users with more than one running or paused timer. */
export const crowded = ({ timer: timers }: Everything): string[] => {
  const active = timers.filter(({ state }) => state !== 'stopped').map(({ userId }) => userId)
  return [...new Set(active.filter((id, index) => active.indexOf(id) !== index))]
}

function wrongDirectory(everything: Everything): string[] {
  const present = <T extends { removed: boolean }>(all: readonly T[]): T[] =>
    all.filter(({ removed }) => !removed)
  const { organisation } = everything
  const [users, customer, category] = [
    present(everything.user),
    present(everything.customer),
    present(everything.category),
  ]
  const found: string[] = []
  const twice = (names: string[], what: string): void => {
    if (new Set(names).size !== names.length) found.push(`two ${what} of the same name`)
  }
  twice(
    users.map(({ name }) => fold(name)),
    'users',
  )
  twice(
    category.map(({ name }) => fold(name)),
    'categories',
  )
  twice(
    customer.map(({ name, code }) => `${fold(name)}\n${fold(code)}`),
    'customers',
  )
  if (organisation.length > 0 && !users.some(({ active, role }) => active && role === 'administrator'))
    found.push('nobody is an administrator')
  return found
}

/** Time on a project is its customer's, no two share a code, and none stays on a customer that is gone. */
function wrongProjects({ project: projects, customer, timer, timeEntry }: Everything): string[] {
  const owners = new Map(projects.map(({ id, customerId }) => [id, customerId]))
  const found = [...timer, ...timeEntry].flatMap(({ id, customerId, projectId }) =>
    projectId === null || owners.get(projectId) === customerId
      ? []
      : [`${id} is on a project of another customer`],
  )
  const present = projects.filter(({ removed }) => !removed)
  if (new Set(present.map(({ code }) => fold(code))).size !== present.length)
    found.push('two projects of the same code')
  const gone = new Set(customer.flatMap(({ id, removed }) => (removed ? [id] : [])))
  for (const { id, customerId } of present)
    if (gone.has(customerId)) found.push(`project ${id} is of a deleted customer`)
  return found
}

/** Totals that are kept beside the entries are their sums. */
function wrongTotals(data: WritableData, { timeEntry: entries }: Everything): string[] {
  const sums = (key: (entry: EntityOf<'timeEntry'>) => string | null): string[] =>
    [...Map.groupBy(entries, key)]
      .flatMap(([name, its]) =>
        name === null
          ? []
          : [`${name} ${its.length} ${its.reduce((ms, { durationMs }) => ms + wholeMinutes(durationMs), 0)}`],
      )
      .sort()
  const kept = (sql: string): string[] =>
    data
      .all<{ name: string; n: number; ms: number }>(sql)
      .map(({ name, n, ms }) => `${name} ${n} ${ms}`)
      .sort()
  const days = kept(
    `SELECT work_date || ' ' || user_id AS name, entry_count AS n, booked_ms AS ms FROM day_total`,
  )
  const customers = kept(
    'SELECT customer_id AS name, entry_count AS n, duration_ms AS ms FROM customer_total',
  )
  return [
    ...(canonical(days) === canonical(sums(({ workDate, userId }) => `${workDate} ${userId}`))
      ? []
      : ['the totals of days are not the sums of their entries']),
    ...(canonical(customers) === canonical(sums(({ customerId }) => customerId))
      ? []
      : ['the totals of customers are not the sums of their entries']),
    ...reportTotalFindings(data),
  ]
}

type Audited = { entity: EntityName; entity_id: string; after: string | null }

/** G11: the chain holds, and what is stored is what the trail says was stored last. */
function wrongTrail(data: WritableData, all: Everything): string[] {
  const { brokenAt } = verifyTrail(data)
  const found = brokenAt === null ? [] : [`the trail is broken at ${brokenAt}`]
  const last = new Map<string, string | null>()
  for (const row of data.all<Audited>('SELECT entity, entity_id, "after" FROM audit ORDER BY seq'))
    last.set(`${row.entity} ${row.entity_id}`, row.after)
  for (const name of ENTITY_NAMES)
    for (const value of all[name]) {
      const after = last.get(`${name} ${value.id}`)
      if (after === undefined || after === null) found.push(`${name} ${value.id} is not in the trail`)
      else if (canonical(withoutNote(name, JSON.parse(after))) !== canonical(withoutNote(name, value)))
        found.push(`${name} ${value.id} is not as the trail says`)
      last.delete(`${name} ${value.id}`)
    }
  for (const [key, after] of last) if (after !== null) found.push(`${key} is in the trail but gone`)
  return found
}

/** A timer's notes are kept as typed without entering the trail. */
const withoutNote = (name: EntityName, value: object): object =>
  name === 'timer' ? { ...value, note: '' } : value

/** JSON with its keys in order. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )
