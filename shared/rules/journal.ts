// What may be written into a customer's journal by hand: a note of something that was, with tags that are in use (A12, A26).
import type { Id } from '../entities/entity.ts'
import type { JournalEntry } from '../entities/journalEntry.ts'
import { MODULE_NAMES } from '../entities/module.ts'
import { put } from '../entities/registry.ts'
import { DEFAULT_RULES } from '../entities/rules.ts'
import type { SubjectLists } from '../entities/subject.ts'
import { listsOf, subjectOf } from '../entities/subject.ts'
import { CLOCK_TOLERANCE_MS } from './moments.ts'
import type { Decision, RuleContext } from './rule.ts'
import { decided, refused } from './rule.ts'
import type { SubjectFacts } from './subject.ts'
import { subjectRefusal } from './subject.ts'

/** A note is for a customer; nothing else is asked of it. */
const NOTHING_DEMANDED = {
  rules: { ...DEFAULT_RULES, requireCustomer: false, requireCategory: false },
  settings: { casesNeedProject: false, modules: MODULE_NAMES },
}

export type NoteArgs = Partial<SubjectLists> & { text?: string | undefined; at?: number | undefined }

/** `on`: the tags that it is to have; `was`: the note so far; null: it is new. */
export function writeNote(
  { customerId, on, was }: { customerId: Id; on: SubjectFacts; was: JournalEntry | null },
  { text, at }: NoteArgs,
  ctx: RuleContext,
): Decision<{ journalEntryId: Id }> {
  if (at !== undefined && at > ctx.now + CLOCK_TOLERANCE_MS) return refused('timer.inFuture')
  const kept = was === null ? null : { subject: subjectOf(was), date: ctx.today }
  const refusal = subjectRefusal({ ...on, ...NOTHING_DEMANDED }, ctx.today, kept)
  if (refusal !== null) return refusal
  const note: JournalEntry = {
    ...(was ?? {
      id: ctx.newId(),
      customerId,
      at: ctx.now,
      keyword: 'Note',
      text: '',
      userId: ctx.actor.userId,
      taskId: null,
      timeEntryId: null,
    }),
    ...listsOf(on.subject),
    ...(text === undefined ? {} : { text }),
    ...(at === undefined ? {} : { at }),
  }
  return decided([put('journalEntry', note)], { journalEntryId: note.id })
}
