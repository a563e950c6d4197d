// How the contract declares a command or a query: its arguments as a schema, its result as a type.
import type { z } from 'zod'
import { once } from '../base/once.ts'
import type { EntityName } from '../entities/registry.ts'

export type CommandSpec<A extends z.ZodType = z.ZodType, R = unknown> = {
  readonly kind: 'command'
  readonly args: A
  /** Only a type; never a value. */
  readonly result?: R
}

export type QuerySpec<A extends z.ZodType = z.ZodType, R = unknown> = {
  readonly kind: 'query'
  readonly args: A
  /** The nouns it reads: a change of any of them makes the answer stale. */
  readonly reads: readonly EntityName[] | 'all' | 'none'
  readonly result?: R
}

export const command = <A extends z.ZodType>(args: () => A) => ({
  returns: <R>(): CommandSpec<A, R> => {
    const made = once(args)
    return {
      kind: 'command',
      get args() {
        return made()
      },
    }
  },
})

export const query = <A extends z.ZodType>(args: () => A, reads: QuerySpec['reads']) => ({
  returns: <R>(): QuerySpec<A, R> => {
    const made = once(args)
    return {
      kind: 'query',
      reads,
      get args() {
        return made()
      },
    }
  },
})
