// `daybook search`: sessions whose note has the words, the newest first.
import { filterFrom } from '../entryFilter.ts'
import type { FilterOptions } from '../filterOptions.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import type { Session } from '../session.ts'
import { SUBJECT_TITLES, subjectCells } from '../subject.ts'
import { oneLine, table } from '../table.ts'
import { durationOrDash, startOf } from '../words.ts'

export async function search(
  session: Session,
  words: readonly string[],
  options: FilterOptions & { customer?: string; limit?: number },
): Promise<Outcome> {
  const { organisation } = await session.setUp()
  const { customer } = options
  const customerId = customer === undefined ? null : await idOfName(session, 'customer', customer, null)
  const found = await session.ask('entry.search', {
    text: words.join(' '),
    ...(await filterFrom(session, options, customerId)),
    ...(customerId === null ? {} : { customerId }),
    ...(options.limit === undefined ? {} : { limit: options.limit }),
  })
  const lines = found.rows.map((row) => [
    startOf(row, organisation.zone),
    durationOrDash(row.durationMs),
    row.userName,
    ...subjectCells(row),
    oneLine(row.note, 80),
  ])
  const columns = [
    { title: 'Start' },
    { title: 'Time', right: true },
    { title: 'User' },
    ...SUBJECT_TITLES,
    { title: 'Note' },
  ]
  const text = found.rows.length === 0 ? 'No note has these words.' : table(columns, lines)
  const more = found.complete ? '' : '\nNotes of earlier times are not in the search yet: open Daybook once.'
  return { value: { entries: found.rows, complete: found.complete }, text: `${text}${more}` }
}
