// Where one member sits in browsers: the pipeline of every program over the server's own copy, with the member as who asks, always. What is
// read is read there; what is to be changed is decided at once with the pen, as an act of a device is (push.ts), and answered.
import { join } from 'node:path'
import type { Logger } from 'pino'
import { stateOf } from '../../core/appState.ts'
import { isQuiet } from '../../core/decide.ts'
import type { WritableData } from '../../core/db/data.ts'
import { framesOf as framesOfPage } from '../../core/device.ts'
import { createEvents } from '../../core/events.ts'
import type { ExportJobs } from '../../core/export/jobs.ts'
import { createExportJobs } from '../../core/export/jobs.ts'
import { givenTemplate } from '../../core/export/template/givenTemplate.ts'
import { createUploads } from '../../core/imports/uploads.ts'
import type { DeviceHandler, DeviceHandlers } from '../../core/pipeline.ts'
import { createPipeline } from '../../core/pipeline.ts'
import type { Log } from '../../core/ports.ts'
import { queryHandlers } from '../../core/queries/handlers.ts'
import type { QueryContext } from '../../core/queries/query.ts'
import type { Clock } from '../../shared/base/clock.ts'
import { fail, ok } from '../../shared/base/result.ts'
import type { AppEvent, Reply, Unsubscribe } from '../../shared/contract/channel.ts'
import type { CommandName, ParsedArgsOf } from '../../shared/contract/contract.ts'
import { deviceCommands } from '../../shared/contract/contract.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Abilities, Preferences } from '../../shared/contract/organisation.ts'
import { DEFAULT_PREFERENCES, Preferences as PreferencesSchema } from '../../shared/contract/organisation.ts'
import type { Actor } from '../../shared/rules/rule.ts'
import type { Language } from '../../shared/text/language.ts'
import { languageFor } from '../../shared/text/language.ts'
import type { SentAct } from '../../shared/team/protocol.ts'
import { PROTOCOL } from '../../shared/team/protocol.ts'
import type { Database } from '../database.ts'
import { faultOf } from '../log.ts'
import type { Organisation } from '../organisation.ts'
import { scopeNow, tell } from '../organisation.ts'
import { push } from '../push.ts'
import { Refused } from '../refused.ts'
import type { OF_A_PAGE } from './offers.ts'
import { isOffered, isRefusedHere } from './offers.ts'

/** What the browser says of itself with each request. */
export type Asked = {
  /** The session that is signed in. */
  sessionId: string
  /** Where the person is: what they record says so. */
  zone: string
  languages: readonly string[]
}

export type Seat = {
  invoke(name: string, args: unknown, asked: Asked): Promise<Reply<unknown>>
  subscribe(on: (event: AppEvent) => void): Unsubscribe
  publish(event: AppEvent): void
  /** Of which version its screens have last been drawn; -1: of none. */
  drawnAt(): number
  /** A finished workbook that this member had made. */
  exportFile(jobId: string): { path: string; fileName: string } | null
  /** Nobody looks: what is ready to be fetched, and what was handed over, goes. */
  close(): Promise<void>
}

export type SeatDeps = {
  database: Database
  organisation: Organisation
  orgId: string
  userId: string
  clock: Clock
  newId(): string
  log: Logger
  version: string
  /** Where workbooks lie until they are fetched. */
  folder: string
}

const ABILITIES: Abilities = {
  shell: 'server',
  tray: false,
  globalShortcuts: false,
  saveDialog: false,
  windows: false,
}

type Built = {
  data: WritableData
  exports: ExportJobs
  invoke(name: string, args: unknown): Promise<Reply<unknown>>
}

