// Time from elsewhere: which files are understood, what can be said about them, and what an import says of each of their rows.
import { z } from 'zod'
import { once } from '../base/once.ts'
import type { LocalDate } from '../base/localDate.ts'
import { isZone } from '../base/zoneOffset.ts'
import { Id, Name } from '../entities/entity.ts'
import { everybody, ownBy } from './access.ts'
import type { AppError } from './errors.ts'
import { command } from './request.ts'

export const IMPORT_SOURCES = [
  'toggl',
  'clockify',
  'harvest',
  'kimai',
  'timewarrior',
  'hamster',
  'solidtime',
  'csv',
] as const
/** csv: any other table, whose columns somebody has to name. */
export type ImportSource = (typeof IMPORT_SOURCES)[number]

/** What a column can hold. */
export const IMPORT_FIELDS = [
  'startDate',
  'startTime',
  'endDate',
  'endTime',
  'duration',
  'person',
  'surname',
  'email',
  'customer',
  'project',
  'projectCode',
  'category',
  'tags',
  'note',
  'reference',
  'billable',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

/** Of all files of one import together. */
export const MOST_IMPORT_BYTES = 256 * 1024 * 1024
export const MOST_IMPORT_FILES = 200
export const MOST_IMPORT_ROWS = 2_000_000

const Header = z.string().max(500)

export const ImportOptions = once(() =>
  z.object({
    source: z.enum(IMPORT_SOURCES).optional(),
    /** Which column holds what, by its header. */
    columns: z.partialRecord(z.enum(IMPORT_FIELDS), Header).optional(),
    /** Of the clock times in the files. */
    zone: z.string().max(64).refine(isZone, { error: 'unknown time zone' }).optional(),
    dateOrder: z.enum(DATE_ORDERS).optional(),
    /** Which of two is meant where clocks went back. */
    twice: z.enum(['first', 'second']).optional(),
    /** A time that clocks went forward over is the next one that there was; else its row is refused. */
    missing: z.enum(['next', 'refuse']).optional(),
    /** Whose time it is, by the name in the file: a user here, or a new one. */
    people: z.record(Header, z.union([Id, z.literal('new')])).optional(),
    /** What time is for, and what kind of work it is, where the file does not say it and the rules demand it. */
    customer: Name.optional(),
    category: Name.optional(),
  }),
)
export type ImportOptions = z.infer<ReturnType<typeof ImportOptions>>

/** What has to be said before anything can be decided. */
export const IMPORT_NEEDS = ['columns', 'dateOrder', 'zone'] as const
export type ImportNeed = (typeof IMPORT_NEEDS)[number]

export const ROW_STATES = ['new', 'same', 'refused'] as const
/**
 * - new: it becomes time here;
 * - same: it is here already;
 * - refused: `reason` says why.
 */
export type RowState = (typeof ROW_STATES)[number]

export const MADE_NOUNS = ['user', 'customer', 'project', 'category', 'tag'] as const
export type MadeNoun = (typeof MADE_NOUNS)[number]
/** What is not here yet and is made for the time that is on it. */
export type MadeThing = { noun: MadeNoun; name: string }

/** One line of the dry run. */
export type TimeImportRow = {
  file: string
  /** As the file counts its lines or rows, the header being the first. */
  line: number
  state: RowState
  reason: AppError | null
  person: string
  customer: string
  project: string
  category: string
  note: string
  /** null: an amount of time without clock times, or a row that could not be read. */
  startAt: number | null
  endAt: number | null
  workDate: LocalDate | null
  durationMs: number | null
  /** Its length is less than from its start to its end: the rest is a pause. */
  pauseMs: number
  made: MadeThing[]
}

export type ImportPerson = { name: string; rows: number; userId: Id | null }

export type TimeImportReport = {
  importId: Id
  files: { name: string; source: ImportSource; rows: number }[]
  source: ImportSource
  /** Of the first file, with what its first rows hold. */
  headers: string[]
  samples: string[][]
  /** What holds: as it was said, else as it was the last time, else as the file shows. */
  options: ImportOptions
  remembered: boolean
  needs: ImportNeed[]
  /** The orders that its dates can be read in, where there are several. */
  dateOrders: DateOrder[]
  /** Some of its dates are written day first and some month first: whatever order is said, some are refused or read wrongly. */
  datesMixed: boolean
  people: ImportPerson[]
  /** Rows whose time a clock change makes double or impossible. */
  asks: { twice: number; missing: number }
  counts: Record<RowState, number>
  /** What these rows add up to. */
  sums: Record<RowState, number>
  made: { counts: Record<MadeNoun, number>; first: MadeThing[] }
}

export type ImportProgress = { importId: Id; stage: 'read' | 'decide' | 'write'; done: number; total: number }

/** Rows that are told at once. */
export const MOST_ROWS_TOLD = 500

export const timeImportDeviceCommands = {
  /** Reads files: handed over by a page in parts, or `paths`, which only the command line may name. */
  'import.open': command(
    () =>
      z.object({
        uploads: z
          .array(z.object({ uploadId: Id, name: z.string().max(500) }))
          .max(MOST_IMPORT_FILES)
          .optional(),
        paths: z.array(z.string().max(4096)).max(MOST_IMPORT_FILES).optional(),
        options: ImportOptions().optional(),
        /** Says what it is and what has to be said, but nothing of its rows: for who is going to run it at once. */
        onlyRead: z.boolean().optional(),
      }),
    everybody,
  ).returns<TimeImportReport>(),
  /** The dry run: what would become of each row. */
  'import.check': command(
    () => z.object({ importId: Id, options: ImportOptions() }),
    everybody,
  ).returns<TimeImportReport>(),
  /** Does it, as one change. Those who lead bring in anybody's time, an employee only their own. */
  'import.run': command(
    () => z.object({ importId: Id, options: ImportOptions(), userId: Id.optional() }),
    ownBy('userId', 'user', 'self'),
  ).returns<TimeImportReport>(),
  /** A part of the dry run, in the order of the files. */
  'import.rows': command(
    () =>
      z.object({
        importId: Id,
        state: z.enum(ROW_STATES).optional(),
        offset: z.int().min(0),
        limit: z.int().min(1).max(MOST_ROWS_TOLD),
      }),
    everybody,
  ).returns<{ rows: TimeImportRow[]; total: number }>(),
  'import.cancel': command(() => z.object({ importId: Id }), everybody).returns<null>(),
  /** The files are wanted no more. */
  'import.close': command(() => z.object({ importId: Id }), everybody).returns<null>(),
}
