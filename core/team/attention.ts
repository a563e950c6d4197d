// What was refused, or came out otherwise than it was meant: kept until somebody has dealt with it. What follows from one act that was
// refused stands under that.
import type { AppError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Effect } from '../../shared/entities/registry.ts'
import { keyOf } from '../../shared/team/meaning.ts'
import type { Data, WritableData } from '../db/data.ts'
import type { Act } from './act.ts'
import type { Attention } from './outbox.ts'

type Row = {
  id: Id
  at: number
  zone: string
  command: string
  args: string
  version: number
  meant: string
  held: string | null
  refusal: string | null
  follows: string | null
  noticed_at: number
}

export type AttentionItem = Act & {
  version: number
  meant: readonly Effect[]
  held: readonly Effect[] | null
  refusal: AppError | null
  follows: Id | null
  noticedAt: number
}

const itemOf = (row: Row): AttentionItem => ({
  id: row.id,
  at: row.at,
  zone: row.zone,
  command: row.command,
  args: JSON.parse(row.args) as unknown,
  version: row.version,
  meant: JSON.parse(row.meant) as Effect[],
  held: row.held === null ? null : (JSON.parse(row.held) as Effect[]),
  refusal: row.refusal === null ? null : (JSON.parse(row.refusal) as AppError),
  follows: row.follows,
  noticedAt: row.noticed_at,
})

export const attentionItems = (data: Data): AttentionItem[] =>
  data.all<Row>('SELECT * FROM attention ORDER BY noticed_at, at, id').map(itemOf)

export const attentionItem = (data: Data, id: Id): AttentionItem | null => {
  const row = data.get<Row>('SELECT * FROM attention WHERE id = ?', id)
  return row === undefined ? null : itemOf(row)
}

export const attentionCount = (data: Data): number =>
  data.get<{ n: number }>('SELECT count(*) AS n FROM attention')?.n ?? 0

export function addAttention(data: WritableData, { act, held, refusal, noticedAt }: Attention): void {
  const touched = new Set(act.meant.map(keyOf))
  const first =
    refusal === null
      ? undefined
      : attentionItems(data).find(
          (item) =>
            item.refusal !== null &&
            item.id !== act.id &&
            item.meant.some((effect) => touched.has(keyOf(effect))),
        )
  data.run(
    `INSERT INTO attention (id, at, zone, command, args, version, meant, held, refusal, follows, noticed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    act.id,
    act.at,
    act.zone,
    act.command,
    JSON.stringify(act.args),
    act.version,
    JSON.stringify(act.meant),
    held === null ? null : JSON.stringify(held),
    refusal === null ? null : JSON.stringify(refusal),
    first === undefined ? null : (first.follows ?? first.id),
    noticedAt,
  )
}

/** With what stands under it. */
export const removeAttention = (data: WritableData, id: Id): void =>
  void data.run('DELETE FROM attention WHERE id = ? OR follows = ?', id, id)

/** What stood under it stands by itself now. */
export function removeOne(data: WritableData, id: Id): void {
  data.run('UPDATE attention SET follows = NULL WHERE follows = ?', id)
  data.run('DELETE FROM attention WHERE id = ?', id)
}
