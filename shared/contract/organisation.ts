// Commands and queries on the organisation, its set-up, the device, the data folder, sample data and exports.
import { z } from 'zod'
import { LANGUAGES } from '../base/languages.ts'
import { MAIL_LENGTHS } from '../base/mailto.ts'
import type { UpdateState } from './desktop.ts'
import { Id, LocalDateSchema, Name, Note } from '../entities/entity.ts'
import type { ModuleName } from '../entities/module.ts'
import type { Organisation } from '../entities/organisation.ts'
import { ReportFormat, ReportQuestion } from '../entities/report.ts'
import { Organisation as OrganisationSchema } from '../entities/organisation.ts'
import type { User } from '../entities/user.ts'
import type { TimeRules } from '../entities/rules.ts'
import { administrators, everybody, leaders, ownBy } from './access.ts'
import type { AppError } from './errors.ts'
import { MonthSchema } from './diary.ts'
import { TEMPLATE_KINDS } from './template.ts'
import { EntryFilter } from './entryFilter.ts'
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
  /** The modules that are on for them (F12). */
  modules: ModuleName[]
  today: string
  /** The organisation's; before there is one, this computer's. */
  zone: string
  abilities: Abilities
  preferences: Preferences
  /** null: the firm wants no PINs. */
  pins: Pins | null
  /** Said by the check of the database that runs beside the first screen; `missing`: the file is no longer in its place. */
  storage: { checked: 'pending' | 'sound' | 'damaged' | 'missing'; dataFolder: string }
}

/** While it is locked, nobody has shown that they are the current user, and nothing else is answered. */
export type Pins = {
  locked: boolean
  profiles: readonly { id: string; name: string; pin: boolean }[]
}

/** What this desktop can do; each false is shown with its reason on the "What works here" page. */
export type Abilities = {
  /** server: in a browser, from the server of the team. */
  shell: 'electron' | 'host' | 'cli' | 'server' | 'test'
  tray: boolean
  globalShortcuts: boolean
  saveDialog: boolean
  windows: boolean
  /** Global shortcuts (accelerators) that could not be bound, because another program holds them or they are none. */
  shortcutFailures?: readonly string[]
  /** Of what the program runs on: electron, chromium, node. */
  versions?: Readonly<Record<string, string>>
  /** What is known of a newer version. */
  update?: UpdateState
  /** How the desktop program does what depends on the desktop. */
  methods?: Methods
}

export type Methods = {
  /** Windows and macOS show icons themselves; on Linux a panel does. */
  tray: 'system' | 'panel'
  /** Who tells how long nobody was there: the system, Mutter (GNOME), the Wayland compositor, nobody. */
  idle: 'system' | 'mutter' | 'idleNotify' | 'none'
  lock: 'system' | 'logind' | 'screenSaver' | 'none'
  /** On Wayland the desktop's portal decides, and asks the user. */
  shortcuts: 'system' | 'portal'
  /** On Wayland the desktop alone decides where windows stand. */
  places: 'system' | 'wayland'
}

/** A shorter absence is nobody's business (shared/rules/gap.ts). */
export const IDLE_MINUTES = { least: 5, most: 240 } as const

/** Kept on this device only. */
export const Preferences = z.object({
  language: z.enum(['system', ...LANGUAGES]),
  colorScheme: z.enum(['auto', 'light', 'dark']),
  /** Electron accelerators; null: none. */
  shortcuts: z.object({ startStop: z.string().max(60).nullable(), show: z.string().max(60).nullable() }),
  /** What closing the main window does where a tray shows the app; elsewhere it always quits. */
  whenClosed: z.enum(['tray', 'quit']),
  /** The desktop program starts with the session, hidden in the tray. */
  startAtLogin: z.boolean(),
  /** Idle for so long while a timer runs is asked about; null: never. */
  idleMinutes: z.int().min(IDLE_MINUTES.least).max(IDLE_MINUTES.most).nullable(),
  /** Of the desktop program, each by itself. */
  reminders: z.object({ nothingRuns: z.boolean(), longTimer: z.boolean(), gaps: z.boolean() }),
  /** The small timer stands on top of other windows. */
  smallTimer: z.boolean(),
  /** Looks for new versions, where this build has a feed of them. */
  updates: z.boolean(),
  /** Off where the graphics of a computer have faults; holds from the next start on. */
  hardwareAcceleration: z.boolean(),
})
export type Preferences = z.infer<typeof Preferences>
export const DEFAULT_PREFERENCES: Preferences = {
  language: 'system',
  colorScheme: 'auto',
  whenClosed: 'tray',
  startAtLogin: false,
  idleMinutes: 5,
  reminders: { nothingRuns: true, longTimer: true, gaps: true },
  smallTimer: false,
  updates: true,
  hardwareAcceleration: true,
  shortcuts: { startStop: 'CommandOrControl+Alt+S', show: 'CommandOrControl+Alt+D' },
}

