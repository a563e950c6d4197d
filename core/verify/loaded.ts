// The record of rows that are loaded at once (the sample firm, an import): too many for the trail one by one, so one commit holds a
// digest of them all. As the trail keeps what each was before it was first changed, they can be counted again at any time.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { EntityName } from '../../shared/entities/registry.ts'
import { ENTITY_NAMES } from '../../shared/entities/registry.ts'
import { factsOf } from '../../shared/entities/relations.ts'
import type { Data, WritableData } from '../db/data.ts'
import { encodeRow, MAPPINGS } from '../db/entityStore.ts'
import type { SqlValue } from '../db/statements.ts'

/** The commands that load. */
export const LOADING = ['sample.load', 'everything.load', 'team.join'] as const

const Loaded = z.partialRecord(
  z.enum(ENTITY_NAMES as [EntityName, ...EntityName[]]),
  z.object({
    rows: z.int(),
    /** Those of the version that loaded; later ones may have more. */
    columns: z.array(z.string()),
    digest: z.string(),
  }),
)
export type Loaded = z.infer<typeof Loaded>

/** For the arguments of the commit that ends a load, into data that was empty before. */
export function digestAll(data: WritableData): Loaded {
  const loaded: Loaded = {}
  for (const entity of ENTITY_NAMES) {
    const typed = typedColumn(entity)
    const columns = MAPPINGS[entity].columns.map(({ name }) => name).filter((name) => name !== typed)
    const { rows, digest } = digestOf(data, entity, columns)
    if (rows > 0) loaded[entity] = { rows, columns, digest }
  }
  return loaded
}

export type LoadRecord =
  | { kind: 'recorded'; loaded: Loaded }
  /** By a version that kept no digest: nothing can be held against these rows but their own sense. */
  | { kind: 'unrecorded' }
  | { kind: 'none' }

export function loadRecord(data: Data): LoadRecord {
  const commit = data.get<{ args: string }>(
    `SELECT args FROM commit_log WHERE command IN (${LOADING.map(() => '?').join()}) ORDER BY seq LIMIT 1`,
    ...LOADING,
  )
  if (commit !== undefined) {
    const args = z.object({ loaded: Loaded }).safeParse(JSON.parse(commit.args))
    return args.success ? { kind: 'recorded', loaded: args.data.loaded } : { kind: 'none' }
  }
  // Whoever sets up a firm begins its trail with it; taken out of there, the trail would be broken.
  const founded = data.get('SELECT 1 FROM audit WHERE entity = \'organisation\' AND "before" IS NULL LIMIT 1')
  const exists = data.get('SELECT 1 FROM organisation LIMIT 1')
  return founded === undefined && exists !== undefined ? { kind: 'unrecorded' } : { kind: 'none' }
}

/** How many rows no record says anything about. */
export function unrecordedRows(data: Data): number {
  if (loadRecord(data).kind !== 'unrecorded') return 0
  return ENTITY_NAMES.reduce((sum, entity) => sum + countOf(data, entity), 0)
}

const countOf = (data: Data, entity: EntityName): number =>
  data.get<{ n: number }>(
    `SELECT count(*) AS n FROM "${MAPPINGS[entity].table}" t
     WHERE NOT EXISTS (SELECT 1 FROM audit a WHERE a.entity = ? AND a.entity_id = t.id)`,
    entity,
  )?.n ?? 0

export function* loadedFindings(data: WritableData, loaded: Loaded): Generator<string> {
  for (const entity of ENTITY_NAMES) {
    const said = loaded[entity]
    const columns = said?.columns ?? ['id']
    const now = digestOf(data, entity, columns)
    if (now.rows !== (said?.rows ?? 0))
      yield `${entity}: ${said?.rows ?? 0} rows were loaded, and there are ${now.rows} without a record of their own`
    // An earlier version took in what is typed, too; whether only that has moved on cannot be told.
    else if (said !== undefined && now.digest !== said.digest && !columns.includes(typedColumn(entity) ?? ''))
      yield `${entity}: the rows are not as they were loaded`
  }
}

/** What is typed there moves on without the trail. */
function typedColumn(entity: EntityName): string | undefined {
  const { typed } = factsOf(entity)
  return MAPPINGS[entity].columns.find(({ field }) => field === typed)?.name
}

/** Of the rows as they were loaded, by their ids: those that nothing changed since, and of the others what they were before. */
function digestOf(
  data: WritableData,
  entity: EntityName,
  columns: readonly string[],
): { rows: number; digest: string } {
  const mapping = MAPPINGS[entity]
  const known = columns.filter((name) => mapping.columns.some((column) => column.name === name))
  const hash = createHash('sha256')
  let rows = 0
  const add = (values: readonly SqlValue[]): void => {
    rows += 1
    hash.update(JSON.stringify(values))
  }
  const changed = changedSince(data, entity)
  const originals = changed
    .filter(({ before }) => before !== null)
    .map(({ id, before }) => {
      const cells = encodeRow(entity, JSON.parse(before ?? '{}') as object)
      return {
        id,
        values: known.map(
          (name) => cells[mapping.columns.findIndex((column) => column.name === name)] ?? null,
        ),
      }
    })
  const ids = new Set(changed.map(({ id }) => id))
  const select = `SELECT id AS own_id, ${known.map((name) => `"${name}"`).join(', ')} FROM "${mapping.table}" ORDER BY id`
  let next = 0
  for (const row of data.db.prepare<[], SqlValue[]>(select).raw().iterate()) {
    const [id = '', ...values] = row
    for (; next < originals.length && String(originals[next]?.id) < String(id); next += 1)
      add(originals[next]?.values ?? [])
    if (!ids.has(String(id))) add(values)
  }
  for (; next < originals.length; next += 1) add(originals[next]?.values ?? [])
  return { rows, digest: hash.digest('hex') }
}

/** The first that the trail says of each thing, by its id in the order of its bytes, as the table is read. */
const changedSince = (data: Data, entity: EntityName): { id: string; before: string | null }[] =>
  data.all<{ id: string; before: string | null }>(
    `SELECT entity_id AS id, "before" FROM audit
     WHERE seq IN (SELECT min(seq) FROM audit WHERE entity = +? GROUP BY entity_id) ORDER BY entity_id`,
    entity,
  )
