// Writes everything that is kept into one archive, page by page, so that a million rows cost no memory.
import { PassThrough } from 'node:stream'
import type { Readable } from 'node:stream'
import { toIso } from '../../shared/base/instant.ts'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { EntityName } from '../../shared/entities/registry.ts'
import { ENTITY_NAMES } from '../../shared/entities/registry.ts'
import { factsOf, labelIn, referencesOf } from '../../shared/entities/relations.ts'
import type { Data } from '../db/data.ts'
import { decodeRow, MAPPINGS } from '../db/entityStore.ts'
import type { SqlValue } from '../db/statements.ts'
import { csvLine } from '../export/csv.ts'
import { createZip } from '../export/workbook/zip.ts'
import type { Zip } from '../export/workbook/zip.ts'
import {
  AUDIT_FILE,
  COMMITS_FILE,
  csvFile,
  FORMAT,
  FORMAT_VERSION,
  jsonFile,
  MANIFEST,
  README,
  README_TEXT,
} from './format.ts'

export type EverythingInfo = { version: string; now: number }
type Watch = { signal: AbortSignal; onRow(done: number): void }

/** Rows read and written at once. */
const PAGE = 500

export function countEverything(data: Data): { total: number; counts: Record<string, number> } {
  const counts = Object.fromEntries(ENTITY_NAMES.map((noun) => [noun, countOf(data, MAPPINGS[noun].table)]))
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return { counts, total: 2 * rows + countOf(data, 'commit_log') + countOf(data, 'audit') }
}

const countOf = (data: Data, table: string): number =>
  data.get<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`)?.n ?? 0

export function writeEverything(data: Data, info: EverythingInfo, watch: Watch): Result<Readable, AppError> {
  const stream = new PassThrough()
  const zip = createZip(stream, watch.signal)
  // The reader hears of what fails here, as the stream breaks off.
  writeAll(data, info, zip, watch).then(
    () => stream.end(),
    (error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return watch.signal.aborted ? fail(appError('export.cancelled')) : ok(stream)
}

async function writeAll(data: Data, { version, now }: EverythingInfo, zip: Zip, watch: Watch): Promise<void> {
  let done = 0
  const { counts } = countEverything(data)
  const manifest = {
    format: FORMAT,
    version: FORMAT_VERSION,
    writtenBy: version,
    writtenAt: toIso(now, 'UTC'),
    counts,
  }
  const file = async (name: string, pages: Iterable<string[]>): Promise<void> => {
    const entry = zip.entry(name)
    for (const lines of pages) {
      watch.signal.throwIfAborted()
      await entry.write(lines.join(''))
      done += lines.length
      watch.onRow(done)
    }
    await entry.end()
  }
  await file(MANIFEST, [[`${JSON.stringify(manifest, null, 2)}\n`]])
  await file(README, [[README_TEXT]])
  done = 0
  for (const noun of ENTITY_NAMES) await file(jsonFile(noun), jsonPages(data, noun))
  const names = namer(data)
  for (const noun of ENTITY_NAMES) await file(csvFile(noun), csvPages(data, noun, names))
  await file(
    COMMITS_FILE,
    rowPages(
      data,
      'commit_log',
      'seq, id, at, actor_id AS actorId, command, args, reason, undoes, undone_by AS undoneBy, clock_off AS clockOff, hash',
    ),
  )
  await file(
    AUDIT_FILE,
    rowPages(data, 'audit', 'seq, commit_id AS commitId, entity, entity_id AS entityId, "before", "after"'),
  )
  await zip.finish()
}

type Row = Record<string, SqlValue>

/** By the place of the rows, so that nothing is sorted and no cursor stays open while the stream is behind. */
function* pagesOf(data: Data, table: string, columns: string): Generator<Row[]> {
  for (let after = -1; ;) {
    // The place is asked for alone: to take it out of each row again takes longer than to read the row.
    const page = `SELECT rowid AS place FROM "${table}" WHERE rowid > ? ORDER BY rowid LIMIT ${PAGE}`
    const last = data.get<{ place: number | null }>(`SELECT max(place) AS place FROM (${page})`, after)?.place
    if (last === null || last === undefined) return
    yield data.all<Row>(
      `SELECT ${columns} FROM "${table}" WHERE rowid > ? AND rowid <= ? ORDER BY rowid`,
      after,
      last,
    )
    after = last
  }
}

function* jsonPages(data: Data, noun: EntityName): Generator<string[]> {
  const { table, select } = MAPPINGS[noun]
  for (const rows of pagesOf(data, table, select()))
    yield rows.map((row) => `${JSON.stringify(decodeRow(noun, row))}\n`)
}

function* rowPages(data: Data, table: string, columns: string): Generator<string[]> {
  for (const rows of pagesOf(data, table, columns)) yield rows.map((row) => `${JSON.stringify(row)}\n`)
}

type NameOf = (noun: EntityName, id: Id) => string

function* csvPages(data: Data, noun: EntityName, nameOf: NameOf): Generator<string[]> {
  const { table, columns, select } = MAPPINGS[noun]
  const refs = new Map(referencesOf(noun).map((ref) => [ref.field as string, ref.to]))
  const header = columns.flatMap(({ field }) =>
    refs.has(field) ? [field, field.replace(/Ids?$/, '') + 'Name'] : [field],
  )
  yield [`\uFEFF${csvLine(header)}`]
  for (const rows of pagesOf(data, table, select()))
    yield rows.map((row) => {
      const thing = decodeRow(noun, row) as Record<string, unknown>
      const cells = columns.flatMap(({ field }) => {
        const text = cellOf(field, thing[field])
        const to = refs.get(field)
        return to === undefined
          ? [text]
          : [
              text,
              idsIn(thing[field])
                .map((id) => nameOf(to, id))
                .join(', '),
            ]
      })
      return csvLine(cells)
    })
}

const idsIn = (value: unknown): Id[] =>
  typeof value === 'string'
    ? [value]
    : Array.isArray(value)
      ? value.filter((each) => typeof each === 'string')
      : []

function cellOf(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return field.endsWith('At') ? toIso(value, 'UTC') : String(value)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** More names than these are forgotten and looked up again. */
const MOST_NAMES = 20_000

function namer(data: Data): NameOf {
  const known = new Map<string, string>()
  const nameOf: NameOf = (noun, id) => {
    const key = `${noun} ${id}`
    let name = known.get(key)
    if (name === undefined) {
      const thing = factsOf(noun).label.length === 0 ? null : data.find(noun, id)
      name = thing === null ? '' : (labelIn(noun, thing, (other, otherId) => nameOf(other, otherId)) ?? '')
      if (known.size >= MOST_NAMES) known.clear()
      known.set(key, name)
    }
    return name
  }
  return nameOf
}
