// Commands on exceptions: booked into the open period, or dropped (G8).
import type { periodExceptionCommands } from '../../shared/contract/periodException.ts'
import { subjectOf } from '../../shared/entities/subject.ts'
import { bookException, dropException } from '../../shared/rules/periodException.ts'
import { refused } from '../../shared/rules/rule.ts'
import type { Handlers } from './handler.ts'
import { recordFacts } from './recordFacts.ts'

export const periodExceptionHandlers: Handlers<keyof typeof periodExceptionCommands> = {
  'periodException.book': (data, { exceptionId, date }, ctx) => {
    const exception = data.find('periodException', exceptionId)
    if (exception === null) return refused('notFound.periodException')
    const { userId } = exception
    const facts = recordFacts(data, { ...subjectOf(exception), userId }, undefined, {
      was: exception,
      today: date,
    })
    return facts.ok ? bookException(exception, facts.value, date, ctx) : facts
  },
  'periodException.drop': (data, { exceptionId, reason }) => {
    const exception = data.find('periodException', exceptionId)
    return exception === null ? refused('notFound.periodException') : dropException(exception, reason)
  },
}
