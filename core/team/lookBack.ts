// While everything was fetched anew others went on, and the pages tell only what came of it: not that a stop of this device gave way to an
// earlier one, that something was done again on another copy of these data, or that what was sent from here came out otherwise. So the commits of
// that time are looked through afterwards.
import { appError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Effect } from '../../shared/entities/registry.ts'
import { meansTheSame } from '../../shared/team/meaning.ts'
import { scopeNamed, shownOf } from '../../shared/team/sight.ts'
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
  const held = new Map<Id, readonly Effect[]>()
  for (let link = seen; link.version < version;) {
    const { fits, commits } = await client.pull(link.version, link.hash)
    // The server was put back to before that, and hands back what it lost otherwise.
    if (!fits || commits.length === 0) break
    for (const commit of commits) {
      const read = readCommit(commit, link)
      link = read.link
      if (read.incoming === null) continue
      const { header, effects } = read.incoming
      const later = gaveWay(header)
      if (later !== null) overtaken.push(later)
      others.push(header.id)
      held.set(header.id, effects)
    }
  }
  return data.db
    .transaction((): number => {
      data.forget()
      const known = teamState(data)
      if (known === null) return 0
      const scope = scopeNamed(known.scope, known.userId)
      const otherwise = [...held].flatMap(([id, effects]) => {
        const act = sentActOf(data, id)
        const asMeant = act === null || meansTheSame(shownOf(scope, act.meant), effects)
        return asMeant ? [] : [{ act, held: effects, refusal: null, noticedAt: now }]
      })
      const refusal = appError('timer.earlierStop')
      const gone = overtaken
        .flatMap((id) => sentActOf(data, id) ?? [])
        .map((act) => ({ act, held: null, refusal, noticedAt: now }))
      for (const attention of [...otherwise, ...gone]) addAttention(data, attention)
      setTeamState(data, { ...known, seen: null })
      return otherwise.length + gone.length + takeOffDone(data, others)
    })
    .immediate()
}
