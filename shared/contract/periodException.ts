// Commands and queries on exceptions: time of a timer over the cut, which waits to be booked or dropped (G8).
import { z } from 'zod'
import type { LocalDate } from '../base/localDate.ts'
import { Id, LocalDateSchema, Note } from '../entities/entity.ts'
import type { PeriodException } from '../entities/periodException.ts'
import type { NamedSubject } from '../entities/subject.ts'
import { SUBJECT_NOUNS } from '../entities/subject.ts'
import { everybody, leaders } from './access.ts'
import type { Narrowed } from './directory.ts'
import { command, query } from './request.ts'

export const periodExceptionCommands = {
  /** As an amount of time on a day of the open period. */
  'periodException.book': command(
    () => z.object({ exceptionId: Id, date: LocalDateSchema }),
    leaders,
  ).returns<{
    entryIds: Id[]
  }>(),
  'periodException.drop': command(() => z.object({ exceptionId: Id, reason: Note }), leaders).returns<null>(),
}

export type ExceptionView = PeriodException & NamedSubject & { userName: string }

export const periodExceptionQueries = {
  /** Those that wait, the oldest first; of whoever asks, or of all. */
  'periodException.list': query(
    () => z.object({}),
    ['periodException', 'user', 'organisation', ...SUBJECT_NOUNS],
    everybody,
  ).returns<{ rows: ExceptionView[]; closedThrough: LocalDate | null } & Narrowed>(),
}
