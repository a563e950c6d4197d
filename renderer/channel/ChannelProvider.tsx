// Hands the window its way to the application, and keeps every answer fresh when the application says something changed.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { Query } from '@tanstack/react-query'
import { createContext, use, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { AppEvent, Channel } from '../../shared/contract/channel.ts'
import { isStaleAfter } from './staleness.ts'

const ChannelContext = createContext<Channel | null>(null)

export function useChannel(): Channel {
  const channel = use(ChannelContext)
  if (channel === null) throw new Error('useChannel outside of ChannelProvider')
  return channel
}

/** Calls `on` for each event of the application while the component is mounted. */
export function useAppEvent(on: (event: AppEvent) => void): void {
  const channel = useChannel()
  const [latest] = useState({ on })
  useEffect(() => {
    latest.on = on
  })
  useEffect(() => channel.subscribe((event) => latest.on(event)), [channel, latest])
}

export function ChannelProvider({ channel, children }: { channel: Channel; children: ReactNode }) {
  const [client] = useState(newQueryClient)
  useEffect(
    () =>
      channel.subscribe((event) => {
        const stale = { predicate: (query: Query) => isStaleAfter(event, query.queryKey) }
        // An answer that is still on its way may be from before the event. Of a first answer, invalidating would not think so.
        void client.cancelQueries(stale).then(() => client.invalidateQueries(stale))
      }),
    [channel, client],
  )
  return (
    <ChannelContext value={channel}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </ChannelContext>
  )
}

function newQueryClient(): QueryClient {
  // Answers never grow old by themselves: the application says what changed. A refusal is an answer, so no retries.
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
    },
  })
}
