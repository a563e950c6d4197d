// What may be done with tags, beyond what an active timer protects (guards.ts).
import { colourInTurn } from '../entities/colour.ts'
import type { Id } from '../entities/entity.ts'
import type { Tag } from '../entities/tag.ts'

export const newTag = (id: Id, others: readonly Tag[]): Tag => ({
  id,
  name: '',
  colour: colourInTurn(others),
  active: true,
  removed: false,
})
