// One act of a push, decided on the server's copy by the rights that its user has now.
import type { Replica } from './replica.ts'
import type { Session } from './sessions.ts'
import type { AppError } from '../shared/contract/errors.ts'
import type { Effect } from '../shared/entities/registry.ts'
import type { SentAct } from '../shared/team/protocol.ts'
import { isEdit } from '../shared/team/meaning.ts'
import { actorOf } from '../core/decide.ts'
import type { Act } from '../core/team/act.ts'
import { decideAct } from '../core/team/act.ts'
import { laterStop, takingBack } from '../core/team/earlierStop.ts'

export type Done = { act: Act; effects: readonly Effect[] }
/** `before`: what had to be taken back for it, as a commit of its own. */
export type One =
  | { ok: true; value: unknown; effects: readonly Effect[]; before: readonly Done[] }
  | { ok: false; error: AppError }

/** Something went wrong inside: that is no outcome. All is taken back, and the device sends it again. */
export class ActFailed extends Error {
  readonly id: string
  constructor(id: string, cause: unknown) {
    super('an act failed inside', { cause })
    this.id = id
  }
}

/** What came to nothing has written something: all is to be decided again, cautiously. */
export class CameToNothing extends Error {}

type How = {
  now: number
  /** How far its clock was off there. */
  off: number | null
  newId(): string
  /**
   * In a savepoint, which leaves nothing of what came to nothing. Nearly every act is done, and the search in notes writes what it holds back
   * to disk at each savepoint: so at first without.
   */
  cautious: boolean
}

/** What fails inside is no outcome; it takes the whole push back. */
export function decideOne({ data }: Replica, session: Session, act: SentAct, how: How): One {
  const { now, off, cautious } = how
  const written = (): number => data.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0
  const began = cautious ? 0 : written()
  if (cautious) data.run('SAVEPOINT act')
  const back = (): void => {
    if (!cautious) {
      if (written() !== began) throw new CameToNothing()
      return
    }
    data.run('ROLLBACK TO act')
    data.run('RELEASE act')
    data.forget()
  }
  const before = takeBackLater(data, session, act, how)
  const decided = trying(act.id, () =>
    decideAct(data, act, actorOf(data, session.userId), {
      arrivedAt: now,
      clockOff: off,
      ...(act.seen !== undefined && isEdit(act.command) ? { seen: act.seen } : {}),
    }),
  )
  if (!decided.ok) {
    back()
    return decided
  }
  const { value, committed } = decided.value
  if (committed === null) {
    back()
    return { ok: true, value, effects: [], before: [] }
  }
  if (cautious) data.run('RELEASE act')
  return { ok: true, value, effects: committed.effects, before }
}

/** Where that cannot be, the stop is decided as it stands, and refused. */
function takeBackLater(data: Replica['data'], session: Session, act: SentAct, { now, newId }: How): Done[] {
  const later = laterStop(data, act)
  if (later === null) return []
  const undo = takingBack(act, later, newId())
  data.run('SAVEPOINT later')
  // For what it is taken back is told to the devices; an undo knows nothing of it.
  const asked = { ...undo, args: { commitId: later.id } }
  const undone = trying(act.id, () =>
    decideAct(data, asked, actorOf(data, session.userId), { arrivedAt: now }),
  )
  if (undone.ok && undone.value.committed !== null) {
    data.run('RELEASE later')
    return [{ act: undo, effects: undone.value.committed.effects }]
  }
  data.run('ROLLBACK TO later')
  data.run('RELEASE later')
  data.forget()
  return []
}

function trying<T>(id: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new ActFailed(id, error)
  }
}
