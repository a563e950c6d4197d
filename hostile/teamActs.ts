// What the people of the simulation do: half of it what all do on the same few things, so that they come into each other's way; half of it
// any act that there is.
import { HOUR_MS, MINUTE_MS } from '../shared/base/duration.ts'
import type { Random } from '../shared/base/random.ts'
import type { RequestName } from '../shared/contract/contract.ts'
import type { EntityName } from '../shared/entities/registry.ts'
import { MAPPINGS } from '../core/db/entityStore.ts'
import { ACT_NAMES, MAKERS } from './acts.ts'
import type { Member } from './teamFirm.ts'
import { ONCE } from './teamLedger.ts'

export type Doing = { name: RequestName; args: Record<string, unknown> }

/** So many of the newest of a kind are acted upon: in the end all would be the same few otherwise, or never the same. */
const RECENT = 12

/** Without: who sits at a device stays there, and the three stay in the firm. */
const NOT_HERE = new Set(['who', 'removeUser'])
const ANY = ACT_NAMES.filter((name) => !NOT_HERE.has(name))

export function idsOf({ observer: { data } }: Member, pool: string, limit = RECENT): string[] {
  const sql =
    pool === 'commit'
      ? // Who was added stays, as said above.
        "SELECT id FROM commit_log WHERE command <> 'user.add' ORDER BY seq DESC LIMIT ?"
      : `SELECT id FROM "${MAPPINGS[pool as EntityName].table}" ORDER BY id DESC LIMIT ?`
  return data.all<{ id: string }>(sql, limit).map(({ id }) => id)
}

export function drawAct(roll: Random, member: Member, now: number, serial: number): Doing {
  return roll.chance(0.5) ? anyAct(roll, member, now) : commonAct(roll, member, now, `${ONCE}${serial}`)
}

function anyAct(roll: Random, member: Member, now: number): Doing {
  const name = ANY[roll.int(0, ANY.length - 1)] ?? ''
  const dice = [roll.int(0, 9_999), roll.int(0, 9_999), roll.int(0, 9_999)] as const
  const made = MAKERS[name]?.({ now, ids: (pool) => idsOf(member, pool) }, dice) as Doing
  if (made.name !== 'user.edit') return made
  const { active: _, lastDate: __, ...args } = made.args
  return { ...made, args }
}

function commonAct(roll: Random, member: Member, now: number, once: string): Doing {
  const one = (pool: string): string => {
    const ids = idsOf(member, pool)
    return ids[roll.int(0, ids.length - 1)] ?? 'nobody'
  }
  const startAt = now - roll.int(1, 5 * 24) * HOUR_MS
  const [customerId, categoryId, timerId, entryId] = [
    one('customer'),
    one('category'),
    one('timer'),
    one('timeEntry'),
  ]
  const note = `x ${roll.int(0, 999)}`
  const acts: [RequestName, object][] = [
    ['customer.add', { name: once }],
    ['customer.edit', { customerId, notes: note }],
    ['customer.edit', { customerId, name: `Name ${note}` }],
    ['customer.remove', { customerId }],
    ['project.add', { customerId, name: once }],
    ['project.edit', { projectId: one('project'), name: `Project ${note}` }],
    ['entry.add', { customerId, categoryId, startAt, endAt: startAt + 30 * MINUTE_MS, note: once }],
    ['entry.add', { customerId, categoryId, startAt, endAt: startAt + 20 * MINUTE_MS, note: once }],
    ['entry.edit', { entryId, note }],
    ['entry.edit', { entryId, customerId }],
    ['entry.remove', { entryId }],
    ['timer.start', { customerId, categoryId, switch: true }],
    ['timer.note', { timerId, note }],
    ['timer.note', { timerId, note: `${note} more` }],
    ['timer.pause', { timerId }],
    ['timer.resume', { timerId }],
    ['timer.stop', { timerId, note }],
    ['timer.stop', { timerId, note, at: now - roll.int(0, 20) * MINUTE_MS }],
    ['timer.discard', { timerId }],
    ['change.undo', { commitId: one('commit') }],
    ['user.edit', { userId: one('user'), role: roll.pick(['manager', 'manager', 'employee']) }],
    ['organisation.edit', { colleaguesSeeTime: roll.chance(0.5) }],
  ]
  const [name, args] = acts[roll.int(0, acts.length - 1)] ?? ['customer.add', { name: once }]
  return { name, args: args as Record<string, unknown> }
}
