// How a query is answered: it reads, and never writes.
import type { Result } from '../../shared/base/result.ts'
import type { ParsedArgsOf, QueryName, ResultOf } from '../../shared/contract/contract.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { RuleContext } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'

/** Queries need no ids, and may be asked before any user exists. */
export type QueryContext = Pick<RuleContext, 'now' | 'today' | 'zone'> & {
  actor: RuleContext['actor'] | null
}

export type QueryHandler<N extends QueryName> = (
  data: Data,
  args: ParsedArgsOf<N>,
  ctx: QueryContext,
) => Result<ResultOf<N>, AppError>

export type QueryHandlers<N extends QueryName> = { [K in N]: QueryHandler<K> }
