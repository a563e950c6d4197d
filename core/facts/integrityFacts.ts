// The facts for what must hold after any change, read from the open transaction in which the changes already are.
import type { Id } from '../../shared/entities/entity.ts'
import type { EntityName } from '../../shared/entities/registry.ts'
import { factsOf, isRemoved } from '../../shared/entities/relations.ts'
import type { IntegrityFacts } from '../../shared/rules/integrity.ts'
import type { Data } from '../db/data.ts'
import { MAPPINGS } from '../db/entityStore.ts'
import { organisationOf, timerRef, timersOf } from './reads.ts'
import { usesOf } from './relations.ts'

export const integrityFacts = (
  data: Data,
  { overTimers = false }: { overTimers?: boolean } = {},
): IntegrityFacts => ({
  overTimers,
  organisation: () => organisationOf(data),
  users: () => data.where('user', 'NOT removed'),
  thing: (noun, id) => data.find(noun, id),
  present: (noun: EntityName) =>
    factsOf(noun).keepsName === true ? data.where(noun, 'NOT removed') : data.list(noun),
  assignments: () => data.list('assignment'),
  timers: (userId) => timersOf(data, userId),
  runsBeside: ({ id, userId }) =>
    data.get("SELECT 1 FROM timer WHERE user_id = +? AND id <> ? AND state <> 'stopped'", userId, id) !==
    undefined,
  timerRef: (timer) => timerRef(data, timer),
  absences: (userId, first, last) =>
    data.where('absence', 'user_id = ? AND first_day <= ? AND last_day >= ?', userId, last, first),
  exists: (noun, id) => exists(data, noun, id),
  isPresent: (noun, id) => isPresent(data.find(noun, id)),
  uses: (noun, id: Id) => usesOf(data, noun, id),
})

/** Without reading the thing, unless it is in memory anyway: an invoice holds a thousand entries. */
const exists = (data: Data, noun: EntityName, id: Id): boolean =>
  factsOf(noun).remembered === true
    ? data.find(noun, id) !== null
    : data.get(`SELECT 1 FROM "${MAPPINGS[noun].table}" WHERE id = ?`, id) !== undefined

const isPresent = (value: object | null): boolean => value !== null && !isRemoved(value)
