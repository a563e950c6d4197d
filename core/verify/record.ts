// Finds damage that SQLite's own check cannot see: a byte that flipped inside a value makes a sound file with a wrong figure.
// Whatever was committed stands in the audit trail as well, so each row is compared with what the trail says of it last.
import { isSame } from '../../shared/base/same.ts'
import type { EntityName } from '../../shared/entities/registry.ts'
import { ENTITY_NAMES, registry } from '../../shared/entities/registry.ts'
import { factsOf } from '../../shared/entities/relations.ts'
import { dayTimeOf, touchEachOther } from '../../shared/rules/workDiary.ts'
import { countedSql, exactThrough } from '../derived/countedSql.ts'
import { reportTotalFindings } from '../derived/reportTotals.ts'
import { NO_TIME } from '../derived/totals.ts'
import { checkFile, damageSaid } from '../db/check.ts'
import type { Data, WritableData } from '../db/data.ts'
import { createData } from '../db/data.ts'
import { EndAsked, endable } from '../db/endable.ts'
import { decodeRow, MAPPINGS } from '../db/entityStore.ts'
import { closeDatabase, openDatabase } from '../db/open.ts'
import type { Db } from '../db/open.ts'
import type { SqlValue } from '../db/statements.ts'
import { holdsPart, teamState } from '../team/state.ts'
import { loadedFindings, loadRecord } from './loaded.ts'
import type { LoadRecord } from './loaded.ts'
import { noteFindings } from './notes.ts'
import { verifyTrail } from './trail.ts'

const SHOWN = 20

/**
 * The file, and then what stands in it: a flipped byte within a number leaves the file sound. Throws EndAsked once `isAsked` says that it
 * is to end.
 */
export function checkEverything(
  file: string,
  isAsked = (): boolean => false,
): { sound: boolean; findings: readonly string[] } {
  const checked = checkFile(file)
  if (!checked.sound) return checked
  const db = endable(openDatabase(file, { readonly: true }), isAsked)
  try {
    const findings = recordFindings(db)
    return { sound: findings.length === 0, findings }
  } finally {
    closeDatabase(db)
  }
}

/** What is wrong, in a few words each, without names or notes of people; empty when all is right. Seconds at a million entries. */
export function recordFindings(db: Db): string[] {
  const data = createData(db)
  const found: string[] = []
  // One view of the file, while the application goes on writing to it.
  db.exec('BEGIN')
  try {
    for (const finding of findings(data)) if (found.push(finding) >= SHOWN) break
    return found
  } catch (error) {
    if (error instanceof EndAsked) throw error
    return [...found, damageSaid(error, db.name)]
  } finally {
    db.exec('ROLLBACK')
  }
}

function* findings(data: WritableData): Generator<string> {
  // Unlike quick_check, this one holds the indexes against their tables; totals are read from indexes.
  for (const { integrity_check: said } of data.all<{ integrity_check: string }>(
    `PRAGMA integrity_check(${SHOWN})`,
  ))
    if (said !== 'ok') yield said
  // A team's data that are still on their way refer to what is to come, and have their record with the last of them.
  if (teamState(data)?.phase === 'filling') return
  // Where others may be seen only in part, what refers to them is here without them.
  if (!holdsPart(data))
    for (const { table } of data.all<{ table: string }>('PRAGMA foreign_key_check'))
      yield `${table} refers to nothing`
  const { brokenAt } = verifyTrail(data)
  if (brokenAt === 'end') yield 'the end of the audit trail is missing'
  else if (brokenAt !== null) yield `the audit trail is broken at ${brokenAt}`
  const record = loadRecord(data)
  if (record.kind === 'recorded') yield* loadedFindings(data, record.loaded)
  for (const entity of ENTITY_NAMES) yield* rowFindings(data, entity, record)
  yield* steps(data, record)
  yield* goneRows(data)
  yield* totalFindings(data)
  yield* noteFindings(data)
}

