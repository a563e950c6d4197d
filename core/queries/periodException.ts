// The exceptions that wait, with the names of what they are on (G8).
import { fail, ok } from '../../shared/base/result.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { periodExceptionQueries } from '../../shared/contract/periodException.ts'
import { organisationOf, nameOf } from '../facts/reads.ts'
import { onlyOf } from '../facts/sight.ts'
import { namesOf } from '../facts/subject.ts'
import type { QueryHandlers } from './query.ts'

export const periodExceptionQueryHandlers: QueryHandlers<keyof typeof periodExceptionQueries> = {
  'periodException.list': (data, _args, { actor }) => {
    const organisation = organisationOf(data)
    if (organisation === null) return fail(appError('setup.missing'))
    const only = onlyOf(data, actor, 'periodException')
    const found =
      only === null
        ? data.where('periodException', '1 ORDER BY start_at, id')
        : data.where('periodException', 'user_id = +? ORDER BY start_at, id', only)
    const rows = found.map((exception) => ({
      ...exception,
      ...namesOf(data, exception),
      userName: nameOf(data, 'user', exception.userId) ?? '',
    }))
    return ok({ rows, closedThrough: organisation.closedThrough, onlyYours: only !== null })
  },
}
