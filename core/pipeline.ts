// The way of every request: known? valid? permitted? then decide and commit, or read. The only place that does so.
import { workDateOf } from '../shared/base/dayRule.ts'
import type { Reply } from '../shared/contract/channel.ts'
import type { CommandName, DeviceCommandName, QueryName, RequestName } from '../shared/contract/contract.ts'
import { isCommandName, isQueryName, isRequestName } from '../shared/contract/contract.ts'
import type { AppError } from '../shared/contract/errors.ts'
import { appError } from '../shared/contract/errors.ts'
import { endsBeforeStart } from '../shared/contract/range.ts'
import { readArgs } from '../shared/contract/readArgs.ts'
import type { Instant } from '../shared/base/instant.ts'
import type { Id } from '../shared/entities/entity.ts'
import type { Effect, EntityName } from '../shared/entities/registry.ts'
import type { Actor } from '../shared/rules/rule.ts'
import type { Committed } from './commit.ts'
import type { Data, WritableData } from './db/data.ts'
import { askRefusal, decideCommand, isQuiet } from './decide.ts'
import { refusalOfDatabase } from './db/refusalOfDatabase.ts'
import type { Ports } from './ports.ts'
import type { QueryContext, QueryHandlers } from './queries/query.ts'
import { dayRule } from './facts/reads.ts'
import { currentUser } from './kept/session.ts'

/** A device command acts at once and answers; it may take its time. */
export type DeviceHandler = (args: never, ctx: QueryContext) => Promise<Reply<unknown>> | Reply<unknown>
export type DeviceHandlers = Record<DeviceCommandName, DeviceHandler>

export type PipelineDeps = {
  ports: Pick<Ports, 'clock' | 'newId' | 'log' | 'systemZone'>
  data: WritableData
  device: DeviceHandlers
  queries: QueryHandlers<QueryName>
  /** Who asks, where that is not whoever sits at this device: on the server, who has signed in. */
  actor?(): Actor
  committed(entities: EntityName[], commitId: string): void
  /**
   * Before each command: that the file is still the one that is open, and that no session is stopped by a wall clock that was
   * just set. What it throws is the command's answer.
   */
  beforeCommand(): void
  /** Nobody has shown yet that they are the current user (core/lock.ts). */
  refusesWhileLocked(name: RequestName): boolean
  /** What cannot be done as things are here; null: it can. */
  refuses(name: RequestName): AppError | null
  /** Has the check of the file or a request found damage? Then what fails unexpectedly fails because of it. */
  damaged(): boolean
  /** A request has met damage: SQLite's check does not find all that its reading does. */
  foundDamage(): void
  /** Within a commit that touches a timer: from its first moment on, a timer that runs has a sign of life beside it. */
  markAlive(effects: readonly Effect[]): void
  /** Within the commit, right before its end: what must be on disk with it, or not at all. */
  beforeCommit(act: Act, committed: Committed): void
  /** Does in a thread what would keep everybody waiting here; null: it does not. */
  apart(name: CommandName, args: object, ctx: QueryContext): Promise<Reply<unknown>> | null
  /** Settles when an import has been written, which nobody else of this process can write beside; null: none is. */
  writing(): Promise<void> | null
  /**
   * For whatever may write here: what a team's server sent, and takes long to take in, is taken back for it, or settles when it is in. null:
   * the way is free.
   */
  makeWay(): Promise<void> | null
}

/** A command as it was given here: by these its server decides it again. */
export type Act = { id: Id; at: Instant; zone: string; command: string; args: object }

const refusal = (error: AppError): Reply<never> => ({ ok: false, error })

/** They touch no data, and are wanted most where the data cannot be written. */
const BESIDE: ReadonlySet<RequestName> = new Set([
  'logs.open',
  'export.show',
  'mail.open',
  'incident.report',
  'desktop.test',
  'diagnostics.save',
  'update.check',
  'update.install',
  'browser.end',
])

/** `commitId`: what a command is to be known by; a new one without it. */
export type Pipeline = (name: string, args: unknown, commitId?: Id) => Promise<Reply<unknown>>

