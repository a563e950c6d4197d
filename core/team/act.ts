// An act as it was given on some device, decided again: on the server for everybody, on the device after others were earlier. Who, when,
// where and under which id is what it was; nothing is taken from who sits here now. Must run inside a transaction or a savepoint, which
// the caller takes back on a refusal.
import { z } from 'zod'
import type { Instant } from '../../shared/base/instant.ts'
import { once } from '../../shared/base/once.ts'
import { ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import { fail } from '../../shared/base/result.ts'
import type { CommandName } from '../../shared/contract/contract.ts'
import { isCommandName } from '../../shared/contract/contract.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import { readArgs } from '../../shared/contract/readArgs.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Effect } from '../../shared/entities/registry.ts'
import type { Actor } from '../../shared/rules/rule.ts'
import { broughtUp } from '../../shared/team/versions.ts'
import { CLOCK_MAY_BE_OFF_MS } from '../../shared/team/clocks.ts'
import type { Seen } from '../../shared/team/meaning.ts'
import { conflictsWith } from '../../shared/team/meaning.ts'
import type { WritableData } from '../db/data.ts'
import type { Decided } from '../decide.ts'
import { askRefusal, contextOf, decideCommand, isQuiet } from '../decide.ts'
import type { Header } from './chain.ts'
import { decideNotice, isNotice } from './notices.ts'

/** `version`: in which version of the protocol it was said. */
export type Act = {
  id: Id
  at: Instant
  zone: string
  command: string
  args: unknown
  version?: number | undefined
}

export type Judged = {
  /** When it arrived, by the server's clock: what goes by a limit of time is held against it too. */
  arrivedAt?: Instant
  /** How far the clock was off there, which is noted with the act. */
  clockOff?: number | null
  /** What the edit saw of the fields that it changes. */
  seen?: Seen
}

export function decideAct(
  data: WritableData,
  said: Act,
  actor: Actor | null,
  { arrivedAt, seen, clockOff = null }: Judged = {},
): Result<Decided, AppError> {
  const act = broughtUp(said)
  if (actor === null) return fail(appError('request.notPermitted', { values: { name: act.command } }))
  if (isNotice(act.command)) return decideNotice(data, act, actor, clockOff)
  if (!isCommandName(act.command) || NEVER_SENT.has(act.command))
    return fail(appError('request.unknown', { values: { name: act.command.slice(0, 80) } }))
  const read = readArgs(act.command, act.args)
  if (!read.ok) return read
  const args = read.value
  const ctx = contextOf(data, actor, act.at, act.zone)
  const refused = askRefusal(data, actor, act.command, args)
  if (refused !== null) return fail(refused)
  if (arrivedAt !== undefined) {
    const judged = judgedAt(data, act, actor, args, arrivedAt)
    if (judged !== null) return fail(judged)
  }
  const decided = decideCommand(data, act.command, args, ctx, act.id, clockOff)
  if (!decided.ok || decided.value.committed === null) return decided
  const { effects } = decided.value.committed
  // An id that comes from elsewhere could be one that something has already: then what is new would write over it.
  if (effects.some((effect) => isHandedOut(act.id, effect) && effect.before !== null))
    return fail(appError('request.invalid', { fields: { id: 'is taken' } }))
  if (seen !== undefined && conflictsWith(seen, effects)) return fail(appError('team.conflict'))
  return ok(decided.value)
}

/** The firm is set up once, and where it becomes a team it is there. */
const NEVER_SENT: ReadonlySet<string> = new Set(['organisation.setUp'])
/** A clock that is wrong could undo what is too old, or close a period that has not come. */
const BY_THE_CLOCK: ReadonlySet<string> = new Set(['change.undo', 'period.close'])

/** A day that has not come yet, whatever the device took it for. What a timer has measured is recorded as it was. */
const IN_FUTURE: ReadonlySet<string> = new Set(['entry.inFuture', 'invoice.inFuture', 'invoice.sentInFuture'])

/** The refusal that the moment of arrival brings, where what is asked for is limited by time; null: none. */
function judgedAt(
  data: WritableData,
  act: Act,
  actor: Actor,
  args: object,
  arrivedAt: Instant,
): AppError | null {
  const ahead = act.at - arrivedAt
  if (ahead > 0 && ahead <= CLOCK_MAY_BE_OFF_MS) return null
  const limited = BY_THE_CLOCK.has(act.command)
  if (!limited && (ahead <= 0 || act.command.startsWith('timer.'))) return null
  const then = contextOf(data, actor, arrivedAt, act.zone)
  const judged = inSavepoint(data, () => decideCommand(data, act.command as CommandName, args, then, act.id))
  return !judged.ok && (limited || IN_FUTURE.has(judged.error.code)) ? judged.error : null
}

const isHandedOut = (id: Id, { after }: Effect): boolean =>
  after !== null && (after.id === id || after.id.startsWith(`${id}-`))

/** Looks at what would be, and leaves nothing. */
function inSavepoint<T>(data: WritableData, work: () => T): T {
  data.run('SAVEPOINT look')
  try {
    return work()
  } finally {
    data.run('ROLLBACK TO look')
    data.run('RELEASE look')
    data.forget()
  }
}

const Given = once(() => z.object({ reason: z.string(), commitId: z.string() }).partial())

/** What the commit says of itself; as commitChanges writes it into the trail. */
export function headerOf(said: Act, actorId: Id | null, clockOff: number | null = null): Header {
  const { id, at, command, args } = broughtUp(said)
  const given = Given().safeParse(args)
  const { reason = null, commitId = null } = given.success ? given.data : {}
  return {
    id,
    at,
    actorId,
    command,
    args: JSON.stringify(args),
    reason,
    undoes: command === 'change.undo' ? commitId : null,
    quiet: isCommandName(command) && isQuiet(command),
    ...(clockOff === null ? {} : { clockOff }),
  }
}
