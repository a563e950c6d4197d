// How the contract declares a command or a query: its arguments as a schema, who may ask, and its result as a type.
import type { z } from 'zod'
import { once } from '../base/once.ts'
import type { ModuleName } from '../entities/module.ts'
import type { EntityName } from '../entities/registry.ts'
import type { Access } from './access.ts'

export type CommandSpec<A extends z.ZodType = z.ZodType, R = unknown> = {
  readonly kind: 'command'
  readonly args: A
  readonly access: Access
  /** Refused while it is off (F12); of a request that is called after a noun, the noun says it (moduleOf.ts). */
  readonly module?: ModuleName
  /** Only a type; never a value. */
  readonly result?: R
}

export type QuerySpec<A extends z.ZodType = z.ZodType, R = unknown> = {
  readonly kind: 'query'
  readonly args: A
  readonly access: Access
  readonly module?: ModuleName
  /** The nouns it reads: a change of any of them makes the answer stale. */
  readonly reads: readonly EntityName[] | 'all' | 'none'
  readonly result?: R
}

export const command = <A extends z.ZodType>(args: () => A, access: Access, module?: ModuleName) => ({
  returns: <R>(): CommandSpec<A, R> => {
    const made = once(args)
    return {
      kind: 'command',
      access,
      ...(module === undefined ? {} : { module }),
      get args() {
        return made()
      },
    }
  },
})

export const query = <A extends z.ZodType>(
  args: () => A,
  reads: QuerySpec['reads'],
  access: Access,
  module?: ModuleName,
) => ({
  returns: <R>(): QuerySpec<A, R> => {
    const made = once(args)
    return {
      kind: 'query',
      reads,
      access,
      ...(module === undefined ? {} : { module }),
      get args() {
        return made()
      },
    }
  },
})
