// What becomes of each row of an import: time by the same rules as time that is typed, on customers, projects, categories and tags that
// are found by name or made. What a row would make is made only where the row is taken.
import { MINUTE_MS } from '../../base/duration.ts'
import type { Instant } from '../../base/instant.ts'
import type { LocalDate } from '../../base/localDate.ts'
import type { Result } from '../../base/result.ts'
import { fold } from '../../base/text.ts'
import type { AppError } from '../../contract/errors.ts'
import type { MadeThing } from '../../contract/timeImport.ts'
import type { Change } from '../../entities/registry.ts'
import type { TimeEntry } from '../../entities/timeEntry.ts'
import type { RecordFacts, Session } from '../recordSession.ts'
import { checkSpan, entriesOfSession, entryOfAmount } from '../recordSession.ts'
import type { RuleContext } from '../rule.ts'
import { refused } from '../rule.ts'
import { createDays } from './days.ts'
import type { RowSubject, SubjectChoices, Subjects } from './subjects.ts'
import { createSubjects, remembered } from './subjects.ts'
import type { TimeImportFacts } from './facts.ts'
import type { RowTime } from './times.ts'

export type ImportedRow = RowSubject & { note: string; reference: string; time: RowTime }

export type RowDecision = {
  state: 'new' | 'same' | 'refused'
  reason: AppError | null
  /** The time, in parts where it runs over the end of a day. */
  entries: readonly TimeEntry[]
  /** What is made for it, before it. */
  things: readonly Change[]
  made: readonly MadeThing[]
  /** When it is, whatever becomes of it. */
  startAt: Instant | null
  endAt: Instant | null
  workDate: LocalDate | null
  durationMs: number
  pauseMs: number
}

export type TimeImport = {
  decide(row: ImportedRow): RowDecision
  /** What follows is of the next file: what the files before brought is here already, as if they had come before. */
  nextFile(): void
  people: Subjects['people']
}

export type ImportChoices = SubjectChoices & { source: string; severalFiles: boolean }

type When = Pick<RowDecision, 'startAt' | 'endAt' | 'workDate' | 'durationMs' | 'pauseMs'>

export function createTimeImport(
  facts: TimeImportFacts,
  choices: ImportChoices,
  ctx: RuleContext,
): TimeImport {
  const subjects = createSubjects(facts, choices, ctx)
  const days = createDays(facts)
  const twins = new Map<string, number>()
  const brought = new Set<string>()
  let bringing: string[] = []
  const folded = remembered(fold)

  /** What the row is known again by: what the file says of it, and how many like it came before in its file. */
  const keyOf = (row: ImportedRow): string => {
    const { email, person, customer, project, category, note, time } = row
    const names = folded(`${email === '' ? person : email}\n${customer}\n${project}\n${category}`)
    const said = `${choices.source}\n${time.said}\n${names}\n${note}`
    const same = facts.digest(said)
    const count = twins.get(same) ?? 0
    twins.set(same, count + 1)
    return count === 0 ? same : facts.digest(`${said}\n${count}`)
  }

  const decide = (row: ImportedRow): RowDecision => {
    const when = whenOf(row.time)
    const refusal = (reason: AppError): RowDecision => ({ ...when, ...NOTHING, state: 'refused', reason })
    const key = keyOf(row)
    if (brought.has(key) || facts.isHere(key)) return { ...when, ...NOTHING, state: 'same', reason: null }
    const found = subjects.find(row)
    if (!found.ok) return refusal(found.error)
    const session = {
      sessionId: ctx.newId(),
      note: row.note,
      zone: facts.organisation.zone,
      source: 'import' as const,
      taskId: null,
      of: { meetingId: null, occurrenceAt: null, importKey: key },
    }
    const { facts: on } = found.value
    const subject = row.reference === '' ? on.subject : { ...on.subject, reference: row.reference }
    const entries = recorded({ ...on, subject, neighbours: [] }, session, row.time)
    if (!entries.ok) return refusal(entries.error)
    const over = days.add(entries.value)
    if (over !== null) return refusal(over)
    const { things, made } = subjects.take(found.value)
    if (choices.severalFiles) bringing.push(key)
    return { ...when, state: 'new', reason: null, entries: entries.value, things, made }
  }

  function recorded(
    on: RecordFacts,
    session: Omit<Session, 'segments'>,
    time: RowTime,
  ): Result<readonly TimeEntry[], AppError> {
    if (time.kind === 'amount') {
      const { workDate, durationMs } = time
      const one = entryOfAmount(on, { ...session, workDate, durationMs }, ctx)
      return one.ok ? { ok: true, value: [one.value] } : one
    }
    const { startAt, endAt } = time
    const span = checkSpan(startAt, endAt, facts.organisation)
    if (!span.ok) return span
    const segments = segmentsOf(time)
    if (segments === null)
      return refused('importRow.longer', { values: { minutes: Math.round((endAt - startAt) / MINUTE_MS) } })
    const neighbours =
      facts.organisation.overlaps === 'refuse' ? days.touching(on.user.id, startAt, endAt) : []
    return entriesOfSession({ ...on, neighbours }, { ...session, segments }, ctx)
  }

  const nextFile = (): void => {
    for (const key of bringing) brought.add(key)
    bringing = []
    twins.clear()
  }

  return { decide, nextFile, people: subjects.people }
}

const NOTHING = { entries: [], things: [], made: [] }

function whenOf(time: RowTime): When {
  if (time.kind === 'amount')
    return { startAt: null, endAt: null, workDate: time.workDate, durationMs: time.durationMs, pauseMs: 0 }
  const { startAt, endAt } = time
  const pauseMs = pauseOf(time)
  return { startAt, endAt, workDate: null, durationMs: Math.max(0, endAt - startAt - pauseMs), pauseMs }
}

type SessionTime = Extract<RowTime, { kind: 'session' }>

/** A length that is a minute or more below the way from start to end leaves a pause; less is how tools round. */
const pauseOf = ({ startAt, endAt, durationMs }: SessionTime): number => {
  const left = durationMs === null ? 0 : endAt - startAt - durationMs
  return durationMs !== null && durationMs > 0 && left >= MINUTE_MS ? left : 0
}

/** The pause lies in the middle, as nobody says where it was. null: the length is more than from start to end. */
function segmentsOf(time: SessionTime): { start: Instant; end: Instant }[] | null {
  const { startAt, endAt, durationMs } = time
  if (durationMs !== null && durationMs - (endAt - startAt) >= MINUTE_MS) return null
  const pause = pauseOf(time)
  if (pause === 0 || durationMs === null) return [{ start: startAt, end: endAt }]
  const first = Math.max(MINUTE_MS, Math.floor(durationMs / 2 / MINUTE_MS) * MINUTE_MS)
  if (first >= durationMs) return [{ start: startAt, end: startAt + durationMs }]
  return [
    { start: startAt, end: startAt + first },
    { start: startAt + first + pause, end: endAt },
  ]
}
