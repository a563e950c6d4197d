// What the shell itself remembers between starts: the main window's place, and what it has already explained.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Log } from '../core/ports.ts'

const Coordinate = z.int().min(-100_000).max(100_000)
const ShellState = z.object({
  bounds: z.object({ x: Coordinate, y: Coordinate, width: Coordinate, height: Coordinate }).nullable(),
  maximized: z.boolean(),
  /** Where the small timer was left. */
  small: z.object({ x: Coordinate, y: Coordinate }).nullable().default(null),
  /** The person was told once that closing the window leaves the app in the tray. */
  toldHidden: z.boolean(),
  /** As it was last told to the system; what somebody changed there since is not undone. */
  startsAtLogin: z.boolean().default(false),
  /** Read before the data is open, as Chromium must know it before it is ready. */
  hardwareAcceleration: z.boolean().default(true),
})
export type ShellState = z.infer<typeof ShellState>

const unknown: ShellState = {
  bounds: null,
  maximized: false,
  small: null,
  toldHidden: false,
  startsAtLogin: false,
  hardwareAcceleration: true,
}

export type ShellStateFile = {
  get(): ShellState
  set(change: Partial<ShellState>): void
}

/** A file that is missing, garbled or not writable costs nothing but a window's place. */
export function openShellState(file: string, log: Log): ShellStateFile {
  let state = read(file, log)
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change }
      try {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(`${file}.partial`, JSON.stringify(state))
        renameSync(`${file}.partial`, file)
      } catch (error) {
        log.error('shellState.write', error)
      }
    },
  }
}

function read(file: string, log: Log): ShellState {
  try {
    return ShellState.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!missing) log.error('shellState.read', error)
    return unknown
  }
}
