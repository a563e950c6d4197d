// Commands on recorded time entries.
import type { entryCommands } from '../../shared/contract/entry.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { JournalEntry } from '../../shared/entities/journalEntry.ts'
import { projectAfter } from '../../shared/rules/project.ts'
import { refused } from '../../shared/rules/rule.ts'
import { addEntry, editEntry, removeEntry } from '../../shared/rules/timeEntry.ts'
import type { Data } from '../db/data.ts'
import type { Handlers } from './handler.ts'
import { recordFacts } from './recordFacts.ts'
import { undoChange } from './undo.ts'

const journalLineOf = (data: Data, entryId: Id): JournalEntry | null =>
  data.where('journalEntry', 'time_entry_id = ?', entryId)[0] ?? null

export const entryHandlers: Handlers<keyof typeof entryCommands> = {
  'entry.add': (data, args, ctx) => {
    const userId = args.userId ?? ctx.actor.userId
    const facts = recordFacts(data, { ...args, userId }, { from: args.startAt, to: args.endAt })
    return facts.ok ? addEntry(facts.value, args, ctx) : facts
  },
  'entry.edit': (data, args, ctx) => {
    const entry = data.find('timeEntry', args.entryId)
    if (entry === null) return refused('notFound.entry')
    const customerId = args.customerId === undefined ? entry.customerId : args.customerId
    const categoryId = args.categoryId === undefined ? entry.categoryId : args.categoryId
    const projectId = projectAfter(entry, args)
    const span = {
      from: args.startAt ?? entry.startAt,
      to: args.endAt ?? entry.endAt,
      exceptEntryId: entry.id,
    }
    const facts = recordFacts(data, { userId: entry.userId, customerId, categoryId, projectId }, span)
    return facts.ok
      ? editEntry(facts.value, { entry, journal: journalLineOf(data, entry.id) }, args, ctx)
      : facts
  },
  'entry.remove': (data, args) => {
    const entry = data.find('timeEntry', args.entryId)
    return entry === null ? refused('notFound.entry') : removeEntry(entry, journalLineOf(data, entry.id))
  },
  'change.undo': undoChange,
}
