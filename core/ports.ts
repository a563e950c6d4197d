// What the application needs from the world around it; each program (Electron, host, command line, tests) brings its own.
import type { Channel } from '../shared/contract/channel.ts'
import type { BrowserView } from '../shared/contract/browsers.ts'
import type { DesktopTest, UpdateState } from '../shared/contract/desktop.ts'
import type { Abilities } from '../shared/contract/organisation.ts'
import type { Clock } from '../shared/base/clock.ts'
import type { Id } from '../shared/entities/entity.ts'

export type Cancel = () => void

export interface Scheduler {
  /** Calls `run` every `ms` milliseconds until cancelled; it must not keep the process alive. */
  every(ms: number, run: () => void): Cancel
}

export interface Log {
  info(event: string, details?: Record<string, unknown>): void
  /** Never names or notes of people in `details`. */
  error(event: string, error: unknown, details?: Record<string, unknown>): void
}

export type DesktopPort = {
  test(what: DesktopTest['what']): Promise<DesktopTest>
  checkUpdate(): Promise<UpdateState>
  /** Quits as the menu does. */
  quit(): void
  /** Asks where to, and writes the archive there; null: nobody wants it. */
  saveDiagnostics(): Promise<string | null>
}

/** The browsers that are in, where a browser is the window. */
export type BrowsersPort = {
  list(): BrowserView[]
  /** False where there is none of that id. */
  end(browserId: string): boolean
}

export type Ports = {
  clock: Clock
  /** A fresh ULID. */
  newId(): Id
  scheduler: Scheduler
  log: Log
  /** The folder with daybook.db, backups/, exports/ and logs/; null: a database in memory (tests). */
  dataDir: string | null
  /** The folder with the SQL that drizzle-kit generated (drizzle/sqlite). */
  migrationsDir: string
  /** The IANA zone of this computer; it may change, because people travel. */
  systemZone(): string
  version: string
  abilities: Abilities
  /** How long the first screen may take; until then the check of the file leaves it both processor and disk. Default: 0. */
  firstScreenMs?: number
  /** Asks where to save; null: the person changed their mind. Absent where there is no dialog. */
  askSavePath?: (suggestedName: string) => Promise<string | null>
  /** What only the desktop program does; absent elsewhere. */
  desktop?: DesktopPort
  /** Absent where the window is a program's own. */
  browsers?: BrowsersPort
  /** Shows a file where it lies. Absent where there is no desktop. */
  showFile?: (path: string) => void
  /** Opens a mailto: address in the mail program; null, or why it could not. Absent where the browser does it. */
  openMail?: (url: string) => Promise<string | null>
  /** Shows a folder in the desktop's file manager; null, or why it could not. Absent where there is no desktop. */
  showFolder?: (folder: string) => Promise<string | null>
}

/** The application: a Channel, and an end. */
export interface App extends Channel {
  /** The finished workbook of an export, for a carrier that offers downloads. */
  exportFile(jobId: Id): { path: string; fileName: string } | null
  /** The machine slept, was locked or idle from … to …; running timers get a gap to be asked about. */
  noteAbsence(cause: 'sleep' | 'idle' | 'lock', from: number, to: number): void
  close(): Promise<void>
}
