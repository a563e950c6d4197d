// The commands that act on this device or its data folder, and the queries about the application itself.
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { isMailAddress, mailAddresses, mailtoUrl } from '../shared/base/mailto.ts'
import { fail, ok } from '../shared/base/result.ts'
import type { AppEvent, Reply } from '../shared/contract/channel.ts'
import type { ApplicationQueryName, ParsedArgsOf } from '../shared/contract/contract.ts'
import type { AppState } from '../shared/contract/organisation.ts'
import { stateOf } from './appState.ts'
import { appError } from '../shared/contract/errors.ts'
import type { ErrorCode } from '../shared/contract/errors.ts'
import { analyse } from './db/analyse.ts'
import { listBackups } from './db/backup.ts'
import type { WritableData } from './db/data.ts'
import { indexNotes, markNotesStale } from './derived/notes.ts'
import { markTotalsStale, recountTotals } from './derived/totals.ts'
import type { ExportJobs } from './export/jobs.ts'
import { givenTemplate } from './export/template/givenTemplate.ts'
import type { Imports } from './imports/imports.ts'
import type { Uploads } from './imports/uploads.ts'
import type { Lock } from './lock.ts'
import type { Team } from './team/team.ts'
import type { Undos } from './undo/undos.ts'
import { attentionViews } from './team/attentionViews.ts'
import { teamState } from './team/state.ts'
import type { Maintenance } from './maintenance/maintenance.ts'
import type { DeviceHandlers } from './pipeline.ts'
import type { Ports } from './ports.ts'
import type { QueryContext, QueryHandlers } from './queries/query.ts'
import { organisationOf } from './facts/reads.ts'
import { loadSample } from './sample/loadSample.ts'
import { preferences, setPreferences } from './kept/session.ts'

export type Storage = { checked: AppState['storage']['checked'] }

export type DeviceDeps = {
  ports: Ports
  data: WritableData
  file: string | null
  storage: Storage
  exports: ExportJobs
  maintenance: Maintenance
  lock: Lock
  uploads: Uploads
  team: Team
  imports: Imports
  undos: Undos
  /** A request of the application itself, by the way of every request. */
  run(name: string, args: object): Promise<Reply<unknown>>
  publish(event: AppEvent): void
}

export const backupFolder = (dataDir: string): string => join(dataDir, 'backups')

export function deviceHandlers(deps: DeviceDeps): DeviceHandlers {
  const { ports, data, publish } = deps
  let reading: { cancelled: boolean } | null = null
  return {
    'session.switchUser': (args: ParsedArgsOf<'session.switchUser'>, ctx: QueryContext) => {
      const state = teamState(data)
      if (state !== null && state.userId !== args.userId) return fail(appError('team.oneUser'))
      const switched = deps.lock.switchUser(args, ctx.now)
      if (switched.ok) publish({ type: 'deviceChanged' })
      return switched
    },
    'session.setPin': (args: ParsedArgsOf<'session.setPin'>, ctx: QueryContext) => {
      const set = deps.lock.setPin(args, ctx, () => ports.newId())
      if (set.ok) publish({ type: 'changed', entities: ['user'], commitId: null })
      if (set.ok) publish({ type: 'deviceChanged' })
      return set
    },
    'preferences.save': (args: ParsedArgsOf<'preferences.save'>) => {
      setPreferences(data, { ...preferences(data), ...args })
      publish({ type: 'deviceChanged' })
      return ok(null)
    },
    'sample.load': async (args: ParsedArgsOf<'sample.load'>, ctx: QueryContext): Promise<Reply<unknown>> => {
      if (teamState(data) !== null) return fail(appError('team.noSample'))
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
    'everything.load': async (
      args: ParsedArgsOf<'everything.load'>,
      ctx: QueryContext,
    ): Promise<Reply<unknown>> => {
      // Loaded only here: hardly any start needs it.
      const { readBack } = await import('./everything/readBack.ts')
      if (reading !== null) return fail(appError('import.busy'))
      const current = (reading = { cancelled: false })
      try {
        return await readBack(args, ctx, deps, () => current.cancelled)
      } finally {
        reading = null
      }
    },
    'everything.cancel': () => {
      if (reading !== null) reading.cancelled = true
      return ok(null)
    },
    'export.start': async (
      { what, path, ...given }: ParsedArgsOf<'export.start'>,
      { actor }: QueryContext,
    ) => {
      const template = await givenTemplate(given, deps.uploads, actor?.userId ?? null)
      if (!template.ok) return template
      return deps.exports.start(what, {
        ...(path === undefined ? {} : { path }),
        ...(template.value === null ? {} : { template: template.value }),
      })
    },
    'export.cancel': (args: ParsedArgsOf<'export.cancel'>) => deps.exports.cancel(args.jobId),
    'export.show': (args: ParsedArgsOf<'export.show'>) => {
      const path = deps.exports.get(args.jobId)?.path ?? null
      if (path === null) return fail(appError('notFound.export'))
      if (ports.showFile === undefined) return fail(appError('device.unavailable'))
      ports.showFile(path)
      return ok(null)
    },
    'mail.open': async (mail: ParsedArgsOf<'mail.open'>): Promise<Reply<unknown>> => {
      if (!mailAddresses(mail.to).every(isMailAddress)) return fail(appError('mail.noAddress'))
      if (ports.openMail === undefined) return fail(appError('device.unavailable'))
      const failure = await ports.openMail(mailtoUrl(mail))
      if (failure === null) return ok(null)
      ports.log.info('mail.open', { failure })
      return fail(appError('mail.noProgram'))
    },
    'upload.part': ({ uploadId, part }: ParsedArgsOf<'upload.part'>, { actor }: QueryContext) =>
      deps.uploads.add(uploadId, part, actor?.userId ?? null),
    'calendar.import': async (args: ParsedArgsOf<'calendar.import'>, ctx: QueryContext) => {
      // Loaded only here: hardly any start needs it.
      const { importFile } = await import('./ical/importFile.ts')
      return importFile(args, ctx, deps)
    },
    'import.open': (args: ParsedArgsOf<'import.open'>, ctx: QueryContext) => deps.imports.open(args, ctx),
    'import.check': (args: ParsedArgsOf<'import.check'>, ctx: QueryContext) => deps.imports.check(args, ctx),
    'import.rows': (args: ParsedArgsOf<'import.rows'>, ctx: QueryContext) => deps.imports.rows(args, ctx),
    'import.run': (args: ParsedArgsOf<'import.run'>, ctx: QueryContext) => deps.imports.run(args, ctx),
    'import.cancel': ({ importId }: ParsedArgsOf<'import.cancel'>, ctx: QueryContext) =>
      deps.imports.cancel(importId, ctx),
    'import.close': ({ importId }: ParsedArgsOf<'import.close'>, ctx: QueryContext) =>
      deps.imports.end(importId, ctx),
    'change.tryUndo': ({ commitId }: ParsedArgsOf<'change.tryUndo'>, ctx: QueryContext) =>
      deps.undos.attempt(commitId, ctx),
    'change.cancelUndo': ({ commitId }: ParsedArgsOf<'change.cancelUndo'>) => {
      deps.undos.cancel(commitId)
      return ok(null)
    },
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
    'desktop.test': async ({ what }: ParsedArgsOf<'desktop.test'>): Promise<Reply<unknown>> =>
      ports.desktop === undefined ? fail(appError('device.unavailable')) : ok(await ports.desktop.test(what)),
    'update.check': async (): Promise<Reply<unknown>> =>
      ports.desktop === undefined
        ? fail(appError('device.unavailable'))
        : ok(await ports.desktop.checkUpdate()),
    'update.install': () => {
      if (ports.desktop === undefined) return fail(appError('device.unavailable'))
      ports.desktop.quit()
      return ok(null)
    },
    'diagnostics.save': async (): Promise<Reply<unknown>> => {
      if (ports.desktop === undefined) return fail(appError('device.unavailable'))
      const path = await ports.desktop.saveDiagnostics()
      return ok(path === null ? null : { path })
    },
    'browser.end': ({ browserId }: ParsedArgsOf<'browser.end'>) => {
      if (ports.browsers === undefined) return fail(appError('device.unavailable'))
      return ports.browsers.end(browserId) ? ok(null) : fail(appError('notFound.browser'))
    },
    'team.create': (args: ParsedArgsOf<'team.create'>) => deps.team.create(args),
    'team.join': (args: ParsedArgsOf<'team.join'>) => deps.team.join(args),
    'team.sync': () => deps.team.sync(),
    'team.leave': () => deps.team.leave(),
    'team.invite': (args: ParsedArgsOf<'team.invite'>) => deps.team.invite(args),
    'team.members': () => deps.team.members(),
    'team.devices': () => deps.team.devices(),
    'team.revoke': ({ deviceId }: ParsedArgsOf<'team.revoke'>) => deps.team.revoke(deviceId),
    'team.beginBrowser': ({ server }: ParsedArgsOf<'team.beginBrowser'>) => deps.team.beginBrowser(server),
    'team.askBrowser': () => deps.team.askBrowser(),
    'team.drawFactor': (args: ParsedArgsOf<'team.drawFactor'>) => deps.team.drawFactor(args),
    'team.signIn': () => deps.team.signIn(),
    'team.changePassword': (args: ParsedArgsOf<'team.changePassword'>) => deps.team.changePassword(args),
    'team.setFactor': (args: ParsedArgsOf<'team.setFactor'>) => deps.team.setFactor(args),
    'team.dropFactor': (args: ParsedArgsOf<'team.dropFactor'>) => deps.team.dropFactor(args),
    'team.renewRecoveryCodes': (args: ParsedArgsOf<'team.renewRecoveryCodes'>) =>
      deps.team.renewRecoveryCodes(args),
    'team.setRules': (args: ParsedArgsOf<'team.setRules'>) => deps.team.setRules(args),
    'team.passwordCode': ({ userId }: ParsedArgsOf<'team.passwordCode'>) => deps.team.passwordCode(userId),
    'team.resetFactor': ({ userId }: ParsedArgsOf<'team.resetFactor'>) => deps.team.resetFactor(userId),
    'team.signInHistory': () => deps.team.signInHistory(),
    'attention.retry': ({ attentionId }: ParsedArgsOf<'attention.retry'>) => deps.team.retry(attentionId),
    'attention.keep': ({ attentionId }: ParsedArgsOf<'attention.keep'>) => deps.team.settle(attentionId),
    'attention.drop': ({ attentionId }: ParsedArgsOf<'attention.drop'>) => deps.team.drop(attentionId),
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

export function applicationQueries(deps: DeviceDeps): QueryHandlers<ApplicationQueryName> {
  const { ports, data } = deps
  return {
    'app.state': (_, __, ctx) =>
      ok(
        stateOf(data, ctx, {
          version: ports.version,
          abilities: ports.abilities,
          preferences: preferences(data),
          pins: deps.lock.state(),
          storage: { checked: deps.storage.checked, dataFolder: ports.dataDir ?? '' },
        }),
      ),
    'export.get': (_, { jobId }) => {
      const job = deps.exports.get(jobId)
      return job === null ? fail(appError('notFound.export')) : ok(job)
    },
    'team.status': () => ok(deps.team.status()),
    'attention.list': () => ok(attentionViews(data)),
    'browser.list': () => ok(ports.browsers?.list() ?? []),
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
