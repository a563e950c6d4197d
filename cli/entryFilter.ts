// By what a list of time is narrowed on a command line: the same as on screen, an option for each (I15).
import type { EntryFilter } from '../shared/contract/entryFilter.ts'
import { PLACES } from '../shared/entities/assignment.ts'
import type { Id } from '../shared/entities/entity.ts'
import { FLAG_FILTERS, ID_FILTERS } from '../shared/entities/subjectFilter.ts'
import { coded } from './commands/offices.ts'
import { FIND } from './subject.ts'
import { idOfName } from './names.ts'
import type { Session } from './session.ts'
import type { FilterOptions } from './filterOptions.ts'
import { flagSaid } from './subjectOptions.ts'
import { readDate } from './times.ts'

/** `customerId`: whose time it is; null: everybody's. */
export async function filterFrom(
  session: Session,
  options: FilterOptions,
  customerId: Id | null,
): Promise<EntryFilter> {
  const { from, to, user } = options
  const filter: EntryFilter = {
    ...(from === undefined ? {} : { from: readDate(from) }),
    ...(to === undefined ? {} : { to: readDate(to) }),
    ...(user === undefined ? {} : { userId: await idOfName(session, 'user', user, null) }),
  }
  for (const { field, noun } of PLACES) {
    const code = options[noun]
    if (code !== undefined) filter[field] = (await coded(session, noun, code)).id
  }
  for (const { name, entry } of ID_FILTERS) {
    const said = options[entry.part]
    if (name === 'customerId' || said === undefined) continue
    const within = entry.of === 'customerId' ? customerId : null
    filter[name] = (await FIND[entry.noun](session, said, { within, create: null })).id
  }
  for (const { name } of FLAG_FILTERS) {
    const said = flagSaid(options, name)
    if (said !== undefined) filter[name] = said
  }
  return filter
}
