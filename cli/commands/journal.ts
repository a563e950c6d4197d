// `daybook journal`: a customer's journal, filtered as in the window, and notes that are written into it (A12, A31, F11).
import type { JournalLine } from '../../shared/contract/journal.ts'
import { JournalKeyword } from '../../shared/contract/journal.ts'
import { partLabel, SUBJECT } from '../../shared/entities/subject.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { oneLine, table } from '../table.ts'
import { readDate, readTime } from '../times.ts'
import { dateAndTime, durationOrDash } from '../words.ts'

export type JournalOptions = {
  customer: string
  keyword?: string
  tag?: string
  user?: string
  search?: string
  from?: string
  to?: string
  limit?: number
}

const DEFAULT_LIMIT = 100

export async function journal(session: Session, options: JournalOptions): Promise<Outcome> {
  const { organisation } = await session.setUp()
  const { keyword, tag, user, search, from, to, limit = DEFAULT_LIMIT } = options
  const found = await session.ask('customer.journal', {
    customerId: await idOfName(session, 'customer', options.customer, null),
    limit: Math.min(limit, 500),
    ...(keyword === undefined ? {} : { keyword: readKeyword(keyword) }),
    ...(tag === undefined ? {} : { tagId: await idOfName(session, 'tag', tag, null) }),
    ...(user === undefined ? {} : { userId: await idOfName(session, 'user', user, null) }),
    ...(search === undefined ? {} : { text: search }),
    ...(from === undefined ? {} : { from: readDate(from) }),
    ...(to === undefined ? {} : { to: readDate(to) }),
  })
  const lines = found.rows.map((line) => [
    line.day ?? dateAndTime(line.at, organisation.zone),
    line.keywords.join(', '),
    line.durationMs === null ? '' : durationOrDash(line.durationMs),
    line.userName,
    onWhat(line),
    oneLine(line.text, 80),
  ])
  const columns = [
    { title: 'When' },
    { title: 'Keywords' },
    { title: 'Time', right: true },
    { title: 'User' },
    { title: 'On' },
    { title: 'Text' },
  ]
  const more = found.next === null ? '' : '\nThere is more: say --limit, or a range.'
  return {
    value: { lines: found.rows, more: found.next !== null, onlyYours: found.onlyYours },
    text: found.rows.length === 0 ? 'Nothing in the journal.' : `${table(columns, lines)}${more}`,
  }
}

/** Everything but the customer, whose journal it is. */
const onWhat = (line: JournalLine): string =>
  SUBJECT.filter(({ field }) => field !== 'customerId')
    .flatMap((entry) => partLabel(line, entry) ?? [])
    .join(' · ')

function readKeyword(typed: string): JournalKeyword {
  const found = JournalKeyword.options.find((one) => one.toLowerCase() === typed.trim().toLowerCase())
  if (found === undefined)
    throw new UsageError(`“${typed}” is no keyword. There are: ${JournalKeyword.options.join(', ')}.`)
  return found
}

export async function journalNote(
  session: Session,
  options: { customer: string; text: string; tag?: string[]; at?: string },
): Promise<Outcome> {
  const { organisation, state } = await session.setUp()
  const tagIds: string[] = []
  for (const tag of options.tag ?? []) tagIds.push(await idOfName(session, 'tag', tag, null))
  const { journalEntryId } = await session.ask('journalEntry.add', {
    customerId: await idOfName(session, 'customer', options.customer, null),
    text: options.text,
    ...(tagIds.length === 0 ? {} : { tagIds }),
    ...(options.at === undefined ? {} : { at: readTime(options.at, state.now, organisation.zone) }),
  })
  return { value: { journalEntryId }, text: 'Noted in the journal.' }
}