export const InvoiceFormat = z.enum(['pdf', 'xlsx', 'ubl', 'cii'])
export type InvoiceFormat = z.infer<typeof InvoiceFormat>
/** What the names of its files end in. */
export const INVOICE_ENDINGS = {
  pdf: 'pdf',
  xlsx: 'xlsx',
  ubl: 'xml',
  cii: 'xml',
} as const satisfies Record<InvoiceFormat, string>

export const ExportKind = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('day'), userId: Id, date: LocalDateSchema }),
  z.object({ kind: z.literal('userMonth'), userId: Id, month: MonthSchema }),
  z.object({ kind: z.literal('payroll'), month: MonthSchema }),
  z.object({
    kind: z.literal('customer'),
    customerId: Id,
    month: MonthSchema.optional(),
    /** Only what it leaves, as the list shows it (I15). */
    filter: EntryFilter().optional(),
  }),
  /** A report of time (I11). An employee's says that it is their own: `userId`. */
  z.object({
    kind: z.literal('report'),
    format: ReportFormat,
    /** Under which it is saved. */
    name: Name.optional(),
    ...ReportQuestion().shape,
  }),
  /** An invoice on paper, as a workbook, or as an e-invoice (EN 16931). */
  z.object({ kind: z.literal('invoice'), invoiceId: Id, format: InvoiceFormat }),
  /** What stands in a person's calendar, as iCalendar. */
  z.object({ kind: z.literal('calendar'), userId: Id, from: LocalDateSchema, to: LocalDateSchema }),
  /** A workbook to begin a template with: all places and rows of its kind. An employee's says `userId`. */
  z.object({ kind: z.literal('template'), of: z.enum(TEMPLATE_KINDS), userId: Id.optional() }),
  /** All that there is, as one archive (J7). */
  z.object({ kind: z.literal('everything') }),
])
export type ExportKind = z.infer<typeof ExportKind>

/** How far the reading of an archive is, in things; all of them read, their figures are counted and checked. */
export type EverythingProgress = { done: number; total: number }

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
  error: AppError | null
}

/** Why backups are made. */
export const BACKUP_REASONS = ['daily', 'by-hand', 'before-update', 'rescued'] as const
export type BackupReason = (typeof BACKUP_REASONS)[number]
/** `label`: the reason, or what an earlier version wrote there. */
export type BackupView = { file: string; at: number; label: string; bytes: number; verified: boolean }

export const organisationCommands = {
  /** The welcome: organisation, first user (an administrator) and, where given, the first customer. */
  'organisation.setUp': command(
    () =>
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
    everybody,
  ).returns<{ userId: Id; customerId: Id | null }>(),
  'organisation.edit': command(
    () =>
      OrganisationSchema()
        .omit({ id: true, modules: true, closedThrough: true, formerFiguresThrough: true, sample: true })
        // Without its preset: what an edit does not name stays.
        .extend({
          weekStart: OrganisationSchema().shape.weekStart.unwrap(),
          colleaguesSeeTime: OrganisationSchema().shape.colleaguesSeeTime.unwrap(),
          pins: OrganisationSchema().shape.pins.unwrap(),
          casesNeedProject: OrganisationSchema().shape.casesNeedProject.unwrap(),
          carryOver: OrganisationSchema().shape.carryOver.unwrap(),
          breaks: OrganisationSchema().shape.breaks.unwrap(),
          namesOffered: OrganisationSchema().shape.namesOffered.unwrap(),
        })
        .partial(),
    administrators,
  ).returns<null>(),
  /** Close the period up to and with a day; an earlier one, or null, opens it again and needs a reason (C1, C2, K1). */
  'period.close': command(
    () =>
      z.object({
        through: LocalDateSchema.nullable(),
        reason: Note.optional(),
        /** Timers that began in it go on: what they count in it waits as exceptions (G8). */
        overTimers: z.boolean().optional(),
      }),
    leaders,
  ).returns<null>(),
}

/** Acts on this device or the data folder: not part of the organisation's record, so neither audited nor undone. */
export const deviceCommands = {
  /** Who sits at this computer. */
  /** `pin` where the profile has one and the firm wants it. */
  'session.switchUser': command(
    () => z.object({ userId: Id, pin: z.string().max(64).optional() }),
    everybody,
  ).returns<null>(),
  /** null takes it away. Of one's own, with the one so far; an administrator sets or resets everybody's. */
  'session.setPin': command(
    () =>
      z.object({
        userId: Id,
        pin: z
          .string()
          .regex(/^\d{4,12}$/, { error: 'must be 4 to 12 digits' })
          .nullable(),
        current: z.string().max(64).optional(),
      }),
    ownBy('userId', 'user'),
  ).returns<null>(),
  'preferences.save': command(() => Preferences.partial(), everybody).returns<null>(),
  /** Load the sample firm into an empty database (deterministic from its seed). */
  'sample.load': command(
    () =>
      z.object({
        seed: z
          .int()
          .min(0)
          .max(2 ** 31)
          .optional(),
        entries: z.int().min(1).max(20_000_000).optional(),
      }),
    everybody,
  ).returns<{ users: number; customers: number; entries: number }>(),
  /** Reads an archive of everything into empty data (J7). `path`: only on the command line. */
  'everything.load': command(
    () => z.object({ uploadId: Id.optional(), path: z.string().max(4096).optional() }),
    everybody,
  ).returns<{ users: number; customers: number; entries: number; rows: number }>(),
  /** Nothing of the archive is then kept. */
  'everything.cancel': command(() => z.object({}), everybody).returns<null>(),
  /**
   * Write a workbook in the background. `path`: write there (command line). Else the shell asks with a save dialog; where
   * there is none the file is offered as a download.
   */
  'export.start': command(
    () =>
      z.object({
        what: ExportKind,
        path: z.string().max(4096).optional(),
        /** A workbook of one's own that is filled instead (J8): handed over by a page, or a path, which only the command line may name. */
        template: z.object({ uploadId: Id, name: z.string().max(500) }).optional(),
        templatePath: z.string().max(4096).optional(),
      }),
    ownBy('what.userId', 'user'),
  ).returns<{
    jobId: Id
  }>(),
  /** Shows the file of a finished export in the desktop's file manager; device.unavailable where there is none. */
  'export.show': command(() => z.object({ jobId: Id }), everybody).returns<null>(),
  /** Opens the mail program with an e-mail that is to be sent; device.unavailable where the browser does it. */
  'mail.open': command(
    () =>
      z.object({
        to: z.string().max(MAIL_LENGTHS.to),
        subject: z.string().max(MAIL_LENGTHS.subject),
        text: z.string().max(MAIL_LENGTHS.text),
      }),
    leaders,
  ).returns<null>(),
  'export.cancel': command(() => z.object({ jobId: Id }), everybody).returns<null>(),
  'backup.create': command(() => z.object({}), everybody).returns<BackupView>(),
  /** Shows the folder of the logs in the desktop's file manager; device.unavailable where there is none. */
  'logs.open': command(() => z.object({}), everybody).returns<null>(),
  /** A page broke: where in the program, never with what. The number finds it in the log. */
  'incident.report': command(() => z.object({ stack: z.string().max(20_000) }), everybody).returns<{
    incident: Id
  }>(),
}

export const organisationQueries = {
  'app.state': query(() => z.object({}), 'all', everybody).returns<AppState>(),
  'export.get': query(() => z.object({ jobId: Id }), 'none', everybody).returns<ExportJob>(),
  'backup.list': query(() => z.object({}), 'none', everybody).returns<BackupView[]>(),
}
