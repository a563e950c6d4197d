// `daybook import`: reads files of another tool, says what would become of each row, and does it. Ctrl+C cancels, and nothing is left.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { formatDuration } from '../../shared/base/duration.ts'
import type {
  DateOrder,
  ImportOptions,
  ImportProgress,
  ImportSource,
  TimeImportReport,
  TimeImportRow,
} from '../../shared/contract/timeImport.ts'
import { ImportOptions as OptionsSchema, MADE_NOUNS, ROW_STATES } from '../../shared/contract/timeImport.ts'
import { fold } from '../../shared/base/text.ts'
import { errorSentence } from '../../shared/text/errorText.ts'
import { nounsEn } from '../../shared/text/nouns.en.ts'
import { rowStateWord } from '../../shared/text/timeImport.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { Refusal, UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { oneLine, table } from '../table.ts'
import { dateAndTime } from '../words.ts'

export type ImportCommandOptions = {
  from?: ImportSource
  map?: string
  zone?: string
  dateOrder?: DateOrder
  twice?: 'first' | 'second'
  missing?: 'next' | 'refuse'
  person?: string[]
  customer?: string
  category?: string
  dryRun?: boolean
}

export async function importTime(
  session: Session,
  files: string[],
  options: ImportCommandOptions,
): Promise<Outcome> {
  const given = await givenOptions(session, options)
  const { organisation } = await session.setUp()
  const paths = files.flatMap(filesIn)
  const stop = follow(session)
  try {
    const dryRun = options.dryRun === true
    const draft = await session.ask('import.open', { paths, options: given, onlyRead: !dryRun })
    stop.importId = draft.importId
    refuseUnanswered(draft, organisation.zone)
    const { importId, options: settled } = draft
    const ran = dryRun ? null : await session.app.invoke('import.run', { importId, options: settled })
    if (ran?.ok === false) throw new Refusal(ran.error)
    const { value: report, commitId } = ran ?? { value: draft }
    const listed = await rowsOf(session, importId, dryRun)
    const { importId: _, ...rest } = report
    return {
      value: {
        dryRun,
        ...(commitId === undefined ? {} : { commitId }),
        ...rest,
        sums: inSums(report.sums),
        rows: listed.rows,
        rowsLeftOff: listed.total - listed.rows.length,
      },
      text: [
        said(report, listed, dryRun, organisation.zone),
        ...takenFor(report, await session.ask('user.list', {})),
        ...(commitId === undefined ? [] : [`Take it back: daybook undo ${commitId}`]),
      ].join('\n'),
    }
  } finally {
    stop()
  }
}

async function givenOptions(session: Session, options: ImportCommandOptions): Promise<ImportOptions> {
  const { from: source, zone, dateOrder, twice, missing, customer, category } = options
  const people: Record<string, string> = {}
  for (const text of options.person ?? []) {
    const at = text.lastIndexOf('=')
    if (at < 1 || at === text.length - 1)
      throw new UsageError(`--person ${text}: write it like "Ana W.=Ana Weber".`)
    const whose = text.slice(at + 1)
    people[text.slice(0, at)] = whose === 'new' ? whose : await idOfName(session, 'user', whose, null)
  }
  const mapped = options.map === undefined ? {} : readMap(options.map)
  const said = { source, zone, dateOrder, twice, missing, customer, category }
  const told = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  return { ...mapped, ...told, ...(Object.keys(people).length === 0 ? {} : { people }) }
}

