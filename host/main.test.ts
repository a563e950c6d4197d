// The host as a process: one per data folder, killed without loss, ended cleanly, honest where the data cannot be opened.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { parseHostOptions } from './options.ts'
import { enter, startHostIn, startHostProcess } from './testing/hostProcess.ts'
import { SET_UP } from './testing/testHost.ts'
import { asPage, visit } from './testing/visit.ts'

// Each of these starts programs: on a machine under load that takes its time, and slow is not wrong.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

test('the options are understood, and mistakes in them named', () => {
  const value = {
    data: 'x',
    port: 80,
    open: false,
    printUrl: true,
    devRenderer: new URL('http://127.0.0.1:5173'),
  }
  const args = [
    '--data',
    'x',
    '--port=80',
    '--open',
    '--no-open',
    '--print-url',
    '--dev-renderer',
    'http://127.0.0.1:5173',
  ]
  expect(parseHostOptions(args)).toEqual({ ok: true, value })
  expect(parseHostOptions(['--open'])).toMatchObject({ value: { open: true, port: 0 } })
  for (const wrong of [
    ['--port', 'x'],
    ['--port', '70000'],
    ['--colour'],
    ['stray'],
    ['--dev-renderer', 'http://evil.example:1'],
  ]) {
    expect(parseHostOptions(wrong).ok, wrong.join(' ')).toBe(false)
  }
})

test('G1 K19 the timer and its note survive kill -9; what a browser holds of the start before is worth nothing at the next', async () => {
  const folder = temporaryFolder()
  const first = await startHostProcess('--data', folder)
  expect(first.line).toMatch(
    /^Daybook is running at http:\/\/(?:127\.0\.0\.1|daybook-[0-9a-f]{20}\.localhost):\d+\/\?token=[\w-]+$/,
  )
  const page = await enter(first.url)
  const { customerId } = (await page.api('organisation.setUp', SET_UP)).value as { customerId: string }
  const [category] = (await page.api('category.list')).value as { id: string }[]
  const started = await page.api('timer.start', { customerId, categoryId: category?.id, note: '' })
  const { timerId } = started.value as { timerId: string }
  expect(await page.api('timer.note', { timerId, note: 'typed meanwhile' })).toMatchObject({ ok: true })
  const before = (await page.api('timer.state')).value as { timers: { startedAt: number }[] }
  await first.kill('SIGKILL')

  const second = await startHostProcess('--data', folder)
  expect(second.url.host).not.toBe(first.url.host)
  // Even if it came to the new address.
  const left = asPage({ ...page, origin: second.url.origin })
  const stale = await visit(`${second.url.origin}/api/timer.state`, {
    method: 'POST',
    headers: left,
    body: '{}',
  })
  expect(stale.status).toBe(401)
  const after = (await (await enter(second.url)).api('timer.state')) as { value: { timers: object[] } }
  expect(after.value.timers).toEqual([
    expect.objectContaining({
      id: timerId,
      state: 'running',
      note: 'typed meanwhile',
      startedAt: before.timers[0]?.startedAt,
    }),
  ])
  expect(await second.kill('SIGTERM')).toBe(0)
  expect(existsSync(join(folder, 'instance.json'))).toBe(false)
})

test('G5 a second start says so, gives a fresh way into the running one, and ends with 0', async () => {
  const folder = temporaryFolder()
  const first = await startHostProcess('--data', folder)
  if (process.platform !== 'win32') expect(statSync(join(folder, 'host.json')).mode & 0o777).toBe(0o600)
  const second = await startHostProcess('--data', folder, '--no-open')
  expect(await second.ended()).toBe(0)
  expect(second.line).toContain('Daybook is already running at http://')
  expect(second.url.origin).toBe(first.url.origin)
  expect(second.url.search).not.toBe(first.url.search)
  const third = await startHostProcess('--data', folder, '--print-url')
  expect(third.line).toMatch(/^http:\S+$/)
  const page = await enter(second.url)
  expect(page.status).toBe(303)
  expect(await page.api('app.state')).toMatchObject({ ok: true, value: { organisation: null } })
  // A token is not spent by another one's use.
  expect((await enter(first.url)).status).toBe(303)
})

