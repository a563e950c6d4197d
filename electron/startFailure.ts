// When the data cannot be opened: says what happened and the ways out. Nothing is ever deleted; a restore sets aside.
import type { App, Log } from '../core/ports.ts'
import { DatabaseProblem } from '../core/db/sqliteError.ts'
import type { DatabaseProblemCode } from '../core/db/sqliteError.ts'
import { appError } from '../shared/contract/errors.ts'
import type { Language } from '../shared/text/language.ts'
import type { ShellText } from '../shared/text/shell.en.ts'
import { ask as askInDialog } from './ask.ts'
import type { ElectronApi } from './electronApi.ts'
import { errorSentence } from './errorText.ts'
import { DataInUse } from './openLocked.ts'
import type { Rescue } from './rescue.ts'

export type OpenDeps = {
  open(): Promise<App>
  rescue: Rescue
  log: Log
  dataDir: string
  language(): Language
  /** How dates are written. */
  locale(): string
  words(): ShellText
}

type WayOut = 'restore' | 'startAnew' | 'retry' | 'openFolder' | 'quit'

const waysOut: Readonly<Record<DatabaseProblemCode, readonly WayOut[]>> = {
  'db.damaged': ['restore', 'retry', 'openFolder', 'quit'],
  'db.missing': ['restore', 'retry', 'openFolder', 'quit'],
  // A backup would meet the same migration, or lack what the newer version wrote.
  'db.migrationFailed': ['retry', 'openFolder', 'quit'],
  'db.newer': ['openFolder', 'quit'],
  'db.locked': ['retry', 'openFolder', 'quit'],
  'disk.readonly': ['retry', 'openFolder', 'quit'],
  'disk.full': ['retry', 'openFolder', 'quit'],
}

/** The open application; null: the person chose to quit. */
export async function openOrExplain(electron: ElectronApi, deps: OpenDeps): Promise<App | null> {
  if (deps.rescue.lostDatabase() && (await mayStart(electron, deps, 'lost')) === false) return null
  for (;;) {
    try {
      return await deps.open()
    } catch (error) {
      deps.log.error('start.failed', error)
      if (!(await mayStart(electron, deps, error))) return null
    }
  }
}

/** Asks until a way out was taken: true to try to open, false to quit. */
async function mayStart(electron: ElectronApi, deps: OpenDeps, cause: unknown): Promise<boolean> {
  let problem = cause
  for (;;) {
    const way = await ask(electron, deps, problem)
    if (way === 'quit') return false
    if (way === 'retry' || way === 'startAnew') return true
    if (way === 'openFolder') {
      const failure = await electron.shell.openPath(deps.dataDir)
      if (failure !== '') deps.log.error('folder.open', new Error(failure))
      continue
    }
    try {
      deps.rescue.restore()
      return true
    } catch (error) {
      deps.log.error('restore.failed', error)
      problem = error
    }
  }
}

async function ask(electron: ElectronApi, deps: OpenDeps, problem: unknown): Promise<WayOut> {
  const { failure } = deps.words()
  const ways = waysFor(problem).filter((way) => way !== 'restore' || deps.rescue.newestBackup() !== null)
  const response = await askInDialog(electron, {
    type: 'error',
    title: failure.title,
    message: await sentence(deps, problem),
    detail: [...backupLine(deps, problem), failure.folder(deps.dataDir)].join('\n\n'),
    buttons: ways.map((way) => failure[way]),
    defaultId: 0,
    cancelId: ways.length - 1,
    noLink: true,
  })
  return ways[response] ?? 'quit'
}

function waysFor(problem: unknown): readonly WayOut[] {
  if (problem === 'lost') return ['restore', 'startAnew', 'openFolder', 'quit']
  if (problem instanceof DatabaseProblem) return waysOut[problem.code]
  return problem instanceof DataInUse ? ['retry', 'quit'] : ['retry', 'openFolder', 'quit']
}

async function sentence({ language, words }: OpenDeps, problem: unknown): Promise<string> {
  const { failure } = words()
  if (problem === 'lost') return failure.missing
  if (problem instanceof DataInUse) return failure.held
  if (problem instanceof DatabaseProblem) return errorSentence(appError(problem.code), language())
  return problem instanceof Error ? `${failure.unexpected}\n${problem.message}` : failure.unexpected
}

function backupLine({ rescue, locale, words }: OpenDeps, problem: unknown): string[] {
  if (!waysFor(problem).includes('restore')) return []
  const backup = rescue.newestBackup()
  if (backup === null) return [words().failure.noBackup]
  const at = new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'short' }).format(backup.at)
  return [words().failure.backup(at)]
}
