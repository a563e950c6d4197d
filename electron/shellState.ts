// What the shell itself remembers between starts: the main window's place, and what it has already explained. It is checked by hand, as the
// library that checks all else takes longer to load than Chromium should wait.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Log } from '../core/ports.ts'

type Place = { x: number; y: number }

export type ShellState = {
  bounds: (Place & { width: number; height: number }) | null
  maximized: boolean
  /** Where the small timer was left. */
  small: Place | null
  /** The person was told once that closing the window leaves the app in the tray. */
  toldHidden: boolean
  /** As it was last told to the system; what somebody changed there since is not undone. */
  startsAtLogin: boolean
  /** Read before the data is open, as Chromium must know it before it is ready. */
  hardwareAcceleration: boolean
}

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
    return checked(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!missing) log.error('shellState.read', error)
    return unknown
  }
}

const FARTHEST = 100_000
const isPlace = (value: unknown, keys: readonly string[]): boolean =>
  value === null ||
  (typeof value === 'object' &&
    keys.every((key) => {
      const coordinate = (value as Record<string, unknown>)[key]
      return Number.isInteger(coordinate) && Math.abs(coordinate as number) <= FARTHEST
    }))

/** What an older version did not write is as at first. Throws where something else stands in a field. */
function checked(written: unknown): ShellState {
  const state = { ...unknown, ...(written as Partial<ShellState> | null) }
  const isSound =
    !Array.isArray(written) &&
    isPlace(state.bounds, ['x', 'y', 'width', 'height']) &&
    isPlace(state.small, ['x', 'y']) &&
    [state.maximized, state.toldHidden, state.startsAtLogin, state.hardwareAcceleration].every(
      (flag) => typeof flag === 'boolean',
    )
  if (!isSound) throw new Error(`what it says of the window is no use: ${JSON.stringify(written)}`)
  return state
}