export function createSeat(deps: SeatDeps): Seat {
  const { database, organisation, orgId, userId, clock, newId, version } = deps
  const { replica, recent, turn, failures } = organisation
  const log = logOf(deps.log)
  const events = createEvents(log)
  const publish = (event: AppEvent): void => events.publish(event)
  const uploads = createUploads(newId)
  /** Of the request that is being answered: set right before it, in the same turn of the program. */
  let asked: Asked = { sessionId: '', zone: 'UTC', languages: [] }
  let actor: Actor = { userId, role: 'employee' }
  let liked: Preferences = DEFAULT_PREFERENCES
  let built: Built | null = null
  let drawnAt = -1

  const language = (): Language => languageFor(liked.language, asked.languages)
  const ports = {
    clock,
    newId,
    log,
    version,
    dataDir: join(deps.folder, orgId, userId),
    systemZone: () => asked.zone,
  }

  const decide = async (
    name: CommandName,
    args: object,
    { now: at, zone }: QueryContext,
    sessionId: string,
  ): Promise<Reply<unknown>> => {
    const act: SentAct = {
      n: 0,
      id: newId(),
      at,
      zone,
      command: name,
      args: args as SentAct['args'],
      version: PROTOCOL,
    }
    const session = { org: orgId, deviceId: sessionId, userId, revoked: false, browser: true } as const
    const pushDeps = {
      database,
      clock,
      newId,
      replica,
      recent,
      failures,
      log: (event: string, more: object) => deps.log.warn({ event, ...more }),
    }
    try {
      const { outcomes, version: reached, made, values } = await turn(() => push(pushDeps, session, [act]))
      const [outcome] = outcomes
      if (outcome?.kind === 'refused') return fail(outcome.error as AppError)
      if (outcome?.kind !== 'done') throw new Error('an act of a browser was put aside')
      if (made > 0) tell(organisation, reached)
      const value = values.get(act.id)
      return outcome.seq === null || isQuiet(name)
        ? { ok: true, value }
        : { ok: true, value, commitId: act.id }
    } catch (error) {
      if (error instanceof Refused) return fail(error.error)
      throw error
    }
  }

  const build = (data: WritableData): Built => {
    const exports = createExportJobs({
      ports,
      data,
      file: replica.file,
      asker: () => ({ actor, language: language() }),
      publish,
    })
    const invoke = createPipeline({
      ports,
      data,
      actor: () => actor,
      device: deviceOf(data, exports),
      queries: queryHandlers({
        'app.state': (_, __, ctx) => {
          const own = { version, abilities: ABILITIES, preferences: liked, pins: null }
          const storage = { checked: 'sound', dataFolder: '' } as const
          return ok(stateOf(data, ctx, { ...own, storage }, isOffered))
        },
        'export.get': (_, { jobId }) => {
          const job = exports.get(jobId)
          return job === null ? fail(appError('notFound.export')) : ok(job)
        },
        // What is done here is decided at once: nothing waits, and what is refused is answered so.
        'team.status': () => ok({ team: null, waiting: 0, attention: 0 }),
        'attention.list': () => ok([]),
        'browser.list': () => ok([]),
        'backup.list': () => ok([]),
      }),
      refuses: (name) => (isRefusedHere(name) ? appError('device.unavailable') : null),
      apart: (name, args, ctx) => decide(name, args, ctx, asked.sessionId),
      writing: () => null,
      makeWay: () => null,
      refusesWhileLocked: () => false,
      damaged: () => false,
      foundDamage: () => undefined,
      // Who watches a timer, and what is committed to this copy, is not decided here.
      beforeCommand: () => undefined,
      beforeCommit: () => undefined,
      committed: () => undefined,
      markAlive: () => undefined,
    })
    return { data, exports, invoke }
  }

  const deviceOf = (data: WritableData, exports: ExportJobs): DeviceHandlers => {
    const offered: Record<(typeof OF_A_PAGE)[number], DeviceHandler> = {
      'preferences.save': async (args: ParsedArgsOf<'preferences.save'>) => {
        liked = { ...liked, ...args }
        await database.all(
          `INSERT INTO web_preferences (org, user_id, value) VALUES ($1, $2, $3)
           ON CONFLICT (org, user_id) DO UPDATE SET value = excluded.value`,
          orgId,
          userId,
          JSON.stringify(liked),
        )
        publish({ type: 'deviceChanged' })
        return ok(null)
      },
      'upload.part': ({ uploadId, part }: ParsedArgsOf<'upload.part'>) => uploads.add(uploadId, part, userId),
      'calendar.import': (args: ParsedArgsOf<'calendar.import'>, ctx: QueryContext) =>
        importCalendar(args, ctx, data, asked.sessionId),
      'export.start': async ({ what, ...given }: ParsedArgsOf<'export.start'>) => {
        // All that there is holds what is nobody else's business: that archive is a device's.
        if (what.kind === 'everything') return fail(appError('device.unavailable'))
        const template = await givenTemplate(given, uploads, userId)
        if (!template.ok) return template
        return exports.start(what, template.value === null ? {} : { template: template.value })
      },
      'export.cancel': ({ jobId }: ParsedArgsOf<'export.cancel'>) => exports.cancel(jobId),
      'incident.report': ({ stack }: ParsedArgsOf<'incident.report'>) => {
        const incident = newId()
        log.info('page.fault', { incident, stack: framesOfPage(stack) })
        return ok({ incident })
      },
    }
    const none: DeviceHandler = () => fail(appError('device.unavailable'))
    const rest = Object.keys(deviceCommands).map((name) => [name, none])
    return { ...(Object.fromEntries(rest) as DeviceHandlers), ...offered }
  }

  const importCalendar = async (
    args: ParsedArgsOf<'calendar.import'>,
    ctx: QueryContext,
    data: WritableData,
    sessionId: string,
  ): Promise<Reply<unknown>> => {
    // Loaded only here: hardly any start needs it.
    const { importFile } = await import('../../core/ical/importFile.ts')
    return importFile(args, ctx, {
      ports,
      data,
      uploads,
      run: (name, given) => decide(name, given, ctx, sessionId),
    })
  }

  const readLiked = async (): Promise<Preferences> => {
    const [row] = await database.all<{ value: string }>(
      'SELECT value FROM web_preferences WHERE org = $1 AND user_id = $2',
      orgId,
      userId,
    )
    const stored = PreferencesSchema.partial().safeParse(JSON.parse(row?.value ?? '{}'))
    return { ...DEFAULT_PREFERENCES, ...(stored.success ? stored.data : {}) }
  }

  /** The copy is where the organisation is, and who asks is who they are there now. */
  const ready = async (): Promise<Built> => {
    const { scope } = await scopeNow(database, organisation, { org: orgId, userId }, clock)
    actor = { userId, role: scope.role }
    const { data } = replica
    if (built?.data !== data) {
      const before = built
      built = build(data)
      await before?.exports.close()
    }
    return built
  }

  return {
    invoke: async (name, args, from) => {
      const preferences = LIKED.has(name) ? await readLiked() : null
      // Asked within the turn and waited for outside of it: what is decided with the pen needs a turn of its own.
      const { reply } = await turn(async () => {
        const { invoke } = await ready()
        asked = from
        liked = preferences ?? liked
        if (name === 'app.state') drawnAt = replica.version()
        return { reply: invoke(name, args) }
      })
      return reply
    },
    subscribe: events.subscribe,
    publish,
    drawnAt: () => drawnAt,
    exportFile: (jobId) => built?.exports.file(jobId) ?? null,
    close: async () => {
      events.clear()
      await built?.exports.close()
      built = null
    },
  }
}

/** They go by how the person likes it, which another process may have written. */
const LIKED: ReadonlySet<string> = new Set(['app.state', 'preferences.save', 'export.start'])

const logOf = (log: Logger): Log => ({
  info: (event, details) => log.info({ event, ...details }),
  error: (event, error, details) => log.error({ event, ...faultOf(error), ...details }),
})
