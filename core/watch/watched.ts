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

function change(data: WritableData, effects: readonly Effect[], own: boolean): void {
  if (!effects.some(({ entity }) => entity === 'timer') || !isInTeam(data)) return
  const ids = new Set(watchedIds(data))
  for (const { entity, before, after } of effects) {
    if (entity !== 'timer') continue
    if (after !== null && own) ids.add(after.id)
    else ids.delete((after ?? before)?.id ?? '')
  }
  writeDevice(data, KEY, JSON.stringify([...ids]))
}

/** A firm becomes a team: what runs was started here. */
export const watchAll = (data: WritableData): void =>
  writeDevice(data, KEY, JSON.stringify(data.list('timer').map(({ id }) => id)))
