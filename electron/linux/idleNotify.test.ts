// The line to a Wayland compositor, with one that speaks as the protocol has it.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { fakeWorld } from '../../core/testing/testApp.ts'
import { connectIdleNotify, waylandSocket } from './idleNotify.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

const word = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const text = (value: string) => {
  const bytes = Buffer.alloc(Math.ceil((value.length + 1) / 4) * 4)
  bytes.write(value)
  return Buffer.concat([word(value.length + 1), bytes])
}
const message = (object: number, event: number, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts)
  return Buffer.concat([word(object), word(((8 + body.length) << 16) | event), body])
}

type Compositor = { socket: string; server: Server; line: Socket | null; asked: Buffer[] }

/** Announces these, then answers the sync, in pieces as they may arrive. */
async function compositor(globals: string[]): Promise<Compositor> {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-wayland-'))
  const made: Compositor = {
    socket: join(folder, 'wayland-0'),
    server: createServer(),
    line: null,
    asked: [],
  }
  made.server.on('connection', (line) => {
    made.line = line
    line.once('data', () => {
      const all = Buffer.concat([
        ...globals.map((name, at) => message(2, 0, word(at + 10), text(name), word(1))),
        message(3, 0, word(1)),
      ])
      line.write(all.subarray(0, 13))
      setImmediate(() => line.write(all.subarray(13)))
      line.on('data', (chunk: Buffer) => made.asked.push(chunk))
    })
  })
  await new Promise<void>((resolve) => made.server.listen(made.socket, resolve))
  ends.push(() => {
    made.line?.destroy()
    made.server.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return made
}
const until = async (what: () => boolean) => {
  while (!what()) await new Promise((resolve) => setImmediate(resolve))
}

test('G12 a compositor that tells of idleness is heard: since when, and that somebody is back', async () => {
  const { clock } = fakeWorld('2026-03-03 09:00')
  const made = await compositor(['wl_compositor', 'wl_seat', 'ext_idle_notifier_v1'])
  const idle = await connectIdleNotify(made.socket, clock)
  if (idle === null) throw new Error('it was not heard')
  expect(idle.idleSeconds()).toBe(0)
  await until(() => Buffer.concat(made.asked).length >= 84)
  const asked = Buffer.concat(made.asked)
  // Both are bound under the numbers by which they were announced, and a minute of idleness is asked for on the seat.
  expect(asked.readUInt32LE(8)).toBe(11)
  expect(asked.toString('latin1')).toContain('ext_idle_notifier_v1')
  expect(asked.subarray(-20)).toEqual(message(5, 1, word(6), word(60_000), word(4)))

  const before = idle.idleSeconds()
  made.line?.write(message(6, 0))
  await until(() => idle.idleSeconds() !== before)
  expect(idle.idleSeconds()).toBeCloseTo(60, 1)
  clock.advance(120_000)
  expect(idle.idleSeconds()).toBeCloseTo(180, 1)
  made.line?.write(message(6, 1))
  await until(() => idle.idleSeconds() === 0)
  made.line?.write(message(6, 0))
  await until(() => idle.idleSeconds() > 0)
  made.line?.destroy()
  await until(() => idle.idleSeconds() === 0)
})

test('G12 a compositor without it, or none, is said to be none', async () => {
  const { clock } = fakeWorld('2026-03-03 09:00')
  expect(await connectIdleNotify((await compositor(['wl_seat'])).socket, clock)).toBeNull()
  expect(await connectIdleNotify('/nowhere/wayland-0', clock)).toBeNull()
})

test.each([
  [{ WAYLAND_DISPLAY: 'wayland-0', XDG_RUNTIME_DIR: '/run/user/1000' }, '/run/user/1000/wayland-0'],
  [{ WAYLAND_DISPLAY: '/tmp/w' }, '/tmp/w'],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, null],
  [{}, null],
])('where a compositor listens: %o', (env, socket) => {
  expect(waylandSocket(env)).toBe(socket)
})
