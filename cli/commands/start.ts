// `daybook start`: begins a session, making what does not exist where that was asked for.
import type { Outcome } from '../output.ts'
import { green } from '../output.ts'
import { Refusal } from '../refusal.ts'
import type { Session } from '../session.ts'
import { subjectFrom } from '../subject.ts'
import type { SubjectOptions } from '../subjectOptions.ts'
import { readTime } from '../times.ts'
import { setUpWithDefaults } from './setup.ts'
import { sinceText, timerNow } from './timers.ts'

export type StartOptions = SubjectOptions & {
  note?: string
  at?: string
  switch?: boolean
  create?: boolean
}

export async function start(session: Session, options: StartOptions): Promise<Outcome> {
  const create = options.create === true
  if (create) await setUpWithDefaults(session)
  const { state, organisation } = await session.setUp()
  const { zone } = organisation
  const at = options.at === undefined ? {} : { at: readTime(options.at, state.now, zone) }
  if (create) await refuseBeforeMaking(session, options)
  const started = await session.ask('timer.start', {
    ...(await subjectFrom(session, options, create)),
    ...at,
    ...(options.note === undefined ? {} : { note: options.note }),
    ...(options.switch === true ? { switch: true } : {}),
  })
  const timer = await timerNow(session, started.timerId)
  const stopped = started.stoppedEntryIds.length > 0 ? 'Stopped and recorded what ran before.\n' : ''
  return { value: { ...started, timer }, text: `${stopped}${green('Started')} ${sinceText(timer, zone)}.` }
}

/** New names are not left behind by a start that is refused for a timer that runs. */
async function refuseBeforeMaking(session: Session, options: StartOptions): Promise<void> {
  const { organisation } = await session.setUp()
  if (organisation.severalTimers || options.switch === true) return
  const { timers } = await session.ask('timer.state', {})
  if (timers.some(({ state }) => state === 'running'))
    throw new Refusal({ code: 'timer.alreadyRunning' }, SWITCH_HINT)
}

export const SWITCH_HINT = 'With --switch the running one is stopped and recorded first.'