test.skipIf(process.platform !== 'linux')(
  'a second start that opens the browser ends with 0, also while the program that opens it runs on',
  async () => {
    const folder = temporaryFolder()
    const program = join(folder, 'browser.sh')
    writeFileSync(program, '#!/bin/sh\nexec sleep 10\n', { mode: 0o755 })
    const first = await startHostProcess('--data', join(folder, 'data'))
    // Nothing of a desktop, so that its own opener is not asked.
    const env = { PATH: process.env.PATH, HOME: folder, BROWSER: program }
    const second = await startHostIn(env, '--data', join(folder, 'data'), '--open')
    expect(await second.ended()).toBe(0)
    expect(second.errors()).toBe('')
    expect(second.url.origin).toBe(first.url.origin)
  },
)

test('G5 a page that led a browser in and outlived its host goes with the next, not with a start that only asks the running one', async () => {
  const folder = temporaryFolder()
  const left = 'enter-0123456789ab.html'
  writeFileSync(join(folder, left), 'leads nowhere any more')
  const host = await startHostProcess('--data', folder)
  expect(existsSync(join(folder, left))).toBe(false)
  // Not of a second start, which does not own the folder.
  writeFileSync(join(folder, left), 'of the one that runs')
  const second = await startHostProcess('--data', folder)
  expect(await second.ended()).toBe(0)
  expect(existsSync(join(folder, left))).toBe(true)
  expect(second.url.origin).toBe(host.url.origin)
})

test('G5 a port that is asked for and taken is refused with a sentence', async () => {
  const folder = temporaryFolder()
  const other = createServer()
  const port = await new Promise<number>((done) =>
    other.listen(0, '127.0.0.1', () => done((other.address() as AddressInfo).port)),
  )
  onTestFinished(() => void other.close())
  const refused = await startHostProcess('--data', folder, '--port', String(port))
  expect(await refused.ended()).toBe(1)
  expect(refused.errors()).toContain(`port ${port} is taken`)
})

test('a wrong option ends with 2 and says how it is used', async () => {
  const wrong = await startHostProcess('--nonsense')
  expect(await wrong.ended()).toBe(2)
  expect(wrong.errors()).toMatch(/nonsense[^]*Usage: node host\/main.ts/)
})

/** Posts the page's own button. */
const press = (url: URL, cookie: string, action: string, origin: string | null = url.origin) =>
  visit(`${url.origin}${action}`, {
    method: 'POST',
    headers: { cookie, ...(origin === null ? {} : { origin }) },
  })

test('G1 a damaged database: the page says so, restores the newest backup on request, and keeps the damaged file', async () => {
  const folder = temporaryFolder()
  const first = await startHostProcess('--data', folder)
  const page = await enter(first.url)
  await page.api('organisation.setUp', SET_UP)
  expect(await page.api('backup.create')).toMatchObject({ ok: true })
  await first.kill('SIGTERM')
  writeFileSync(join(folder, 'daybook.db'), Buffer.alloc(20_000, 'not a database '))

  const second = await startHostProcess('--data', folder)
  expect(second.errors()).toContain('The database is damaged.')
  const { cookie, api } = await enter(second.url)
  const shown = await visit(second.url.origin, { headers: { cookie } })
  expect(shown.status).toBe(503)
  const html = await shown.text()
  expect(html).toContain('The database is damaged.')
  expect(html).toContain('Restore the backup of')
  expect(html).not.toContain('<script')
  const german = await visit(second.url.origin, {
    headers: { cookie, 'accept-language': 'de-AT,de;q=0.9,en;q=0.5' },
  })
  expect(await german.text()).toContain('Die Datenbank ist beschädigt.')
  expect(await api('app.state')).toMatchObject({ ok: false, error: { code: 'db.damaged' } })

  expect((await press(second.url, cookie, '/problem/restore', 'http://evil.example')).status).toBe(403)
  expect((await press(second.url, cookie, '/problem/restore', null)).status).toBe(403)
  expect((await press(second.url, '', '/problem/restore')).status).toBe(401)
  expect((await press(second.url, cookie, '/problem/restore')).status).toBe(303)
  expect(await api('app.state')).toMatchObject({ ok: true, value: { organisation: { name: 'Acme Ltd' } } })
  const aside = readdirSync(folder).find(
    (name) => name.startsWith('daybook.damaged-') && name.endsWith('.db'),
  )
  expect(readFileSync(join(folder, aside ?? '')).length).toBe(20_000)
})

