// What becomes of the things of a calendar's file: each is added once and known again by its name; what the other calendar changed or
// cancelled since is changed here too, unless it was changed here later.
import type { Instant } from '../base/instant.ts'
import { isSame } from '../base/same.ts'
import { fold } from '../base/text.ts'
import type { CalendarThing, ImportDecision, ImportRemark, ImportState } from '../contract/calendarFile.ts'
import { appError } from '../contract/errors.ts'
import type { Id } from '../entities/entity.ts'
import type { Meeting } from '../entities/meeting.ts'
import type { Change } from '../entities/registry.ts'
import { put, remove } from '../entities/registry.ts'
import { NO_SUBJECT, subjectOf } from '../entities/subject.ts'
import type { Task } from '../entities/task.ts'
import type { User } from '../entities/user.ts'
import { addMeeting, cancelMeeting, replaceMeeting } from './meeting.ts'
import type { LogFacts } from './meetingLog.ts'
import type { Decision, RuleContext } from './rule.ts'

export type ImportFacts = {
  meetingOf(uid: string): Meeting | null
  taskOf(uid: string): Task | null
  /** Is that the name of recorded time? */
  isEntry(uid: string): boolean
  users: readonly Pick<User, 'id' | 'name' | 'email'>[]
  /** By what it was changed last, and when. */
  lastChange(noun: 'meeting' | 'task', id: Id): { command: string; at: Instant } | null
  logFacts(meetingId: Id | null): LogFacts
}

/** The command's own name: what it changed last, nobody has changed here since. */
export const IMPORT_COMMAND = 'meeting.import'

export type ImportPlan = { changes: Change[]; decisions: ImportDecision[] }
type Decided = {
  state: ImportState
  changes: readonly Change[]
  remarks?: ImportRemark[]
  reason?: ImportDecision['reason']
}

export function importThings(
  things: readonly CalendarThing[],
  facts: ImportFacts,
  ctx: RuleContext,
): ImportPlan {
  const changes: Change[] = []
  const seen = new Set<string>()
  const decisions = things.map((thing): ImportDecision => {
    const key = `${thing.kind} ${thing.uid}`
    const decided = seen.has(key)
      ? { state: 'refused' as const, changes: [], reason: appError('calendarRow.twice') }
      : decide(thing, facts, ctx)
    seen.add(key)
    changes.push(...decided.changes)
    return { state: decided.state, reason: decided.reason ?? null, remarks: decided.remarks ?? [] }
  })
  return { changes, decisions }
}

function decide(thing: CalendarThing, facts: ImportFacts, ctx: RuleContext): Decided {
  if (facts.isEntry(thing.uid)) return refusedAs('calendarRow.recordedTime')
  return thing.kind === 'meeting' ? decideMeeting(thing, facts, ctx) : decideTask(thing, facts, ctx)
}

const refusedAs = (code: 'calendarRow.recordedTime' | 'calendarRow.notYours'): Decided => ({
  state: 'refused',
  changes: [],
  reason: appError(code),
})

const by = (state: ImportState, decision: Decision<unknown>, remarks: ImportRemark[] = []): Decided =>
  decision.ok
    ? { state, changes: decision.value.changes, remarks }
    : { state: 'refused', changes: [], reason: decision.error }

type MeetingThing = Extract<CalendarThing, { kind: 'meeting' }>
type TaskThing = Extract<CalendarThing, { kind: 'task' }>

