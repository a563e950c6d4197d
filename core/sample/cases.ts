// The cases of the sample firm's customers, and which of them a session of some day was for.
import type { DayRule } from '../../shared/base/dayRule.ts'
import { dayStartAt } from '../../shared/base/dayRule.ts'
import { addDays } from '../../shared/base/localDate.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { Random } from '../../shared/base/random.ts'
import { createRandom } from '../../shared/base/random.ts'
import type { Case } from '../../shared/entities/case.ts'
import { CASE_PREFIX } from '../../shared/entities/case.ts'
import type { Customer } from '../../shared/entities/customer.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { newCase } from '../../shared/rules/case.ts'
import type { SampleProject } from './projects.ts'
import { sampleId } from './sampleId.ts'

/** A case, and the days on which it was worked on. */
export type SampleCase = Case & { begin: LocalDate; until: LocalDate }

const SUBJECTS = [
  ['Printer prints blank pages', 'normal'],
  ['Cannot log in after the update', 'urgent'],
  ['Invoice shows the wrong address', 'low'],
  ['Backup failed two nights in a row', 'high'],
  ['Question about the annual report', 'normal'],
  ['Web shop is slow in the evening', 'high'],
  ['New employee needs an account', 'low'],
  ['Telephone is dead on the first floor', 'urgent'],
  ['Stock list does not add up', 'normal'],
  ['Certificate expires next month', 'normal'],
] as const

/** Something like every second active customer had a case or two in the last half year; the older ones are mostly closed. */
export function sampleCases(
  customers: readonly Customer[],
  projects: readonly SampleProject[],
  users: readonly { id: Id; active: boolean }[],
  facts: { seed: number; prefix: string; today: LocalDate; dayRule: DayRule },
): SampleCase[] {
  const people = users.filter(({ active }) => active)
  const drawn = customers.flatMap((customer, index) => {
    const random = createRandom(facts.seed, 0xca5e, index)
    if (index === 0 || customer.status !== 'Active' || !random.chance(0.5)) return []
    return Array.from({ length: random.int(1, 2) }, () => ({ customer, random, ago: random.int(2, 180) }))
  })
  return drawn
    .sort((a, b) => b.ago - a.ago)
    .map(({ customer, random, ago }, index): SampleCase => {
      const begin = addDays(facts.today, -ago)
      const lasts = random.int(3, 40)
      const closed = ago > lasts && random.chance(0.8)
      const [name, priority] = SUBJECTS[random.int(0, SUBJECTS.length - 1)] ?? SUBJECTS[0]
      const project = projects.find(
        (one) => one.customerId === customer.id && one.completionDate === null && one.begin <= begin,
      )
      const id = sampleId(facts.prefix, 'F', index)
      return {
        ...newCase(id, customer.id, `${CASE_PREFIX}-${index + 1}`, dayStartAt(begin, facts.dayRule)),
        name,
        priority,
        status: closed ? 'closed' : random.chance(0.25) ? 'waiting' : 'open',
        projectId: project !== undefined && random.chance(0.5) ? project.id : null,
        assigneeId: random.chance(0.85) ? (people[random.int(0, people.length - 1)]?.id ?? null) : null,
        reference: random.chance(0.5) ? `HD-${random.int(10_000, 99_999)}` : '',
        begin,
        until: closed ? addDays(begin, lasts) : facts.today,
      }
    })
}

export type CasesOf = ReadonlyMap<Id, readonly SampleCase[]>

export const casesByCustomer = (cases: readonly SampleCase[]): CasesOf =>
  Map.groupBy(cases, ({ customerId }) => customerId)

/** Much of what is done for a customer who has a case is done for that; its time counts for the project that it is tied to. */
export function caseOn(
  of: CasesOf,
  session: { customerId: Id; projectId: Id | null },
  date: LocalDate,
  random: Random,
): { caseId: Id | null; projectId: Id | null } {
  const [found] = (of.get(session.customerId) ?? []).filter(
    ({ begin, until }) => begin <= date && date <= until,
  )
  if (found === undefined || !random.chance(0.6)) return { caseId: null, projectId: session.projectId }
  return { caseId: found.id, projectId: found.projectId ?? session.projectId }
}
