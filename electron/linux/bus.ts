// A line to D-Bus, by which Linux desktops tell of tray icons, locks and idleness: calls, and signals that are listened to.
import { createConnection } from 'node:net'
import type { Socket } from 'node:net'
import type { Log } from '../../core/ports.ts'

export type Call = {
  to: string
  path: string
  interface: string
  member: string
  /** D-Bus's own way to write types, one letter a text (s), number (u) or yes and no (b). */
  signature?: string
  body?: readonly unknown[]
}
export type Signal = { path: string; interface: string; member: string; body: readonly unknown[] }

export type Bus = {
  /** What was answered; null: nobody answered, or refused. Never starts a program to have an answer. */
  call(call: Call): Promise<readonly unknown[] | null>
  /** `rule`: as D-Bus writes what is wanted, e.g. interface='org.freedesktop.ScreenSaver'. */
  listen(rule: string, heard: (signal: Signal) => void): void
  close(): void
}

/** Where there is no bus nobody answers and nothing is heard. */
export const noBus: Bus = {
  call: () => Promise.resolve(null),
  listen: () => undefined,
  close: () => undefined,
}

const ANSWER_MS = 2_000
const CALL = 1
const SIGNAL = 4
const NO_AUTO_START = 2

/** The package's own description of itself leaves this out. */
type Client = {
  invoke(message: object, answered: (error: unknown, ...body: unknown[]) => void): void
  connection: {
    on(event: 'message', heard: (message: Partial<Signal> & { type: number }) => void): void
    on(event: 'error', failed: (error: unknown) => void): void
  }
}
type Native = { createClient(options: { stream: Socket }): Client }

export const sessionBus = (env: NodeJS.ProcessEnv, log: Log): Bus =>
  connect(env['DBUS_SESSION_BUS_ADDRESS'] ?? '', log)
export const systemBus = (env: NodeJS.ProcessEnv, log: Log): Bus =>
  connect(env['DBUS_SYSTEM_BUS_ADDRESS'] ?? 'unix:path=/run/dbus/system_bus_socket', log)

function connect(address: string, log: Log): Bus {
  const path = socketPath(address)
  if (path === null) return noBus
  let stream: Socket | null = null
  let broken = false
  const fail = (error: unknown) => {
    if (!broken) log.info('bus.unavailable', { why: error instanceof Error ? error.name : 'refused' })
    broken = true
  }
  const listening: { wanted: [string, string][]; heard(signal: Signal): void }[] = []
  const open = async (): Promise<Client | null> => {
    // Loaded with the first question: it is larger than all else that a start would read before its first window.
    const { default: native } = (await import('@homebridge/dbus-native')) as unknown as { default: Native }
    // Closed meanwhile.
    if (broken) return null
    stream = createConnection(path)
    stream.unref()
    stream.on('close', () => (broken = true))
    const client = native.createClient({ stream })
    client.connection.on('error', fail)
    // One listener for all: of more than ten Node warns, in the console of whoever started the program.
    client.connection.on(
      'message',
      ({ type, path: from = '', interface: of = '', member = '', body = [] }) => {
        if (type !== SIGNAL) return
        const signal = { path: from, interface: of, member, body }
        for (const { wanted, heard } of listening)
          if (wanted.every(([key, value]) => signal[key as 'path'] === value)) heard(signal)
      },
    )
    return client
  }
  let opening: Promise<Client | null> | null = null

  const call: Bus['call'] = async ({ to, ...rest }) => {
    opening ??= open().catch((error: unknown) => {
      fail(error)
      return null
    })
    const client = await opening
    if (client === null || broken) return null
    return new Promise((resolve) => {
      const waiting = setTimeout(() => resolve(null), ANSWER_MS)
      waiting.unref()
      client.invoke({ ...rest, destination: to, type: CALL, flags: NO_AUTO_START }, (error, ...body) => {
        clearTimeout(waiting)
        resolve(error === null || error === undefined ? body : null)
      })
    })
  }
  return {
    call,
    listen: (rule, heard) => {
      const wanted = [...rule.matchAll(/(path|interface|member)='([^']*)'/g)].map(
        ([, key = '', value = '']): [string, string] => [key, value],
      )
      listening.push({ wanted, heard })
      void call({
        ...BUS,
        member: 'AddMatch',
        signature: 's',
        body: [`type='signal',${rule}`],
      })
    },
    close: () => {
      broken = true
      stream?.destroy()
    },
  }
}

/** The bus itself, as one of those that can be called. */
export const BUS = {
  to: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const

/** An address lists ways to the bus; ours is a socket in a folder, or one that has only a name. */
export function socketPath(address: string): string | null {
  for (const way of address.split(';')) {
    const [, values = ''] = /^unix:(.*)$/.exec(way) ?? []
    const of = (key: string) => new RegExp(`(?:^|,)${key}=([^,]*)`).exec(values)?.[1]
    const path = of('path')
    const name = of('abstract')
    if (path !== undefined) return decodeURIComponent(path)
    if (name !== undefined) return `\0${decodeURIComponent(name)}`
  }
  return null
}

/** A property of an object; null: there is none, or nobody there. */
export async function property(
  bus: Bus,
  { to, path, interface: of }: Pick<Call, 'to' | 'path' | 'interface'>,
  name: string,
): Promise<unknown> {
  const answer = await bus.call({
    to,
    path,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    signature: 'ss',
    body: [of, name],
  })
  // A variant comes as its type and, in a list, its value.
  const [variant] = answer ?? []
  return Array.isArray(variant) && Array.isArray(variant[1]) ? (variant[1][0] as unknown) : null
}
