// What programs need of the schemas at every start, written out: making the schemas or drizzle's tables would cost them half a second.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import type { FieldKind } from '../../core/db/fields.ts'
import { fieldsOf, tableNameOf } from '../../core/db/fields.ts'
import type { ColumnKind } from '../../core/db/tableColumns.ts'
import { queries } from '../../shared/contract/contract.ts'
import { ENTITY_NAMES } from '../../shared/entities/registry.ts'
import { factsOf } from '../../shared/entities/relations.ts'

const KINDS: Record<FieldKind, ColumnKind> = { text: 'plain', integer: 'plain', flag: 'flag', json: 'json' }

const columns =
  (): string => `// The columns of each noun's table, as its schema says. Written by \`npm run schema\`.
import type { EntityName } from '../../shared/entities/registry.ts'
import type { TableColumns } from './tableColumns.ts'

export const COLUMNS: Record<EntityName, TableColumns> = ${asCode(
    ENTITY_NAMES.map((entity) => [
      entity,
      {
        table: tableNameOf(entity),
        columns: fieldsOf(entity).map(({ field, column, kind }) => [field, column, KINDS[kind]]),
      },
    ]),
  )}
`

const reads = (): string => `// What each query reads, as the contract says. Written by \`npm run schema\`.
import type { QueryName } from '../../shared/contract/contract.ts'
import type { EntityName } from '../../shared/entities/registry.ts'

export const READS: Readonly<Record<QueryName, readonly EntityName[] | 'all' | 'none'>> = ${asCode(
  Object.entries(queries).map(([name, spec]) => [name, spec.reads]),
)}
`

const keepsName =
  (): string => `// The nouns whose names the past keeps, as they say themselves. Written by \`npm run schema\`.
import type { EntityName } from '../entities/registry.ts'

export const KEEPS_NAME: readonly EntityName[] = ${JSON.stringify(
    ENTITY_NAMES.filter((entity) => factsOf(entity).keepsName),
  )}
`

const asCode = (entries: readonly (readonly [string, unknown])[]): string =>
  JSON.stringify(Object.fromEntries(entries))

const COPIES: Readonly<Record<string, () => string>> = {
  'core/db/columns.ts': columns,
  'renderer/channel/reads.ts': reads,
  'shared/text/keepsName.ts': keepsName,
}

async function outOfDate(root: string): Promise<{ path: string; text: string }[]> {
  const style = await resolveConfig(join(import.meta.dirname, 'copies.ts'))
  const copies = await Promise.all(
    Object.entries(COPIES).map(async ([path, text]) => ({
      path,
      text: await format(text(), { ...style, parser: 'typescript' }),
    })),
  )
  return copies.filter(({ path, text }) => textAt(join(root, path)) !== text)
}

const textAt = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null)

export const staleCopies = async (root: string): Promise<string[]> =>
  (await outOfDate(root)).map(({ path }) => path)

export async function writeCopies(root: string): Promise<string[]> {
  const stale = await outOfDate(root)
  for (const { path, text } of stale) writeFileSync(join(root, path), text)
  return stale.map(({ path }) => path)
}
