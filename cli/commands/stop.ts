// `daybook stop` and `daybook discard`: a session ends, recorded or not.
import { isAmount } from '../../shared/rules/amount.ts'
import type { EntryView } from '../../shared/contract/entry.ts'
import type { PartialSubject, Subject } from '../../shared/entities/subject.ts'
import { FLAGS, SOMES, TEXTS } from '../../shared/entities/subject.ts'
import type { Outcome } from '../output.ts'
import type { Session } from '../session.ts'
import { subjectFrom } from '../subject.ts'
import type { SubjectOptions } from '../subjectOptions.ts'
import { flagSaid } from '../subjectOptions.ts'
import { readTime } from '../times.ts'
import { clockTime, duration, what, startOf } from '../words.ts'
import type { TimerChoice } from './timers.ts'
import { chosenTimer } from './timers.ts'

export type StopOptions = TimerChoice & SubjectOptions & { note?: string; at?: string }

export async function stop(session: Session, options: StopOptions): Promise<Outcome> {
  const { state, organisation } = await session.setUp()
  const timer = await chosenTimer(session, options, ['running', 'paused', 'stopped'])
  const at = options.at === undefined ? {} : { at: readTime(options.at, state.now, organisation.zone) }
  const note = options.note === undefined ? {} : { note: options.note }
  const said = await saidAtTheEnd(session, options, timer)
  if (said !== null) await session.ask('timer.edit', { timerId: timer.id, ...said })
  const { entryIds, exceptionIds } =
    timer.state === 'stopped'
      ? await session.ask('timer.record', { timerId: timer.id, ...note })
      : await stopAndRecord(session, { timerId: timer.id, ...at, ...note })
  const entries = []
  for (const entryId of entryIds) entries.push(await session.ask('entry.get', { entryId }))
  const late =
    exceptionIds.length === 0
      ? []
      : ['Part of it falls into the closed period. It waits for a manager: see “daybook period exceptions”.']
  return {
    value: { timerId: timer.id, entries, exceptionIds },
    text: [recorded(entries, organisation.zone), ...late].filter(Boolean).join('\n'),
  }
}

/** Tags are added to those that it has; a text or a flag replaces the one before. null: nothing was said. */
async function saidAtTheEnd(session: Session, options: StopOptions, timer: Subject) {
  const said = await subjectFrom(session, options, false)
  const lists = SOMES.map(({ field }) => [field, [...new Set([...timer[field], ...said[field]])]])
  const texts = TEXTS.flatMap(({ field, part }) =>
    options[part] === undefined ? [] : [[field, said[field]]],
  )
  const flags = FLAGS.flatMap(({ field, part }) =>
    flagSaid(options, part) === undefined ? [] : [[field, said[field]]],
  )
  const plain = [...texts, ...flags]
  const none = plain.length === 0 && SOMES.every(({ field }) => said[field].length === 0)
  return none ? null : (Object.fromEntries([...lists, ...plain]) as PartialSubject)
}

/** A terminal has no Time Log Entry dialog: where the organisation wants one, what it would propose is recorded. */
async function stopAndRecord(
  session: Session,
  args: { timerId: string; note?: string; at?: number },
): Promise<{ entryIds: string[]; exceptionIds: string[] }> {
  const stopped = await session.ask('timer.stop', { ...args, dialog: false })
  return stopped.awaitsRecord ? session.ask('timer.record', { timerId: args.timerId }) : stopped
}

export function recorded(entries: readonly EntryView[], zone: string): string {
  return entries
    .map((entry) => {
      const overlap = entry.overlaps ? ', overlaps another entry' : ''
      const times = `${startOf(entry, zone)}${isAmount(entry) ? '' : ` – ${clockTime(entry.endAt, zone)}`}`
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
