// What may be done with a meeting: add, change and cancel it, all of a series, one occurrence, or from one on (E5).
import type { Instant } from '../base/instant.ts'
import { workDateOf } from '../base/dayRule.ts'
import { isSame } from '../base/same.ts'
import type { Result } from '../base/result.ts'
import { ok } from '../base/result.ts'
import type { AppError } from '../contract/errors.ts'
import type { LogCounts, MeetingResult } from '../contract/meeting.ts'
import type { Meeting } from '../entities/meeting.ts'
import type { Change } from '../entities/registry.ts'
import { put, remove } from '../entities/registry.ts'
import { subjectAfter, subjectOf } from '../entities/subject.ts'
import { checkedMeeting } from './meetingCheck.ts'
import type { Fate, LogFacts, Target } from './meetingLog.ts'
import { entriesOfItem, isItemOf, NO_LOG, planLog } from './meetingLog.ts'
import type { Occurrence } from './occurrences.ts'
import { endFrom, occurrencesOf, startsOf } from './occurrences.ts'
import { dayRuleOf, recordChanges } from './recordSession.ts'
import type { Decision, RuleContext } from './rule.ts'
import { decided, refused } from './rule.ts'
import type { MeetingFields } from './series.ts'
import { carriedOver, changed, cutAt, targets, withException } from './series.ts'
import { subjectRefusal } from './subject.ts'

export type Scope = 'all' | 'one' | 'following'

/** Who may have whose time logged, and whether it can be logged on that at all. */
function logRefusal(
  meeting: Meeting,
  before: Meeting | null,
  facts: LogFacts,
  ctx: RuleContext,
): { ok: false; error: AppError } | null {
  if (!meeting.logged) return null
  const { role, userId } = ctx.actor
  if (role === 'employee' && meeting.userIds.some((id) => id !== userId)) return refused('meeting.othersLog')
  if (before?.logged === true && isSame(subjectOf(before), subjectOf(meeting))) return null
  const from = Math.max(meeting.startAt, Math.min(ctx.now, meeting.lastAt))
  for (const person of meeting.userIds) {
    const record = facts.recordFacts(person, subjectOf(meeting), { from, to: from + 1 })
    if (!record.ok) return record
    const wrong = subjectRefusal(record.value, workDateOf(from, dayRuleOf(facts.organisation)))
    if (wrong !== null) return wrong
  }
  return null
}

export function addMeeting(typed: Meeting, facts: LogFacts, ctx: RuleContext): Decision<MeetingResult> {
  const checked = checkedMeeting(typed)
  if (!checked.ok) return checked
  const meeting = checked.value
  const wrong = logRefusal(meeting, null, facts, ctx)
  if (wrong !== null) return wrong
  const plan = planLog({ before: null, after: [meeting], target: () => null, fate: 'follow' }, facts, ctx)
  if (!plan.ok) return plan
  return decided([put('meeting', meeting), ...plan.value.changes], {
    meetingId: meeting.id,
    followingId: null,
    log: plan.value.log,
  })
}

export type EditArgs = MeetingFields & {
  scope?: Scope | undefined
  /** Which occurrence, by the start that its rule gives it. */
  at?: Instant | undefined
  logItems?: Fate | undefined
}

/** Which part of a series is meant: an occurrence with its place in the rule, or all of it. */
type Part = { scope: Scope; occurrence: Occurrence; index: number }

function partOf(meeting: Meeting, { scope, at }: Pick<EditArgs, 'scope' | 'at'>): Result<Part, AppError> {
  const occurrences = [...occurrencesOf(meeting)]
  const whole = meeting.repeat === '' || (scope ?? 'all') === 'all'
  if (at === undefined && !whole) return refused('meeting.severalOccurrences')
  const [first] = occurrences
  const asRuled: Occurrence = {
    at: meeting.startAt,
    startAt: meeting.startAt,
    endAt: meeting.endAt,
    title: meeting.title,
    place: meeting.place,
    moved: false,
  }
  if (at === undefined || meeting.repeat === '') return ok({ scope: 'all', occurrence: asRuled, index: 0 })
  const occurrence = occurrences.find((each) => each.at === at)
  if (occurrence === undefined) return refused('meeting.noOccurrence')
  const index = [...startsOf(meeting)].indexOf(at)
  const fromFirst = scope === 'following' && (index === 0 || occurrence === first)
  return ok({ scope: whole || fromFirst ? 'all' : (scope ?? 'all'), occurrence, index })
}