export function createPipeline(deps: PipelineDeps): Pipeline {
  const { ports, data } = deps

  const context = (): QueryContext => {
    const now = ports.clock.now()
    const actor = deps.actor === undefined ? whoSits(data) : deps.actor()
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
  const answer = (name: RequestName, args: object, as?: Id): Promise<Reply<unknown>> | Reply<unknown> => {
    if (!isQueryName(name) && !BESIDE.has(name)) deps.beforeCommand()
    return isQueryName(name)
      ? data.reading(() => decide(name, args))
      : data.remembering(() => decide(name, args, as))
  }

  const decide = (name: RequestName, args: object, as?: Id): Promise<Reply<unknown>> | Reply<unknown> => {
    if (deps.refusesWhileLocked(name)) return refusal(appError('session.locked'))
    const not = deps.refuses(name)
    if (not !== null) return refusal(not)
    const ctx = context()
    const { actor } = ctx
    const refused = askRefusal(data, actor, name, args)
    if (refused !== null) return refusal(refused)
    if (isQueryName(name)) {
      const handler = deps.queries[name] as (d: Data, a: object, c: QueryContext) => Reply<unknown>
      return handler(data, args, ctx)
    }
    if (isCommandName(name)) return deps.apart(name, args, ctx) ?? runCommand(name, args, ctx, as)
    return deps.device[name](args as never, ctx)
  }

  const takeBack = (): void => {
    // Also where SQLite has rolled back by itself, as it does on a full disk: what was read since may never have been.
    data.forget()
    if (data.db.inTransaction) data.db.exec('ROLLBACK')
  }

  const runCommand = (
    name: CommandName,
    args: object,
    ctx: QueryContext,
    commitId: Id = ports.newId(),
  ): Reply<unknown> => {
    data.run('BEGIN IMMEDIATE')
    try {
      data.lookAgain()
      const decided = decideCommand(data, name, args, ctx, commitId)
      if (!decided.ok) {
        takeBack()
        return refusal(decided.error)
      }
      const { value, committed } = decided.value
      if (committed === null) {
        takeBack()
        return { ok: true, value }
      }
      if (committed.entities.includes('timer')) deps.markAlive(committed.effects)
      deps.beforeCommit({ id: commitId, at: ctx.now, zone: ctx.zone, command: name, args }, committed)
      data.run('COMMIT')
      deps.committed(committed.entities, commitId)
      return isQuiet(name) ? { ok: true, value } : { ok: true, value, commitId }
    } catch (error) {
      takeBack()
      throw error
    }
  }

  return async (name, args, commitId) => {
    if (!isRequestName(name))
      return refusal(appError('request.unknown', { values: { name: String(name).slice(0, 80) } }))
    try {
      const read = readArgs(name, args)
      if (!read.ok) return refusal(read.error)
      if (endsBeforeStart(read.value)) return refusal(appError('range.endBeforeStart'))
      // Of several that wait one begins, and may write for long itself.
      if (isCommandName(name)) for (let ends; (ends = deps.writing()) !== null;) await ends
      if (!isQueryName(name) && !BESIDE.has(name))
        for (let ends; (ends = deps.makeWay()) !== null;) await ends
      const reply = answer(name, read.value, commitId)
      return reply instanceof Promise ? await reply : reply
    } catch (error) {
      return refusal(toAppError(error, name, deps))
    }
  }
}

function whoSits(data: Data): Actor | null {
  const user = currentUser(data)
  return user === null ? null : { userId: user.id, role: user.role }
}

function toAppError(error: unknown, name: string, { ports, damaged, foundDamage }: PipelineDeps): AppError {
  const incident = ports.newId()
  ports.log.error('request.failed', error, { request: name, incident })
  const refusal = refusalOfDatabase(error)
  if (refusal === null) return { code: damaged() ? 'db.damaged' : 'internal', incident }
  if (refusal.code === 'db.damaged') foundDamage()
  return { ...refusal, incident }
}
