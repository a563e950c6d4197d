// The record of what a first fill brought. Where others went on meanwhile, some of it is newer than where the fill began, and the commits that
// come after it tell of that once more: only after those do its rows and its trail say the same, and what was loaded can be told from them.
import type { WritableData } from '../db/data.ts'
import type { Loaded } from '../verify/loaded.ts'
import { digestAll } from '../verify/loaded.ts'
import { digestBeside } from '../verify/digestBeside.ts'
import { writeTrail } from '../commit.ts'
import type { TeamState } from './state.ts'
import { setTeamState, teamState } from './state.ts'

export function recordFill(
  data: WritableData,
  state: TeamState,
  now: number,
  loaded: Loaded = digestAll(data),
): void {
  const { deviceId, userId } = state
  writeTrail(data, [], {
    id: `J${deviceId}`,
    at: now,
    actorId: userId,
    command: 'team.join',
    args: { loaded },
  })
  setTeamState(data, { ...state, unrecorded: false })
}

type Recording = {
  data: WritableData
  /** null: in memory. */
  file: string | null
  now: number
  /** The program ends. */
  stopped: AbortSignal
}

/** Where it was not recorded with the end of the fill. Cut off, it is done the next time. */
export async function recordLateFill({ data, file, now, stopped }: Recording): Promise<void> {
  const unrecorded = (): TeamState | null => {
    const state = teamState(data)
    return state?.phase === 'on' && state.unrecorded ? state : null
  }
  const begun = unrecorded()
  if (begun === null) return
  // What others do meanwhile changes nothing of it: the trail keeps what each was before.
  const loaded = file === null ? digestAll(data) : await digestBeside(file, stopped)
  if (loaded === null) return
  data.db
    .transaction(() => {
      data.forget()
      const state = unrecorded()
      // Another program of this computer may have begun anew.
      if (state?.epoch === begun.epoch && state.scope === begun.scope) recordFill(data, state, now, loaded)
    })
    .immediate()
}
