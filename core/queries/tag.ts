// The list of tags.
import { compareNames } from '../../shared/base/nameOrder.ts'
import { ok } from '../../shared/base/result.ts'
import type { tagQueries } from '../../shared/contract/tag.ts'
import { onlyOf } from '../facts/sight.ts'
import type { QueryHandlers } from './query.ts'

export const tagQueryHandlers: QueryHandlers<keyof typeof tagQueries> = {
  'tag.list': (data, { activeOnly = false }, { actor }) => {
    const only = onlyOf(data, actor, 'timer')
    const timers = data.list('timer').filter(({ userId }) => only === null || userId === only)
    return ok(
      data
        .where('tag', activeOnly ? 'active' : 'NOT removed')
        .map(({ id, name, colour, active }) => ({
          id,
          name,
          colour,
          active,
          timers: timers.filter(({ tagIds }) => tagIds.includes(id)).length,
        }))
        .sort((a, b) => compareNames(a.name, b.name)),
    )
  },
}
