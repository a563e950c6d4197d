// What a device holds, read from its file beside its program.
import { join } from 'node:path'
import type { WritableData } from '../../core/db/data.ts'
import { createData } from '../../core/db/data.ts'
import { openDatabase } from '../../core/db/open.ts'
import type { EntityName } from '../../shared/entities/registry.ts'
import { ENTITY_NAMES } from '../../shared/entities/registry.ts'
import type { Device } from './teamServer.ts'

export function within<T>({ dir }: Pick<Device, 'dir'>, look: (data: WritableData) => T): T {
  const data = createData(openDatabase(join(dir, 'daybook.db'), { readonly: true }))
  try {
    return look(data)
  } finally {
    data.db.close()
  }
}

export const rowsOf = (device: Pick<Device, 'dir'>): Record<EntityName, Record<string, unknown>[]> =>
  within(
    device,
    (data) =>
      Object.fromEntries(
        ENTITY_NAMES.map((entity) => [entity, data.where(entity, '1 ORDER BY id')]),
      ) as unknown as Record<EntityName, Record<string, unknown>[]>,
  )