type SessionRow = {
  user_id: string
  work_date: string
  start_at: number
  end_at: number
  duration_ms: number
}
type DayRow = {
  entry_count: number
  booked_ms: number
  total_ms: number
  amount_ms: number
  entrance: number
  exit: number
}

/** Each user's days, counted in one pass over an index; segments are read only where sessions touch each other. */
function* dayFindings(data: Data): Generator<string> {
  const keptOn = (date: string, userId: string) =>
    data.get<DayRow>(
      'SELECT entry_count, booked_ms, total_ms, amount_ms, entrance, exit FROM day_total WHERE work_date = ? AND user_id = ?',
      date,
      userId,
    )
  const exact = exactThrough(data)
  let days = 0
  const right = (day: readonly SessionRow[], { user_id: userId, work_date: date }: SessionRow): boolean => {
    days += 1
    const times = day.map((row) => ({
      startAt: row.start_at,
      endAt: row.end_at,
      durationMs: row.duration_ms,
    }))
    const whole = touchEachOther(times)
      ? data.where('timeEntry', 'user_id = ? AND work_date = ?', userId, date)
      : times
    const counted = dayTimeOf(whole, exact !== null && date <= exact)
    const kept = keptOn(date, userId)
    return (
      kept?.entry_count === counted.entryCount &&
      kept.booked_ms === counted.bookedMs &&
      kept.total_ms === counted.totalMs &&
      kept.amount_ms === counted.amountMs &&
      kept.entrance === (counted.entrance ?? NO_TIME) &&
      kept.exit === (counted.exit ?? NO_TIME)
    )
  }
  let day: SessionRow[] = []
  const rows = data.each<SessionRow>(
    `SELECT user_id, work_date, start_at, end_at, duration_ms FROM time_entry INDEXED BY time_entry_user_day
     ORDER BY user_id, work_date, start_at`,
  )
  for (const row of rows) {
    const first = day[0]
    if (first !== undefined && (first.user_id !== row.user_id || first.work_date !== row.work_date)) {
      if (!right(day, first)) yield `the total of ${first.user_id} on ${first.work_date} is wrong`
      day = []
    }
    day.push(row)
  }
  const [last] = day
  if (last !== undefined && !right(day, last))
    yield `the total of ${last.user_id} on ${last.work_date} is wrong`
  if (data.get<{ n: number }>('SELECT count(*) AS n FROM day_total')?.n !== days)
    yield 'there are totals of days without entries'
}

/** Screens read totals that are kept beside the entries; here each is counted anew. */
function* totalFindings(data: WritableData): Generator<string> {
  if (data.get("SELECT 1 FROM device WHERE key = 'totalsStale'") !== undefined) return
  yield* dayFindings(data)
  const customers = data.all<{ id: string }>(
    `SELECT customer_id AS id FROM (
       SELECT customer_id, count(*), sum(${countedSql(exactThrough(data))}), max(start_at)
       FROM time_entry WHERE customer_id IS NOT NULL GROUP BY customer_id
       EXCEPT SELECT customer_id, entry_count, duration_ms, last_at FROM customer_total)
     UNION SELECT customer_id FROM customer_total t WHERE NOT EXISTS
       (SELECT 1 FROM time_entry e WHERE e.customer_id = t.customer_id)
     LIMIT ${SHOWN}`,
  )
  for (const { id } of customers) yield `the total of customer ${id} is wrong`
  yield* reportTotalFindings(data)
}

