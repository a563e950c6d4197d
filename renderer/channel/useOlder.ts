// A list that is read from its newest end, page by page; each page begins where the one before ended.
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ArgsOf, ResultOf } from '../../shared/contract/contract.ts'
import { useChannel } from './ChannelProvider.tsx'
import { RequestError } from './requestError.ts'
import { invoke } from './useRequest.ts'

type OlderName = 'change.list' | 'entry.search' | 'customer.journal'

export type Older<N extends OlderName> = {
  /** Those that are here so far, newest first; undefined until the first came. */
  pages: ResultOf<N>[] | undefined
  pending: boolean
  error: Error | null
  refetch(): void
  hasMore: boolean
  fetching: boolean
  more(): void
  /** Tell which row is the last on screen, of how many, so that the next page is fetched in time. */
  show(lastIndex: number, count: number): void
}

/** How many rows before the end the next page is fetched. */
const AHEAD = 20

export function useOlder<N extends OlderName>(
  name: N,
  args: Omit<ArgsOf<N>, 'before'>,
  enabled = true,
): Older<N> {
  const channel = useChannel()
  const query = useInfiniteQuery({
    queryKey: [name, args],
    enabled,
    initialPageParam: null as number | string | null,
    queryFn: async ({ pageParam }): Promise<ResultOf<N>> => {
      const before = pageParam === null ? {} : { before: pageParam }
      const reply = await invoke(channel, name, { ...args, ...before } as ArgsOf<N>)
      if (!reply.ok) throw new RequestError(reply.error)
      return reply.value
    },
    getNextPageParam: (page: ResultOf<N>) => (page as { next: number | string | null }).next,
  })
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = query
  const more = () => void fetchNextPage()
  return {
    pages: query.data?.pages,
    pending: query.isPending,
    error: query.error,
    refetch: () => void query.refetch(),
    hasMore: hasNextPage,
    fetching: isFetchingNextPage,
    more,
    show: (lastIndex, count) => {
      if (lastIndex >= count - AHEAD && hasNextPage && !isFetchingNextPage) more()
    },
  }
}
