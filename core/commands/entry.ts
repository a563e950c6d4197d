// Commands on recorded time entries.
import type { ParsedArgsOf } from '../../shared/contract/contract.ts'
import type { entryCommands } from '../../shared/contract/entry.ts'
import type { PartialPlacement } from '../../shared/entities/assignment.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { PartialSubject } from '../../shared/entities/subject.ts'
import { subjectAfter } from '../../shared/entities/subject.ts'
import type { TimeEntry } from '../../shared/entities/timeEntry.ts'
import type { Decision, RuleContext } from '../../shared/rules/rule.ts'
import { refused } from '../../shared/rules/rule.ts'
import type { EditEntryArgs } from '../../shared/rules/timeEntry.ts'
import {
  addAmount,
  addedTogether,
  addEntry,
  editEntry,
  removeEntry,
  togetherOrNone,
} from '../../shared/rules/timeEntry.ts'
import type { Data } from '../db/data.ts'
import { invoiceFacts } from '../facts/invoices.ts'
import { offerRefusal } from '../facts/offered.ts'
import { placedAs } from '../facts/placement.ts'
import { nameOf, organisationOf } from '../facts/reads.ts'
import type { Handlers } from './handler.ts'
import { recordFacts } from './recordFacts.ts'
import { undoChange } from './undo.ts'

/** What the other parts of the entry's session count (F2). */
const restOf = (data: Data, { id, sessionId }: TimeEntry): number =>
  data.get<{ ms: number }>(
    'SELECT coalesce(sum(duration_ms), 0) AS ms FROM time_entry WHERE session_id = ? AND id <> ?',
    sessionId,
    id,
  )?.ms ?? 0

export const entryHandlers: Handlers<keyof typeof entryCommands> = {
  'entry.add': (data, { userId = null, ...args }, ctx) => added(data, userId ?? ctx.actor.userId, args, ctx),
  'entry.addAmount': amountAdded,
  'entry.addMany': (data, { userIds, ...args }, ctx) =>
    addedTogether(
      [...new Set(userIds)].map((userId) => ({
        userId,
        at: args.startAt,
        name: nameOf(data, 'user', userId),
        decision: added(data, userId, args, ctx),
      })),
    ),
  'entry.edit': (data, args, ctx) => {
    const entry = data.find('timeEntry', args.entryId)
    return entry === null ? refused('notFound.timeEntry') : edited(data, entry, args, ctx)
  },
  'entry.remove': (data, args) => {
    const entry = data.find('timeEntry', args.entryId)
    return entry === null ? refused('notFound.timeEntry') : removeEntry(entry)
  },
  'entry.editMany': (data, { entryIds, ...args }, ctx) =>
    each(data, entryIds, (entry) => edited(data, entry, args, ctx)),
  'entry.removeMany': (data, { entryIds }) => each(data, entryIds, (entry) => removeEntry(entry)),
  'change.undo': undoChange,
}

type AddArgs = Omit<ParsedArgsOf<'entry.add'>, 'userId'>

/** Another's time is added by those who lead, for whom they are offered (D8, D9). */
function added(data: Data, userId: Id, args: AddArgs, ctx: RuleContext): Decision<{ entryIds: Id[] }> {
  const refusal = offerRefusal(data, ctx.actor, [userId])
  if (refusal !== null) return refusal
  const span = { from: args.startAt, to: args.endAt }
  const facts = recordFacts(data, { ...args, userId }, span, { was: null, today: ctx.today })
  if (!facts.ok) return facts
  const placement = placedAs(data, facts.value.placement, args)
  return placement.ok ? addEntry({ ...facts.value, placement: placement.value }, args, ctx) : placement
}

/** Another's time is added by those who lead, for whom they are offered (D8, D9). */
export function amountAdded(
  data: Data,
  args: PartialSubject &
    PartialPlacement & {
      userId?: Id | undefined
      workDate: LocalDate
      durationMs: number
      note?: string | undefined
    },
  ctx: RuleContext,
): Decision<{ entryIds: Id[] }> {
  const userId = args.userId ?? ctx.actor.userId
  const refusal = offerRefusal(data, ctx.actor, [userId])
  if (refusal !== null) return refusal
  const fresh = { was: null, today: args.workDate }
  const facts = recordFacts(data, { ...args, userId }, undefined, fresh)
  if (!facts.ok) return facts
  const placement = placedAs(data, facts.value.placement, args)
  return placement.ok ? addAmount({ ...facts.value, placement: placement.value }, args, ctx) : placement
}

type EditArgs = EditEntryArgs & PartialSubject & PartialPlacement

export function edited(
  data: Data,
  entry: TimeEntry,
  args: EditArgs,
  ctx: RuleContext,
): Decision<{ entryIds: Id[] }> {
  const span = {
    from: args.startAt ?? entry.startAt,
    to: args.endAt ?? entry.endAt,
    exceptEntryId: entry.id,
  }
  const facts = recordFacts(data, { ...subjectAfter(entry, args), userId: entry.userId }, span, {
    was: entry,
    today: ctx.today,
  })
  if (!facts.ok) return facts
  // What was recorded stays, whatever the assignments say now (K1).
  const placement = placedAs(data, entry, args)
  if (!placement.ok) return placement
  const of = { entry, restMs: () => restOf(data, entry) }
  return editEntry({ ...facts.value, placement: placement.value }, of, args, ctx)
}

/** On an invoice that was issued: the guard names the first, of many each is told (E9). */
function lockedBy(data: Data, { id }: TimeEntry): Decision<unknown> | null {
  const invoice = invoiceFacts(data).invoiceOf(id)
  return invoice === null || invoice.status === 'draft'
    ? null
    : refused('invoice.entryLocked', { values: { number: invoice.number } })
}

/** What somebody deleted meanwhile is refused by itself: the list that it was chosen from is old. */
function each(
  data: Data,
  entryIds: readonly Id[],
  decide: (entry: TimeEntry) => Decision<unknown>,
): Decision<{ entryIds: Id[] }> {
  const entries = [...new Set(entryIds)].map((id) => data.find('timeEntry', id))
  const known = entries.filter((entry) => entry !== null)
  if (known.length < entries.length) return refused('notFound.timeEntry')
  const judged = known.map((entry) => ({
    entry,
    name: nameOf(data, 'customer', entry.customerId),
    decision: lockedBy(data, entry) ?? decide(entry),
  }))
  return togetherOrNone(judged, organisationOf(data)?.closedThrough ?? null)
}
