// What becomes of the pages of a first fill on this device: some of them and how far it has come are one transaction, so a fill that is cut off
// goes on after the last of these; at the end totals are counted and notes brought into the search. Where others went on
// meanwhile the pages are of different moments, and what they did is still to come.
import { appError } from '../../shared/contract/errors.ts'
import type { EntityName } from '../../shared/entities/registry.ts'
import type { WritableData } from '../db/data.ts'
import type { Counters } from '../derived/counters.ts'
import { setCurrentUser, setMeetingsLooked } from '../kept/session.ts'
import { TeamProblem } from './client.ts'
import { COPIED, finishCopy, leaveOutIndexes, putRows, staleCopy } from './copy.ts'
import type { TeamState } from './state.ts'
import { setTeamState, teamState } from './state.ts'

/** How far a fill has come: rows, which noun is next, and after which of it. */
export type Place = NonNullable<TeamState['progress']>
/** A page as it came, `text` its JSON. */
export type Page = { entity: EntityName; text: string }
export type Batch = { from: Place; pages: readonly Page[]; to: Place }
/** `version`: where the team is when all has come. */
export type FillEnd = { from: Place; organisation: Page; counters: Counters; version: number; now: number }

/** `many`: far more rows come than one would notice. */
export function putBatch(data: WritableData, { from, pages, to }: Batch, many = false): void {
  const read = pages.map(({ entity, text }) => ({ entity, rows: rowsIn(text) }))
  inFill(data, from, (state) => {
    if (many) leaveOutIndexes(data)
    for (const { entity, rows } of read) putRows(data, entity, rows)
    setTeamState(data, { ...state, progress: to })
  })
}

/** `notes`: so many of them are brought into the search before others have a turn. */
export async function endFill(
  data: WritableData,
  { from, organisation, counters, version, now }: FillEnd,
  turn: () => Promise<void>,
  notes?: number,
): Promise<void> {
  // A program that began meanwhile may have brought in what was there.
  inFill(data, from, () => staleCopy(data))
  await finishCopy(data, counters, turn, notes)
  inFill(data, from, (state) => {
    putRows(data, 'organisation', rowsIn(organisation.text))
    setCurrentUser(data, state.userId)
    // What was over before is whoever's was there.
    setMeetingsLooked(data, { at: now, seq: 0 })
    // Where nobody did anything meanwhile, this is all.
    const all: Partial<TeamState> = version === state.version ? { phase: 'on', progress: null } : {}
    const progress = { ...from, entity: COPIED.length }
    setTeamState(data, { ...state, progress, ...all, lastContact: now, unrecorded: true })
  })
}

function rowsIn(text: string): readonly unknown[] {
  try {
    return (JSON.parse(text) as { rows: unknown[] }).rows
  } catch {
    // Whoever asked for it may have read its head alone.
    throw new TeamProblem(appError('team.nonsense'))
  }
}

/** What comes after the fill was given up or begun anew, or beside another program of this computer, belongs nowhere any more. */
function inFill(data: WritableData, from: Place, work: (state: TeamState) => void): void {
  try {
    data.db
      .transaction(() => {
        data.forget()
        const state = teamState(data)
        if (state?.phase !== 'filling' || !isSamePlace(state.progress, from))
          throw new TeamProblem(appError('team.offline'))
        work(state)
      })
      .immediate()
  } catch (error) {
    data.forget()
    throw error
  }
}

const isSamePlace = (one: TeamState['progress'], other: Place): boolean =>
  one !== null && one.rows === other.rows && one.entity === other.entity && one.after === other.after
