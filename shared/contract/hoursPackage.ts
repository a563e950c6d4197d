// Commands and queries on hours packages (E10 to E12, G9).
import { z } from 'zod'
import type { LocalDate } from '../base/localDate.ts'
import { Id, LocalDateSchema, Note } from '../entities/entity.ts'
import { everybody, leaders } from './access.ts'
import type { HoursPackage } from '../entities/hoursPackage.ts'
import { command, query } from './request.ts'

const MODULE = 'packages'
const Minutes = () => z.int().min(-6_000_000).max(6_000_000)

export const packageCommands = {
  'package.buy': command(
    () =>
      z.object({
        customerId: Id,
        minutes: Minutes(),
        /** Today, where nobody says. */
        date: LocalDateSchema.optional(),
        priceMinor: z.int().min(0).max(1_000_000_000_000).nullable().optional(),
        expires: LocalDateSchema.nullable().optional(),
        reason: Note.optional(),
      }),
    leaders,
    MODULE,
  ).returns<{ packageId: Id }>(),
  /** More or fewer hours of a package, with the reason. */
  'package.correct': command(
    () => z.object({ packageId: Id, minutes: Minutes(), date: LocalDateSchema.optional(), reason: Note }),
    leaders,
    MODULE,
  ).returns<{ packageId: Id }>(),
  /** What a package has left, or had left when it expired, goes on as a package of its own. */
  'package.roll': command(
    () =>
      z.object({
        packageId: Id,
        expires: LocalDateSchema.nullable().optional(),
        date: LocalDateSchema.optional(),
        reason: Note.optional(),
      }),
    leaders,
    MODULE,
  ).returns<{ packageId: Id; minutes: number }>(),
  /** It was never bought: with all that was done to it. */
  'package.remove': command(() => z.object({ packageId: Id }), leaders, MODULE).returns<null>(),
}

export type LedgerLine = {
  date: LocalDate
  kind: 'buy' | 'draw' | 'over' | 'expire' | 'roll' | 'correct'
  /** null of what is over. */
  packageId: Id | null
  entryId: Id | null
  /** What the package gains; of what is over, how much it is. */
  ms: number
  reason: string
}

/** none: there never was a package. low: four fifths are used (80 %). used: all is (100 %). */
export type PackageLevel = 'none' | 'enough' | 'low' | 'used'

export type PackageSummary = {
  allocatedMs: number
  remainingMs: number
  drawnMs: number
  /** Billable time that no package had room for. */
  overMs: number
  level: PackageLevel
}

export type PackageView = HoursPackage & {
  sizeMs: number
  drawnMs: number
  expiredMs: number
  leftMs: number
}

const READS = [
  'hoursPackage',
  'timeEntry',
  'category',
  'project',
  'pastSetting',
  'customer',
  'organisation',
  'invoice',
  'invoicedEntry',
] as const

export const packageQueries = {
  /** Allocated hours and Remaining hours (E10, E12). */
  'package.summary': query(
    () => z.object({ customerId: Id }),
    READS,
    everybody,
    MODULE,
  ).returns<PackageSummary>(),
  /** The packages, oldest first, those that begin on a later day, and the ledger, the newest line first. */
  'package.list': query(
    () => z.object({ customerId: Id, limit: z.int().min(1).max(1_000).optional() }),
    READS,
    leaders,
    MODULE,
  ).returns<
    PackageSummary & { packages: PackageView[]; later: PackageView[]; lines: LedgerLine[]; total: number }
  >(),
}
