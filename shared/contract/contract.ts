// Every command and query by name: the one list that the application, its carriers and its screens share.
import type { z } from 'zod'
import { billingCommands, billingQueries } from './billing.ts'
import { diaryQueries } from './diary.ts'
import { directoryCommands, directoryQueries } from './directory.ts'
import { entryCommands, entryQueries } from './entry.ts'
import { deviceCommands, organisationCommands, organisationQueries } from './organisation.ts'
import { projectCommands, projectQueries } from './project.ts'
import { searchQueries } from './search.ts'
import { timerCommands, timerQueries } from './timer.ts'
import type { CommandSpec, QuerySpec } from './request.ts'

/** Commands that change the organisation's record: rule → Change[] → one commit, audited and undoable. */
export const commands = {
  ...timerCommands,
  ...entryCommands,
  ...directoryCommands,
  ...projectCommands,
  ...billingCommands,
  ...organisationCommands,
} as const satisfies Record<string, CommandSpec>

export const queries = {
  ...timerQueries,
  ...entryQueries,
  ...searchQueries,
  ...directoryQueries,
  ...projectQueries,
  ...billingQueries,
  ...diaryQueries,
  ...organisationQueries,
} as const satisfies Record<string, QuerySpec>

export { deviceCommands }

export const requests = { ...commands, ...deviceCommands, ...queries } as const

export type CommandName = keyof typeof commands
export type DeviceCommandName = keyof typeof deviceCommands
export type QueryName = keyof typeof queries
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
