// The log of a program: JSON lines in the data folder, rotated by size, without what people are called or have written.
import { appendFileSync, renameSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../../shared/base/clock.ts'
import { makeFolder } from '../db/makeFolder.ts'
import type { Log } from '../ports.ts'

const MAX_BYTES = 1024 * 1024
const KEPT = 4

/** Writes to daybook.log; older parts are daybook.1.log (the youngest) to daybook.4.log. */
export function createFileLog(
  folder: string,
  clock: Clock,
  { program, maxBytes = MAX_BYTES }: { program: string; maxBytes?: number },
): Log {
  const file = join(folder, 'daybook.log')
  let failed = false
  const write = (level: string, event: string, details: Record<string, unknown>) => {
    const line = JSON.stringify({ at: clock.now(), level, program, pid: process.pid, event, ...details })
    try {
      makeFolder(folder)
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) >= maxBytes) rotate(folder)
      appendFileSync(file, `${line}\n`, { mode: 0o600 })
      failed = false
    } catch (error) {
      // A full or read-only disk must not stop the program, which says so by itself where it matters.
      if (!failed) process.stderr.write(`daybook: the log cannot be written: ${reasonOf(error)}\n`)
      failed = true
    }
  }
  return {
    info: (event, details = {}) => write('info', event, details),
    error: (event, error, details = {}) => write('error', event, { ...details, ...describe(error) }),
  }
}

/** For programs without a data folder. */
export const silentLog: Log = { info: () => undefined, error: () => undefined }

function rotate(folder: string): void {
  for (let number = KEPT; number >= 1; number -= 1) {
    const from = join(folder, number === 1 ? 'daybook.log' : `daybook.${number - 1}.log`)
    if (statSync(from, { throwIfNoEntry: false })) renameSync(from, join(folder, `daybook.${number}.log`))
  }
}

/** What quotes or SQL literals hold may be somebody's name or note, and a home folder is named after its owner. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  return {
    error: error.name,
    ...code,
    message: anonymous(error.message).slice(0, 500),
    stack: frames.slice(0, 12).map(anonymous),
  }
}

function anonymous(text: string): string {
  return text
    .replaceAll(homedir(), '~')
    .replaceAll(/"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|`[^`]*`|(?<![\p{L}\d])'[^']*'/gu, '"…"')
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
