// The timer's commands.
import type { timerCommands } from '../../shared/contract/timer.ts'
import { resolveGap } from '../../shared/rules/gap.ts'
import { decided, refused } from '../../shared/rules/rule.ts'
import { openSubject, presentSubject } from '../../shared/rules/subject.ts'
import type { RecordFacts } from '../../shared/rules/recordSession.ts'
import {
  discardTimer,
  editTimer,
  noteTimer,
  pauseTimer,
  recordTimer,
  restoreDraft,
  resumeTimer,
  startTimer,
  stopTimer,
} from '../../shared/rules/timer.ts'
import type { Decision, RuleContext } from '../../shared/rules/rule.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { subjectAfter, subjectOf } from '../../shared/entities/subject.ts'
import type { Timer } from '../../shared/entities/timer.ts'
import type { ParsedArgsOf } from '../../shared/contract/contract.ts'
import type { Data } from '../db/data.ts'
import { namedTimers, subjectSettings } from '../facts/reads.ts'
import { knownFacts } from '../facts/subject.ts'
import type { Handlers } from './handler.ts'
import { recordFacts, timerFacts } from './recordFacts.ts'

/** Runs the rule on a timer that exists. */
const onTimer = <R>(data: Data, timerId: Id, rule: (timer: Timer) => Decision<R>): Decision<R> => {
  const timer = data.find('timer', timerId)
  return timer === null ? refused('notFound.timer') : rule(timer)
}

function start(
  data: Data,
  args: ParsedArgsOf<'timer.start'>,
  ctx: RuleContext,
): Decision<{ timerId: Id; stoppedEntryIds: Id[] }> {
  // What begins now touches nothing that is recorded.
  const since = args.at === undefined ? undefined : { from: args.at, to: ctx.now }
  const fresh = { was: null, today: ctx.today }
  const facts = recordFacts(data, { ...args, userId: ctx.actor.userId }, since, fresh)
  if (!facts.ok) return facts
  const active = namedTimers(data, ctx.actor.userId).filter(({ timer }) => timer.state !== 'stopped')
  const stoppable = new Map<Id, RecordFacts>()
  for (const { timer } of active) {
    const toRecord = timerFacts(data, timer, args.at ?? ctx.now)
    if (!toRecord.ok) return toRecord
    stoppable.set(timer.id, toRecord.value)
  }
  const recordFactsOf = (timer: Timer): RecordFacts => stoppable.get(timer.id) ?? facts.value
  return startTimer({ ...facts.value, active, recordFactsOf }, args, ctx)
}

export const timerHandlers: Handlers<keyof typeof timerCommands> = {
  'timer.start': start,
  'timer.pause': (data, args, ctx) => onTimer(data, args.timerId, (timer) => pauseTimer(timer, args, ctx)),
  'timer.resume': (data, args, ctx) => onTimer(data, args.timerId, (timer) => resumeTimer(timer, args, ctx)),
  'timer.note': (data, args) => onTimer(data, args.timerId, (timer) => noteTimer(timer, args.note)),
  'timer.edit': (data, args, ctx) =>
    onTimer(data, args.timerId, (timer) => {
      const since = args.startedAt === undefined ? undefined : { from: args.startedAt, to: ctx.now }
      const fresh = { was: timer, today: ctx.today }
      const facts = recordFacts(data, { ...subjectAfter(timer, args), userId: timer.userId }, since, fresh)
      return facts.ok ? editTimer({ timer, ...facts.value }, args, ctx) : facts
    }),
  'timer.stop': (data, args, ctx) =>
    onTimer(data, args.timerId, (timer) => {
      const facts = timerFacts(data, timer, args.at ?? ctx.now)
      return facts.ok ? stopTimer(facts.value, timer, args, ctx) : facts
    }),
  'timer.record': (data, args, ctx) =>
    onTimer(data, args.timerId, (timer) => {
      const span = { from: args.startAt ?? timer.startedAt, to: ctx.now }
      const fresh = { was: timer, today: ctx.today }
      const facts = recordFacts(data, { ...subjectAfter(timer, args), userId: timer.userId }, span, fresh)
      return facts.ok ? recordTimer(facts.value, timer, args, ctx) : facts
    }),
  'timer.cancelRecord': (data, args, ctx) =>
    onTimer(data, args.timerId, (timer) =>
      timer.state === 'stopped' ? discardTimer(timer, ctx) : refused('timer.notStopped'),
    ),
  'timer.discard': (data, args, ctx) => onTimer(data, args.timerId, (timer) => discardTimer(timer, ctx)),
  'timer.continueLast': (data, args, ctx) => {
    const last =
      args.entryId === undefined
        ? data.where('timeEntry', 'user_id = +? ORDER BY start_at DESC LIMIT 1', ctx.actor.userId)[0]
        : data.find('timeEntry', args.entryId)
    if (last == null) return refused('notFound.timeEntry')
    const settings = subjectSettings(data, data.find('user', ctx.actor.userId))
    // Where it takes no new time at all, the start says why.
    const subject = openSubject(knownFacts(data, last), ctx.today, settings) ?? subjectOf(last)
    const started = start(data, { ...args, ...subject }, ctx)
    return started.ok ? decided(started.value.changes, { timerId: started.value.value.timerId }) : started
  },
  'gap.resolve': (data, args, ctx) => {
    const gap = data.find('gap', args.gapId)
    if (gap === null) return refused('notFound.gap')
    const facts = recordFacts(
      data,
      { ...subjectOf(args), userId: gap.userId },
      { from: gap.from, to: gap.to },
      { was: null, today: ctx.today },
    )
    return facts.ok ? resolveGap(gap, data.find('timer', gap.timerId), args, facts.value, ctx) : facts
  },
  'draft.restore': (data, args) => {
    const draft = data.find('noteDraft', args.draftId)
    if (draft === null) return refused('notFound.noteDraft')
    const { session } = draft
    const subject = presentSubject(knownFacts(data, session))
    return restoreDraft({ ...draft, session: { ...session, ...subject } })
  },
  'draft.remove': (data, args) => {
    const draft = data.find('noteDraft', args.draftId)
    return draft === null
      ? refused('notFound.noteDraft')
      : decided([{ op: 'remove', entity: 'noteDraft', id: draft.id }], null)
  },
}
