// What this device decided and its server has not confirmed: in order, on disk with the change itself.
import type { Effect } from '../../shared/entities/registry.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { PROTOCOL } from '../../shared/team/protocol.ts'
import type { Committed } from '../commit.ts'
import type { Data, WritableData } from '../db/data.ts'
import type { Act } from './act.ts'
import { knownEffects } from './known.ts'
import { isInTeam } from './state.ts'

type Row = {
  n: number
  id: Id
  at: number
  zone: string
  command: string
  args: string
  version: number
  meant: string
  effects: string
  refusal: string | null
}

export type Pending = Act & {
  n: number
  version: number
  /** What it did at first, which the person saw. */
  meant: readonly Effect[]
  /** What it does here now. */
  effects: readonly Effect[]
}

/** What it does here is what was meant, as it nearly always is: then it is written once. */
const AS_MEANT = 'null'

const pendingOf = (row: Row): Pending => {
  const meant = effectsIn(row.meant, row.version)
  return {
    n: row.n,
    id: row.id,
    at: row.at,
    zone: row.zone,
    command: row.command,
    args: JSON.parse(row.args) as unknown,
    version: row.version,
    meant,
    effects: row.effects === AS_MEANT ? meant : effectsIn(row.effects, row.version),
  }
}

/** Of an earlier version they are held against those of this one. */
function effectsIn(text: string, version: number): Effect[] {
  const effects = JSON.parse(text) as Effect[]
  return version < PROTOCOL ? knownEffects(effects) : effects
}

const FIELDS = 'n, id, at, zone, command, args, version, meant, effects, refusal'

export const pendingActs = (data: Data, after = 0, limit = -1): Pending[] =>
  data.all<Row>(`SELECT ${FIELDS} FROM outbox WHERE n > ? ORDER BY n LIMIT ?`, after, limit).map(pendingOf)

export const pendingCount = (data: Data): number =>
  data.get<{ n: number }>('SELECT count(*) AS n FROM outbox')?.n ?? 0

/** Within the transaction of the change. */
export function recordAct(data: WritableData, act: Act, { effects }: Pick<Committed, 'effects'>): void {
  if (!isInTeam(data)) return
  const last = act.command === 'timer.note' ? lastNote(data, act) : null
  // What is typed comes every few seconds, and only its end matters: what has not been sent gives way.
  const whole = last === null ? effects : [...last.effects, ...effects]
  if (last !== null) data.run('DELETE FROM outbox WHERE n = ?', last.n)
  data.run(
    'INSERT INTO outbox (id, at, zone, command, args, version, meant, effects) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    act.id,
    act.at,
    act.zone,
    act.command,
    JSON.stringify(act.args),
    PROTOCOL,
    JSON.stringify(joined(whole)),
    AS_MEANT,
  )
}

/** Two notes of one timer are one change. */
const joined = (effects: readonly Effect[]): readonly Effect[] => {
  const [first, last] = [effects[0], effects.at(-1)]
  return effects.length === 2 &&
    first?.entity === 'timer' &&
    last?.entity === 'timer' &&
    first.after?.id === last.after?.id
    ? [{ ...last, before: first.before } as Effect]
    : effects
}

function lastNote(data: Data, act: Act): Pending | null {
  const row = data.get<Row>(`SELECT ${FIELDS} FROM outbox ORDER BY n DESC LIMIT 1`)
  if (row?.command !== act.command) return null
  const last = pendingOf(row)
  const timerOf = ({ args }: Act): unknown => (args as { timerId?: unknown }).timerId
  return timerOf(last) === timerOf(act) ? last : null
}

/** What waits has been done to nothing here any more. */
export const dropEffects = (data: WritableData): void => void data.run("UPDATE outbox SET effects = '[]'")

export const setEffects = (data: WritableData, n: number, effects: readonly Effect[]): void =>
  void data.run('UPDATE outbox SET effects = ? WHERE n = ?', JSON.stringify(effects), n)

/** A backup of the server is not older, so what it forgot is still here. */
const KEPT_MS = 40 * 86_400_000
/** So many of the last are kept however old they are: what was done long ago may have been sent a moment ago, or by a clock that was wrong. */
const KEPT_ACTS = 20_000

/** Of what is in no commit: handed back in any case, and answered the same where the server knows it. */
export const NO_COMMIT = Number.MAX_SAFE_INTEGER

/** It counts now: kept for a while as it was sent, in case the server is restored to before it. */
export function confirmAct(
  data: WritableData,
  { act, seq }: { act: Pending; seq: number },
  now: number,
): void {
  data.run(
    `INSERT OR REPLACE INTO sent_act (n, id, at, zone, command, args, version, meant, seq)
     SELECT n, id, at, zone, command, args, version, meant, ? FROM outbox WHERE n = ?`,
    seq,
    act.n,
  )
  dropActs(data, [act])
  data.run('DELETE FROM sent_act WHERE at < ? AND n <= ?', now - KEPT_MS, act.n - KEPT_ACTS)
}

/** So long what was handed back waits for what others hand back, before a refusal is final. */
export const OTHERS_MS = 24 * 3_600_000

/**
 * What was confirmed after that commit waits again, before what has waited all along. Returns how many, and up to which number there may be
 * what follows from others' that they hand back.
 */
export function handBack(data: WritableData, after: number): { upTo: number; count: number } {
  const count = data.run(
    `INSERT INTO outbox (n, id, at, zone, command, args, version, meant, effects)
     SELECT n, id, at, zone, command, args, version, meant, '[]' FROM sent_act WHERE seq > ? ORDER BY n`,
    after,
  )
  data.run('DELETE FROM sent_act WHERE seq > ?', after)
  const upTo = data.get<{ n: number | null }>('SELECT max(n) AS n FROM outbox')?.n ?? 0
  return { upTo, count }
}

/** What this device sent under that id, and the server has confirmed. */
export function sentActOf(data: Data, id: Id): Pending | null {
  const row = data.get<Row>(
    "SELECT n, id, at, zone, command, args, version, meant, '[]' AS effects, NULL AS refusal FROM sent_act WHERE id = ?",
    id,
  )
  return row === undefined ? null : pendingOf(row)
}

export const forgetActs = (data: WritableData): void => {
  data.run('DELETE FROM outbox')
  data.run('DELETE FROM sent_act')
}

export const dropActs = (data: WritableData, acts: readonly Pending[]): void => {
  for (const { n } of acts) data.run('DELETE FROM outbox WHERE n = ?', n)
}

/** What came of an act that was not taken as it was meant. */
export type Attention = {
  act: Pending
  held: readonly Effect[] | null
  refusal: AppError | null
  noticedAt: number
}
