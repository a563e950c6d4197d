// The highest number of the codes that are given in order (PROJ-12, CASE-7): kept in the commit's transaction, never lowered, so that
// a number which somebody may have written down comes once. The next one is known without reading the trail, also where that is short.
import { CASE_PREFIX } from '../../shared/entities/case.ts'
import { nextCode, numberInCode } from '../../shared/entities/codeInOrder.ts'
import { PROJECT_PREFIX } from '../../shared/entities/project.ts'
import type { Effect } from '../../shared/entities/registry.ts'
import type { Data, WritableData } from '../db/data.ts'
import { MAPPINGS } from '../db/entityStore.ts'

const PREFIXES = { project: PROJECT_PREFIX, case: CASE_PREFIX } as const
export type Counted = keyof typeof PREFIXES
export type Counters = Record<Counted, number>

const COUNTED = Object.keys(PREFIXES) as readonly Counted[]
const isCounted = (entity: string): entity is Counted => Object.hasOwn(PREFIXES, entity)

export const lastNumber = (data: Data, noun: Counted): number =>
  data.get<{ last: number }>('SELECT last FROM counter WHERE name = ?', noun)?.last ?? 0

/** The code of the next one. */
export const codeAfter = (data: Data, noun: Counted): string =>
  nextCode(PREFIXES[noun], lastNumber(data, noun))

export const counters = (data: Data): Counters => ({
  project: lastNumber(data, 'project'),
  case: lastNumber(data, 'case'),
})

/** Exactly these: where a server has said them. */
export function setCounters(data: WritableData, last: Counters): void {
  for (const noun of COUNTED) write(data, noun, last[noun])
}

/** May these have given a number? */
export const mayCount = (effects: readonly Effect[]): boolean =>
  effects.some(({ entity }) => isCounted(entity))

/** Brings them after the effects of a commit; within its transaction. */
export function updateCounters(data: WritableData, effects: readonly Effect[]): void {
  for (const { entity, after } of effects) {
    if (!isCounted(entity) || after === null || !('code' in after)) continue
    const number = numberInCode(PREFIXES[entity], after.code)
    if (number !== null && number > lastNumber(data, entity)) write(data, entity, number)
  }
}

/** After rows were written past the commit; what was higher stays. */
export function recountCounters(data: WritableData): void {
  for (const noun of COUNTED) {
    const codes = data.all<{ code: string }>(`SELECT code FROM ${MAPPINGS[noun].table}`)
    const highest = codes.reduce(
      (most, { code }) => Math.max(most, numberInCode(PREFIXES[noun], code) ?? 0),
      lastNumber(data, noun),
    )
    write(data, noun, highest)
  }
}

const write = (data: WritableData, noun: Counted, last: number): void =>
  void data.run(
    'INSERT INTO counter (name, last) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET last = excluded.last',
    noun,
    last,
  )