export function editMeeting(
  before: Meeting,
  args: EditArgs,
  facts: LogFacts,
  ctx: RuleContext,
): Decision<MeetingResult> {
  const part = partOf(before, args)
  if (!part.ok) return part
  const { scope, occurrence, index } = part.value
  if (scope === 'one') return editOne(before, occurrence, args, facts, ctx)
  if (scope === 'all') {
    const after = changed(before, occurrence, args)
    return after.ok ? replaced(before, [after.value], [], args, () => true, facts, ctx) : after
  }
  const cut = cutAt(before, occurrence.at, index)
  const settled = settledFrom(occurrence.at, facts)
  if (settled !== null) return settled
  const tail = { ...cut.tail, id: ctx.newId(), uid: '' }
  const ruled = { ...occurrence, ...(occurrence.moved ? {} : { at: tail.startAt }) }
  const after = changed(tail, ruled, args)
  const from = (at: Instant) => at >= occurrence.at
  return after.ok ? replaced(before, [cut.head, after.value], [cut.head], args, from, facts, ctx) : after
}

/** Nothing that is settled moves to another series: it is told apart by its own. */
function settledFrom(at: Instant, facts: LogFacts): { ok: false; error: AppError } | null {
  const fixed = facts.parts.some((entry) => (entry.occurrenceAt ?? 0) >= at && facts.isFixed(entry))
  return fixed ? refused('meeting.followingFixed') : null
}

/** One occurrence has its own time, title and place; all else belongs to the series. */
function editOne(
  before: Meeting,
  occurrence: Occurrence,
  args: EditArgs,
  facts: LogFacts,
  ctx: RuleContext,
): Decision<MeetingResult> {
  const ofSeries = [...(['userIds', 'zone', 'allDay', 'note', 'repeat', 'logged'] as const)]
  const others = ofSeries.some((field) => args[field] !== undefined && !isSame(args[field], before[field]))
  if (others || !isSame(subjectAfter(before, args), subjectOf(before))) return refused('meeting.oneOnly')
  const { at } = occurrence
  const startAt = args.startAt ?? occurrence.startAt
  const asLong = { ...before, startAt: occurrence.startAt, endAt: occurrence.endAt }
  const endAt = args.endAt ?? endFrom(asLong, startAt)
  const own = (text: string, ofMeeting: string): string => (text === ofMeeting ? '' : text)
  const moved = {
    startAt,
    endAt,
    title: own(args.title ?? occurrence.title, before.title),
    place: own(args.place ?? occurrence.place, before.place),
  }
  const asRuled = isSame(moved, { startAt: at, endAt: endFrom(before, at), title: '', place: '' })
  const after = withException(before, { at, moved }, asRuled)
  return replaced(before, [after], [after], args, (each) => each === at, facts, ctx)
}

/**
 * One meeting becomes another, or two. Each occurrence is found again where the rule stayed, by its number, else by its day.
 * `asBefore`: those in which an occurrence keeps its own start.
 */
function replaced(
  before: Meeting,
  after: readonly Meeting[],
  asBefore: readonly Meeting[],
  args: EditArgs,
  meant: (at: Instant) => boolean,
  facts: LogFacts,
  ctx: RuleContext,
): Decision<MeetingResult> {
  const target = targets(before, after, asBefore, args.repeat === undefined)
  const settled: Meeting[] = []
  for (const meeting of after) {
    const carried = asBefore.includes(meeting) ? meeting : carriedOver(before, meeting, target, facts)
    const checked = checkedMeeting(carried)
    if (!checked.ok) return checked
    const wrong = logRefusal(checked.value, before, facts, ctx)
    if (wrong !== null) return wrong
    settled.push(checked.value)
  }
  const found = (at: Instant): Target | null => {
    const to = target(at)
    const meeting = settled.find(({ id }) => id === to?.meeting.id)
    return to === null || meeting === undefined ? null : { meeting, at: to.at }
  }
  const fate = args.logItems ?? 'follow'
  const fields = ['startAt', 'endAt', 'repeat', 'logged', 'userIds'] as const
  const moves = fields.some((field) => args[field] !== undefined)
  const turns = settled.some((meeting) => !isSame(subjectOf(meeting), subjectOf(before)))
  // A new title alone says nothing of log items.
  const touches = (at: Instant): boolean => (moves || turns || found(at) === null) && meant(at)
  const plan = planLog({ before, after: settled, target: found, fate, touches }, facts, ctx)
  if (!plan.ok) return plan
  const changes: Change[] = settled
    .filter((meeting) => !isSame(meeting, before))
    .map((meeting) => put('meeting', meeting))
  return decided([...changes, ...plan.value.changes], {
    meetingId: before.id,
    followingId: settled[1]?.id ?? null,
    log: plan.value.log,
  })
}

