// A panel for tests: takes tray icons on the session bus as a Linux desktop does, and can refuse them, crash and come back.
import { createConnection } from 'node:net'
import type { Socket } from 'node:net'
import * as native from '@homebridge/dbus-native'
import { socketPath } from '../../electron/linux/bus.ts'

const WATCHER = 'org.kde.StatusNotifierWatcher'
const PATH = '/StatusNotifierWatcher'

type Message = {
  type: number
  serial: number
  replySerial?: number
  sender?: string
  destination?: string
  path?: string
  interface?: string
  member?: string
  errorName?: string
  signature?: string
  body?: readonly unknown[]
}
type Connection = {
  on(event: 'message', heard: (message: Message) => void): void
  message(message: Message): void
}
const { createConnection: speak } = native as unknown as {
  createConnection(options: { stream: Socket }): Connection
}
const [CALL, RETURN, ERROR, SIGNAL] = [1, 2, 3, 4] as const

export type Panel = {
  /** The icons that are there, as their bus names. */
  icons(): string[]
  /** As a panel that crashes does. */
  gone(): Promise<void>
}

export async function openPanel({ refuses = false, host = true } = {}): Promise<Panel> {
  const path = socketPath(process.env['DBUS_SESSION_BUS_ADDRESS'] ?? '')
  if (path === null) throw new Error('there is no session bus here')
  const stream = createConnection(path)
  const bus = speak({ stream })
  const items: string[] = []
  const waiting = new Map<number, () => void>()
  let serial = 0
  // What still asks a panel that is going gets no answer, as of one that crashed.
  const send = (message: Omit<Message, 'serial'>) => {
    if (stream.writable) bus.message({ ...message, serial: ++serial })
  }
  const ask = (member: string, signature?: string, body?: readonly unknown[]) =>
    new Promise<void>((resolve) => {
      const of = 'org.freedesktop.DBus'
      const path = '/org/freedesktop/DBus'
      waiting.set(serial + 1, resolve)
      send({
        type: CALL,
        destination: of,
        path,
        interface: of,
        member,
        ...(signature && { signature, body: body ?? [] }),
      })
    })
  const reply = (to: Message, signature?: string, ...body: unknown[]) =>
    send({
      type: RETURN,
      replySerial: to.serial,
      destination: to.sender ?? '',
      ...(signature && { signature, body }),
    })
  const refuse = (to: Message) =>
    send({
      type: ERROR,
      replySerial: to.serial,
      destination: to.sender ?? '',
      errorName: 'org.freedesktop.DBus.Error.AccessDenied',
    })
  const values: Record<string, () => [string, unknown]> = {
    IsStatusNotifierHostRegistered: () => ['b', host],
    RegisteredStatusNotifierItems: () => ['as', items],
    ProtocolVersion: () => ['i', 0],
  }
  const calls: Record<string, (message: Message, first: string, second: string) => void> = {
    RegisterStatusNotifierItem: (message, name) => {
      if (refuses) return refuse(message)
      items.push(`${message.sender ?? ''}/StatusNotifierItem`)
      reply(message)
      send({
        type: SIGNAL,
        path: PATH,
        interface: WATCHER,
        member: 'StatusNotifierItemRegistered',
        signature: 's',
        body: [name],
      })
    },
    Get: (message, _interface, name) => {
      const value = values[name]
      if (value === undefined) refuse(message)
      else reply(message, 'v', value())
    },
  }
  bus.on('message', (message) => {
    const { type, member = '', replySerial = 0, body = [] } = message
    if (type === RETURN || type === ERROR) waiting.get(replySerial)?.()
    if (type === SIGNAL && member === 'NameOwnerChanged' && body[2] === '') {
      const of = items.findIndex((item) => item.startsWith(`${String(body[0])}/`))
      if (of >= 0) items.splice(of, 1)
    }
    if (type !== CALL) return
    const run = message.path === PATH ? calls[member] : undefined
    if (run === undefined) refuse(message)
    else run(message, String(body[0]), String(body[1]))
  })
  await ask('Hello')
  await ask('AddMatch', 's', ["type='signal',member='NameOwnerChanged'"])
  await ask('RequestName', 'su', [WATCHER, 4])
  return {
    icons: () => [...items],
    gone: () =>
      new Promise((resolve) => {
        stream.on('close', () => resolve())
        stream.end()
      }),
  }
}
