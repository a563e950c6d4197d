// `daybook start`: begins a session, making what does not exist where that was asked for.
import { idOfName } from '../names.ts'
import { projectCalled } from '../projects.ts'
import type { Outcome } from '../output.ts'
import { green } from '../output.ts'
import { Refusal } from '../refusal.ts'
import type { Session } from '../session.ts'
import { readTime } from '../times.ts'
import { setUpWithDefaults } from './setup.ts'
import { sinceText, timerNow } from './timers.ts'

export type StartOptions = {
  customer?: string
  category?: string
  project?: string
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
  const named =
    options.customer === undefined ? null : await idOfName(session, 'customer', options.customer, create)
  const project =
    options.project === undefined
      ? null
      : await projectCalled(session, options.project, { customerId: named, create })
  const categoryId =
    options.category === undefined ? null : await idOfName(session, 'category', options.category, create)
  const started = await session.ask('timer.start', {
    // A project says for whom it is.
    customerId: named ?? project?.customerId ?? null,
    categoryId,
    projectId: project?.id ?? null,
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
