// The team's data come to this device, page by page; cut off, it goes on where it was. What others change meanwhile comes afterwards, as
// commits since the beginning. What waits to be sent from here stays, and is decided again upon what came.
import type { WritableData } from '../db/data.ts'
import { forgetName } from '../db/dataId.ts'
import { writeTrail } from '../commit.ts'
import { setCurrentUser, setMeetingsLooked } from '../kept/session.ts'
import { digestAll } from '../verify/loaded.ts'
import type { TeamClient } from './client.ts'
import { COPIED, emptyCopy, finishCopy, putRows, staleCopy } from './copy.ts'
import type { TeamState } from './state.ts'
import { holdsPart, setTeamState } from './state.ts'

type Fill = {
  data: WritableData
  client: TeamClient
  now: number
  state(): TeamState
  turn(): Promise<void>
}

/** Before the first page: from here on the data are the team's, and not whole until the last. `also` is done in the same step. */
export function beginFilling(
  data: WritableData,
  state: TeamState,
  also: () => Partial<TeamState> = () => ({}),
): void {
  data.db.pragma('foreign_keys = OFF')
  data.db
    .transaction(() => {
      emptyCopy(data)
      staleCopy(data)
      forgetName(data)
      setTeamState(data, { ...state, ...also(), phase: 'filling', progress: null, version: -1 })
    })
    .immediate()
  data.forget()
}

export async function fillTeam({ data, client, now, state, turn }: Fill): Promise<void> {
  data.db.pragma('foreign_keys = OFF')
  if (state().progress === null) {
    const { version, hash, epoch, scope, userId } = await client.fillStart()
    const progress = { rows: 0, entity: 0, after: '' }
    setTeamState(data, { ...state(), version, hash, epoch, scope, userId, progress })
  }
  const begun = state().progress ?? { rows: 0, entity: 0, after: '' }
  let { rows: got, after } = begun
  for (let index = begun.entity; index < COPIED.length; index += 1) {
    const entity = COPIED[index]
    if (entity === undefined) break
    for (let more = true; more;) {
      const page = await client.fillPage(entity, after)
      more = page.after !== null
      got += page.rows.length
      after = page.after ?? ''
      // The organisation comes with the end, when everything else is there and counted.
      if (entity === 'organisation') await finish(data, client, page.rows, state, now, turn)
      else
        data.db
          .transaction(() => {
            putRows(data, entity, page.rows)
            setTeamState(data, {
              ...state(),
              progress: { rows: got, entity: more ? index : index + 1, after },
            })
          })
          .immediate()
    }
  }
}

async function finish(
  data: WritableData,
  client: TeamClient,
  organisation: readonly unknown[],
  state: () => TeamState,
  now: number,
  turn: () => Promise<void>,
): Promise<void> {
  const { counters } = await client.fillStart()
  await finishCopy(data, counters, turn)
  data.db
    .transaction(() => {
      putRows(data, 'organisation', organisation)
      const { deviceId, userId } = state()
      writeTrail(data, [], {
        id: `J${deviceId}`,
        at: now,
        actorId: userId,
        command: 'team.join',
        args: { loaded: digestAll(data) },
      })
      setCurrentUser(data, userId)
      // What was over before is whoever's was there.
      setMeetingsLooked(data, { at: now, seq: 0 })
      setTeamState(data, { ...state(), phase: 'on', progress: null, lastContact: now })
    })
    .immediate()
  data.forget()
  if (!holdsPart(data)) data.db.pragma('foreign_keys = ON')
}
