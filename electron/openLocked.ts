// Opens the data for one program at a time: two that watch over the same timer would both ask about the same gap.
import { createApp } from '../core/app.ts'
import { acquireInstanceLock } from '../core/db/instanceLock.ts'
import { makeDataFolder } from '../core/db/ownerOnly.ts'
import { problemOrError } from '../core/db/sqliteError.ts'
import type { App, Ports } from '../core/ports.ts'

/** Another program of ours (the host in a browser) has the data open. */
export class DataInUse extends Error {}

/** Throws DatabaseProblem or DataInUse; nothing is then left open or locked. */
export async function openLocked(ports: Ports & { dataDir: string }): Promise<App> {
  try {
    makeDataFolder(ports.dataDir)
  } catch (error) {
    throw problemOrError(error, { file: ports.dataDir })
  }
  const lock = acquireInstanceLock(ports.dataDir, { pid: process.pid })
  if (!lock.acquired) throw new DataInUse('another program has the data open')
  try {
    const app = await createApp(ports)
    const close = async () => {
      try {
        await app.close()
      } finally {
        lock.release()
      }
    }
    return { ...app, close }
  } catch (error) {
    lock.release()
    throw error
  }
}
