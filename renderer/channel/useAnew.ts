// Asks a query anew for who has just changed what it reads, and has to know when its answer says so.
import { notifyManager, useQueryClient } from '@tanstack/react-query'
import type { ArgsOf, QueryName } from '../../shared/contract/contract.ts'

/** Resolves once the screens have an answer that was asked for after the call, or none can be had. */
export function useAnew<N extends QueryName>(name: N, args: ArgsOf<N>): () => Promise<void> {
  const client = useQueryClient()
  const queryKey = [name, args]
  const state = () => client.getQueryState(queryKey)
  return async () => {
    const before = state()?.dataUpdateCount
    // News that arrives meanwhile breaks it off, to ask by itself.
    do await client.refetchQueries({ queryKey, exact: true })
    while (before !== undefined && state()?.dataUpdateCount === before && state()?.status !== 'error')
    // They are told of it a moment after it is there: in the order in which that was asked for.
    await new Promise<void>((told) => notifyManager.schedule(told))
  }
}
