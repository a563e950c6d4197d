// Owns the folder of workbooks that are offered as downloads: one for each process, emptied when it ends.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Id } from '../../shared/entities/entity.ts'

export interface Downloads {
  /** Where the workbook of a job goes; the folder exists afterwards. */
  place(jobId: Id, fileName: string): string
  remove(jobId: Id): void
  close(): void
}

/** They hold pay: nobody else on this computer may read them, and what a crash left is removed at the next start. */
export function createDownloads(dataDir: string | null): Downloads {
  const root = dataDir === null ? null : join(dataDir, 'exports')
  if (root !== null) removeLeftovers(root)
  let folder: string | null = null
  const open = (): string => {
    if (folder !== null) return folder
    folder =
      root === null ? mkdtempSync(join(tmpdir(), 'daybook-exports-')) : join(root, `process-${process.pid}`)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return folder
  }
  return {
    place(jobId, fileName) {
      const place = join(open(), jobId)
      mkdirSync(place, { recursive: true, mode: 0o700 })
      return join(place, fileName)
    },
    remove(jobId) {
      if (folder !== null) rmSync(join(folder, jobId), { recursive: true, force: true })
    },
    close() {
      if (folder !== null) rmSync(folder, { recursive: true, force: true })
      folder = null
    },
  }
}

/** Other processes may be running on the same data: only folders of those that are no more are removed. */
function removeLeftovers(root: string): void {
  let names: string[]
  try {
    names = readdirSync(root)
  } catch {
    // There was no download yet; a folder that cannot be read is reported when one is to be written.
    return
  }
  for (const name of names) {
    const pid = Number(/^process-([0-9]+)$/.exec(name)?.[1])
    if (Number.isInteger(pid) && (pid === process.pid || !isAlive(pid))) {
      rmSync(join(root, name), { recursive: true, force: true })
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
