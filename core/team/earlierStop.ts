// Of two stops of one timer the earlier holds (H9), whichever arrives first: where one comes that was earlier than the one that counts, that is
// taken back as by an undo, and the earlier is decided as if it had been first. Whoever made the later one keeps what they typed.
import { z } from 'zod'
import type { Instant } from '../../shared/base/instant.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Data } from '../db/data.ts'
import type { Act } from './act.ts'
import type { Header } from './chain.ts'

const STOP = 'timer.stop'
const StopArgs = z.object({ timerId: z.string(), at: z.int().optional() })

const momentOf = (at: Instant, args: unknown): Instant => StopArgs.safeParse(args).data?.at ?? at

/** The stop that counts and was later than this one; null: this is no stop, it is the later one, or something else has been done since. */
export function laterStop(data: Data, { command, at, args }: Act): Id | null {
  const stop = command === STOP ? StopArgs.safeParse(args) : undefined
  if (stop?.success !== true) return null
  const { timerId } = stop.data
  const timer = data.find('timer', timerId)
  if (timer !== null && timer.state !== 'stopped') return null
  const last = data.get<{ id: Id; at: number; command: string; args: string }>(
    `SELECT c.id, c.at, c.command, c.args FROM audit a JOIN commit_log c ON c.id = a.commit_id
     WHERE a.entity = 'timer' AND a.entity_id = +? ORDER BY a.seq DESC LIMIT 1`,
    timerId,
  )
  if (last?.command !== STOP) return null
  return momentOf(at, args) < momentOf(last.at, JSON.parse(last.args)) ? last.id : null
}

/** What the server takes back for it; `for` tells it from an undo that somebody wanted. */
export const takingBack = (stop: Act, commitId: Id, id: Id): Act => ({
  id,
  at: stop.at,
  zone: stop.zone,
  command: 'change.undo',
  args: { commitId, for: stop.id },
})

/** The act that gave way to an earlier one; null: it is none such. */
export function gaveWay({ command, args }: Header): Id | null {
  if (command !== 'change.undo') return null
  const said = z.object({ commitId: z.string(), for: z.string() }).safeParse(JSON.parse(args))
  return said.success ? said.data.commitId : null
}
