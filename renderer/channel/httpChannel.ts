// The browser's way to the application: requests by POST, events by a socket that comes back by itself.
import type { AppEvent, Channel, Reply, Unsubscribe } from '../../shared/contract/channel.ts'
import type { ArgsOf, RequestName, ResultOf } from '../../shared/contract/contract.ts'
import { createLeaver } from './leaveNotes.ts'
import { takePageKey } from './pageKey.ts'

/** The part of a WebSocket that is used here. */
export type EventSocket = {
  onopen: (() => void) | null
  onmessage: ((message: { data: unknown }) => void) | null
  onclose: ((closed: { code: number }) => void) | null
  close(): void
}

export type HttpChannelOptions = {
  /** 'http://127.0.0.1:4747'; where the page itself comes from, with the folder that it lies in. */
  origin: string
  /** See pageKey.ts; it goes with every request, and with a socket as its protocol, since that can have no headers. */
  key: string
  /** The server of a team: who has signed in asks, from wherever they are. */
  server?: { zone: string }
  request: (url: string, init: RequestInit) => Promise<Response>
  openSocket: (url: string, protocol: string) => EventSocket
  firstDelayMs?: number
}

const MAX_DELAY_MS = 5_000
/** What the host closes a socket with whose session was ended (host/events.ts). */
const SESSION_ENDED = 4401

/** The channel of a page that the host served, or the server of a team, which puts its token into the page. */
export function httpChannel(): Channel {
  const token = document.querySelector('meta[name=csrf]')?.getAttribute('content') ?? null
  return createHttpChannel({
    origin: new URL('.', window.location.href).href.replace(/\/$/, ''),
    key: token ?? takePageKey(window, () => window.localStorage),
    request: (url, init) => window.fetch(url, init),
    openSocket: (url, protocol) => new WebSocket(url, protocol) as EventSocket,
    ...(token !== null && { server: { zone: Intl.DateTimeFormat().resolvedOptions().timeZone } }),
  })
}

export function createHttpChannel({
  origin,
  key,
  server,
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

  const proof: Record<string, string> =
    server === undefined ? { 'x-daybook-key': key } : { 'daybook-csrf': key, 'daybook-zone': server.zone }
  const post = (path: string, body: string) =>
    request(new URL(path, `${origin}/`).href, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...proof },
      body,
      credentials: 'same-origin',
      cache: 'no-store',
    })
  const leaver = createLeaver(async (path, body) => {
    try {
      const response = await post(path, body)
      return response.ok ? ((await response.json()) as unknown) : null
    } catch (error) {
      if (isBrokenOff(error)) return null
      throw error
    }
  })
  const publish = (event: AppEvent) => {
    for (const listener of listeners) listener(event)
  }
  const setConnected = (now: boolean) => {
    if (connected === now) return
    connected = now
    publish({ type: 'connection', connected: now, ...(now && wasConnected && { again: true }) })
    // Whatever happened while nobody could tell us: everything is read anew.
    if (now && wasConnected) publish({ type: 'changed', entities: 'all', commitId: null })
    wasConnected ||= now
  }
  const connect = () => {
    clearTimeout(retry)
    const opened = openSocket(`${origin.replace(/^http/, 'ws')}/ws`, `daybook.${key}`)
    socket = opened
    opened.onopen = () => {
      delayMs = firstDelayMs
      setConnected(true)
      if (server === undefined) void leaver.prepare()
    }
    opened.onmessage = ({ data }) => publish(JSON.parse(String(data)) as AppEvent)
    opened.onclose = ({ code }) => {
      if (socket !== opened) return
      socket = null
      if (code === SESSION_ENDED) {
        connected = false
        return publish({ type: 'connection', connected: false, ended: true })
      }
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
        const response = await post(`api/${name}`, JSON.stringify(args))
        return (await response.json()) as Reply<ResultOf<N>>
      } catch (error) {
        // No connection, or an answer that broke off: whether a command was carried out shows when it is back.
        if (isBrokenOff(error)) return { ok: false, error: { code: 'channel.closed' } }
        throw error
      }
    },
    ...(server === undefined ? { leaveNotes: leaver.leave } : { account: accountAt(post) }),
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

/** Pages of the server itself, beside ours. */
const accountAt = (
  post: (path: string, body: string) => Promise<Response>,
): NonNullable<Channel['account']> => ({
  page: '/account',
  signIn: '/sign-in',
  signOut: async () => {
    try {
      const { ok, status } = await post('/web/sign-out', '{}')
      // Who is signed out already gets there as well.
      return ok || status === 401
    } catch (error) {
      if (isBrokenOff(error)) return false
      throw error
    }
  },
})

const isBrokenOff = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException
