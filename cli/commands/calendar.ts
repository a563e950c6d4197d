// `daybook calendar`: writes a person's calendar to a file, and brings one in.
import { resolve } from 'node:path'
import type { ImportReport, ImportRow } from '../../shared/contract/calendarFile.ts'
import { IMPORT_STATES } from '../../shared/contract/calendarFile.ts'
import { importState, remarkSentence } from '../../shared/text/calendarFile.ts'
import { errorSentence } from '../../shared/text/errorText.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { oneLine, table } from '../table.ts'
import { readDate } from '../times.ts'
import { dateAndTime } from '../words.ts'
import { finished } from './export.ts'

export async function exportCalendar(
  session: Session,
  options: { from: string; to: string; out: string; user?: string },
): Promise<Outcome> {
  const [from, to] = [readDate(options.from), readDate(options.to)]
  if (!/\.ics$/i.test(options.out))
    throw new UsageError(`--out ${options.out}: a calendar’s name must end in .ics.`)
  const { user } = await session.setUp()
  const userId = options.user === undefined ? user.id : await idOfName(session, 'user', options.user, null)
  const path = resolve(options.out)
  const job = await finished(session, { kind: 'calendar', userId, from, to }, path)
  const value = { file: job.path ?? path, written: job.done }
  return { value, text: `Wrote ${value.file} (${value.written} meetings, tasks and time entries).` }
}

export async function importCalendar(
  session: Session,
  file: string,
  options: { dryRun?: boolean; zone?: string[] },
): Promise<Outcome> {
  const { organisation } = await session.setUp()
  const dryRun = options.dryRun === true
  const report = await session.ask('calendar.import', {
    path: resolve(file),
    dryRun,
    zones: Object.fromEntries((options.zone ?? []).map(readZone)),
  })
  return { value: { dryRun, ...report }, text: said(report, dryRun, organisation.zone) }
}

function readZone(text: string): [string, string] {
  const at = text.lastIndexOf('=')
  if (at < 1 || at === text.length - 1)
    throw new UsageError(`--zone ${text}: write it like "Office time=Europe/Berlin".`)
  return [text.slice(0, at), text.slice(at + 1)]
}

/** More are counted, not listed. */
const MOST_LISTED = 200

function said({ rows, counts, unknownZones, ignored }: ImportReport, dryRun: boolean, zone: string): string {
  const listed = rows.filter(({ state, remarks }) => dryRun || state === 'refused' || remarks.length > 0)
  const lines = listed
    .slice(0, MOST_LISTED)
    .map((row) => [importState(row.state, 'en'), whenOf(row, zone), oneLine(row.title, 50), remarksOf(row)])
  const columns = ['What', 'When', 'Title', 'Remarks'].map((title) => ({ title }))
  const totals = IMPORT_STATES.filter((state) => counts[state] > 0).map(
    (state) => `${counts[state]} ${importState(state, 'en').toLowerCase()}`,
  )
  const parts = [
    lines.length === 0 ? '' : table(columns, lines),
    listed.length > MOST_LISTED ? `… and ${listed.length - MOST_LISTED} more` : '',
    ...unknownZones.map(
      (name) => `Unknown zone: say --zone "${name}=ZONE", like --zone "${name}=Europe/Berlin".`,
    ),
    ignored === 0 ? '' : `Not read, as they are no meetings and no tasks: ${ignored}.`,
    `${dryRun ? 'A dry run, nothing was changed: ' : 'Imported: '}${totals.join(', ')}.`,
  ]
  return parts.filter((part) => part !== '').join('\n')
}

const whenOf = ({ startAt, dueDate, allDay }: ImportRow, zone: string): string =>
  startAt === null
    ? (dueDate ?? '–')
    : allDay
      ? dateAndTime(startAt, zone).slice(0, 10)
      : dateAndTime(startAt, zone)

const remarksOf = ({ reason, remarks }: ImportRow): string =>
  [
    reason === null ? '' : errorSentence(reason, 'en'),
    ...remarks.map((remark) => remarkSentence(remark, 'en')),
  ]
    .filter((part) => part !== '')
    .join(' ')
