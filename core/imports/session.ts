// One import from its files to its change: reads them, says what would become of each row, and does it. The same in a thread of its own
// and, for a database in memory, within the application.
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Result } from '../../shared/base/result.ts'
import { fail, ok } from '../../shared/base/result.ts'
import type { Instant } from '../../shared/base/instant.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import type {
  ImportOptions,
  ImportProgress,
  RowState,
  TimeImportReport,
  TimeImportRow,
} from '../../shared/contract/timeImport.ts'
import { MOST_IMPORT_BYTES } from '../../shared/contract/timeImport.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Change } from '../../shared/entities/registry.ts'
import { put } from '../../shared/entities/registry.ts'
import { createTimeImport } from '../../shared/rules/imports/decide.ts'
import type { RowDecision, TimeImport } from '../../shared/rules/imports/decide.ts'
import type { Actor } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { organisationOf } from '../facts/reads.ts'
import type { Decisions } from './decided.ts'
import { createDecisions } from './decided.ts'
import { timeImportFacts } from './facts.ts'
import type { Layout } from './layout.ts'
import { layoutOf, signatureOf } from './layout.ts'
import { readTable } from './read/readFile.ts'
import { Unreadable } from './read/refusal.ts'
import type { Table } from './read/table.ts'
import type { RowReader } from './rows.ts'
import { createRowReader } from './rows.ts'
import type { ImportWriter } from './write.ts'

export type ImportInput = { name: string; bytes: Uint8Array } | { path: string }
export type ImportContext = { actor: Actor; now: Instant; today: LocalDate; zone: string }
export type ImportWatch = {
  onProgress(progress: Omit<ImportProgress, 'importId'>): void
  cancelled(): boolean
  /** The commit comes now, which nobody cancels any more; false: somebody did before. */
  commits(): boolean
}
export type Ran = { report: TimeImportReport; commitId: Id | null; signature: string }

export type ImportSession = {
  open(
    inputs: readonly ImportInput[],
    given: ImportOptions,
    ctx: ImportContext,
    /** Without the dry run. */
    onlyRead: boolean,
  ): Promise<Result<TimeImportReport, AppError>>
  check(options: ImportOptions, ctx: ImportContext): Promise<Result<TimeImportReport, AppError>>
  run(options: ImportOptions, ctx: ImportContext, commitId: Id): Promise<Result<Ran, AppError>>
  rows(state: RowState | undefined, offset: number, limit: number): { rows: TimeImportRow[]; total: number }
  /** Of all that was read. */
  forget(): void
}

export type SessionDeps = {
  importId: Id
  /** Reads in one state of the data. */
  reading<T>(work: (data: Data) => T): T
  /** Reads in one state of the data until the work is done. */
  deciding<T>(work: (data: Data) => Promise<T>): Promise<T>
  writer: ImportWriter
  watch: ImportWatch
  /** As headers were mapped the last time, by their signature. */
  remembered: Readonly<Record<string, ImportOptions>>
}

/** Rows between two signs of how far it is, which are written as one part: few, so that what is made of them is soon gone again. */
const TURN = 250

