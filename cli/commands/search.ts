// `daybook search`: sessions whose note has the words, the newest first.
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import type { Session } from '../session.ts'
import { oneLine, table } from '../table.ts'
import { dateAndTime, durationOrDash } from '../words.ts'

export async function search(
  session: Session,
  words: readonly string[],
  options: { user?: string; customer?: string; limit?: number },
): Promise<Outcome> {
  const { organisation } = await session.setUp()
  const found = await session.ask('entry.search', {
    text: words.join(' '),
    ...(options.user === undefined ? {} : { userId: await idOfName(session, 'user', options.user, false) }),
    ...(options.customer === undefined
      ? {}
      : { customerId: await idOfName(session, 'customer', options.customer, false) }),
    ...(options.limit === undefined ? {} : { limit: options.limit }),
  })
  const lines = found.rows.map((row) => [
    dateAndTime(row.startAt, organisation.zone),
    durationOrDash(row.durationMs),
    row.userName,
    row.customerName ?? '–',
    row.categoryName ?? '–',
    oneLine(row.note, 80),
  ])
  const columns = [
    { title: 'Start' },
    { title: 'Time', right: true },
    { title: 'User' },
    { title: 'Customer' },
    { title: 'Category' },
    { title: 'Note' },
  ]
  const text = found.rows.length === 0 ? 'No note has these words.' : table(columns, lines)
  const more = found.complete ? '' : '\nNotes of earlier times are not in the search yet: open Daybook once.'
  return { value: { entries: found.rows, complete: found.complete }, text: `${text}${more}` }
}
