// Several processes on one data folder at once, and processes that are killed.
import { once } from 'node:events'
import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { enter, startHostProcess } from '../host/testing/hostProcess.ts'
import { processesOn, spawnCli } from './testing/spawnCli.ts'

test(
  'G1 commands at the same moment on an empty folder: all are done, and nothing is made twice',
  { timeout: 60_000 },
  async () => {
    const { json } = processesOn(temporaryFolder())
    const logs = await Promise.all(
      [10, 11, 12, 13].map((hour) =>
        json(
          'log',
          '--customer',
          'Acme',
          '--category',
          'Support',
          '--start',
          `2026-03-03T${hour}:00Z`,
          '--stop',
          `2026-03-03T${hour}:45Z`,
          '--create',
        ),
      ),
    )
    expect(logs.map(({ code, err }) => [code, err])).toEqual(logs.map(() => [0, '']))
    expect((await json('customers')).value.customers).toMatchObject([
      { name: 'Acme', totalSeconds: 4 * 45 * 60 },
    ])
    expect((await json('users')).value.users).toHaveLength(1)
  },
)

test('F7 of two starts at the same moment exactly one wins', async () => {
  const { json, setUp } = processesOn(temporaryFolder())
  await setUp()
  const both = await Promise.all(
    [0, 1].map(() => json('start', '--customer', 'Acme', '--category', 'Support')),
  )
  expect(both.map(({ code }) => code).toSorted()).toEqual([0, 1])
  expect(both.find(({ code }) => code === 1)?.value).toMatchObject({
    error: { code: 'timer.alreadyRunning' },
  })
  expect((await json('status')).value.timers).toHaveLength(1)
})

test(
  'G1 kill -9 in the middle of writing leaves all or nothing, and the next command works',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder()
    const seen = new Promise<void>((done) => {
      const watcher = watch(folder, (_, name) => {
        if (name === 'daybook.db-wal') {
          watcher.close()
          done()
        }
      })
    })
    const { child, ended } = spawnCli('--data', folder, 'sample', '--entries', '20000')
    await seen
    child.kill('SIGKILL')
    await ended
    expect(existsSync(join(folder, 'daybook.db'))).toBe(true)
    const after = await processesOn(folder).json('call', 'app.state')
    expect(after.code).toBe(0)
    const users = await processesOn(folder).json('call', 'user.list')
    if (after.value.organisation === null) expect(users.value).toEqual([])
    else expect(users.value.length).toBeGreaterThan(1)
  },
)

test(
  'G5 B23 the app and the command line work on one file at once, and the app hears of it by itself',
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder()
    const { done, json, setUp } = processesOn(folder)
    await setUp()
    const host = await startHostProcess('--data', folder)
    const page = await enter(host.url)
    // The system may not know the name of the host, which browsers find by themselves.
    const socket = new WebSocket(`ws://127.0.0.1:${host.url.port}/ws`, `daybook.${page.key}`, {
      headers: { host: host.url.host, cookie: page.cookie, origin: page.origin },
    })
    onTestFinished(() => socket.terminate())
    await once(socket, 'open')
    const changed = new Promise<void>((heard) => {
      socket.on('message', (message: Buffer) => {
        if ((JSON.parse(message.toString()) as { type: string }).type === 'changed') heard()
      })
    })
    await done('start', '--customer', 'Acme', '--category', 'Support')
    await changed
    const state = (await page.api('timer.state')).value as { timers: { id: string; customerName: string }[] }
    expect(state.timers).toMatchObject([{ customerName: 'Acme' }])
    // And the other way round.
    expect(await page.api('timer.pause', { timerId: state.timers[0]?.id })).toMatchObject({ ok: true })
    expect((await json('status')).value.timers).toMatchObject([{ state: 'paused' }])
  },
)
