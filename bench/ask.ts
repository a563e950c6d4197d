// A request that must succeed.
import type { ArgsOf, RequestName, ResultOf } from '../shared/contract/contract.ts'
import type { App } from '../core/ports.ts'

export async function ask<N extends RequestName>(app: App, name: N, args: ArgsOf<N>): Promise<ResultOf<N>> {
  const reply = await app.invoke(name, args)
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
  return reply.value
}
