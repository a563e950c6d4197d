// Whose time a request is about, for the permission table's "own".
import type { Id } from '../shared/entities/entity.ts'
import type { Data } from './db/data.ts'

type About = Partial<Record<'userId' | 'timerId' | 'entryId' | 'gapId' | 'draftId' | 'commitId', unknown>> & {
  what?: About
}

/** The user concerned; the actor where nobody is named; null where it is about everybody's or about an unknown thing. */
export function ownerOf(data: Data, args: object, actorId: Id): Id | null {
  const about: About = args
  if (about.what !== undefined) return 'userId' in about.what ? idOf(about.what.userId) : null
  const { userId, timerId, entryId, gapId, draftId, commitId } = about
  if (typeof userId === 'string') return userId
  if (typeof timerId === 'string') return data.find('timer', timerId)?.userId ?? null
  if (typeof entryId === 'string') return data.find('timeEntry', entryId)?.userId ?? null
  if (typeof gapId === 'string') return data.find('gap', gapId)?.userId ?? null
  if (typeof draftId === 'string') return data.find('noteDraft', draftId)?.userId ?? null
  if (typeof commitId === 'string')
    return (
      data.get<{ actor_id: string | null }>('SELECT actor_id FROM commit_log WHERE id = ?', commitId)
        ?.actor_id ?? null
    )
  return actorId
}

const idOf = (value: unknown): Id | null => (typeof value === 'string' ? value : null)
