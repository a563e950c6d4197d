// What the sample firm's customers may buy: some open, some won or lost (A22).
import { addDays } from '../../shared/base/localDate.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import { createRandom } from '../../shared/base/random.ts'
import type { Customer } from '../../shared/entities/customer.ts'
import { takesTime } from '../../shared/entities/customer.ts'
import type { Opportunity } from '../../shared/entities/opportunity.ts'
import { newOpportunity } from '../../shared/rules/directory.ts'
import { minorOf } from './amount.ts'
import { sampleId } from './sampleId.ts'

const NAMES = [
  'Second location',
  'Web shop',
  'Yearly service',
  'Training for the staff',
  'New stock system',
] as const
const STAGES = ['First talk', 'Needs clarified', 'Offer sent', 'Negotiation'] as const

export function sampleOpportunities(
  customers: readonly Customer[],
  facts: { seed: number; prefix: string; today: LocalDate; currency: string },
): Opportunity[] {
  const made: Opportunity[] = []
  for (const [index, customer] of customers.entries()) {
    const random = createRandom(facts.seed, 0x0bb, index)
    if (index === 0 || !takesTime(customer) || !random.chance(0.3)) continue
    const count = random.int(1, 3)
    for (let nth = 0; nth < count; nth += 1) {
      const status = nth === 0 ? 'Open' : random.chance(0.5) ? 'Won' : 'Lost'
      made.push({
        ...newOpportunity(sampleId(facts.prefix, 'B', made.length), customer.id),
        name: NAMES[(index + nth) % NAMES.length] ?? NAMES[0],
        stage: STAGES[random.int(0, STAGES.length - 1)] ?? '',
        valueMinor: minorOf(random.int(2, 60) * 500, facts.currency),
        expectedClose: addDays(facts.today, status === 'Open' ? random.int(5, 120) : -random.int(5, 200)),
        status,
      })
    }
  }
  return made
}
