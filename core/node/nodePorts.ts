// The world as Node shows it: the ports that the desktop program, the host and the command line have in common.
import { randomFillSync } from 'node:crypto'
import { uptime } from 'node:os'
import { join, resolve } from 'node:path'
import envPaths from 'env-paths'
import { ulid } from 'ulid'
import type { Clock } from '../../shared/base/clock.ts'
import type { Abilities } from '../../shared/contract/organisation.ts'
import { createFileLog, silentLog } from './fileLog.ts'
import type { Ports, Scheduler } from '../ports.ts'
import { programFolder, programVersion } from './programFolder.ts'

export type NodePortsOptions = {
  /** null: a database in memory. */
  dataDir: string | null
  abilities: Abilities
  /** Where no save dialog is: leave it out. */
  askSavePath?: Ports['askSavePath']
  showFolder?: Ports['showFolder']
}

/** Makes the ports; touches no file but package.json and the migrations' folder. */
export function createNodePorts({ dataDir, abilities, askSavePath, showFolder }: NodePortsOptions): Ports {
  const folder = programFolder()
  const log =
    dataDir === null
      ? silentLog
      : createFileLog(join(dataDir, 'logs'), realClock, { program: abilities.shell })
  return {
    clock: realClock,
    newId: () => ulid(undefined, random),
    scheduler: realScheduler,
    log,
    dataDir,
    migrationsDir: join(folder, 'drizzle', 'sqlite'),
    systemZone,
    version: programVersion(folder),
    abilities,
    firstScreenMs: 10_000,
    ...(askSavePath ? { askSavePath } : {}),
    ...(showFolder ? { showFolder } : {}),
  }
}

/** By itself the library asks the system for each letter of an id, which took as long as all that a command reads. */
const pool = new Uint8Array(1024)
let used = pool.length
function random(): number {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  return (pool[used++] ?? 0) / 256
}

/** The folder named on the command line, else DAYBOOK_DATA, else where this system keeps a user's data. */
export function dataFolder(
  named: string | undefined,
  environment: Record<string, string | undefined>,
): string {
  const chosen = named || environment.DAYBOOK_DATA
  return chosen ? resolve(chosen) : envPaths('Daybook', { suffix: '' }).data
}

/** Asking takes 0.2 ms, several times what most answers take; so a change of the system's setting is seen within a minute. */
export function systemZone(): string {
  const now = realClock.monotonic()
  if (zone === null || now >= zone.until)
    zone = { name: new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC', until: now + 60_000 }
  return zone.name
}
let zone: { name: string; until: number } | null = null

// oxlint-disable no-restricted-globals -- the one place where the ports get their clock
export const realClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  uptime: () => uptime() * 1000,
}
// oxlint-enable no-restricted-globals

export const realScheduler: Scheduler = {
  every(ms, run) {
    const timer = setInterval(run, ms)
    timer.unref()
    return () => clearInterval(timer)
  },
}