export function createSession({
  importId,
  reading,
  deciding,
  writer,
  watch,
  remembered,
}: SessionDeps): ImportSession {
  let tables: Table[] = []
  let signature = ''
  let decisions = createDecisions(0)
  let readers: RowReader[] = []

  const total = (): number => tables.reduce((sum, { rows }) => sum + rows, 0)

  async function open(
    inputs: readonly ImportInput[],
    given: ImportOptions,
    ctx: ImportContext,
    onlyRead: boolean,
  ): ReturnType<ImportSession['open']> {
    // Nobody looks at a dry run first.
    if (onlyRead) writer.prepare()
    try {
      tables = []
      let left = MOST_IMPORT_BYTES
      for (const input of inputs) {
        const { name, bytes } = await bytesOf(input, left)
        left -= bytes.length
        const onBytes = (done: number, all: number): void =>
          watch.onProgress({ stage: 'read', done, total: all })
        tables.push(await readTable(name, bytes, { onBytes, cancelled: watch.cancelled }))
        letGo(bytes)
      }
    } catch (error) {
      if (error instanceof Unreadable) return fail(error.error)
      throw error
    }
    signature = signatureOf(tables)
    const options = { ...remembered[signature], ...given }
    return onlyRead ? ok(reportOf(prepare(options), null)) : check(options, ctx)
  }

  type Decide = { each(decision: RowDecision): void; onTurn(): Promise<Result<null, AppError>> }

  /** Every row of every table in turn. */
  async function decideAll(
    rule: TimeImport,
    { each, onTurn }: Decide,
    stage: 'decide' | 'write',
  ): Promise<Result<null, AppError>> {
    decisions = createDecisions(total())
    let done = 0
    for (const reader of readers) {
      rule.nextFile()
      const table = tables[readers.indexOf(reader)]
      for (let row = 0; row < (table?.rows ?? 0); row += 1) {
        const read = reader.read(row)
        const decision = read.ok ? rule.decide(read.value) : unread(read.error)
        each(decision)
        decisions.add(decision)
        done += 1
        if (watch.cancelled()) return fail(appError('import.cancelled'))
        if (done % TURN !== 0) continue
        watch.onProgress({ stage, done, total: total() })
        const turned = await onTurn()
        if (!turned.ok) return turned
      }
    }
    return onTurn()
  }

  const reportOf = (layout: Layout, rule: TimeImport | null): TimeImportReport => {
    const [first] = tables
    return {
      importId,
      files: tables.map(({ name, rows }, index) => ({
        name,
        rows,
        source: layout.tables[index]?.source ?? 'csv',
      })),
      source: layout.tables[0]?.source ?? 'csv',
      headers: [...(first?.headers ?? [])],
      samples: first === undefined ? [] : samplesOf(first),
      options: layout.options,
      remembered: Object.hasOwn(remembered, signature),
      needs: layout.needs,
      dateOrders: layout.dateOrders,
      datesMixed: layout.datesMixed,
      people: rule?.people() ?? [],
      asks: { twice: reasons('importRow.twice'), missing: reasons('importRow.missing') },
      counts: decisions.counts,
      sums: decisions.sums,
      made: decisions.made,
    }
  }

  const reasons = (code: string): number => {
    let count = 0
    if (decisions.counts.refused === 0) return 0
    for (const row of decisions.rows('refused', 0, Infinity).rows)
      if (decisions.at(row).reason?.code === code) count += 1
    return count
  }

  function prepare(options: ImportOptions): Layout {
    const layout = layoutOf(tables, options)
    readers = tables.map((table, index) => {
      const { source, columns } = layout.tables[index] ?? { source: 'csv', columns: {} }
      const { zone = 'UTC', twice, missing } = layout.options
      return createRowReader(table, {
        source,
        columns,
        dateOrder: layout.options.dateOrder ?? layout.dateOrders[0] ?? 'ymd',
        answers: { zone, twice, missing },
      })
    })
    decisions = createDecisions(0)
    return layout
  }

  const ruleFor = (
    data: Data,
    layout: Layout,
    ctx: ImportContext,
    newId: () => Id,
  ): Result<TimeImport, AppError> => {
    const organisation = organisationOf(data)
    if (organisation === null) return fail(appError('setup.missing'))
    const { people = {}, customer, category } = layout.options
    const source = layout.tables[0]?.source ?? 'csv'
    const choices = {
      source,
      severalFiles: tables.length > 1,
      people,
      onePerson: layout.onePerson,
      customer: customer ?? USUAL,
      category: category ?? USUAL,
    }
    const facts = timeImportFacts(data, organisation, ctx.actor)
    return ok(createTimeImport(facts, choices, { ...ctx, newId }))
  }

  async function check(options: ImportOptions, ctx: ImportContext): ReturnType<ImportSession['check']> {
    const layout = prepare(options)
    if (layout.needs.length > 0) return ok(reportOf(layout, null))
    let made = 0
    const rule = reading((data) => ruleFor(data, layout, ctx, () => `dry-${++made}`))
    if (!rule.ok) return rule
    const onTurn = (): Promise<Result<null, AppError>> => nextTurn(ok(null))
    const decided = await decideAll(rule.value, { each: () => undefined, onTurn }, 'decide')
    return decided.ok ? ok(reportOf(layout, rule.value)) : decided
  }

  async function run(
    options: ImportOptions,
    ctx: ImportContext,
    commitId: Id,
  ): ReturnType<ImportSession['run']> {
    const layout = prepare(options)
    if (layout.needs.length > 0) return fail(appError('import.needs'))
    const args = { files: tables.map(({ name, rows }) => ({ name, rows })), options: layout.options }
    try {
      const begun = await writer.begin({ commitId, at: ctx.now, actorId: ctx.actor.userId, args })
      if (!begun.ok) return begun
      // Whoever writes has begun: nobody else changes what is decided on here.
      const decided = await deciding((data) => decideAndWrite(data, layout, ctx, commitId))
      if (!decided.ok) return decided
      if (!watch.commits()) return fail(appError('import.cancelled'))
      const ended = await writer.end()
      return ended.ok ? ok({ report: decided.value, commitId: ended.value, signature }) : ended
    } finally {
      await writer.drop()
    }
  }

  async function decideAndWrite(
    data: Data,
    layout: Layout,
    ctx: ImportContext,
    commitId: Id,
  ): Promise<Result<TimeImportReport, AppError>> {
    let used = 0
    const rule = ruleFor(data, layout, ctx, () => `${commitId}-${++used}`)
    if (!rule.ok) return rule
    let part: Change[] = []
    const each = ({ things, entries }: RowDecision): void => {
      for (const thing of things) part.push(thing)
      for (const entry of entries) part.push(put('timeEntry', entry))
    }
    const onTurn = (): Promise<Result<null, AppError>> => {
      if (part.length === 0) return Promise.resolve(ok(null))
      const full = part
      part = []
      return writer.add(full)
    }
    const decided = await decideAll(rule.value, { each, onTurn }, 'write')
    return decided.ok ? ok(reportOf(layout, rule.value)) : decided
  }

  function rows(
    state: RowState | undefined,
    offset: number,
    limit: number,
  ): { rows: TimeImportRow[]; total: number } {
    const found = decisions.rows(state, offset, limit)
    return { total: found.total, rows: found.rows.flatMap((row) => rowAt(row) ?? []) }
  }

  function rowAt(row: number): TimeImportRow | null {
    let before = 0
    for (const [index, table] of tables.entries()) {
      if (row < before + table.rows) {
        const reader = readers[index]
        const { made, ...decided } = decisions.at(row)
        if (reader === undefined) return null
        return {
          file: table.name,
          line: table.lineOf(row - before),
          ...reader.texts(row - before),
          ...decided,
          made: [...made],
        }
      }
      before += table.rows
    }
    return null
  }

  function forget(): void {
    tables = []
    readers = []
    decisions = createDecisions(0)
  }

  return { open, check, run, rows, forget }
}

