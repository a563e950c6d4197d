// Finds the opportunity that is meant by its name; else refused with the nearest.
import type { OpportunityRow } from '../shared/contract/opportunity.ts'
import type { Id } from '../shared/entities/entity.ts'
import { nearestNames, theOneCalled } from './names.ts'
import { Refusal } from './refusal.ts'
import type { Session } from './session.ts'

/** Within a customer's, where one is said. Throws Refusal (name.unknown, name.ambiguous). */
export async function opportunityCalled(
  session: Session,
  name: string,
  customerId: Id | null,
): Promise<OpportunityRow> {
  const { rows } = await session.ask('opportunity.list', customerId === null ? {} : { customerId })
  const found = theOneCalled(rows, name) ?? rows.find(({ id }) => id === name.trim())
  if (found !== undefined && found !== null) return found
  const names = rows.map((row) => row.name)
  throw new Refusal(
    {
      code: 'name.unknown',
      details: { values: { name, kind: 'opportunity' }, nearest: nearestNames(name, names) },
    },
    'Opportunities are listed by “daybook opportunity list”.',
  )
}
