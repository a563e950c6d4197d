// Calendars as files (iCalendar): what an import takes, and what it says of each thing that the file holds.
import { z } from 'zod'
import { once } from '../base/once.ts'
import type { LocalDate } from '../base/localDate.ts'
import { Id, InstantSchema, Line, Name, Note } from '../entities/entity.ts'
import { Meeting as MeetingSchema } from '../entities/meeting.ts'
import { Task as TaskSchema } from '../entities/task.ts'
import { everybody } from './access.ts'
import type { AppError } from './errors.ts'
import { command } from './request.ts'

/** Of one file; more are a whole firm's, and are imported year by year. */
export const MOST_THINGS = 5_000
export const MOST_FILE_BYTES = 16 * 1024 * 1024
/** Of a file that a page hands over, as base64: its messages have a bound. */
export const PART_CHARS = 160_000

const identity = () => ({
  /** What the file calls it by: by this it is known again. */
  uid: Line.pipe(z.string().min(1)),
  cancelled: z.boolean(),
  /** When the other calendar changed it last. */
  changedAt: InstantSchema.nullable(),
  title: Name,
})

/** As a file holds it, with its zone found and its texts fitted. */
export const CalendarThing = once(() =>
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('meeting'),
      ...identity(),
      ...MeetingSchema().pick({
        startAt: true,
        endAt: true,
        zone: true,
        allDay: true,
        place: true,
        note: true,
        repeat: true,
        exceptions: true,
      }).shape,
      /** Who arranged it and who is asked to come. */
      organiser: z.object({ name: Line, email: Line }).nullable(),
      people: z.array(z.object({ name: Line, email: Line })).max(200),
    }),
    z.object({
      kind: z.literal('task'),
      ...identity(),
      ...TaskSchema().pick({ type: true, startAt: true, endAt: true, status: true }).shape,
      dueDate: TaskSchema().shape.dueDate.unwrap(),
      note: Note,
    }),
  ]),
)
export type CalendarThing = z.infer<ReturnType<typeof CalendarThing>>

export const IMPORT_STATES = ['new', 'changed', 'cancelled', 'same', 'kept', 'absent', 'refused'] as const
/**
 * - new: it is added;
 * - changed: the other calendar changed it since, and it is changed here too;
 * - cancelled: it is here, and goes;
 * - same: it is here already;
 * - kept: it differs, but was changed here later, so it stays as it is here;
 * - absent: it was cancelled, and is not here;
 * - refused: `reason` says why.
 */
export type ImportState = (typeof IMPORT_STATES)[number]

/** What was made of it that the file does not say; the sentences are in shared/text/calendarFile.*.ts. */
export const IMPORT_REMARKS = [
  'floating',
  'zoneRead',
  'until',
  'begins',
  'noEnd',
  'shortened',
  'strays',
  'unknownPeople',
] as const
export type ImportRemark = {
  code: (typeof IMPORT_REMARKS)[number]
  values?: Record<string, string | number>
}

export type ImportDecision = { state: ImportState; reason: AppError | null; remarks: ImportRemark[] }

/** One line of the dry run. */
export type ImportRow = ImportDecision & {
  kind: CalendarThing['kind']
  title: string
  startAt: number | null
  endAt: number | null
  allDay: boolean
  dueDate: LocalDate | null
  repeated: boolean
}

export type ImportCounts = Record<ImportState, number>

export type ImportReport = {
  rows: ImportRow[]
  counts: ImportCounts
  /** Zones of the file that nobody knows: said by `zones`, their meetings are no longer refused. */
  unknownZones: string[]
  /** Parts of the file that are no meetings and no tasks: journals, free and busy times. */
  ignored: number
}

export const calendarFileCommands = {
  /** What a calendar's file holds becomes meetings and tasks, each once; all of it is one change. */
  'meeting.import': command(
    () => z.object({ things: z.array(CalendarThing()).min(1).max(MOST_THINGS) }),
    everybody,
  ).returns<{ decisions: ImportDecision[] }>(),
}

export const calendarFileDeviceCommands = {
  /** A file of a page comes in parts, each as base64; the first without an id. */
  'upload.part': command(
    () => z.object({ uploadId: Id.optional(), part: z.base64().max(PART_CHARS) }),
    everybody,
  ).returns<{ uploadId: Id }>(),
  /** Reads a calendar's file, says what would become of it, and unless it is a dry run does it. `path`: only on the command line. */
  'calendar.import': command(
    () =>
      z.object({
        uploadId: Id.optional(),
        path: z.string().max(4096).optional(),
        dryRun: z.boolean(),
        /** What the file's own names of zones mean. */
        zones: z.record(z.string().max(500), MeetingSchema().shape.zone).optional(),
      }),
    everybody,
    'calendar',
  ).returns<ImportReport>(),
}