function readMap(file: string): ImportOptions {
  let text: string
  try {
    text = readFileSync(resolve(file), 'utf8')
  } catch {
    throw new UsageError(`--map ${file}: this file cannot be read.`)
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new UsageError(`--map ${file}: this is no JSON.`)
  }
  const read = OptionsSchema().strict().safeParse(json)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new UsageError(`--map ${file}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() + '.')
}

const READABLE = /\.(csv|tsv|txt|xlsx|json|xml|zip)$/i

/** A folder stands for the files in it that an import can read, by their names. */
function filesIn(given: string): string[] {
  const path = resolve(given)
  try {
    if (!statSync(path).isDirectory()) return [path]
    const names = readdirSync(path).filter((name) => READABLE.test(name))
    if (names.length === 0)
      throw new UsageError(`${given}: there is no CSV, Excel, JSON, XML or zip file in this folder.`)
    return names.toSorted().map((name) => join(path, name))
  } catch (error) {
    if (error instanceof UsageError) throw error
    // What does not exist is refused by its name where it is opened.
    return [path]
  }
}

const MIXED =
  'Some of its dates are written day first and some month first: make them alike in the file, or import them apart.'

function refuseUnanswered(report: TimeImportReport, zone: string): void {
  const { needs, headers, dateOrders, datesMixed } = report
  const [need] = needs
  if (need === undefined) return
  const hints = {
    columns: `Say what the columns hold: --map FILE.json, like {"columns": {"startDate": "…", "duration": "…"}}. The columns: ${headers.map((header) => oneLine(header, 40)).join(', ')}.`,
    dateOrder: `${datesMixed ? MIXED : 'Its dates can be read in several ways.'} Say --date-order ${dateOrders.join(' or ')}.`,
    zone: `The file does not say which zone its times are of. Say it, like --zone ${zone}.`,
  }
  throw new Refusal({ code: 'import.needs' }, hints[need])
}

/** Named as durations are, so that they are given in seconds like all. */
const inSums = (sums: TimeImportReport['sums']): object =>
  Object.fromEntries(Object.entries(sums).map(([state, ms]) => [state, { ms }]))

const MOST_LISTED = 200

async function rowsOf(
  session: Session,
  importId: string,
  dryRun: boolean,
): Promise<{ rows: TimeImportRow[]; total: number }> {
  const state = dryRun ? {} : ({ state: 'refused' } as const)
  return session.ask('import.rows', { importId, ...state, offset: 0, limit: MOST_LISTED })
}

/** Shows how far it is where somebody looks, and cancels on Ctrl+C. */
function follow(session: Session): (() => void) & { importId?: string } {
  const unsubscribe = session.app.subscribe((event) => {
    if (event.type !== 'import') return
    stop.importId = event.progress.importId
    show(event.progress)
  })
  const cancel = (): void => {
    if (stop.importId !== undefined) void session.app.invoke('import.cancel', { importId: stop.importId })
  }
  process.on('SIGINT', cancel)
  const stop: (() => void) & { importId?: string } = () => {
    unsubscribe()
    process.off('SIGINT', cancel)
    if (process.stderr.isTTY) process.stderr.write('\r\u001B[K')
  }
  return stop
}

const STAGES = { read: 'Reading', decide: 'Checking', write: 'Importing' }

function show({ stage, done, total }: ImportProgress): void {
  if (!process.stderr.isTTY || total === 0) return
  process.stderr.write(`\r${STAGES[stage]} ${Math.floor((100 * done) / total)} % … (Ctrl+C cancels) `)
}

function said(
  report: TimeImportReport,
  { rows, total }: { rows: TimeImportRow[]; total: number },
  dryRun: boolean,
  zone: string,
): string {
  const several = report.files.length > 1
  const lines = rows.map((row) => [
    several ? `${row.file}:${row.line}` : String(row.line),
    rowStateWord(row.state, 'en'),
    whenOf(row, zone),
    row.durationMs === null ? '' : formatDuration(row.durationMs),
    oneLine(
      [row.person, row.customer, row.project, row.category].filter((text) => text !== '').join(' · '),
      60,
    ),
    row.reason === null
      ? row.made.map(({ noun, name }) => `makes ${nounsEn[noun].one} ${oneLine(name, 30)}`).join(', ')
      : errorSentence(row.reason, 'en'),
  ])
  const columns = ['Line', 'What', 'When', 'Time', 'On', 'Remarks'].map((title) => ({ title }))
  const { counts, sums, made } = report
  const totals = ROW_STATES.filter((state) => counts[state] > 0).map(
    (state) =>
      `${counts[state]} ${rowStateWord(state, 'en').toLowerCase()} (${formatDuration(sums[state])} h)`,
  )
  const things = MADE_NOUNS.filter((noun) => made.counts[noun] > 0).map(
    (noun) => `${made.counts[noun]} ${made.counts[noun] === 1 ? nounsEn[noun].one : nounsEn[noun].many}`,
  )
  const { twice, missing } = report.asks
  const parts = [
    lines.length === 0 ? '' : table(columns, lines),
    total > rows.length ? `… and ${total - rows.length} more` : '',
    report.datesMixed ? MIXED : '',
    twice > 0 ? `${twice} rows are at times that came twice: say --twice first or --twice second.` : '',
    missing > 0
      ? `${missing} rows are at times that did not exist: say --missing next to take the next that did.`
      : '',
    things.length === 0 ? '' : `${dryRun ? 'Would make' : 'Made'}: ${things.join(', ')}.`,
    `${dryRun ? 'A dry run, nothing was changed: ' : 'Imported: '}${totals.join(', ')}.`,
  ]
  return parts.filter((part) => part !== '').join('\n')
}

/** Whose time it became, where the file calls them otherwise. */
const takenFor = ({ people }: TimeImportReport, users: readonly { id: string; name: string }[]): string[] =>
  people.flatMap(({ name, userId }) => {
    const user = users.find(({ id }) => id === userId)
    return name === '' || user === undefined || fold(name) === fold(user.name)
      ? []
      : [`${name} is taken for ${user.name}. For a new user say --person "${name}=new".`]
  })

function whenOf({ startAt, endAt, workDate }: TimeImportRow, zone: string): string {
  if (startAt === null) return workDate ?? '–'
  return endAt === null
    ? dateAndTime(startAt, zone)
    : `${dateAndTime(startAt, zone)}–${dateAndTime(endAt, zone).slice(11)}`
}
