// Notes that are written into a customer's journal by hand.
import type { journalCommands } from '../../shared/contract/journal.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { JournalEntry } from '../../shared/entities/journalEntry.ts'
import { remove } from '../../shared/entities/registry.ts'
import { listsOf } from '../../shared/entities/subject.ts'
import { writeNote } from '../../shared/rules/journal.ts'
import { decided, refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { present } from '../facts/relations.ts'
import { subjectFacts } from '../facts/subject.ts'
import type { Handlers } from './handler.ts'

/** What sessions wrote there before the journal was computed is no note, and is edited by nobody. */
const noteOf = (data: Data, id: Id): JournalEntry | null => {
  const line = data.find('journalEntry', id)
  return line?.keyword === 'Note' ? line : null
}

export const journalHandlers: Handlers<keyof typeof journalCommands> = {
  'journalEntry.add': (data, args, ctx) => {
    const { customerId } = args
    if (present(data, 'customer', customerId) === null) return refused('notFound.customer')
    const on = subjectFacts(data, listsOf(args))
    return on.ok ? writeNote({ customerId, on: on.value, was: null }, args, ctx) : on
  },
  'journalEntry.edit': (data, args, ctx) => {
    const was = noteOf(data, args.journalEntryId)
    if (was === null) return refused('notFound.journalEntry')
    const on = subjectFacts(data, listsOf({ ...was, ...args }))
    if (!on.ok) return on
    const written = writeNote({ customerId: was.customerId, on: on.value, was }, args, ctx)
    return written.ok ? decided(written.value.changes, null) : written
  },
  'journalEntry.remove': (data, { journalEntryId }) =>
    noteOf(data, journalEntryId) === null
      ? refused('notFound.journalEntry')
      : decided([remove('journalEntry', journalEntryId)], null),
}