function decideMeeting(thing: MeetingThing, facts: ImportFacts, ctx: RuleContext): Decided {
  const was = facts.meetingOf(thing.uid)
  const { title, place, note, startAt, endAt, zone, allDay, repeat, exceptions } = thing
  const said = { title, place, note, startAt, endAt, allDay, repeat, exceptions }
  const { userIds, organiserId, remarks } = peopleOf(thing, facts, ctx)
  if (was === null) {
    if (thing.cancelled) return { state: 'absent', changes: [] }
    const id = ctx.newId()
    const meeting: Meeting = {
      ...subjectOf(NO_SUBJECT),
      ...said,
      id,
      zone,
      organiserId,
      userIds,
      logged: false,
      uid: thing.uid === id ? '' : thing.uid,
      firstAt: startAt,
      lastAt: endAt,
    }
    return by('new', addMeeting(meeting, facts.logFacts(null), ctx), remarks)
  }
  // Without a series or whole days, a zone is only how a time was written.
  const sameZone = zone === was.zone || (repeat === '' && was.repeat === '' && !allDay)
  const is = Object.fromEntries(Object.keys(said).map((field) => [field, was[field as keyof typeof said]]))
  // A colleague brought it first: whoever imports it too takes part from now on.
  const { userId } = ctx.actor
  const joins = userIds.includes(userId) && !was.userIds.includes(userId)
  const people = joins ? [...was.userIds, userId] : was.userIds
  if (!thing.cancelled && sameZone && !joins && isSame(is, said)) return { state: 'same', changes: [] }
  if (!mayChange(was.organiserId, ctx)) return refusedAs('calendarRow.notYours')
  if (changedHereSince('meeting', was.id, thing, facts)) return { state: 'kept', changes: [] }
  const log = facts.logFacts(was.id)
  if (thing.cancelled) return by('cancelled', cancelMeeting(was, { scope: 'all' }, log, ctx))
  const next = { ...was, ...said, userIds: people, zone: sameZone ? was.zone : zone }
  return by('changed', replaceMeeting(was, next, log, ctx))
}

function decideTask(thing: TaskThing, facts: ImportFacts, ctx: RuleContext): Decided {
  const was = facts.taskOf(thing.uid)
  const { title, type, note, dueDate, startAt, endAt, status } = thing
  const said = { title, type, note, dueDate, startAt, endAt, status }
  if (was === null) {
    if (thing.cancelled) return { state: 'absent', changes: [] }
    const task: Task = {
      ...said,
      id: ctx.newId(),
      customerId: null,
      primaryParticipantId: ctx.actor.userId,
      uid: thing.uid,
    }
    return { state: 'new', changes: [put('task', task)] }
  }
  const is = Object.fromEntries(Object.keys(said).map((field) => [field, was[field as keyof typeof said]]))
  if (!thing.cancelled && isSame(is, said)) return { state: 'same', changes: [] }
  if (!mayChange(was.primaryParticipantId, ctx)) return refusedAs('calendarRow.notYours')
  if (changedHereSince('task', was.id, thing, facts)) return { state: 'kept', changes: [] }
  if (thing.cancelled) return { state: 'cancelled', changes: [remove('task', was.id)] }
  return { state: 'changed', changes: [put('task', { ...was, ...said })] }
}

const mayChange = (ownerId: Id, { actor }: RuleContext): boolean =>
  actor.role !== 'employee' || actor.userId === ownerId

/** By hand, and later than the other calendar says it changed it; without that moment, at any time. */
function changedHereSince(
  noun: 'meeting' | 'task',
  id: Id,
  { changedAt }: Pick<CalendarThing, 'changedAt'>,
  facts: ImportFacts,
): boolean {
  const last = facts.lastChange(noun, id)
  if (last === null || last.command === IMPORT_COMMAND) return false
  return changedAt === null || changedAt <= last.at
}

type People = { userIds: Id[]; organiserId: Id; remarks: ImportRemark[] }

/** Those who are users here take part; where some are not, or nobody is named, whoever imports it is one of them. */
function peopleOf(
  { people, organiser }: MeetingThing,
  { users }: ImportFacts,
  { actor }: RuleContext,
): People {
  const found = people.map((person) => userFor(person, users))
  const unknown = people.filter((_, index) => found[index] === null).map(({ name, email }) => name || email)
  const known = found.filter((id) => id !== null)
  const all = unknown.length > 0 || known.length === 0 ? [actor.userId, ...known] : known
  const by = organiser === null || actor.role === 'employee' ? null : userFor(organiser, users)
  return {
    userIds: [...new Set(all)].slice(0, 50),
    organiserId: by ?? actor.userId,
    remarks:
      unknown.length === 0
        ? []
        : [
            {
              code: 'unknownPeople',
              values: { names: unknown.slice(0, 5).join(', '), count: unknown.length },
            },
          ],
  }
}

/** By e-mail address, else by name where only one has it. */
function userFor({ name, email }: { name: string; email: string }, users: ImportFacts['users']): Id | null {
  const byMail = email === '' ? [] : users.filter((user) => user.email.toLowerCase() === email.toLowerCase())
  if (byMail.length === 1) return byMail[0]?.id ?? null
  const byName = name === '' ? [] : users.filter((user) => fold(user.name) === fold(name))
  return byName.length === 1 ? (byName[0]?.id ?? null) : null
}
