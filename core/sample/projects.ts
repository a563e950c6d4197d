// The projects of the sample firm's customers, and which of them a session of some day was for.
import { Colour } from '../../shared/entities/colour.ts'
import type { DayRule } from '../../shared/base/dayRule.ts'
import { dayStartAt } from '../../shared/base/dayRule.ts'
import { addMonths, firstDayOf, lastDayOf } from '../../shared/base/localDate.ts'
import type { LocalDate, Month } from '../../shared/base/localDate.ts'
import type { Random } from '../../shared/base/random.ts'
import { createRandom } from '../../shared/base/random.ts'
import type { Customer } from '../../shared/entities/customer.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Project } from '../../shared/entities/project.ts'
import { sampleId } from './sampleId.ts'

/** A project, and the day from which on time was spent on it. */
export type SampleProject = Project & { begin: LocalDate }

const NAMES = [
  'Website',
  'Move to the new server',
  'Annual audit',
  'Staff training',
  'Web shop',
  'New office network',
  'Stock system',
  'Data protection review',
  'Telephone system',
  'Document archive',
] as const

/** Something like two customers of five have one to three projects; the firm itself has none. */
export function sampleProjects(
  customers: readonly Customer[],
  facts: { seed: number; prefix: string; month: Month; dayRule: DayRule },
): SampleProject[] {
  const projects: SampleProject[] = []
  for (const [index, customer] of customers.entries()) {
    const random = createRandom(facts.seed, 0x9a7, index)
    if (index === 0 || !random.chance(0.42)) continue
    const count = random.int(1, 3)
    const first = random.int(0, NAMES.length - 1)
    for (let nth = 0; nth < count; nth += 1) {
      const { from, until } = monthsOf(customer, nth, count, random)
      const begin = firstDayOf(addMonths(facts.month, -from))
      const number = projects.length
      projects.push({
        id: sampleId(facts.prefix, 'P', number),
        customerId: customer.id,
        code: `PROJ-${number + 1}`,
        name: NAMES[(first + nth * 3) % NAMES.length] ?? NAMES[0],
        completionDate: until === null ? null : lastDayOf(addMonths(facts.month, -until)),
        budgetMinutes: random.chance(0.5) ? random.int(4, 20) * 600 : null,
        billable: !random.chance(0.12),
        notes: '',
        colour: Colour.options[number % Colour.options.length] ?? 'blue',
        createdAt: dayStartAt(begin, facts.dayRule),
        removed: false,
        begin,
      })
    }
  }
  return projects
}

/** How many months ago it began and was completed; null: it is open. Nobody works on projects of a customer who left. */
function monthsOf(
  { status }: Customer,
  nth: number,
  count: number,
  random: Random,
): { from: number; until: number | null } {
  const length = random.int(5, 14)
  if (status === 'Prospect') return { from: 3, until: null }
  if (status === 'Archived') return { from: Math.min(24, 14 + length), until: 14 }
  if (status === 'Inactive') return { from: Math.min(24, 7 + length), until: 7 }
  // The last one is open, those before it are mostly done.
  const done = nth < count - 1 && random.chance(0.7)
  const until = done ? random.int(1, 12) : null
  return { from: Math.min(24, (until ?? 0) + length), until }
}

/** For each customer with projects, those in their order. */
export type ProjectsOf = ReadonlyMap<Id, readonly SampleProject[]>

export const projectsByCustomer = (projects: readonly SampleProject[]): ProjectsOf =>
  Map.groupBy(projects, ({ customerId }) => customerId)

/** What a session of that day was for; most of a customer's time is for one of the projects that were open then. */
export function projectOn(of: ProjectsOf, customerId: Id, date: LocalDate, random: Random): Id | null {
  const open = (of.get(customerId) ?? []).filter(
    ({ begin, completionDate }) => begin <= date && (completionDate === null || date <= completionDate),
  )
  if (open.length === 0 || !random.chance(0.72)) return null
  return open[random.int(0, open.length - 1)]?.id ?? null
}
