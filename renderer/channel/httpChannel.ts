// The browser's way to the application: requests by POST, events by a socket that comes back by itself.
import type { AppEvent, Channel, Reply, Unsubscribe } from '../../shared/contract/channel.ts'
import type { ArgsOf, RequestName, ResultOf } from '../../shared/contract/contract.ts'

/** The part of a WebSocket that is used here. */
export type EventSocket = {
  onopen: (() => void) | null
  onmessage: ((message: { data: unknown }) => void) | null
  onclose: (() => void) | null
  close(): void
}

export type HttpChannelOptions = {
  /** 'http://127.0.0.1:4747'; where the page itself comes from. */
  origin: string
  request: (url: string, init: RequestInit) => Promise<Response>
  openSocket: (url: string) => EventSocket
  firstDelayMs?: number
}

const MAX_DELAY_MS = 5_000

/** The channel of a page that the host served. */
export const httpChannel = (): Channel =>
  createHttpChannel({
    origin: window.location.origin,
    request: (url, init) => window.fetch(url, init),
    openSocket: (url) => new WebSocket(url) as EventSocket,
  })

export function createHttpChannel({
  origin,
  request,
  openSocket,
  firstDelayMs = 250,
}: HttpChannelOptions): Channel {
  const listeners = new Set<(event: AppEvent) => void>()
  let socket: EventSocket | null = null
  let connected = false
  let wasConnected = false
  let delayMs = firstDelayMs
  let retry: ReturnType<typeof setTimeout> | undefined

  const publish = (event: AppEvent) => {
    for (const listener of listeners) listener(event)
  }
  const setConnected = (now: boolean) => {
    if (connected === now) return
    connected = now
    publish({ type: 'connection', connected: now })
    // Whatever happened while nobody could tell us: everything is read anew.
    if (now && wasConnected) publish({ type: 'changed', entities: 'all', commitId: null })
    wasConnected ||= now
  }
  const connect = () => {
    clearTimeout(retry)
    const opened = openSocket(`${origin.replace(/^http/, 'ws')}/ws`)
    socket = opened
    opened.onopen = () => {
      delayMs = firstDelayMs
      setConnected(true)
    }
    opened.onmessage = ({ data }) => publish(JSON.parse(String(data)) as AppEvent)
    opened.onclose = () => {
      if (socket !== opened) return
      socket = null
      // The first failure is told as well, although nothing was connected yet.
      if (!wasConnected) publish({ type: 'connection', connected: false })
      setConnected(false)
      retry = setTimeout(connect, delayMs)
      delayMs = Math.min(delayMs * 2, MAX_DELAY_MS)
    }
  }
  const disconnect = () => {
    clearTimeout(retry)
    const closing = socket
    socket = null
    connected = false
    wasConnected = false
    closing?.close()
  }

  return {
    async invoke<N extends RequestName>(name: N, args: ArgsOf<N>): Promise<Reply<ResultOf<N>>> {
      try {
        const response = await request(`${origin}/api/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(args),
          credentials: 'same-origin',
          cache: 'no-store',
        })
        return (await response.json()) as Reply<ResultOf<N>>
      } catch (error) {
        // No connection, or an answer that broke off: whether a command was carried out shows when it is back.
        if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException) {
          return { ok: false, error: { code: 'channel.closed' } }
        }
        throw error
      }
    },
    subscribe(on): Unsubscribe {
      listeners.add(on)
      if (listeners.size === 1) connect()
      return () => {
        listeners.delete(on)
        if (listeners.size === 0) disconnect()
      }
    },
  }
}
