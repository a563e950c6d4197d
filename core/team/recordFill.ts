// The record of what a first fill brought, made after it, as nobody has to wait for that. Only where this device has also taken in what others did
// meanwhile do its rows and its trail say the same, and what was loaded can be told from them.
import type { WritableData } from '../db/data.ts'
import { digestAll } from '../verify/loaded.ts'
import { digestBeside } from '../verify/digestBeside.ts'
import { writeTrail } from '../commit.ts'
import type { TeamState } from './state.ts'
import { setTeamState, teamState } from './state.ts'

/** Read in a few milliseconds. */
const FEW_ENTRIES = 500
const hasFew = (data: WritableData): boolean =>
  data.get('SELECT 1 FROM time_entry LIMIT 1 OFFSET ?', FEW_ENTRIES) === undefined

type Recording = {
  data: WritableData
  /** null: in memory. */
  file: string | null
  now: number
  /** What is taken in step by step is in the way otherwise. */
  makeWay(): void
  /** The program ends. */
  stopped: AbortSignal
}

/** Cut off, it is done the next time. */
export async function recordFill({ data, file, now, makeWay, stopped }: Recording): Promise<void> {
  const unrecorded = (): TeamState | null => {
    const state = teamState(data)
    return state?.phase === 'on' && state.unrecorded ? state : null
  }
  const begun = unrecorded()
  if (begun === null) return
  // What others do meanwhile changes nothing of it: the trail keeps what each was before.
  const loaded = file === null || hasFew(data) ? digestAll(data) : await digestBeside(file, stopped)
  if (loaded === null) return
  makeWay()
  data.db
    .transaction(() => {
      data.forget()
      const state = unrecorded()
      // Another program of this computer may have begun anew.
      if (state?.epoch !== begun.epoch || state.scope !== begun.scope) return
      const { deviceId, userId: actorId } = state
      writeTrail(data, [], { id: `J${deviceId}`, at: now, actorId, command: 'team.join', args: { loaded } })
      setTeamState(data, { ...state, unrecorded: false })
    })
    .immediate()
}
