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

export type LaterStop = { id: Id; actorId: Id | null }

/** The stop that counts and was later than this one; null: this is no stop, it is the later one, or something else has been done since. */
export function laterStop(data: Data, { command, at, args }: Act): LaterStop | null {
  const stop = command === STOP ? StopArgs.safeParse(args) : undefined
  if (stop?.success !== true) return null
  const { timerId } = stop.data
  const timer = data.find('timer', timerId)
  if (timer !== null && timer.state !== 'stopped') return null
  const last = data.get<LaterStop & { at: number; command: string; args: string }>(
    `SELECT c.id, c.at, c.actor_id AS actorId, c.command, c.args FROM audit a JOIN commit_log c ON c.id = a.commit_id
     WHERE a.entity = 'timer' AND a.entity_id = +? ORDER BY a.seq DESC LIMIT 1`,
    timerId,
  )
  if (last?.command !== STOP) return null
  return momentOf(at, args) < momentOf(last.at, JSON.parse(last.args)) ? last : null
}

/** What the server takes back for it; `for` tells it from an undo that somebody wanted, and `of` whose act it was that gave way. */
export const takingBack = (stop: Act, later: LaterStop, id: Id): Act => ({
  id,
  at: stop.at,
  zone: stop.zone,
  command: 'change.undo',
  args: { commitId: later.id, for: stop.id, of: later.actorId },
})

const TakingBack = z.object({ commitId: z.string(), for: z.string(), of: z.string().nullish() })

const takenBackBy = ({ command, args }: Header): z.infer<typeof TakingBack> | null =>
  command === 'change.undo' ? (TakingBack.safeParse(JSON.parse(args)).data ?? null) : null

/** The act that gave way to an earlier one; null: it is none such. */
export const gaveWay = (header: Header): Id | null => takenBackBy(header)?.commitId ?? null

/** Who is to hear of it, whether they may see what came of it or not; null: nobody, or it is not said. */
export const whoseGaveWay = (header: Header): Id | null => takenBackBy(header)?.of ?? null
