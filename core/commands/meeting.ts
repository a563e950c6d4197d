// Commands on meetings.
import type { meetingCommands } from '../../shared/contract/meeting.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Meeting } from '../../shared/entities/meeting.ts'
import { subjectOf } from '../../shared/entities/subject.ts'
import type { Result } from '../../shared/base/result.ts'
import { ok } from '../../shared/base/result.ts'
import { addMeeting, cancelMeeting, editMeeting, recordMeeting } from '../../shared/rules/meeting.ts'
import type { LogFacts } from '../../shared/rules/meetingLog.ts'
import { refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { logFacts } from '../facts/meetingLog.ts'
import { organisationOf } from '../facts/reads.ts'
import { present } from '../facts/relations.ts'
import { subjectFacts } from '../facts/subject.ts'
import type { Handlers } from './handler.ts'

/** Everybody who newly takes part is there. */
function peopleRefusal(
  data: Data,
  userIds: readonly Id[],
  was: readonly Id[],
): { ok: false; error: AppError } | null {
  const missing = userIds.some((id) => !was.includes(id) && present(data, 'user', id) === null)
  return missing ? refused('notFound.user') : null
}

function known(data: Data, meetingId: Id): Result<{ meeting: Meeting; facts: LogFacts }, AppError> {
  const organisation = organisationOf(data)
  const meeting = data.find('meeting', meetingId)
  if (organisation === null) return refused('setup.missing')
  if (meeting === null) return refused('notFound.meeting')
  return ok({ meeting, facts: logFacts(data, organisation, meeting.id) })
}

export const meetingHandlers: Handlers<keyof typeof meetingCommands> = {
  'meeting.add': (data, args, ctx) => {
    const organisation = organisationOf(data)
    if (organisation === null) return refused('setup.missing')
    const userIds = args.userIds ?? [ctx.actor.userId]
    const absent = peopleRefusal(data, userIds, [])
    if (absent !== null) return absent
    const on = subjectFacts(data, args)
    if (!on.ok) return on
    const { title, startAt, endAt } = args
    const meeting: Meeting = {
      id: ctx.newId(),
      title,
      organiserId: ctx.actor.userId,
      userIds,
      ...subjectOf(args),
      startAt,
      endAt,
      // As every screen shows it.
      zone: args.zone ?? organisation.zone,
      allDay: args.allDay ?? false,
      place: args.place ?? '',
      note: args.note ?? '',
      repeat: args.repeat ?? '',
      exceptions: [],
      logged: args.logged ?? false,
      uid: '',
      firstAt: startAt,
      lastAt: endAt,
    }
    return addMeeting(meeting, logFacts(data, organisation, null), ctx)
  },
  'meeting.edit': (data, { meetingId, ...args }, ctx) => {
    const found = known(data, meetingId)
    if (!found.ok) return found
    const { meeting, facts } = found.value
    const absent = peopleRefusal(data, args.userIds ?? [], meeting.userIds)
    if (absent !== null) return absent
    const on = subjectFacts(data, args)
    return on.ok ? editMeeting(meeting, args, facts, ctx) : on
  },
  'meeting.cancel': (data, { meetingId, ...args }, ctx) => {
    const found = known(data, meetingId)
    return found.ok ? cancelMeeting(found.value.meeting, args, found.value.facts, ctx) : found
  },
  'meeting.record': (data, { meetingId, at }, ctx) => {
    const found = known(data, meetingId)
    return found.ok ? recordMeeting(found.value.meeting, at, found.value.facts, ctx) : found
  },
}
