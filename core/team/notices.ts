// What a device notes by itself: time that nobody watched a timer, a clock that was set, a meeting that is over. In a team these are acts
// like any other; of timers only those of who sits at the device.
import { z } from 'zod'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import { GapCause } from '../../shared/entities/gap.ts'
import type { Change } from '../../shared/entities/registry.ts'
import { clockSet } from '../../shared/rules/clock.ts'
import { noticeAbsence } from '../../shared/rules/gap.ts'
import type { Actor } from '../../shared/rules/rule.ts'
import { occurrencesOf } from '../../shared/rules/occurrences.ts'
import { commitChanges } from '../commit.ts'
import type { Data, WritableData } from '../db/data.ts'
import type { Decided } from '../decide.ts'
import { logFacts } from '../facts/meetingLog.ts'
import { organisationOf } from '../facts/reads.ts'
import { isMissing, recordOver } from '../watch/meetingOver.ts'
import type { Act } from './act.ts'

const Span = { from: z.int(), to: z.int(), timerIds: z.array(z.string().max(64)).max(100).optional() }
const Over = z.object({ meetingId: z.string().max(64), at: z.int(), userId: z.string().max(64) })
const ARGS = {
  'gap.notice': z.object({ cause: GapCause, ...Span }),
  'clock.adjusted': z.object({ byMs: z.int(), ...Span }),
} as const
export type Notice = keyof typeof ARGS
export type NoticeArgs<N extends Notice> = z.infer<(typeof ARGS)[N]>

const OVER = 'meeting.over'

export const isNotice = (command: string): boolean => command === OVER || Object.hasOwn(ARGS, command)

/** `timerIds`: those that this device watches; without it all that run here. null: there is nothing to note. */
export function noticed<N extends Notice>(
  data: Data,
  notice: N,
  args: NoticeArgs<N>,
  newId: () => string,
  userId?: string,
): Change[] | null {
  const { timerIds } = args
  const watched = data
    .where('timer', "state <> 'stopped'")
    .filter(
      (timer) =>
        (timerIds === undefined || timerIds.includes(timer.id)) &&
        (userId === undefined || timer.userId === userId),
    )
  if (notice === 'clock.adjusted')
    return watched.length === 0 ? null : clockSet(watched, data.list('gap'), args)
  const { cause } = args as NoticeArgs<'gap.notice'>
  const running = watched.filter(({ state }) => state === 'running')
  const changes = noticeAbsence(running, data.list('gap'), { ...args, cause }, newId)
  return changes.length === 0 ? null : changes
}

export function decideNotice(
  data: WritableData,
  act: Act,
  actor: Actor,
  clock: number | null = null,
): Result<Decided, AppError> {
  const clockOff = clock ?? undefined
  if (act.command === OVER) return decideOver(data, act, actor, clockOff)
  const notice = act.command as Notice
  const parsed = ARGS[notice].safeParse(act.args)
  if (!parsed.success) return fail(appError('request.invalid'))
  const { id, at } = act
  let used = 0
  const changes = noticed(data, notice, parsed.data as never, () => `${id}-${++used}`, actor.userId)
  if (changes === null) return ok({ value: null, committed: null })
  const done = commitChanges(data, changes, {
    id,
    at,
    actorId: null,
    command: notice,
    args: act.args,
    clockOff,
  })
  return done.ok ? ok({ value: null, committed: done.value }) : done
}

/** An item that is in the log already, from whichever device, changes nothing. */
function decideOver(
  data: WritableData,
  act: Act,
  actor: Actor,
  clockOff: number | undefined,
): Result<Decided, AppError> {
  const parsed = Over.safeParse(act.args)
  if (!parsed.success) return fail(appError('request.invalid'))
  const { meetingId, at, userId } = parsed.data
  if (actor.role === 'employee' && actor.userId !== userId)
    return fail(appError('request.notPermitted', { values: { name: OVER } }))
  const nothing = ok({ value: null, committed: null })
  const organisation = organisationOf(data)
  const meeting = data.find('meeting', meetingId)
  const occurrence = meeting === null ? undefined : [...occurrencesOf(meeting)].find((one) => one.at === at)
  if (organisation === null || meeting === null || occurrence === undefined) return nothing
  if (!meeting.logged || occurrence.endAt > act.at || !meeting.userIds.includes(userId)) return nothing
  const facts = logFacts(data, organisation, meetingId)
  if (!isMissing(data, meeting, occurrence, userId, facts)) return nothing
  const entries = recordOver(data, meeting, occurrence, userId, facts, act.at, act.id)
  if (!entries.ok) return entries
  const { id, args } = act
  const done = commitChanges(data, entries.value.changes, {
    id,
    at: act.at,
    actorId: null,
    command: OVER,
    args,
    clockOff,
  })
  return done.ok ? ok({ value: null, committed: done.value }) : done
}