/**
 * As another calendar has it now: its exceptions stand at the starts of its own rule. Log items go along where their occurrence can be
 * found again.
 */
export function replaceMeeting(
  before: Meeting,
  typed: Meeting,
  facts: LogFacts,
  ctx: RuleContext,
): Decision<MeetingResult> {
  const sameStarts =
    before.repeat === typed.repeat && before.startAt === typed.startAt && before.zone === typed.zone
  const after = checkedMeeting(typed)
  if (!after.ok) return after
  const wrong = logRefusal(after.value, before, facts, ctx)
  if (wrong !== null) return wrong
  const target = targets(
    before,
    [after.value],
    sameStarts ? [after.value] : [],
    before.repeat === after.value.repeat,
  )
  const plan = planLog({ before, after: [after.value], target, fate: 'follow' }, facts, ctx)
  if (!plan.ok) return plan
  const result = { meetingId: before.id, followingId: null, log: plan.value.log }
  return decided([put('meeting', after.value), ...plan.value.changes], result)
}

export type CancelArgs = Pick<EditArgs, 'scope' | 'at' | 'logItems'>

/** One occurrence, all from one on, or all: the meeting itself then goes. */
export function cancelMeeting(
  before: Meeting,
  args: CancelArgs,
  facts: LogFacts,
  ctx: RuleContext,
): Decision<MeetingResult> {
  const part = partOf(before, args)
  if (!part.ok) return part
  const { scope, occurrence, index } = part.value
  const left =
    scope === 'all'
      ? null
      : scope === 'one'
        ? withException(before, { at: occurrence.at, moved: null })
        : cutAt(before, occurrence.at, index).head
  const gone = (at: Instant): boolean => (scope === 'one' ? at === occurrence.at : at >= occurrence.at)
  if (left !== null && occurrencesOf(left).next().done !== true)
    return replaced(before, [left], [left], args, gone, facts, ctx)
  const fate = args.logItems ?? 'follow'
  const plan = planLog({ before, after: [], target: () => null, fate }, facts, ctx)
  if (!plan.ok) return plan
  return decided([remove('meeting', before.id), ...plan.value.changes], {
    meetingId: before.id,
    followingId: null,
    log: plan.value.log,
  })
}

/** What is not in the log of an occurrence that is over: deleted by hand, or refused when it ended. */
export function recordMeeting(
  meeting: Meeting,
  at: Instant,
  facts: LogFacts,
  ctx: RuleContext,
): Decision<{ log: LogCounts }> {
  const occurrence = [...occurrencesOf(meeting)].find((each) => each.at === at)
  if (occurrence === undefined) return refused('meeting.noOccurrence')
  if (!meeting.logged) return refused('meeting.notLogged')
  if (occurrence.endAt > ctx.now) return refused('meeting.notOver')
  const changes: Change[] = []
  let recorded = 0
  for (const userId of meeting.userIds) {
    if (facts.parts.some((entry) => entry.userId === userId && isItemOf(entry, meeting, occurrence))) continue
    const entries = entriesOfItem(meeting, occurrence, userId, facts, ctx)
    if (!entries.ok) return entries
    recorded += 1
    changes.push(...recordChanges(entries.value))
  }
  return decided(changes, { log: { ...NO_LOG, recorded } })
}
