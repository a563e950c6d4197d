// Commands and queries on the organisation, its set-up, the device, the data folder, sample data and exports.
import { z } from 'zod'
import { Id, LocalDateSchema, Name } from '../entities/entity.ts'
import type { Organisation } from '../entities/organisation.ts'
import { Organisation as OrganisationSchema } from '../entities/organisation.ts'
import type { User } from '../entities/user.ts'
import type { TimeRules } from '../entities/rules.ts'
import { MonthSchema } from './diary.ts'
import { command, query } from './request.ts'

/** What a screen needs before it can draw itself. */
export type AppState = {
  version: string
  now: number
  /** null: nothing is set up yet; show the welcome. */
  organisation: Organisation | null
  currentUser: User | null
  /** More than one user exists: roles and the user switch are shown. */
  team: boolean
  /** The rules that hold for the current user (F6). */
  rules: TimeRules
  /** What the current user may do, by request name. */
  permitted: string[]
  today: string
  /** The organisation's; before there is one, this computer's. */
  zone: string
  abilities: Abilities
  preferences: Preferences
  /** Said by the check of the database that runs beside the first screen. */
  storage: { checked: 'pending' | 'sound' | 'damaged'; dataFolder: string }
}

/** What this desktop can do; each false is shown with its reason on the "What works here" page. */
export type Abilities = {
  shell: 'electron' | 'host' | 'cli' | 'test'
  tray: boolean
  globalShortcuts: boolean
  saveDialog: boolean
  windows: boolean
  /** Global shortcuts (accelerators) that could not be bound, because another program holds them or they are none. */
  shortcutFailures?: readonly string[]
}

/** Kept on this device only. */
export const Preferences = z.object({
  language: z.enum(['system', 'en', 'de']),
  colorScheme: z.enum(['auto', 'light', 'dark']),
  /** Electron accelerators; null: none. */
  shortcuts: z.object({ startStop: z.string().max(60).nullable(), show: z.string().max(60).nullable() }),
})
export type Preferences = z.infer<typeof Preferences>
export const DEFAULT_PREFERENCES: Preferences = {
  language: 'system',
  colorScheme: 'auto',
  shortcuts: { startStop: 'CommandOrControl+Alt+S', show: 'CommandOrControl+Alt+D' },
}

export const ExportKind = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('day'), userId: Id, date: LocalDateSchema }),
  z.object({ kind: z.literal('userMonth'), userId: Id, month: MonthSchema }),
  z.object({ kind: z.literal('payroll'), month: MonthSchema }),
  z.object({ kind: z.literal('customer'), customerId: Id, month: MonthSchema.optional() }),
])
export type ExportKind = z.infer<typeof ExportKind>

export type ExportJob = {
  jobId: Id
  kind: ExportKind['kind']
  fileName: string
  state: 'running' | 'done' | 'cancelled' | 'failed'
  /** Rows written, of rows in all (0: not known yet). */
  done: number
  total: number
  /** Where the workbook is, once done; null in the host, where it is fetched as a download. */
  path: string | null
  error: string | null
}

export type BackupView = { file: string; at: number; label: string; bytes: number; verified: boolean }

export const organisationCommands = {
  /** The welcome: organisation, first user (an administrator) and, where given, the first customer. */
  'organisation.setUp': command(() =>
    z.object({
      organisationName: Name,
      userName: Name,
      zone: OrganisationSchema().shape.zone,
      currency: OrganisationSchema().shape.currency,
      customerName: Name.optional(),
      /** Names of the first categories; the default is a short general list. */
      categoryNames: z.array(Name).max(20).optional(),
      /** Of this first user; the default is today. */
      startDate: LocalDateSchema.nullable().optional(),
    }),
  ).returns<{ userId: Id; customerId: Id | null }>(),
  'organisation.edit': command(() =>
    OrganisationSchema().omit({ id: true, closedThrough: true, sample: true }).partial(),
  ).returns<null>(),
  /** Close the period up to and with a day, or open it again with null (C1, C2). */
  'period.close': command(() => z.object({ through: LocalDateSchema.nullable() })).returns<null>(),
}

/** Acts on this device or the data folder: not part of the organisation's record, so neither audited nor undone. */
export const deviceCommands = {
  /** Who sits at this computer. */
  'session.switchUser': command(() => z.object({ userId: Id })).returns<null>(),
  'preferences.save': command(() => Preferences.partial()).returns<null>(),
  /** Load the sample firm into an empty database (deterministic from its seed). */
  'sample.load': command(() =>
    z.object({
      seed: z
        .int()
        .min(0)
        .max(2 ** 31)
        .optional(),
      entries: z.int().min(1).max(20_000_000).optional(),
    }),
  ).returns<{ users: number; customers: number; entries: number }>(),
  /**
   * Write a workbook in the background. `path`: write there (command line). Else the shell asks with a save dialog; where
   * there is none the file is offered as a download.
   */
  'export.start': command(() =>
    z.object({ what: ExportKind, path: z.string().max(4096).optional() }),
  ).returns<{
    jobId: Id
  }>(),
  'export.cancel': command(() => z.object({ jobId: Id })).returns<null>(),
  'backup.create': command(() => z.object({})).returns<BackupView>(),
  /** Shows the folder of the logs in the desktop's file manager; device.unavailable where there is none. */
  'logs.open': command(() => z.object({})).returns<null>(),
  /** A page broke: where in the program, never with what. The number finds it in the log. */
  'incident.report': command(() => z.object({ stack: z.string().max(20_000) })).returns<{ incident: Id }>(),
}

export const organisationQueries = {
  'app.state': query(() => z.object({}), 'all').returns<AppState>(),
  'export.get': query(() => z.object({ jobId: Id }), 'none').returns<ExportJob>(),
  'backup.list': query(() => z.object({}), 'none').returns<BackupView[]>(),
}
