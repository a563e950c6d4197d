// The modules of the product (F12): what a firm can switch off as a whole, and some of it for single users. A noun names its module
// in its facts, a request that no such noun is called after names it where it is declared.
import { z } from 'zod'
import { once } from '../base/once.ts'

type Facts = {
  /** Is it on where nobody ever switched it? What asks for a procedure of its own is off until a firm wants it. */
  readonly preset: boolean
  /** May it be off for a user while the organisation has it on? */
  readonly perUser: boolean
  /** Its screens are there: it has a switch in the settings. Whoever adds them changes this line. */
  readonly present: boolean
}

export const MODULES = {
  /** The timer in the header, and all that starts one (B17). */
  clientTimer: { preset: true, perUser: true, present: true },

  /** Calendar, tasks and meetings. */
  calendar: { preset: true, perUser: true, present: true },

  /** What a customer may buy (A22, A23). */
  opportunities: { preset: true, perUser: true, present: true },

  /** Support cases of customers. */
  cases: { preset: true, perUser: true, present: true },

  /** Hours that were paid for in advance. */
  packages: { preset: true, perUser: false, present: true },

  /** Billing & Invoicing. */
  invoicing: { preset: true, perUser: false, present: true },

  /** Weeks are approved by somebody before they count. */
  approvals: { preset: false, perUser: false, present: true },

  /** Holidays, illness and other leave. */
  absence: { preset: false, perUser: false, present: true },
} as const satisfies Record<string, Facts>

export type ModuleName = keyof typeof MODULES
export const MODULE_NAMES = Object.keys(MODULES) as readonly ModuleName[]
export const moduleFacts = (module: ModuleName): Facts => MODULES[module]

export const ModuleSchema = once(() => z.enum(MODULES_AS_TUPLE))
const MODULES_AS_TUPLE = MODULE_NAMES as readonly [ModuleName, ...ModuleName[]]

/** What somebody switched, by its name; the others are as they are preset. */
export const Switched = once(() => z.partialRecord(ModuleSchema(), z.boolean()))
export type Switched = z.infer<ReturnType<typeof Switched>>
