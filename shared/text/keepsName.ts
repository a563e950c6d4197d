// The nouns whose names the past keeps, as they say themselves. Written by `npm run schema`.
import type { EntityName } from '../entities/registry.ts'

export const KEEPS_NAME: readonly EntityName[] = [
  'user',
  'category',
  'customer',
  'project',
  'case',
  'opportunity',
  'tag',
  'office',
  'department',
  'absenceKind',
]
