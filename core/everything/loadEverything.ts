// Reads an archive of everything back into data that are empty: whole, or not at all.
import { Readable } from 'node:stream'
import { createInterface } from 'node:readline'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createInflateRaw } from 'node:zlib'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import type { AppError, ErrorCode } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { EntityName } from '../../shared/entities/registry.ts'
import { ENTITY_NAMES, registry } from '../../shared/entities/registry.ts'
import { writeTrail } from '../commit.ts'
import type { WritableData } from '../db/data.ts'
import { recountCounters } from '../derived/counters.ts'
import { markNotesStale } from '../derived/notes.ts'
import { recountTotals } from '../derived/totals.ts'
import { organisationOf } from '../facts/reads.ts'
import { readZip } from '../imports/read/zip.ts'
import { Unreadable } from '../imports/read/refusal.ts'
import type { ZipEntry } from '../imports/read/zip.ts'
import { bulkInsert } from '../sample/bulkInsert.ts'
import { digestAll } from '../verify/loaded.ts'
import { jsonFile, FORMAT_VERSION, MANIFEST, Manifest } from './format.ts'

export const LOAD_COMMAND = 'everything.load'
export type EverythingCounts = { users: number; customers: number; entries: number; rows: number }
export type LoadContext = { commitId: Id; now: number }
export type Watch = {
  onProgress(done: number, total: number): void
  /** Settles when whoever cancelled until now has been heard: what then follows is not broken off. */
  heard(): Promise<unknown>
  cancelled(): boolean
}

/** Of one line; more is no thing of ours. */
const LONGEST_LINE = 16 * 1024 * 1024
const TURN = 250
/** Unpacked; a million entries take a fiftieth of it. */
const MOST_UNPACKED = 64 * 1024 ** 3

class Broken extends Error {
  readonly error: AppError
  constructor(code: ErrorCode, values: Record<string, string | number> = {}) {
    super(code)
    this.error = appError(code, { values })
  }
}

/** Within a transaction of the caller, which takes all of it back where this refuses. */
export async function loadEverything(
  data: WritableData,
  bytes: Buffer,
  { commitId, now }: LoadContext,
  watch: Watch,
): Promise<Result<EverythingCounts, AppError>> {
  if (organisationOf(data) !== null) return fail(appError('everything.notEmpty'))
  try {
    const entries = new Map(readZip('', bytes, MOST_UNPACKED).map((entry) => [entry.name, entry]))
    const manifest = manifestOf(entries.get(MANIFEST))
    const total = ENTITY_NAMES.reduce((sum, noun) => sum + (manifest.counts[noun] ?? 0), 0)
    const counts = new Map<EntityName, number>()
    // Things refer to each other in both directions; at the end it must add up.
    data.run('PRAGMA defer_foreign_keys = ON')
    let done = 0
    for (const noun of ENTITY_NAMES) {
      const entry = entries.get(jsonFile(noun))
      let count = 0
      if (entry !== undefined) {
        const rows = bulkInsert(data.db, noun)
        for await (const line of linesOf(entry)) {
          rows.add(thingOf(noun, line, count + 1) as never)
          count += 1
          done += 1
          if (done % TURN !== 0) continue
          watch.onProgress(done, total)
          if (watch.cancelled()) return fail(appError('import.cancelled'))
          await nextTurn()
        }
      }
      if (count !== (manifest.counts[noun] ?? 0))
        throw new Broken('everything.broken', { file: jsonFile(noun), line: count })
      counts.set(noun, count)
    }
    watch.onProgress(done, total)
    await watch.heard()
    if (watch.cancelled()) return fail(appError('import.cancelled'))
    data.forget()
    if (organisationOf(data) === null || (counts.get('user') ?? 0) === 0)
      throw new Broken('everything.broken', { file: MANIFEST, line: 0 })
    recountTotals(data)
    recountCounters(data)
    markNotesStale(data)
    const args = { writtenBy: manifest.writtenBy, writtenAt: manifest.writtenAt, loaded: digestAll(data) }
    writeTrail(data, [], { id: commitId, at: now, actorId: null, command: LOAD_COMMAND, args })
    const of = (noun: EntityName): number => counts.get(noun) ?? 0
    return ok({ users: of('user'), customers: of('customer'), entries: of('timeEntry'), rows: done })
  } catch (error) {
    if (error instanceof Broken) return fail(error.error)
    if (error instanceof Unreadable) return fail(appError('everything.unknown'))
    // Two things of one id, or what refers to nothing.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT'))
      return fail(appError('everything.broken', { values: { file: MANIFEST, line: 0 } }))
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      return fail(appError('everything.broken', { values: { file: MANIFEST, line: 0 } }))
    throw error
  }
}

/** What refers to nothing shows at the end of the transaction; null: it is something else. */
export const brokenReference = (error: unknown): AppError | null =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')
    ? appError('everything.broken', { values: { file: 'data', line: 0 } })
    : null

function manifestOf(entry: ZipEntry | undefined): Manifest {
  if (entry === undefined || entry.size > LONGEST_LINE) throw new Broken('everything.unknown')
  let json: unknown
  try {
    json = JSON.parse(entry.read().toString('utf8'))
  } catch {
    throw new Broken('everything.unknown')
  }
  const read = Manifest.safeParse(json)
  if (!read.success) throw new Broken('everything.unknown')
  if (read.data.version > FORMAT_VERSION)
    throw new Broken('everything.newer', { version: read.data.writtenBy })
  return read.data
}

async function* linesOf(entry: ZipEntry): AsyncGenerator<string> {
  const unpacked = Readable.from(entry.packed()).pipe(createInflateRaw())
  for await (const line of createInterface({ input: unpacked, crlfDelay: Infinity })) {
    if (line.length > LONGEST_LINE) throw new Broken('everything.broken', { file: entry.name, line: 0 })
    if (line !== '') yield line
  }
}

function thingOf(noun: EntityName, line: string, number: number): object {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    throw new Broken('everything.broken', { file: jsonFile(noun), line: number })
  }
  const read = registry[noun].schema.safeParse(json)
  if (!read.success) throw new Broken('everything.broken', { file: jsonFile(noun), line: number })
  return read.data
}
