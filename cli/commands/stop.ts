// `daybook stop` and `daybook discard`: a session ends, recorded or not.
import type { EntryView } from '../../shared/contract/entry.ts'
import type { Outcome } from '../output.ts'
import type { Session } from '../session.ts'
import { readTime } from '../times.ts'
import { dateAndTime, clockTime, duration, what } from '../words.ts'
import type { TimerChoice } from './timers.ts'
import { chosenTimer } from './timers.ts'

export type StopOptions = TimerChoice & { note?: string; at?: string }

export async function stop(session: Session, options: StopOptions): Promise<Outcome> {
  const { state, organisation } = await session.setUp()
  const timer = await chosenTimer(session, options, ['running', 'paused', 'stopped'])
  const at = options.at === undefined ? {} : { at: readTime(options.at, state.now, organisation.zone) }
  const note = options.note === undefined ? {} : { note: options.note }
  const entryIds =
    timer.state === 'stopped'
      ? (await session.ask('timer.record', { timerId: timer.id, ...note })).entryIds
      : await stopAndRecord(session, { timerId: timer.id, ...at, ...note })
  const entries = []
  for (const entryId of entryIds) entries.push(await session.ask('entry.get', { entryId }))
  return { value: { timerId: timer.id, entries }, text: recorded(entries, organisation.zone) }
}

/** A terminal has no Time Log Entry dialog: where the organisation wants one, what it would propose is recorded. */
async function stopAndRecord(
  session: Session,
  args: { timerId: string; note?: string; at?: number },
): Promise<string[]> {
  const stopped = await session.ask('timer.stop', { ...args, dialog: false })
  if (!stopped.awaitsRecord) return stopped.entryIds
  return (await session.ask('timer.record', { timerId: args.timerId })).entryIds
}

export function recorded(entries: readonly EntryView[], zone: string): string {
  return entries
    .map((entry) => {
      const overlap = entry.overlaps ? ', overlaps another entry' : ''
      const times = `${dateAndTime(entry.startAt, zone)} – ${clockTime(entry.endAt, zone)}`
      return `Recorded ${what(entry)}, ${times}, ${duration(entry.durationMs)} h${overlap}.`
    })
    .join('\n')
}

export async function discard(session: Session, options: TimerChoice): Promise<Outcome> {
  await session.setUp()
  const timer = await chosenTimer(session, options, ['running', 'paused', 'stopped'])
  const { draftId } = await session.ask('timer.discard', { timerId: timer.id })
  const kept = draftId === null ? '' : ' What was typed and timed is kept as a draft for 30 days.'
  return { value: { timerId: timer.id, draftId }, text: `Discarded ${what(timer)}.${kept}` }
}
