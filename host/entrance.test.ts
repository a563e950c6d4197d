// How a browser gets in without a secret on any command line: by the door, or over a page that only its owner can read.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { fakeWorld } from '../core/testing/testApp.ts'
import { createDoor } from './door.ts'
import { createLandings } from './landing.ts'
import { createPeers } from './peer.ts'
import { OPENER_LIFE_MS } from './session.ts'
import { startTestHost, VISIT } from './testing/testHost.ts'
import type { TestHost } from './testing/testHost.ts'
import { openerTarget } from './urls.ts'

const onLinux = process.platform === 'linux'
/** What a browser adds where a page of elsewhere, or a file, leads on. */
const LED = { ...VISIT, 'sec-fetch-site': 'cross-site' }

async function hostThat(tells: boolean): Promise<TestHost> {
  const host = await startTestHost(tells ? {} : { peers: createPeers(null) })
  onTestFinished(() => host.close())
  return host
}

const visit = async (host: TestHost, path: string, headers: Record<string, string> = VISIT) => {
  const answer = await host.ask(path, { stranger: true, headers })
  return { ...answer, cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? null }
}
const landingsIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('enter-'))

test('G5 the door is open once for each time that a browser was asked to come, for a minute and no longer', () => {
  const { clock } = fakeWorld('2026-03-03 09:00')
  const door = createDoor(clock)
  expect(door.pass()).toBe(false)
  door.open()
  clock.advance(OPENER_LIFE_MS)
  expect([door.pass(), door.pass()]).toEqual([true, false])
  door.open()
  door.open()
  expect([door.pass(), door.pass(), door.pass()]).toEqual([true, true, false])
  door.open()
  clock.advance(OPENER_LIFE_MS + 1)
  // Set back, the wall clock opens nothing.
  clock.setWallOnly(0)
  expect(door.pass()).toBe(false)
})

