// What deciding on a calendar's file needs: which of its things are here already, whom they may mean, and who changed them last.
import type { Id } from '../../shared/entities/entity.ts'
import type { Meeting } from '../../shared/entities/meeting.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import type { ImportFacts } from '../../shared/rules/calendarImport.ts'
import type { Actor } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { logFacts } from './meetingLog.ts'

/** No name of ours is longer; most of other calendars are. */
const LONGEST_ID = 40

export function importFacts(data: Data, organisation: Organisation, actor: Actor): ImportFacts {
  const byUid = {
    meeting: idsByUid(data, 'meeting'),
    task: idsByUid(data, 'task'),
  }
  const takesPart = ({ organiserId, userIds }: Meeting): boolean =>
    organiserId === actor.userId || userIds.includes(actor.userId)
  /** What the file's name stands for, of those that whoever imports it can mean: one's own first, to those who lead all. */
  const one = <T>(found: readonly T[], own: (thing: T) => boolean): T | null =>
    found.find(own) ?? (actor.role === 'employee' ? null : (found[0] ?? null))
  const known = <N extends 'meeting' | 'task'>(noun: N, uid: string) => {
    const ids = [...(byUid[noun].get(uid) ?? []), ...(uid.length <= LONGEST_ID ? [uid] : [])]
    return ids.map((id) => data.find(noun, id)).filter((thing) => thing !== null)
  }
  return {
    meetingOf: (uid) => one(known('meeting', uid), takesPart),
    taskOf: (uid) => one(known('task', uid), (task) => task.primaryParticipantId === actor.userId),
    isEntry: (uid) => uid.length <= LONGEST_ID && data.find('timeEntry', uid) !== null,
    users: data.list('user').filter(({ active, removed }) => active && !removed),
    lastChange: (noun, id) => lastChange(data, noun, id),
    logFacts: (meetingId) => logFacts(data, organisation, meetingId),
  }
}

/** Two people may have brought the same. */
function idsByUid(data: Data, noun: 'meeting' | 'task'): Map<string, Id[]> {
  const rows = data.all<{ id: Id; uid: string }>(`SELECT id, uid FROM "${noun}" WHERE uid <> ''`)
  const found = new Map<string, Id[]>()
  for (const { id, uid } of rows) {
    const ids = found.get(uid)
    if (ids === undefined) found.set(uid, [id])
    else ids.push(id)
  }
  return found
}

/** By what it was changed last, and when, as the audit trail says; null: it was loaded at once. */
export const lastChange = (
  data: Data,
  noun: 'meeting' | 'task',
  id: Id,
): { command: string; at: number } | null =>
  data.get<{ command: string; at: number }>(
    `SELECT c.command, c.at FROM audit a JOIN commit_log c ON c.id = a.commit_id
     WHERE a.entity = +? AND a.entity_id = +? ORDER BY +a.seq DESC LIMIT 1`,
    noun,
    id,
  ) ?? null
