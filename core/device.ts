// The commands that act on this device or its data folder, and the queries about the application itself.
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fail, ok } from '../shared/base/result.ts'
import type { AppEvent, Reply } from '../shared/contract/channel.ts'
import type { ParsedArgsOf } from '../shared/contract/contract.ts'
import type { AppState, organisationQueries } from '../shared/contract/organisation.ts'
import { appError } from '../shared/contract/errors.ts'
import type { ErrorCode } from '../shared/contract/errors.ts'
import { PERMISSIONS } from '../shared/rules/permission.ts'
import { analyse } from './db/analyse.ts'
import { listBackups } from './db/backup.ts'
import type { Data } from './db/data.ts'
import { indexNotes, markNotesStale } from './db/notes.ts'
import { markTotalsStale, recountTotals } from './db/totals.ts'
import type { ExportJobs } from './export/jobs.ts'
import type { Maintenance } from './maintenance.ts'
import type { DeviceHandlers } from './pipeline.ts'
import type { Ports } from './ports.ts'
import type { QueryContext, QueryHandlers } from './queries/query.ts'
import { organisationOf, rulesOf } from './reads.ts'
import { loadSample } from './sample/loadSample.ts'
import { preferences, setCurrentUser, setPreferences } from './session.ts'

export type Storage = { checked: AppState['storage']['checked'] }

export type DeviceDeps = {
  ports: Ports
  data: Data
  file: string | null
  storage: Storage
  exports: ExportJobs
  maintenance: Maintenance
  publish(event: AppEvent): void
}

export const backupFolder = (dataDir: string): string => join(dataDir, 'backups')

export function deviceHandlers(deps: DeviceDeps): DeviceHandlers {
  const { ports, data, publish } = deps
  return {
    'session.switchUser': (args: ParsedArgsOf<'session.switchUser'>) => {
      const user = data.find('user', args.userId)
      if (user === null) return fail(appError('notFound.user'))
      if (!user.active) return fail(appError('record.inactiveUser', { values: { name: user.name } }))
      setCurrentUser(data, user.id)
      publish({ type: 'deviceChanged' })
      return ok(null)
    },
    'preferences.save': (args: ParsedArgsOf<'preferences.save'>) => {
      setPreferences(data, { ...preferences(data), ...args })
      publish({ type: 'deviceChanged' })
      return ok(null)
    },
    'sample.load': async (args: ParsedArgsOf<'sample.load'>, ctx: QueryContext): Promise<Reply<unknown>> => {
      if (organisationOf(data) !== null) return fail(appError('sample.notEmpty'))
      const options = { seed: args.seed ?? 1, zone: ctx.zone, currency: 'EUR', now: ctx.now }
      markTotalsStale(data)
      markNotesStale(data)
      const counts = await loadSample(
        data.db,
        args.entries === undefined ? options : { ...options, entries: args.entries },
      )
      data.forget()
      recountTotals(data)
      while (indexNotes(data)) await nextTurn()
      analyse(data.db)
      publish({ type: 'changed', entities: 'all', commitId: null })
      publish({ type: 'deviceChanged' })
      return ok(counts)
    },
    'export.start': async (args: ParsedArgsOf<'export.start'>) =>
      deps.exports.start(args.what, args.path === undefined ? {} : { path: args.path }),
    'export.cancel': (args: ParsedArgsOf<'export.cancel'>) => deps.exports.cancel(args.jobId),
    'backup.create': async (): Promise<Reply<unknown>> => {
      if (deps.file === null || ports.dataDir === null) return fail(appError('device.unavailable'))
      const now = ports.clock.now()
      const folder = backupFolder(ports.dataDir)
      const report = await deps.maintenance.run({
        file: deps.file,
        backupFolder: folder,
        now,
        backup: 'now',
        check: false,
      })
      if (report.backup === null) return fail(appError((report.problem as ErrorCode | null) ?? 'db.damaged'))
      return ok(report.backup)
    },
    'logs.open': async (): Promise<Reply<unknown>> => {
      if (ports.dataDir === null || ports.showFolder === undefined)
        return fail(appError('device.unavailable'))
      const failure = await ports.showFolder(join(ports.dataDir, 'logs'))
      if (failure === null) return ok(null)
      ports.log.info('logs.open', { failure })
      return fail(appError('device.unavailable'))
    },
    'incident.report': (args: ParsedArgsOf<'incident.report'>) => {
      const incident = ports.newId()
      ports.log.info('page.fault', { incident, stack: framesOf(args.stack) })
      return ok({ incident })
    },
  }
}

const FRAMES = 30
/** Places in the program only: the message above them, or a page's text, may hold what people are called or have written. */
export const framesOf = (stack: string): string[] =>
  stack
    .split('\n')
    .map((line) =>
      /^\s*at [\w$.<>[\] ]{0,100}\(?(?:https?|app):\/\/[\w./:@-]{1,200}\)?$/.exec(line)?.[0].trim(),
    )
    .filter((line) => line !== undefined)
    .slice(0, FRAMES)

export function applicationQueries(deps: DeviceDeps): QueryHandlers<keyof typeof organisationQueries> {
  const { ports, data } = deps
  return {
    'app.state': (_, __, ctx) => {
      const { actor } = ctx
      const user = actor === null ? null : data.find('user', actor.userId)
      const organisation = organisationOf(data)
      const grants = Object.entries(PERMISSIONS)
      return ok({
        version: ports.version,
        now: ctx.now,
        organisation,
        currentUser: user,
        team: (data.get<{ n: number }>('SELECT count(*) AS n FROM user')?.n ?? 0) > 1,
        rules: rulesOf(data, user),
        permitted: grants
          .filter(([, row]) => actor !== null && row[actor.role] !== 'none')
          .map(([name]) => name),
        today: ctx.today,
        zone: organisation?.zone ?? ctx.zone,
        abilities: ports.abilities,
        preferences: preferences(data),
        storage: { checked: deps.storage.checked, dataFolder: ports.dataDir ?? '' },
      })
    },
    'export.get': (_, { jobId }) => {
      const job = deps.exports.get(jobId)
      return job === null ? fail(appError('notFound.export')) : ok(job)
    },
    'backup.list': () =>
      ok(
        ports.dataDir === null
          ? []
          : listBackups(backupFolder(ports.dataDir)).map(({ file, at, label, bytes, verified }) => ({
              file,
              at,
              label,
              bytes,
              verified,
            })),
      ),
  }
}
