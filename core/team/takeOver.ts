// What of a stop that does not count can still be used: what was typed with it goes to the session that was recorded instead.
import { z } from 'zod'
import type { Data } from '../db/data.ts'
import type { AttentionItem } from './attention.ts'

const Stop = z.object({ timerId: z.string(), note: z.string().optional() })

/** An edit of the recorded session; null: it is no such stop, nothing was typed, or it stands there already. */
export function noteToTakeOver(
  data: Data,
  { command, args, meant }: AttentionItem,
): { entryId: string; note: string } | null {
  const stop = command === 'timer.stop' ? Stop.safeParse(args) : undefined
  if (stop?.success !== true) return null
  const { timerId } = stop.data
  const timer = data.find('timer', timerId)
  if (timer !== null && timer.state !== 'stopped') return null
  const recorded = meant.flatMap(({ entity, after }) =>
    entity === 'timeEntry' && after !== null ? [after] : [],
  )
  const typed = (stop.data.note ?? recorded[0]?.note ?? '').trim()
  const [entry] = data.where('timeEntry', 'session_id = +? ORDER BY start_at DESC LIMIT 1', timerId)
  if (typed === '' || entry === undefined || entry.note.includes(typed)) return null
  return { entryId: entry.id, note: [entry.note, typed].filter((part) => part !== '').join('\n') }
}
