// The compiler refuses a query, or a loader of facts, that writes: each line below stops compiling the check once it compiles.
import { ok } from '../../shared/base/result.ts'
import { expect, test } from 'vitest'
import type { Data, WritableData } from '../db/data.ts'
import type { Handler } from '../commands/handler.ts'
import type { QueryHandler } from './query.ts'

/** Only the compiler looks at it. */
export const planted = (data: Data): void => {
  // @ts-expect-error a reader puts nothing
  data.put('category', {})
  // @ts-expect-error and removes nothing
  data.remove('category', 'a')
  // @ts-expect-error and runs nothing
  data.run('DELETE FROM category')
  // @ts-expect-error nor does it reach past what it was given
  data.db.exec('DELETE FROM category')
}

// @ts-expect-error a query does not ask for more
export const query: QueryHandler<'user.list'> = (_data: WritableData) => ok([])
// @ts-expect-error nor does what loads the facts of a command
export const command: Handler<'category.remove'> = (_data: WritableData) => ok({ changes: [], value: null })

test('what compiles is what can be called: the lines above are refused before that', () => {
  expect([planted, query, command].every((made) => typeof made === 'function')).toBe(true)
})