/** What time is for where neither the file nor anybody says it, and it has to be for something. */
const USUAL = 'Imported'

const unread = (reason: AppError): RowDecision => ({
  state: 'refused',
  reason,
  entries: [],
  things: [],
  made: [],
  startAt: null,
  endAt: null,
  workDate: null,
  durationMs: 0,
  pauseMs: 0,
})

const SAMPLES = 3
const samplesOf = (table: Table): string[][] =>
  Array.from({ length: Math.min(SAMPLES, table.rows) }, (_, row) =>
    table.headers.map((_, column) => (table.texts(column)[table.cell(row, column)] ?? '').slice(0, 200)),
  )

/** A file is no longer wanted once it is a table; left to itself, it stays until somebody needs its room. */
function letGo({ buffer, byteLength }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0)
}

async function bytesOf(input: ImportInput, most: number): Promise<{ name: string; bytes: Buffer }> {
  if ('bytes' in input) {
    const { bytes, name } = input
    return { name, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) }
  }
  const name = basename(input.path)
  try {
    const found = await stat(input.path)
    // A device or a pipe may never end.
    if (!found.isFile()) throw new Unreadable('importFile.notReadable', name)
    if (found.size > most)
      throw new Unreadable('importFile.tooLarge', name, { most: MOST_IMPORT_BYTES / 1024 / 1024 })
    return { name, bytes: await readFile(input.path) }
  } catch (error) {
    if (error instanceof Unreadable || !(error instanceof Error && 'code' in error)) throw error
    throw new Unreadable('importFile.notReadable', name)
  }
}

export type { Decisions }
