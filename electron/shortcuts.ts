// Binds the system-wide keys from the preferences, and says which of them could not be had.
import type { Cancel, Log } from '../core/ports.ts'
import type { Preferences } from '../shared/contract/organisation.ts'
import type { ElectronApi } from './electronApi.ts'

type Wanted = Preferences['shortcuts']

export type Shortcuts = {
  /** Binds anew where something changed; true when the failures are others than before. */
  apply(wanted: Wanted): boolean
  /** Accelerators that another program holds or that are none. */
  failures(): readonly string[]
  /** The next press of a bound key is told here, and does nothing else. Returns how to stop waiting for it. */
  nextPress(pressed: () => void): Cancel
  close(): void
}

export function createShortcuts(
  { globalShortcut }: ElectronApi,
  { log, acts }: { log: Log; acts: Record<keyof Wanted, () => void> },
): Shortcuts {
  let bound: Wanted = { startStop: null, show: null }
  let failures: readonly string[] = []
  let waiting: (() => void) | null = null

  const bind = (accelerator: string, run: () => void): boolean => {
    try {
      return globalShortcut.register(accelerator, () => {
        const told = waiting
        waiting = null
        if (told === null) run()
        else told()
      })
    } catch (error) {
      // Electron throws where the text is no accelerator at all.
      log.error('shortcut.invalid', error)
      return false
    }
  }
  return {
    apply: (wanted) => {
      if (wanted.startStop === bound.startStop && wanted.show === bound.show) return false
      bound = wanted
      globalShortcut.unregisterAll()
      const before = failures
      failures = (['startStop', 'show'] as const).flatMap((name) => {
        const accelerator = wanted[name]
        return accelerator === null || bind(accelerator, acts[name]) ? [] : [accelerator]
      })
      return failures.join() !== before.join()
    },
    failures: () => failures,
    nextPress: (pressed) => {
      waiting = pressed
      return () => {
        if (waiting === pressed) waiting = null
      }
    },
    close: () => globalShortcut.unregisterAll(),
  }
}