test('K11 a database that is gone or empty beside a backup: the page that restores it comes first, not the welcome', async () => {
  const folder = temporaryFolder()
  const first = await startHostProcess('--data', folder)
  const page = await enter(first.url)
  await page.api('organisation.setUp', SET_UP)
  await page.api('backup.create')
  await first.kill('SIGTERM')
  for (const action of ['/problem/restore', '/problem/begin-anew']) {
    for (const name of ['daybook.db', 'daybook.db-wal', 'daybook.db-shm'])
      rmSync(join(folder, name), { force: true })
    writeFileSync(join(folder, 'daybook.db'), '')
    const host = await startHostProcess('--data', folder)
    const { cookie, api } = await enter(host.url)
    const html = await (await visit(host.url.origin, { headers: { cookie } })).text()
    expect(html).toContain('The database is gone or was emptied')
    expect(html).toContain('Restore the backup of')
    expect((await press(host.url, cookie, action)).status).toBe(303)
    const organisation = action === '/problem/restore' ? { name: 'Acme Ltd' } : null
    expect(await api('app.state')).toMatchObject({ ok: true, value: { organisation } })
    await host.kill('SIGTERM')
  }
})

test('G1 a damaged database without a backup can be set aside; nothing is deleted', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'daybook.db'), Buffer.alloc(20_000, 'not a database '))
  const host = await startHostProcess('--data', folder)
  const { cookie, api } = await enter(host.url)
  expect(await (await visit(host.url.origin, { headers: { cookie } })).text()).toContain('There is no backup')
  expect((await press(host.url, cookie, '/problem/begin-anew')).status).toBe(303)
  expect(await api('app.state')).toMatchObject({ ok: true, value: { organisation: null } })
  expect(readdirSync(folder).some((name) => name.startsWith('daybook.damaged-'))).toBe(true)
})

test('G1 data of a newer version: nothing is touched, and the sentence says what to do', async () => {
  const folder = temporaryFolder()
  const db = new Database(join(folder, 'daybook.db'))
  db.exec('CREATE TABLE x (y)')
  db.pragma('user_version = 999')
  db.close()
  const host = await startHostProcess('--data', folder)
  expect(host.errors()).toContain('newer version of Daybook')
  const { cookie } = await enter(host.url)
  const html = await (await visit(host.url.origin, { headers: { cookie } })).text()
  expect(html).toContain('Install that version or a later one')
  expect(html).not.toContain('/problem/restore')
  expect((await press(host.url, cookie, '/problem/begin-anew')).status).toBe(303)
  expect(readdirSync(folder).some((name) => name.includes('damaged'))).toBe(false)
})

// Root may write anywhere, so for root a file stands where the folder should be.
test('G1 a data folder that cannot be written: the sentence on stderr and on the page', async () => {
  const folder = temporaryFolder()
  const data = join(folder, 'data')
  if (process.getuid?.() === 0 || process.platform === 'win32') writeFileSync(data, '')
  else {
    mkdirSync(data)
    chmodSync(data, 0o500)
  }
  const host = await startHostProcess('--data', data)
  expect(host.errors()).toMatch(
    /The data folder cannot be written to|The database or its folder is not there/,
  )
  const { cookie } = await enter(host.url)
  const page = await visit(host.url.origin, { headers: { cookie } })
  expect(page.status).toBe(503)
  expect(await page.text()).toContain('Try again')
})
