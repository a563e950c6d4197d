// Compares a database before and after a migration, so that nothing disappears unless the migration says so.
import type { Db } from './open.ts'

export type Snapshot = {
  /** Rows of every ordinary table, by its name. */
  readonly rows: ReadonlyMap<string, number>
  /** Triggers and views by name; a rebuilt table silently loses its triggers. */
  readonly objects: ReadonlyMap<string, { readonly type: string; readonly table: string }>
}

type TableRow = { schema: string; name: string; type: string }
type ObjectRow = { type: string; name: string; table: string }

export function snapshot(db: Db): Snapshot {
  // Virtual tables and what they keep underneath are indexes over our rows, and may be built anew.
  const tables = (db.pragma('table_list') as TableRow[]).filter(
    ({ schema, name, type }) =>
      schema === 'main' && type === 'table' && !name.startsWith('sqlite_') && name !== '_migration',
  )
  const count = (name: string) =>
    db
      .prepare<[], number>(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
      .pluck()
      .get() ?? 0
  const objects = db
    .prepare<[], ObjectRow>(
      `SELECT type, name, tbl_name AS "table" FROM sqlite_schema WHERE type IN ('trigger', 'view')`,
    )
    .all()
  return {
    rows: new Map(tables.map(({ name }) => [name, count(name)])),
    objects: new Map(objects.map(({ type, name, table }) => [name, { type, table }])),
  }
}

/** The first table that has fewer rows now, or is gone with its rows, without a line `-- may drop rows: <table>`. */
export function lostRows(before: Snapshot, after: Snapshot, sql: string) {
  const lines = sql.matchAll(/^\s*--\s*may drop rows:(.*)$/gim)
  const allowed = new Set([...lines].flatMap((line) => (line[1] ?? '').split(',').map((name) => name.trim())))
  for (const [table, count] of before.rows) {
    const now = after.rows.get(table) ?? 0
    if (now < count && !allowed.has(table)) return { table, before: count, after: now }
  }
  return null
}

/** The first trigger or view that is gone although the migration does not drop it by name. */
export function lostObjects(before: Snapshot, after: Snapshot, sql: string) {
  for (const [name, { type, table }] of before.objects) {
    if (after.objects.has(name) || (type === 'trigger' && isGone(table, after))) continue
    const escaped = name.replace(/[^\w]/g, '\\$&')
    const dropped = new RegExp(`\\bdrop\\s+${type}\\s+(if\\s+exists\\s+)?["'\`[]?${escaped}(?!\\w)`, 'i')
    if (!dropped.test(sql)) return { type, name }
  }
  return null
}

function isGone(table: string, after: Snapshot): boolean {
  return !after.rows.has(table) && !after.objects.has(table)
}
