// Whether somebody is at the computer: how long no key was pressed, and whether the screen is locked.
import type { Methods } from '../shared/contract/organisation.ts'
import type { ShellPowerMonitor } from './electronApi.ts'

export type Presence = {
  /** Seconds since the last key or movement; null where nobody tells. */
  idleSeconds(): Promise<number | null>
  /** May be told the same twice. */
  onLock(changed: (locked: boolean) => void): void
  methods(): Promise<Pick<Methods, 'idle' | 'lock'>>
}

/** Windows and macOS tell Electron. */
export const systemPresence = (powerMonitor: ShellPowerMonitor): Presence => ({
  idleSeconds: () => Promise.resolve(powerMonitor.getSystemIdleTime()),
  onLock: (changed) => {
    powerMonitor.on('lock-screen', () => changed(true))
    powerMonitor.on('unlock-screen', () => changed(false))
  },
  methods: () => Promise.resolve({ idle: 'system', lock: 'system' }),
})