test.skipIf(!onLinux)('G5 the door lets one browser in; the next is told what to do', async () => {
  const host = await hostThat(true)
  expect((await visit(host, '/enter')).status).toBe(401)
  const { opener } = host.newUrls({ opener: true })
  const target = openerTarget(opener ?? '', 'http://127.0.0.1:5', host.dataDir)
  expect(target).toBe('http://127.0.0.1:5/enter')
  const first = await visit(host, '/enter')
  expect([first.status, first.headers['cache-control']]).toEqual([303, 'no-store'])
  expect(first.headers.location).toMatch(/^\/#key=[\w-]{32}$/)
  expect(first.headers['set-cookie']?.[0]).toMatch(
    /^daybook-\d+=[\w.-]+; Path=\/; HttpOnly; SameSite=Strict$/,
  )
  expect((await host.ask('/', { stranger: true, headers: { cookie: first.cookie ?? '' } })).status).toBe(200)
  const second = await visit(host, '/enter')
  expect([second.status, second.cookie]).toEqual([401, null])
  expect(second.text).toContain('Start Daybook once more')
  // Whoever is in already goes on.
  const known = await host.ask('/enter', { headers: VISIT })
  expect([known.status, known.headers.location]).toEqual([303, '/'])
})

test.skipIf(!onLinux)(
  'G5 nobody is led through the door, or uses it up, who was not asked to come',
  async () => {
    const host = await hostThat(true)
    host.newUrls({ opener: true })
    const own = host.origin
    const others: Record<string, string>[] = [
      LED,
      // Another port of this address may be another user's: the browser calls it the same site.
      { ...VISIT, 'sec-fetch-site': 'same-site' },
      { ...VISIT, 'sec-fetch-site': 'same-origin' },
      { ...VISIT, 'sec-fetch-dest': 'iframe' },
      { ...VISIT, 'sec-fetch-dest': 'image', 'sec-fetch-mode': 'no-cors' },
      { ...VISIT, 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
      { ...VISIT, origin: own },
      // Programs, and what they fetch on behalf of others.
      {},
      { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    ]
    for (const headers of others) {
      const { status, cookie } = await visit(host, '/enter', headers)
      expect([status, cookie], JSON.stringify(headers)).toEqual([401, null])
    }
    const refused: [number, Record<string, string>][] = [
      [403, { ...LED, origin: 'null' }],
      [403, { ...VISIT, origin: 'http://evil.example' }],
      [421, { ...VISIT, host: `evil.example:${host.port}` }],
    ]
    for (const [status, headers] of refused)
      expect((await visit(host, '/enter', headers)).status, JSON.stringify(headers)).toBe(status)
    for (const method of ['POST', 'HEAD', 'PUT', 'OPTIONS'])
      expect((await host.ask('/enter', { stranger: true, method, headers: VISIT })).status, method).toBe(401)
    // Somebody who is in already does not need it.
    expect((await host.ask('/enter', { headers: LED })).status).toBe(303)
    expect((await visit(host, '/enter')).status).toBe(303)
    expect((await visit(host, '/enter')).status).toBe(401)
  },
)

test('G5 where the system does not tell who comes, the opener is given a page that only its owner can read; it leads in once', async () => {
  const host = await hostThat(false)
  const { opener } = host.newUrls({ opener: true })
  const file = openerTarget(opener ?? '', 'http://127.0.0.1:5', host.dataDir)
  expect(file).toMatch(/[\\/]data[\\/]enter-[0-9a-f]{12}\.html$/)
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  // No door stands open beside it.
  expect((await visit(host, '/enter')).status).toBe(401)
  const html = readFileSync(file, 'utf8')
  expect(html).not.toContain('<script')
  const [address = '', link] = [/content="0; url=([^"]+)"/, /<a href="([^"]+)"/].map(
    (at) => at.exec(html)?.[1],
  )
  expect(address.replace(host.origin, '')).toMatch(/^\/\?token=[\w-]{32}$/)
  expect(link).toBe(address)
  expect(file).not.toContain(new URL(address).searchParams.get('token'))

  const path = `/${new URL(address).search}`
  // A frame, an image and a script of another page are no visit, and use nothing up.
  for (const headers of [
    { ...LED, 'sec-fetch-dest': 'iframe' },
    { ...VISIT, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
  ])
    expect((await visit(host, path, headers)).cookie).toBeNull()
  expect(existsSync(file)).toBe(true)
  const first = await visit(host, path, LED)
  // Not a redirect: the cookie is sent to visits that began with us only.
  expect(first.status).toBe(200)
  expect(/content="0; url=([^"]+)"/.exec(first.text)?.[1]).toMatch(/^\/#key=[\w-]{32}$/)
  expect((await host.ask('/', { stranger: true, headers: { cookie: first.cookie ?? '' } })).status).toBe(200)
  expect(landingsIn(host.dataDir)).toEqual([])
  const second = await visit(host, path, LED)
  expect([second.status, second.cookie]).toEqual([401, null])
})

test('G5 a page that leads in goes when its time is over, when the host ends, and at the next start after a kill', () => {
  const folder = temporaryFolder()
  const { ports, clock } = fakeWorld('2026-03-03 09:00')
  const landings = createLandings({ ...ports, dataDir: folder })
  expect(landings.add('a', 'http://127.0.0.1:5/?token=a')).not.toBeNull()
  clock.advance(OPENER_LIFE_MS / 2)
  const second = landings.add('b', 'http://127.0.0.1:5/?token=b')
  expect(landingsIn(folder)).toHaveLength(2)
  clock.advance(OPENER_LIFE_MS / 2)
  expect(landingsIn(folder)).toEqual([second])
  landings.used('a')
  landings.close()
  expect(landingsIn(folder)).toEqual([])

  // Killed with one of them there. What only looks like it is somebody's own.
  landings.add('c', 'http://127.0.0.1:5/?token=c')
  writeFileSync(join(folder, 'enter-the-world.html'), '')
  createLandings({ ...ports, dataDir: folder })
  expect(landingsIn(folder)).toEqual(['enter-the-world.html'])
})

test('G5 where no page can be written there is no way in but the printed one, and the reason is in the log', () => {
  const folder = temporaryFolder()
  const { ports, errors } = fakeWorld('2026-03-03 09:00')
  writeFileSync(join(folder, 'data'), '')
  const landings = createLandings({ ...ports, dataDir: join(folder, 'data') })
  expect(landings.add('a', 'http://127.0.0.1:5/?token=a')).toBeNull()
  expect(errors).not.toEqual([])
  landings.close()
})
