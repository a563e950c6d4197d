// What deciding on rows of an import needs to know: who and what is here, who may make what is not, and what was imported before.
import type { Instant } from '../../base/instant.ts'
import type { LocalDate } from '../../base/localDate.ts'
import type { Assignment } from '../../entities/assignment.ts'
import type { Category } from '../../entities/category.ts'
import type { Customer } from '../../entities/customer.ts'
import type { Id } from '../../entities/entity.ts'
import type { Organisation } from '../../entities/organisation.ts'
import type { Project } from '../../entities/project.ts'
import type { TimeRules } from '../../entities/rules.ts'
import type { Tag } from '../../entities/tag.ts'
import type { TimeEntry } from '../../entities/timeEntry.ts'
import type { ClosedSegment } from '../../entities/timer.ts'
import type { User } from '../../entities/user.ts'
import type { MadeNoun } from '../../contract/timeImport.ts'
import type { SubjectSettings } from '../subject.ts'

export type TimeImportFacts = {
  organisation: Organisation
  /** Those that are not deleted. */
  users: readonly User[]
  customers: readonly Customer[]
  projects: readonly Project[]
  categories: readonly Category[]
  tags: readonly Tag[]
  assignments: readonly Assignment[]
  /** The highest number that a project's code ever had. */
  lastProject: number
  /** May the actor add one by hand? */
  mayAdd(noun: MadeNoun): boolean
  /** Is that user offered to the actor where somebody is chosen (D9)? */
  isOffered(userId: Id): boolean
  rulesOf(user: User): TimeRules
  settingsOf(user: User): SubjectSettings
  /** A short text that is the same for the same text. */
  digest(text: string): string
  /** Was it imported before, and is it still here? */
  isHere(key: string): boolean
  /** Whose day it is, where it is approved and takes no more time; null: it does. */
  lockedName(userId: Id, date: LocalDate): string | null
  /** Has that day an amount of time without clock times? */
  hasAmount(userId: Id, date: LocalDate): boolean
  /** What is recorded on that day until now. */
  dayOf(userId: Id, date: LocalDate): { segments: readonly ClosedSegment[]; amountMs: number }
  /** Entries whose time lies there. */
  touching(userId: Id, from: Instant, to: Instant): readonly TimeEntry[]
}
