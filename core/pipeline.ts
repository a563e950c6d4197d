// The way of every request: known? valid? permitted? then decide and commit, or read. The only place that does so.
import { workDateOf } from '../shared/base/dayRule.ts'
import type { Reply } from '../shared/contract/channel.ts'
import type { CommandName, DeviceCommandName, QueryName, RequestName } from '../shared/contract/contract.ts'
import { isCommandName, isQueryName, isRequestName, requests } from '../shared/contract/contract.ts'
import type { AppError } from '../shared/contract/errors.ts'
import { appError } from '../shared/contract/errors.ts'
import { misfit, misfits } from '../shared/contract/misfit.ts'
import type { EntityName } from '../shared/entities/registry.ts'
import type { Actor, Decision, RuleContext } from '../shared/rules/rule.ts'
import { isPermitted } from '../shared/rules/permission.ts'
import { commandHandlers } from './commands/handlers.ts'
import { commitChanges } from './commit.ts'
import type { Data } from './db/data.ts'
import { toDatabaseProblem } from './db/sqliteError.ts'
import { ownerOf } from './owner.ts'
import type { Ports } from './ports.ts'
import type { QueryContext, QueryHandlers } from './queries/query.ts'
import { dayRule } from './reads.ts'
import { currentUser } from './session.ts'

/** A device command acts at once and answers; it may take its time. */
export type DeviceHandler = (args: never, ctx: QueryContext) => Promise<Reply<unknown>> | Reply<unknown>
export type DeviceHandlers = Record<DeviceCommandName, DeviceHandler>

export type PipelineDeps = {
  ports: Pick<Ports, 'clock' | 'newId' | 'log' | 'systemZone'>
  data: Data
  device: DeviceHandlers
  queries: QueryHandlers<QueryName>
  committed(entities: EntityName[], commitId: string): void
  /**
   * Before each command: that the file is still the one that is open, and that no session is stopped by a wall clock that was
   * just set. What it throws is the command's answer.
   */
  beforeCommand(): void
  /** Has the check of the file found damage? Then what fails unexpectedly fails because of it. */
  damaged(): boolean
  /** Within a commit that touches a timer: from its first moment on, a timer that runs has a sign of life beside it. */
  markAlive(): void
}

const refusal = (error: AppError): Reply<never> => ({ ok: false, error })

/** They touch no data, and are wanted most where the data cannot be written. */
const BESIDE: ReadonlySet<RequestName> = new Set(['logs.open', 'incident.report'])

/** Typed notes are saved every two seconds; see CommitInfo.quiet. */
const QUIET: ReadonlySet<CommandName> = new Set(['timer.note'])

export function createPipeline(deps: PipelineDeps): (name: string, args: unknown) => Promise<Reply<unknown>> {
  const { ports, data } = deps

  const context = (): QueryContext => {
    const now = ports.clock.now()
    const user = currentUser(data)
    const actor: Actor | null = user === null ? null : { userId: user.id, role: user.role }
    const today = workDateOf(now, dayRule(data))
    return {
      actor,
      now,
      today,
      // Few ask, and the system takes its time over the first answer.
      get zone() {
        return ports.systemZone()
      },
    }
  }

  /** All that is answered at once is answered within this turn: nobody else of this process comes between. */
  const answer = (name: RequestName, args: object): Promise<Reply<unknown>> | Reply<unknown> => {
    if (!isQueryName(name) && !BESIDE.has(name)) deps.beforeCommand()
    return isQueryName(name)
      ? data.reading(() => decide(name, args))
      : data.remembering(() => decide(name, args))
  }

  const decide = (name: RequestName, args: object): Promise<Reply<unknown>> | Reply<unknown> => {
    const ctx = context()
    const { actor } = ctx
    // Before the set-up there is nobody; only what needs no rights can then find anything to do.
    if (actor !== null && !isPermitted(actor, name, ownerOf(data, args, actor.userId)))
      return refusal(appError('request.notPermitted', { values: { name } }))
    if (isQueryName(name)) {
      const handler = deps.queries[name] as (d: Data, a: object, c: QueryContext) => Reply<unknown>
      return handler(data, args, ctx)
    }
    if (isCommandName(name)) return runCommand(name, args, ctx)
    return deps.device[name](args as never, ctx)
  }

  const takeBack = (): void => {
    // Also where SQLite has rolled back by itself, as it does on a full disk: what was read since may never have been.
    data.forget()
    if (data.db.inTransaction) data.db.exec('ROLLBACK')
  }

  const runCommand = (name: CommandName, args: object, ctx: QueryContext): Reply<unknown> => {
    if (ctx.actor === null && name !== 'organisation.setUp') return refusal(appError('setup.missing'))
    const commitId = ports.newId()
    let used = 0
    const ruleContext: RuleContext = {
      ...ctx,
      actor: ctx.actor ?? { userId: '', role: 'administrator' },
      newId: () => (used++ === 0 ? commitId : `${commitId}-${used}`),
    }
    data.run('BEGIN IMMEDIATE')
    try {
      data.lookAgain()
      const handler = commandHandlers[name] as (d: Data, a: object, c: RuleContext) => Decision<unknown>
      const decision = handler(data, args, ruleContext)
      if (!decision.ok) {
        takeBack()
        return decision
      }
      const { changes, value } = decision.value
      if (changes.length === 0) {
        takeBack()
        return { ok: true, value }
      }
      const committed = commitChanges(data, changes, {
        id: commitId,
        at: ctx.now,
        actorId: ctx.actor?.userId ?? null,
        command: name,
        args,
        ...('reason' in args && typeof args.reason === 'string' ? { reason: args.reason } : {}),
        ...(name === 'change.undo' && 'commitId' in args ? { undoes: String(args.commitId) } : {}),
        quiet: QUIET.has(name),
      })
      if (!committed.ok) {
        takeBack()
        return committed
      }
      if (committed.value.entities.includes('timer')) deps.markAlive()
      data.run('COMMIT')
      deps.committed(committed.value.entities, commitId)
      return QUIET.has(name) ? { ok: true, value } : { ok: true, value, commitId }
    } catch (error) {
      takeBack()
      throw error
    }
  }

  return async (name, args) => {
    if (!isRequestName(name))
      return refusal(appError('request.unknown', { values: { name: String(name).slice(0, 80) } }))
    try {
      const parsed = requests[name].args.safeParse(args, { error: misfit })
      if (!parsed.success) return refusal(appError('request.invalid', { fields: misfits(parsed.error) }))
      const reply = answer(name, parsed.data)
      return reply instanceof Promise ? await reply : reply
    } catch (error) {
      return refusal(toAppError(error, name, deps))
    }
  }
}

function toAppError(error: unknown, name: string, { ports, damaged }: PipelineDeps): AppError {
  const incident = ports.newId()
  ports.log.error('request.failed', error, { request: name, incident })
  const problem = toDatabaseProblem(error)
  if (problem === null) return { code: damaged() ? 'db.damaged' : 'internal', incident }
  return { ...appError(problem.code, { values: { file: String(problem.details.file ?? '') } }), incident }
}