function* rowFindings(data: WritableData, entity: EntityName, record: LoadRecord): Generator<string> {
  const trailed = data.get('SELECT 1 FROM audit WHERE entity = ? LIMIT 1', entity) !== undefined
  const loaded = record.kind === 'recorded' && record.loaded[entity] !== undefined
  const mayLack = loaded || record.kind === 'unrecorded'
  // Figures come from entries; the lines beside them without a trail say nothing more than their digest does.
  if (!trailed && mayLack && (entity === 'journalEntry' || entity === 'task')) return
  const { table, select } = MAPPINGS[entity]
  const saidLast = data.db.prepare<[string, string], { after: string | null }>(
    'SELECT "after" FROM audit WHERE entity = +? AND entity_id = +? ORDER BY seq DESC LIMIT 1',
  )
  const rows = data.db.prepare<[], Record<string, SqlValue>>(`SELECT ${select()} FROM "${table}"`).iterate()
  for (const row of rows) {
    const value = decodeRow(entity, row)
    const said = trailed ? saidLast.get(entity, value.id) : undefined
    if (said === undefined) {
      if (!mayLack) yield `${entity} ${value.id} has no record`
      // What was loaded is held by a digest of all; this says which it is, where it makes no sense.
      else if (!makesSense(entity, value)) yield `${entity} ${value.id} is not as it was recorded`
    } else if (said.after === null || !asSaid(entity, value, said.after))
      yield `${entity} ${value.id} is not as it was recorded`
  }
}

type Step = { entity: EntityName; id: string; before: string | null; after: string | null }

/**
 * Each change begins where the one before it ended: a row that was planted, altered or taken away beside the trail, and then changed
 * by somebody in good faith, looks right at its end.
 */
function* steps(data: WritableData, record: LoadRecord): Generator<string> {
  const rows = data.db
    .prepare<[], Step>(
      'SELECT entity, entity_id AS id, "before", "after" FROM audit ORDER BY entity, entity_id, seq',
    )
    .iterate()
  let previous: Step = { entity: 'organisation', id: '', before: null, after: null }
  for (const step of rows) {
    const same: Step | null = previous.entity === step.entity && previous.id === step.id ? previous : null
    previous = step
    // The first of a thing that was loaded: what it was then is in the digest.
    if (same === null && step.before !== null && record.kind !== 'none') continue
    const was = same?.after ?? null
    if (was === step.before) continue
    const before = step.before === null ? null : read(step.before)
    if (was === null) yield `${step.entity} ${step.id} has no record of how it began`
    else if (before === null || !asSaid(step.entity, before, was))
      yield `${step.entity} ${step.id} was changed without a record`
  }
}

/** Fields that came with a later version are not in the trail, and those that went are not in the row. */
function asSaid(entity: EntityName, value: object, after: string): boolean {
  const fields = value as Record<string, unknown>
  const said = read(after)
  return (
    said !== null &&
    Object.entries(said).every(
      ([key, was]) =>
        !(key in fields) ||
        // Notes are kept as they are typed; only their end enters the trail.
        factsOf(entity).typed === key ||
        isSame(fields[key], was),
    )
  )
}

/** null: it was damaged, and is no entity any more. */
function read(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function makesSense(entity: EntityName, value: object): boolean {
  // There may be a million of them, so the figures are looked at and not each field.
  if (!('segments' in value && 'durationMs' in value && 'startAt' in value && 'endAt' in value))
    return registry[entity].schema.safeParse(value).success
  const segments = value.segments as { start: number; end: number }[]
  if (segments.length === 0) return value.startAt === value.endAt && Number(value.durationMs) > 0
  return (
    segments.reduce((sum, { start, end }) => sum + end - start, 0) === value.durationMs &&
    segments[0]?.start === value.startAt &&
    segments.at(-1)?.end === value.endAt
  )
}

/** What the trail says is there, and is not. */
function* goneRows(data: Data): Generator<string> {
  for (const entity of ENTITY_NAMES) {
    const gone = data.all<{ id: string }>(
      `SELECT a.entity_id AS id FROM audit a WHERE a.entity = ? AND a."after" IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM audit b WHERE b.entity = a.entity AND b.entity_id = a.entity_id AND b.seq > a.seq)
       AND NOT EXISTS (SELECT 1 FROM "${MAPPINGS[entity].table}" t WHERE t.id = a.entity_id) LIMIT ${SHOWN}`,
      entity,
    )
    for (const { id } of gone) yield `${entity} ${id} is missing`
  }
}
