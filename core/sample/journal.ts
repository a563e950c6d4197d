// Notes that were written by hand into the journals of the sample firm's customers; their sessions stand there by themselves.
import type { DayRule } from '../../shared/base/dayRule.ts'
import { addDays } from '../../shared/base/localDate.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import { createRandom } from '../../shared/base/random.ts'
import type { Customer } from '../../shared/entities/customer.ts'
import type { JournalEntry } from '../../shared/entities/journalEntry.ts'
import { listsOf } from '../../shared/entities/subject.ts'
import type { Tag } from '../../shared/entities/tag.ts'
import type { User } from '../../shared/entities/user.ts'
import { minuteZero } from './entryOf.ts'
import { sampleId, timePrefix } from './sampleId.ts'
import { marksOf } from './tags.ts'

const TEXTS = [
  'Called back: they want the offer before the end of the month.',
  'New contact in purchasing; the old address still works until summer.',
  'Asked for the handbook as PDF. Sent it the same day.',
  'Complained about the long way to the support line. Apologised, gave the direct number.',
  'Wants to talk about next year’s budget after the holidays.',
  'Met at the fair. Interested in the stock system, no decision before autumn.',
  'Prefers e-mail to the telephone.',
  'Invoice address has changed, see the letter in the archive.',
] as const

/** A few for most customers, over the last year. */
export function sampleNotes(facts: {
  seed: number
  customers: readonly Customer[]
  users: readonly User[]
  tags: readonly Tag[]
  today: LocalDate
  dayRule: DayRule
}): JournalEntry[] {
  const notes: JournalEntry[] = []
  for (const [index, customer] of facts.customers.entries()) {
    const random = createRandom(facts.seed, 0x10e, index)
    if (index === 0 || !random.chance(0.7)) continue
    const count = random.int(1, 4)
    for (let nth = 0; nth < count; nth += 1) {
      const date = addDays(facts.today, -random.int(1, 360))
      const at = minuteZero(date, facts.dayRule) + random.int(9 * 60, 17 * 60) * 60_000
      const user = facts.users[random.int(0, facts.users.length - 1)]
      if (user === undefined) continue
      notes.push({
        id: sampleId(timePrefix(at), 'J', notes.length),
        customerId: customer.id,
        at,
        keyword: 'Note',
        text: TEXTS[random.int(0, TEXTS.length - 1)] ?? TEXTS[0],
        userId: user.id,
        taskId: null,
        timeEntryId: null,
        ...listsOf(marksOf(facts.tags, random)),
      })
    }
  }
  return notes
}
