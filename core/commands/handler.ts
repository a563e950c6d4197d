// How a command is decided: load facts, ask the rule. Nothing here writes.
import type { CommandName, ParsedArgsOf, ResultOf } from '../../shared/contract/contract.ts'
import type { Decision, RuleContext } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'

export type Handler<N extends CommandName> = (
  data: Data,
  args: ParsedArgsOf<N>,
  ctx: RuleContext,
) => Decision<ResultOf<N>>

export type Handlers<N extends CommandName> = { [K in N]: Handler<K> }
