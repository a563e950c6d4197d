// Decides one command within the caller's transaction: the same for the pipeline of this device, for what a rebase runs again, and for a
// server. Who, when, where and under which id is given from outside; on a refusal, and where nothing changes, the caller rolls back.
import { workDateOf } from '../shared/base/dayRule.ts'
import type { Instant } from '../shared/base/instant.ts'
import type { Result } from '../shared/base/result.ts'
import { fail, ok } from '../shared/base/result.ts'
import { isSame } from '../shared/base/same.ts'
import type { CommandName, RequestName } from '../shared/contract/contract.ts'
import { requests } from '../shared/contract/contract.ts'
import type { Access } from '../shared/contract/access.ts'
import type { AppError } from '../shared/contract/errors.ts'
import { appError } from '../shared/contract/errors.ts'
import { moduleOf } from '../shared/contract/moduleOf.ts'
import type { Id } from '../shared/entities/entity.ts'
import type { Change } from '../shared/entities/registry.ts'
import type { ModuleName } from '../shared/entities/module.ts'
import { isModuleOn } from '../shared/rules/module.ts'
import { isPermitted } from '../shared/rules/permission.ts'
import type { User } from '../shared/entities/user.ts'
import type { Actor, Decision, RuleContext } from '../shared/rules/rule.ts'
import { commandHandlers } from './commands/handlers.ts'
import type { Committed } from './commit.ts'
import { commitChanges } from './commit.ts'
import type { Data, WritableData } from './db/data.ts'
import { ownerOf } from './facts/owner.ts'
import { dayRule, organisationOf } from './facts/reads.ts'
import { timersShown } from './facts/sight.ts'
import type { QueryContext } from './queries/query.ts'

/** Typed notes are saved every two seconds; see CommitInfo.quiet. */
const QUIET: ReadonlySet<CommandName> = new Set(['timer.note'])
export const isQuiet = (name: CommandName): boolean => QUIET.has(name)

/** Who it is, where they are there and at work; null: nobody who may ask for anything. */
export function actorOf(data: Data, userId: Id): Actor | null {
  const user = data.find('user', userId)
  return user === null ? null : actorIn(user)
}

/** null: they may do nothing any more. */
export const actorIn = ({ id, active, removed, role }: User): Actor | null =>
  active && !removed ? { userId: id, role } : null

/** When, where and by whom something is asked. */
export const contextOf = (data: Data, actor: Actor | null, now: Instant, zone: string): QueryContext => ({
  actor,
  now,
  today: workDateOf(now, dayRule(data)),
  zone,
})

/** May that be asked for? null: it may. */
export function askRefusal(
  data: Data,
  actor: Actor | null,
  name: RequestName,
  args: object,
): AppError | null {
  // Before the set-up there is nobody; only what needs no rights can then find anything to do.
  if (actor !== null && !mayAsk(data, actor, requests[name].access, args))
    return appError('request.notPermitted', { values: { name } })
  const module = moduleOf(name)
  return module !== null && !isOn(data, actor, module) ? appError('module.off', { values: { module } }) : null
}

/** Is it about nobody but whom the actor may ask about? What cannot be told to be their own is not. */
function mayAsk(data: Data, actor: Actor, access: Access, args: object): boolean {
  // Most requests are for everybody, and then nobody's thing is looked up.
  if (access[actor.role] === 'all') return true
  return isPermitted(actor, access, ownerOf(data, access, args, actor.userId), organisationOf(data))
}

/** What is switched off is refused to everybody, whatever they may (F12). */
const isOn = (data: Data, actor: Actor | null, module: ModuleName): boolean =>
  isModuleOn(organisationOf(data), actor === null ? null : data.find('user', actor.userId), module)

/** A refusal names the timers in the way, but no colleague's to whom they are not shown (F10). */
function asShown(data: Data, actor: Actor | null, error: AppError): AppError {
  const { details } = error
  if (details?.timers === undefined) return error
  return { ...error, details: { ...details, timers: timersShown(data, actor, details.timers) } }
}

/** `committed` null: nothing changes. */
export type Decided = { value: unknown; committed: Committed | null }

export function decideCommand(
  data: WritableData,
  name: CommandName,
  args: object,
  ctx: QueryContext,
  id: Id,
  clockOff: number | null = null,
): Result<Decided, AppError> {
  if (ctx.actor === null && name !== 'organisation.setUp') return fail(appError('setup.missing'))
  const fresh = new Set<Id>()
  const ruleContext: RuleContext = {
    ...ctx,
    actor: ctx.actor ?? { userId: '', role: 'administrator' },
    newId: () => {
      const made = fresh.size === 0 ? id : `${id}-${fresh.size + 1}`
      fresh.add(made)
      return made
    },
  }
  const handler = commandHandlers[name] as (d: Data, a: object, c: RuleContext) => Decision<unknown>
  const decision = handler(data, args, ruleContext)
  if (!decision.ok) return fail(asShown(data, ctx.actor, decision.error))
  const { changes, value } = decision.value
  // What is saved as it was is no change: it has no line in the history, and no undo that would do nothing. To take back what changed
  // nothing marks it as taken back, and is a change.
  const isAsItWas = (change: Change) =>
    change.op === 'put' &&
    !fresh.has(change.value.id) &&
    isSame(data.find(change.entity, change.value.id), change.value)
  if (name === 'change.undo' ? changes.length === 0 : changes.every(isAsItWas))
    return ok({ value, committed: null })
  const committed = commitChanges(data, changes, {
    id,
    at: ctx.now,
    actorId: ctx.actor?.userId ?? null,
    command: name,
    args,
    overTimers: 'overTimers' in args && args.overTimers === true,
    ...('reason' in args && typeof args.reason === 'string' ? { reason: args.reason } : {}),
    ...(name === 'change.undo' && 'commitId' in args ? { undoes: String(args.commitId) } : {}),
    quiet: isQuiet(name),
    ...(clockOff === null ? {} : { clockOff }),
    fresh,
  })
  return committed.ok
    ? ok({ value, committed: committed.value })
    : fail(asShown(data, ctx.actor, committed.error))
}
