// How a screen asks (useRequest) and wishes (useCommand): typed by the contract, refreshed by events, errors as values.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type {
  ArgsOf,
  CommandName,
  DeviceCommandName,
  QueryName,
  ResultOf,
} from '../../shared/contract/contract.ts'
import type { Channel, Reply } from '../../shared/contract/channel.ts'
import { useChannel } from './ChannelProvider.tsx'
import { useNotices } from './notices.ts'
import { appErrorOf, RequestError } from './requestError.ts'
import { undoablesUnderWay } from './underWay.ts'

export type RequestOptions = {
  enabled?: boolean
  /** Show the previous answer while a new one (other arguments) is on its way, instead of a skeleton. */
  keepPrevious?: boolean
  refetchEveryMs?: number
}

/** With each answer, as soon as it is here: how long it was asked for, ms. */
export type OnAnswer<N extends QueryName> = (value: ResultOf<N>, tookMs: number) => void

/** The answer to a query of the contract; asked again when something that it reads has changed. */
export function useRequest<N extends QueryName>(
  name: N,
  args: ArgsOf<N>,
  options: RequestOptions & { onAnswer?: OnAnswer<N> } = {},
): UseQueryResult<ResultOf<N>, RequestError> {
  const channel = useChannel()
  return useQuery<ResultOf<N>, RequestError>({
    queryKey: [name, args],
    queryFn: async () => {
      const askedAt = performance.now()
      const reply = await invoke(channel, name, args)
      if (!reply.ok) throw new RequestError(reply.error)
      options.onAnswer?.(reply.value, performance.now() - askedAt)
      return reply.value
    },
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true && { placeholderData: keepPreviousData }),
    ...(options.refetchEveryMs !== undefined && { refetchInterval: options.refetchEveryMs }),
  })
}

export type CommandOptions<R, A = never> = {
  /** What was done, in words: shown for ten seconds with an Undo button. */
  undo?: string | ((value: R, args: A) => string)
  /** 'show' (the default): a refusal is shown as a notice. 'return': the caller shows it, as forms do beside the field. */
  errors?: 'show' | 'return'
}

export type Command<N extends CommandName | DeviceCommandName> = {
  run(args: ArgsOf<N>): Promise<Reply<ResultOf<N>>>
  pending: boolean
}

/** A command of the contract. `run` never throws: a refusal is the value of the promise. */
export function useCommand<N extends CommandName | DeviceCommandName>(
  name: N,
  options: CommandOptions<ResultOf<N>, ArgsOf<N>> = {},
): Command<N> {
  const channel = useChannel()
  const notices = useNotices()
  const [pending, setPending] = useState(0)
  const { undo, errors } = options
  const run = useCallback(
    async (args: ArgsOf<N>) => {
      setPending((count) => count + 1)
      if (undo !== undefined) undoablesUnderWay.begin()
      const reply = await invoke(channel, name, args)
      setPending((count) => count - 1)
      if (!reply.ok && errors !== 'return') notices.refused(reply.error)
      if (reply.ok && reply.commitId !== undefined && undo !== undefined) {
        notices.undoable(reply.commitId, typeof undo === 'string' ? undo : undo(reply.value, args))
      }
      if (undo !== undefined) undoablesUnderWay.end()
      return reply
    },
    [channel, notices, name, undo, errors],
  )
  return { run, pending: pending > 0 }
}

/** Sends a request; what goes wrong on the way becomes a refusal like any other. */
export async function invoke<N extends CommandName | DeviceCommandName | QueryName>(
  channel: Channel,
  name: N,
  args: ArgsOf<N>,
): Promise<Reply<ResultOf<N>>> {
  try {
    return await channel.invoke(name, args)
  } catch (failure) {
    return { ok: false, error: appErrorOf(failure) }
  }
}
