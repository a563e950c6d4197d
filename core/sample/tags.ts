// The tags of the sample firm, and which of them a session has; now and then it also has the number of a ticket, or is goodwill.
import type { Random } from '../../shared/base/random.ts'
import type { Subject } from '../../shared/entities/subject.ts'
import type { Tag } from '../../shared/entities/tag.ts'
import { newTag } from '../../shared/rules/tag.ts'
import { sampleId } from './sampleId.ts'

const NAMES = ['Urgent', 'On site', 'Goodwill', 'Out of hours'] as const

export function sampleTags(prefix: string): Tag[] {
  const tags: Tag[] = []
  for (const [index, name] of NAMES.entries())
    tags.push({ ...newTag(sampleId(prefix, 'G', index), tags), name })
  return tags
}

type Marks = Pick<Subject, 'tagIds' | 'reference' | 'billable'>

/** Most sessions have none of it. */
export const marksOf = (tags: readonly Tag[], random: Random): Marks => ({
  tagIds: tags.filter(() => random.chance(0.04)).map(({ id }) => id),
  reference: random.chance(0.05) ? `T-${random.int(1000, 9999)}` : '',
  billable: random.chance(0.02) ? false : null,
})
