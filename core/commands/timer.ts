// The timer's commands.
import type { timerCommands } from '../../shared/contract/timer.ts'
import { resolveGap } from '../../shared/rules/gap.ts'
import { projectAfter, projectRefusal } from '../../shared/rules/project.ts'
import { decided, refused } from '../../shared/rules/rule.ts'
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
import type { Timer } from '../../shared/entities/timer.ts'
import type { ParsedArgsOf } from '../../shared/contract/contract.ts'
import type { Data } from '../db/data.ts'
import { namedTimers } from '../reads.ts'
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
  const facts = recordFacts(data, { ...args, userId: ctx.actor.userId })
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
      const customerId = args.customerId === undefined ? timer.customerId : args.customerId
      const categoryId = args.categoryId === undefined ? timer.categoryId : args.categoryId
      const projectId = projectAfter(timer, args)
      const facts = recordFacts(data, { userId: timer.userId, customerId, categoryId, projectId })
      return facts.ok ? editTimer({ timer, ...facts.value }, args, ctx) : facts
    }),
  'timer.stop': (data, args, ctx) =>
    onTimer(data, args.timerId, (timer) => {
      const facts = timerFacts(data, timer, args.at ?? ctx.now)
      return facts.ok ? stopTimer(facts.value, timer, args, ctx) : facts
    }),
  'timer.record': (data, args, ctx) =>
    onTimer(data, args.timerId, (timer) => {
      const customerId = args.customerId === undefined ? timer.customerId : args.customerId
      const categoryId = args.categoryId === undefined ? timer.categoryId : args.categoryId
      const span = { from: args.startAt ?? timer.startedAt, to: ctx.now }
      const projectId = projectAfter(timer, args)
      const facts = recordFacts(data, { userId: timer.userId, customerId, categoryId, projectId }, span)
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
        ? data.where('timeEntry', 'user_id = ? ORDER BY start_at DESC LIMIT 1', ctx.actor.userId)[0]
        : data.find('timeEntry', args.entryId)
    if (last == null) return refused('notFound.entry')
    const { customerId, categoryId } = last
    // A project that is completed or deleted by now takes no more time; its customer may still have some.
    const project = last.projectId === null ? null : data.find('project', last.projectId)
    const open = project !== null && projectRefusal(project, { customerId, date: ctx.today }) === null
    const projectId = open ? project.id : null
    const started = start(data, { ...args, customerId, categoryId, projectId }, ctx)
    return started.ok ? decided(started.value.changes, { timerId: started.value.value.timerId }) : started
  },
  'gap.resolve': (data, args, ctx) => {
    const gap = data.find('gap', args.gapId)
    if (gap === null) return refused('notFound.gap')
    const subject = {
      userId: gap.userId,
      customerId: args.customerId ?? null,
      categoryId: args.categoryId ?? null,
      projectId: args.projectId ?? null,
    }
    const facts = recordFacts(data, subject, { from: gap.from, to: gap.to })
    return facts.ok ? resolveGap(gap, data.find('timer', gap.timerId), args, facts.value, ctx) : facts
  },
  'draft.restore': (data, args) => {
    const draft = data.find('noteDraft', args.draftId)
    if (draft === null) return refused('notFound.draft')
    // What is gone meanwhile is chosen anew when the session is recorded; the time itself comes back.
    const left = <T extends 'customer' | 'category' | 'project'>(noun: T, id: Id | null): Id | null =>
      id === null || data.find(noun, id)?.removed !== false ? null : id
    const { session } = draft
    const customerId = left('customer', session.customerId)
    const categoryId = left('category', session.categoryId)
    // Drafts of before there were projects name none; one that moved to another customer is not this session's any more.
    const projectId = left('project', session.projectId ?? null)
    const owner = projectId === null ? null : data.find('project', projectId)?.customerId
    const kept = owner === customerId ? projectId : null
    return restoreDraft({ ...draft, session: { ...session, customerId, categoryId, projectId: kept } })
  },
  'draft.remove': (data, args) => {
    const draft = data.find('noteDraft', args.draftId)
    return draft === null
      ? refused('notFound.draft')
      : decided([{ op: 'remove', entity: 'noteDraft', id: draft.id }], null)
  },
}
