// What is typed of a meeting, from what stands there to the request that it becomes: only what was changed is sent.
import { dayEndAt, dayStartAt } from '../../../shared/base/dayRule.ts'
import type { Instant } from '../../../shared/base/instant.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { addDays } from '../../../shared/base/localDate.ts'
import { isSame } from '../../../shared/base/same.ts'
import type { ArgsOf } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { MeetingView } from '../../../shared/contract/meeting.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import type { Occurrence } from '../../../shared/rules/occurrences.ts'
import { dateIn, daysLong, occurrencesOf } from '../../../shared/rules/occurrences.ts'
import type { SubjectChoice } from '../../ui/fields/subjectChoice.ts'
import { chosenSubject, NOTHING_CHOSEN, subjectArgs } from '../../ui/fields/subjectChoice.ts'
import type { EntryPreset } from '../entries/EntryForm.tsx'
import type { EntryTimes } from '../entries/entryTimes.ts'
import type { RepeatChoice } from './repeatChoice.ts'
import { choiceOf, ONCE, ruleOf } from './repeatChoice.ts'

export type MeetingDraft = {
  title: string
  choice: SubjectChoice
  userIds: readonly Id[]
  times: EntryTimes
  allDay: boolean
  place: string
  note: string
  repeat: RepeatChoice
  logged: boolean
}

/** Which part of a series is changed. */
export type Scope = 'one' | 'following' | 'all'

const HALF_HOUR_MS = 1_800_000

/** A new one takes place in the next half hour that begins, or when it was chosen. */
export function newDraft(preset: EntryPreset, { now, userId }: { now: Instant; userId: Id }): MeetingDraft {
  const startAt = preset.startAt ?? Math.ceil(now / HALF_HOUR_MS) * HALF_HOUR_MS
  return {
    title: '',
    choice: { ...NOTHING_CHOSEN, ...preset.chosen },
    userIds: [preset.userId ?? userId],
    times: { startAt, endAt: preset.endAt ?? startAt + 2 * HALF_HOUR_MS },
    allDay: false,
    place: '',
    note: preset.note ?? '',
    repeat: ONCE,
    logged: false,
  }
}

/** Of a meeting that is there, as one of its occurrences takes place. */
export function draftOf(meeting: MeetingView, occurrence: Occurrence): MeetingDraft {
  const { userIds, allDay, note, repeat, logged } = meeting
  return {
    title: occurrence.title,
    choice: chosenSubject(meeting),
    userIds,
    times: { startAt: occurrence.startAt, endAt: occurrence.endAt },
    allDay,
    place: occurrence.place,
    note,
    repeat: choiceOf(repeat, meeting, dateIn(meeting.startAt, meeting.zone)),
    logged,
  }
}

/** null: it no longer takes place. */
export function occurrenceAt(meeting: MeetingView, at: Instant | null): Occurrence | null {
  for (const occurrence of occurrencesOf(meeting)) if (at === null || occurrence.at === at) return occurrence
  return null
}

/** Whole days from the first to the last, as the zone's clocks count them. */
export function wholeDays({ startAt, endAt }: EntryTimes, zone: string): EntryTimes {
  if (startAt === null) return { startAt, endAt }
  const rule = { zone, dayStartMinutes: 0 }
  const first = dateIn(startAt, zone)
  const last = endAt === null || endAt <= startAt ? first : dateIn(endAt - 1, zone)
  return { startAt: dayStartAt(first, rule), endAt: dayEndAt(last, rule) }
}

/** As many whole days from another first day on. */
export function daysFrom({ startAt, endAt }: EntryTimes, first: LocalDate, zone: string): EntryTimes {
  const rule = { zone, dayStartMinutes: 0 }
  const long = startAt === null || endAt === null ? 1 : daysLong({ startAt, endAt, zone })
  return { startAt: dayStartAt(first, rule), endAt: dayEndAt(addDays(first, long - 1), rule) }
}

type Details = Omit<ArgsOf<'meeting.add'>, 'startAt' | 'endAt'>

const detailsOf = (draft: MeetingDraft, rule: string): Details => ({
  title: draft.title,
  ...subjectArgs(draft.choice),
  userIds: [...draft.userIds],
  allDay: draft.allDay,
  place: draft.place,
  note: draft.note,
  repeat: rule,
  logged: draft.logged,
})

/** null: a time is missing. */
export function addArgs(draft: MeetingDraft, zone: string): ArgsOf<'meeting.add'> | null {
  const { startAt, endAt } = draft.times
  if (startAt === null || endAt === null) return null
  return { ...detailsOf(draft, ruleOf(draft.repeat, dateIn(startAt, zone))), zone, startAt, endAt }
}

export type EditOf = { meeting: MeetingView; occurrence: Occurrence; scope: Scope; stay: boolean }

/** Which part of a meeting is meant, and what becomes of its log items. */
export const partArgs = ({ meeting, occurrence, scope, stay }: EditOf) => ({
  meetingId: meeting.id,
  ...(meeting.repeat !== '' && { at: occurrence.at, scope }),
  logItems: stay ? ('stay' as const) : ('follow' as const),
})

export function editArgs(draft: MeetingDraft, was: MeetingDraft, of: EditOf): ArgsOf<'meeting.edit'> | null {
  const { startAt, endAt } = draft.times
  if (startAt === null || endAt === null) return null
  const timeChanged = startAt !== was.times.startAt || endAt !== was.times.endAt
  // A rule that nobody touched is left to follow the new time.
  const ruleTouched = !isSame(draft.repeat, was.repeat)
  const first = of.occurrence.at === of.meeting.startAt ? startAt : of.meeting.startAt
  const rule = ruleTouched ? ruleOf(draft.repeat, dateIn(first, of.meeting.zone)) : of.meeting.repeat
  const [now, before] = [detailsOf(draft, rule), detailsOf(was, of.meeting.repeat)]
  const fields = Object.fromEntries(
    Object.entries(now).filter(([field, value]) => !isSame(value, before[field as keyof Details])),
  )
  return { ...partArgs(of), ...fields, ...(timeChanged && { startAt, endAt }) }
}

export type MeetingField = 'stop' | 'repeat' | 'log'

/** Beside which field a refusal stands; null: below all of them. `oneOnly`: the form of an occurrence has only its times. */
export function fieldOf({ code }: AppError, oneOnly: boolean): MeetingField | null {
  if (code === 'meeting.stopBeforeStart' || code === 'meeting.tooLong' || code === 'meeting.daysTooMany')
    return 'stop'
  if (oneOnly) return null
  if (code.startsWith('meeting.repeat') || code === 'meeting.moveNeedsRule') return 'repeat'
  if (code === 'meeting.allDayLog' || code === 'meeting.othersLog' || code === 'meeting.tooManyLogs')
    return 'log'
  return code.startsWith('rule.') ? 'log' : null
}
