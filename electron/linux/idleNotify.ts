// Hears from a Wayland compositor when nobody is there (ext-idle-notify-v1: KDE, Sway, Hyprland, COSMIC and others).
import { createConnection } from 'node:net'
import { join } from 'node:path'
import type { Clock } from '../../shared/base/clock.ts'

export type IdleNotify = {
  /** Seconds since the last key or movement; 0 until the compositor has said otherwise. */
  idleSeconds(): number
}

/** The compositor tells once nobody was there for so long. */
const IDLE_AFTER_MS = 60_000
const HELLO_MS = 2_000

/** Where the compositor listens; null where this is no Wayland session. */
export function waylandSocket(env: NodeJS.ProcessEnv): string | null {
  const name = env['WAYLAND_DISPLAY'] ?? ''
  const folder = env['XDG_RUNTIME_DIR'] ?? ''
  if (name === '') return null
  if (name.startsWith('/')) return name
  return folder === '' ? null : join(folder, name)
}

// The numbers of objects on the line are ours to choose, but for the first. Those of requests and events are the protocol's.
const [DISPLAY, REGISTRY, SYNC, SEAT, NOTIFIER, NOTIFICATION] = [1, 2, 3, 4, 5, 6] as const

/** null: the compositor does not offer it, or there is none. */
export function connectIdleNotify(socket: string, clock: Clock): Promise<IdleNotify | null> {
  return new Promise((resolve) => {
    const stream = createConnection(socket)
    stream.unref()
    const globals = new Map<string, number>()
    let idleSince: number | null = null
    let rest = Buffer.alloc(0)
    const giveUp = () => {
      stream.destroy()
      resolve(null)
    }
    const patience = setTimeout(giveUp, HELLO_MS)
    patience.unref()

    const begin = () => {
      const seat = globals.get('wl_seat')
      const notifier = globals.get('ext_idle_notifier_v1')
      clearTimeout(patience)
      if (seat === undefined || notifier === undefined) return giveUp()
      stream.write(request(REGISTRY, 0, seat, 'wl_seat', 1, SEAT))
      stream.write(request(REGISTRY, 0, notifier, 'ext_idle_notifier_v1', 1, NOTIFIER))
      stream.write(request(NOTIFIER, 1, NOTIFICATION, IDLE_AFTER_MS, SEAT))
      resolve({ idleSeconds: () => (idleSince === null ? 0 : (clock.monotonic() - idleSince) / 1000) })
    }
    const heard = (object: number, event: number, body: Buffer) => {
      if (object === REGISTRY && event === 0) globals.set(textAt(body, 4), body.readUInt32LE(0))
      if (object === SYNC) begin()
      if (object === NOTIFICATION) idleSince = event === 0 ? clock.monotonic() - IDLE_AFTER_MS : null
      // The compositor says that we were wrong, and ends the line.
      if (object === DISPLAY && event === 0) giveUp()
    }
    stream.on('connect', () => {
      stream.write(request(DISPLAY, 1, REGISTRY))
      stream.write(request(DISPLAY, 0, SYNC))
    })
    stream.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk])
      while (rest.length >= 8) {
        const size = rest.readUInt16LE(6)
        if (size < 8) return giveUp()
        if (rest.length < size) return
        heard(rest.readUInt32LE(0), rest.readUInt16LE(4), rest.subarray(8, size))
        rest = rest.subarray(size)
      }
    })
    stream.on('error', giveUp)
    stream.on('close', () => {
      // Nobody tells any more, and somebody is there as far as is known.
      idleSince = null
      resolve(null)
    })
  })
}

/** One message: the object, what it shall do, and numbers or texts as they stand in its description. */
function request(object: number, what: number, ...values: (number | string)[]): Buffer {
  const parts = values.map((value) => (typeof value === 'string' ? textOf(value) : number(value)))
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32LE(object, 0)
  head.writeUInt16LE(what, 4)
  head.writeUInt16LE(8 + body.length, 6)
  return Buffer.concat([head, body])
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** Its length with the zero at its end, then the letters, filled up to whole words. */
function textOf(text: string): Buffer {
  const length = Buffer.byteLength(text) + 1
  const bytes = Buffer.alloc(Math.ceil(length / 4) * 4)
  bytes.write(text)
  return Buffer.concat([number(length), bytes])
}

function textAt(body: Buffer, at: number): string {
  const length = body.length >= at + 4 ? body.readUInt32LE(at) : 0
  return body.toString('utf8', at + 4, Math.max(at + 4, at + 3 + length))
}
