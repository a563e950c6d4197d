// The facts for what must hold after any change, read from the open transaction in which the changes already are.
import type { IntegrityFacts, Noun } from '../shared/rules/integrity.ts'
import type { Id } from '../shared/entities/entity.ts'
import type { Data } from './db/data.ts'
import { namedTimers, organisationOf } from './reads.ts'

export const integrityFacts = (data: Data): IntegrityFacts => ({
  organisation: () => organisationOf(data),
  users: () => data.where('user', 'NOT removed'),
  project: (id) => data.find('project', id),
  names: (noun) => data.where(noun, 'NOT removed'),
  timers: (userId) => namedTimers(data, userId),
  exists: (noun, id) => data.find(noun, id) !== null,
  isPresent: (noun, id) => data.find(noun, id)?.removed === false,
  uses: (noun, id) => usesOf(data, noun, id),
})

const count = (data: Data, sql: string, id: Id): number =>
  data.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`, id)?.n ?? 0

/** The tables that refer to each noun, by the foreign keys of the schema; and a rate, which refers by its level. */
const REFERRING: Record<Noun, readonly string[]> = {
  user: [
    'timer WHERE user_id = ?',
    'employment WHERE user_id = ?',
    "rate WHERE level = 'user' AND subject_id = ?",
    'task WHERE primary_participant_id = ?',
    'journal_entry WHERE user_id = ?',
  ],
  customer: [
    'timer WHERE customer_id = ?',
    "rate WHERE level = 'customer' AND subject_id = ?",
    'task WHERE customer_id = ?',
    'journal_entry WHERE customer_id = ?',
    'project WHERE customer_id = ?',
  ],
  category: ['timer WHERE category_id = ?'],
  project: ['timer WHERE project_id = ?', "rate WHERE level = 'project' AND subject_id = ?"],
}

function usesOf(data: Data, noun: Noun, id: Id): { all: number; entries: number } {
  const entries = count(data, `time_entry WHERE ${noun}_id = ?`, id)
  return { entries, all: REFERRING[noun].reduce((sum, table) => sum + count(data, table, id), entries) }
}
