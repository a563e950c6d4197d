// A long list of the application, fetched page by page as it comes into view, so that 100,000 rows cost what a screenful does.
import { useQueries, useQuery, keepPreviousData } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ArgsOf, ResultOf } from '../../shared/contract/contract.ts'
import type { Channel } from '../../shared/contract/channel.ts'
import { useChannel } from './ChannelProvider.tsx'
import { RequestError } from './requestError.ts'
import { invoke } from './useRequest.ts'

type PagedName = 'customer.list' | 'customer.entries' | 'project.list' | 'case.list' | 'case.entries'
type RowOf<N extends PagedName> = ResultOf<N> extends { rows: (infer R)[] } ? R : never
/** What the answers of all paged queries have. */
type Paged<N extends PagedName> = { rows: RowOf<N>[]; total: number }

export type Pages<N extends PagedName> = {
  /** The first page's answer, with whatever else it says (totals); undefined until it came. */
  first: ResultOf<N> | undefined
  total: number
  /** undefined: not here yet. */
  row(index: number): RowOf<N> | undefined
  /** Tell which rows are on screen, so that their pages are fetched. */
  show(firstIndex: number, lastIndex: number): void
  error: RequestError | null
  refetch(): void
}

const PAGE = 100
/** A jump this old was no part of a longer way: two frames and a bit. */
const SETTLED_MS = 40

export function usePages<N extends PagedName>(name: N, args: Omit<ArgsOf<N>, 'offset' | 'limit'>): Pages<N> {
  const channel = useChannel()
  const [shown, setShown] = useState({ from: 0, to: 0 })
  const first = useQuery<ResultOf<N>, RequestError>({
    ...page(channel, name, args, 0),
    placeholderData: keepPreviousData,
  })
  const numbers: number[] = []
  // While the first page still shows the answer to other arguments, no further pages of the new ones are known.
  const further = first.data !== undefined && !first.isPlaceholderData
  const lastPage = Math.floor(Math.max(0, ((first.data as Paged<N> | undefined)?.total ?? 0) - 1) / PAGE)
  // The pages before and after are fetched along, so that they are here when the list is scrolled on.
  const to = Math.min(lastPage, shown.to + 1)
  for (let n = Math.max(1, shown.from - 1); n <= to && further; n += 1) numbers.push(n)
  const others = useQueries({ queries: numbers.map((n) => page(channel, name, args, n)) })

  const place = useRef(shown)
  const settling = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const show = useCallback((firstIndex: number, lastIndex: number) => {
    const next = {
      from: Math.floor(Math.max(0, firstIndex) / PAGE),
      to: Math.floor(Math.max(0, lastIndex) / PAGE),
    }
    const { from } = place.current
    place.current = next
    clearTimeout(settling.current)
    const settle = () =>
      setShown((before) => (before.from === next.from && before.to === next.to ? before : next))
    // Of a list that is dragged through, only the place where it comes to rest is worth asking for.
    if (Math.abs(next.from - from) <= 1) settle()
    else settling.current = setTimeout(settle, SETTLED_MS)
  }, [])
  useEffect(() => () => clearTimeout(settling.current), [])

  const row = (index: number): RowOf<N> | undefined => {
    const n = Math.floor(index / PAGE)
    const data = (n === 0 ? first.data : others[numbers.indexOf(n)]?.data) as Paged<N> | undefined
    return data?.rows[index - n * PAGE]
  }
  return {
    first: first.data,
    total: (first.data as Paged<N> | undefined)?.total ?? 0,
    row,
    show,
    error:
      first.error ??
      (others.find((other) => other.error !== null)?.error as RequestError | undefined) ??
      null,
    refetch: () => void first.refetch(),
  }
}

function page<N extends PagedName>(
  channel: Channel,
  name: N,
  args: Omit<ArgsOf<N>, 'offset' | 'limit'>,
  n: number,
) {
  const pageArgs = { ...args, offset: n * PAGE, limit: PAGE } as ArgsOf<N>
  return {
    queryKey: [name, pageArgs] as const,
    queryFn: async (): Promise<ResultOf<N>> => {
      const reply = await invoke(channel, name, pageArgs)
      if (!reply.ok) throw new RequestError(reply.error)
      return reply.value
    },
  }
}
