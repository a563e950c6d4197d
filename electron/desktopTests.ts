// Shows each method of this desktop at work (G12): asked for on the settings page, while somebody does what is to be noticed.
import type { Cancel, Scheduler } from '../core/ports.ts'
import type { DesktopTest } from '../shared/contract/desktop.ts'
import type { Presence } from './presence.ts'
import type { Shortcuts } from './shortcuts.ts'

export type TestDeps = {
  scheduler: Scheduler
  presence: Presence
  shortcuts: Pick<Shortcuts, 'nextPress'>
  /** Whether our icon is shown now. */
  ensureTray(): Promise<boolean>
}

/** Long enough to lock the screen and come back, or to find the keys. */
const PATIENCE_MS = { lock: 60_000, shortcuts: 15_000 } as const
const STILL_MS = 5_000
/** Less than the time in which nothing is touched, for clocks that round. */
const STILL_S = 3

export function createTests(deps: TestDeps): (what: DesktopTest['what']) => Promise<DesktopTest> {
  const { scheduler, presence, shortcuts } = deps
  let lockHeard: (() => void) | null = null
  presence.onLock(() => lockHeard?.())

  const after = (ms: number, run: () => void): Cancel => {
    const cancel = scheduler.every(ms, () => {
      cancel()
      run()
    })
    return cancel
  }
  /** True where `begin`'s callback came in time; `begin` returns how to stop waiting for it. */
  const within = (ms: number, begin: (noticed: () => void) => Cancel) =>
    new Promise<boolean>((resolve) => {
      const cancel = after(ms, () => {
        stop()
        resolve(false)
      })
      const stop = begin(() => {
        cancel()
        resolve(true)
      })
    })

  const tests: Record<DesktopTest['what'], () => Promise<Omit<DesktopTest, 'what'>>> = {
    tray: async () => ({ works: await deps.ensureTray(), seconds: null }),
    idle: async () => {
      await new Promise<void>((resolve) => after(STILL_MS, resolve))
      const seconds = await presence.idleSeconds()
      const { idle } = await presence.methods()
      // A compositor tells only of whole minutes; that it can be asked is all that is seen in a few seconds.
      return { works: seconds !== null && (idle === 'idleNotify' || seconds >= STILL_S), seconds }
    },
    lock: async () => ({
      works: await within(PATIENCE_MS.lock, (noticed) => {
        lockHeard = noticed
        return () => (lockHeard = null)
      }),
      seconds: null,
    }),
    shortcuts: async () => ({
      works: await within(PATIENCE_MS.shortcuts, shortcuts.nextPress),
      seconds: null,
    }),
  }
  return async (what) => ({ what, ...(await tests[what]()) })
}
