// Every command and query by name: the one list that the application, its carriers and its screens share.
import type { z } from 'zod'
import { absenceCommands, absenceQueries } from './absence.ts'
import { approvalCommands, approvalQueries } from './approval.ts'
import { billingCommands, billingQueries } from './billing.ts'
import { browserCommands, browserQueries } from './browsers.ts'
import { calendarQueries } from './calendar.ts'
import { calendarFileCommands, calendarFileDeviceCommands } from './calendarFile.ts'
import { caseCommands, caseQueries } from './case.ts'
import { desktopCommands } from './desktop.ts'
import { diaryQueries } from './diary.ts'
import { directoryCommands, directoryQueries } from './directory.ts'
import { entryCommands, entryDeviceCommands, entryQueries } from './entry.ts'
import { journalCommands, journalQueries } from './journal.ts'
import { moduleCommands } from './module.ts'
import { invoiceCommands, invoiceQueries } from './invoice.ts'
import { packageCommands, packageQueries } from './hoursPackage.ts'
import { logCommands } from './log.ts'
import { meetingCommands, meetingQueries } from './meeting.ts'
import { officeCommands, officeQueries } from './office.ts'
import { deviceCommands as ownDevice, organisationCommands, organisationQueries } from './organisation.ts'
import { opportunityCommands, opportunityQueries } from './opportunity.ts'
import { periodExceptionCommands, periodExceptionQueries } from './periodException.ts'
import { projectCommands, projectQueries } from './project.ts'
import { reportCommands, reportQueries } from './report.ts'
import { searchQueries } from './search.ts'
import { tagCommands, tagQueries } from './tag.ts'
import { teamDeviceCommands, teamQueries } from './team.ts'
import { taskCommands, taskQueries } from './task.ts'
import { timeImportDeviceCommands } from './timeImport.ts'
import { timerCommands, timerQueries } from './timer.ts'
import type { CommandSpec, QuerySpec } from './request.ts'

/** Commands that change the organisation's record: rule → Change[] → one commit, audited and undoable. */
export const commands = {
  ...timerCommands,
  ...entryCommands,
  ...logCommands,
  ...packageCommands,
  ...absenceCommands,
  ...approvalCommands,
  ...periodExceptionCommands,
  ...directoryCommands,
  ...projectCommands,
  ...caseCommands,
  ...opportunityCommands,
  ...tagCommands,
  ...officeCommands,
  ...journalCommands,
  ...meetingCommands,
  ...calendarFileCommands,
  ...taskCommands,
  ...billingCommands,
  ...invoiceCommands,
  ...reportCommands,
  ...organisationCommands,
  ...moduleCommands,
} as const satisfies Record<string, CommandSpec>

export const queries = {
  ...timerQueries,
  ...entryQueries,
  ...searchQueries,
  ...directoryQueries,
  ...projectQueries,
  ...caseQueries,
  ...opportunityQueries,
  ...tagQueries,
  ...officeQueries,
  ...journalQueries,
  ...meetingQueries,
  ...taskQueries,
  ...billingQueries,
  ...invoiceQueries,
  ...packageQueries,
  ...absenceQueries,
  ...approvalQueries,
  ...periodExceptionQueries,
  ...reportQueries,
  ...diaryQueries,
  ...calendarQueries,
  ...organisationQueries,
  ...browserQueries,
  ...teamQueries,
} as const satisfies Record<string, QuerySpec>

/** Acts on this device: not part of the organisation's record, so neither audited nor undone. */
export const deviceCommands = {
  ...ownDevice,
  ...calendarFileDeviceCommands,
  ...timeImportDeviceCommands,
  ...entryDeviceCommands,
  ...desktopCommands,
  ...browserCommands,
  ...teamDeviceCommands,
} as const

export const requests = { ...commands, ...deviceCommands, ...queries } as const

export type CommandName = keyof typeof commands
export type DeviceCommandName = keyof typeof deviceCommands
export type QueryName = keyof typeof queries
/** Answered where the application is put together, as they ask more than the data. */
export type ApplicationQueryName =
  keyof typeof organisationQueries | keyof typeof browserQueries | keyof typeof teamQueries
export type RequestName = keyof typeof requests

/** Arguments as a caller may give them. */
export type ArgsOf<N extends RequestName> = z.input<(typeof requests)[N]['args']>
/** Arguments after parsing. */
export type ParsedArgsOf<N extends RequestName> = z.output<(typeof requests)[N]['args']>
export type ResultOf<N extends RequestName> = (typeof requests)[N] extends { readonly result?: infer R }
  ? Exclude<R, undefined>
  : never

export const isRequestName = (name: string): name is RequestName => Object.hasOwn(requests, name)
export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name)
export const isDeviceCommandName = (name: string): name is DeviceCommandName =>
  Object.hasOwn(deviceCommands, name)
export const isQueryName = (name: string): name is QueryName => Object.hasOwn(queries, name)
