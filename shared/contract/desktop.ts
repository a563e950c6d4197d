// Commands of the desktop program alone; elsewhere each is refused as not available here.
import { z } from 'zod'
import { everybody } from './access.ts'
import { command } from './request.ts'

/** A method that can be seen at work (G12). */
export const DesktopTestOf = z.enum(['tray', 'idle', 'lock', 'shortcuts'])
export type DesktopTest = {
  what: z.infer<typeof DesktopTestOf>
  works: boolean
  /** idle: for how long nobody was there, as it was told. */
  seconds: number | null
}

/** none: this build has no feed. ready: it is installed when the person quits. lied: not signed by our key. */
export type UpdateState = {
  state: 'none' | 'idle' | 'current' | 'unreachable' | 'lied' | 'fetching' | 'ready' | 'failed'
  version: string | null
  notes: string | null
}

export const desktopCommands = {
  /** Looks for a new version now, and fetches it. */
  'update.check': command(() => z.object({}), everybody).returns<UpdateState>(),
  /** Quits as the menu does, with its question about a running timer; a version that is ready is then installed. */
  'update.install': command(() => z.object({}), everybody).returns<null>(),
  /** Waits for what the person is asked to do meanwhile, and says whether it was noticed. */
  'desktop.test': command(() => z.object({ what: DesktopTestOf }), everybody).returns<DesktopTest>(),
  /** Asks where to, and writes what helps to find a fault, without names or notes of people; null: nobody wants it. */
  'diagnostics.save': command(() => z.object({}), everybody).returns<{ path: string } | null>(),
}
