// Which timers this device watches. Alone all that run; in a team those that something was done to here: another device has others, and
// what this one slept through says nothing about them.
import type { Id } from '../../shared/entities/entity.ts'
import type { Effect } from '../../shared/entities/registry.ts'
import type { Timer } from '../../shared/entities/timer.ts'
import type { Data, WritableData } from '../db/data.ts'
import { readDevice, writeDevice } from '../kept/deviceRow.ts'
import { isInTeam } from '../team/state.ts'

const KEY = 'watchedTimers'

/** null: all. */
export function watchedIds(data: Data): readonly Id[] | null {
  if (!isInTeam(data)) return null
  return JSON.parse(readDevice(data, KEY) ?? '[]') as Id[]
}

export const runningHere = (data: Data): readonly Timer[] => {
  const ids = watchedIds(data)
  const running = data.where('timer', "state = 'running'")
  return ids === null ? running : running.filter(({ id }) => ids.includes(id))
}

/** What is done here to a timer makes it one that this device watches: does one of these run now? */
export const leavesRunning = (effects: readonly Effect[]): boolean =>
  effects.some(({ entity, after }) => entity === 'timer' && after?.state === 'running')

/** After something was done here; within its transaction. */
export const watchOwn = (data: WritableData, effects: readonly Effect[]): void => change(data, effects, true)

/** After something was done elsewhere: whoever did it watches now. */
export const leaveToOthers = (data: WritableData, effects: readonly Effect[]): void =>
  change(data, effects, false)

/** A timer that is gone stays in the list until the next one comes into it: nobody finds it, and a stop has less to write. */
function change(data: WritableData, effects: readonly Effect[], own: boolean): void {
  if (!effects.some(({ entity }) => entity === 'timer') || !isInTeam(data)) return
  const known = watchedIds(data) ?? []
  const ids = new Set(known)
  for (const { entity, before, after } of effects) {
    if (entity !== 'timer') continue
    if (own && after !== null) ids.add(after.id)
    else if (!own) ids.delete((after ?? before)?.id ?? '')
  }
  if (ids.size === known.length && known.every((id) => ids.has(id))) return
  const here = (id: Id): boolean =>
    effects.some(({ after }) => after?.id === id) || data.find('timer', id) !== null
  const there = [...ids].filter(here)
  writeDevice(data, KEY, JSON.stringify(there))
}

/** A firm becomes a team: what runs was started here. */
export const watchAll = (data: WritableData): void =>
  writeDevice(data, KEY, JSON.stringify(data.list('timer').map(({ id }) => id)))
