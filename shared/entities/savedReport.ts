// A report under a name, to be asked for again (I10): somebody's own, or everybody's.
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, Name } from './entity.ts'
import { ReportDefinition } from './report.ts'

export const SavedReport = once(() =>
  z.object({
    id: Id,
    name: Name,
    /** Whose it is; null: it is there for everybody. */
    userId: Id.nullable(),
    definition: ReportDefinition(),
  }),
)
export type SavedReport = z.infer<ReturnType<typeof SavedReport>>
export const savedReport = defineEntity('savedReport', SavedReport, {
  refs: [{ field: 'userId', to: 'user', as: 'followed' }],
  label: ['name'],
  owner: 'userId',
  seenBy: 'owner',
  unique: { by: ['userId', 'name'], taken: 'name.taken' },
})
