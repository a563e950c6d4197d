// While everything was fetched anew others went on, and the pages tell only what came of it: not that a stop of this device gave way to an
// earlier one, or that something was done again on another copy of these data. So the commits of that time are looked through afterwards.
import { appError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { WritableData } from '../db/data.ts'
import { addAttention } from './attention.ts'
import type { TeamClient } from './client.ts'
import { takeOffDone } from './dealing.ts'
import { gaveWay } from './earlierStop.ts'
import { readCommit } from './fetch.ts'
import { sentActOf } from './outbox.ts'
import type { TeamState } from './state.ts'
import { setTeamState, teamState } from './state.ts'

type Deps = { data: WritableData; client: TeamClient; now: number; state(): TeamState }

/** Returns how many came to what needs attention, or went from it. Cut off, it is done the next time. */
export async function lookBack({ data, client, now, state }: Deps): Promise<number> {
  const { seen, version } = state()
  if (seen === null) return 0
  const others: Id[] = []
  const overtaken: Id[] = []
  for (let link = seen; link.version < version;) {
    const { fits, commits } = await client.pull(link.version, link.hash)
    // The server was put back to before that, and hands back what it lost otherwise.
    if (!fits || commits.length === 0) break
    for (const commit of commits) {
      const read = readCommit(commit, link)
      link = read.link
      if (read.incoming === null) continue
      const later = gaveWay(read.incoming.header)
      if (later !== null) overtaken.push(later)
      others.push(read.incoming.header.id)
    }
  }
  return data.db
    .transaction((): number => {
      data.forget()
      const known = teamState(data)
      if (known === null) return 0
      const acts = overtaken.flatMap((id) => sentActOf(data, id) ?? [])
      for (const act of acts)
        addAttention(data, { act, held: null, refusal: appError('timer.earlierStop'), noticedAt: now })
      setTeamState(data, { ...known, seen: null })
      return acts.length + takeOffDone(data, others)
    })
    .immediate()
}
