// Updates from a feed on this computer: a good one, and all that a feed can get wrong or lie about (J15).
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openDesktop, settle } from '../testing/desktop.ts'
import type { Desktop } from '../testing/desktop.ts'
import { feedName, isNewer, readFeed } from './feed.ts'
import type { FeedOptions, NoRelease, Release } from './feed.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

const feed = (version: string, more = '') => `version: ${version}
files:
  - url: Daybook-${version}.AppImage
    sha512: ${'A'.repeat(86)}==
    size: 1000
path: Daybook-${version}.AppImage
sha512: ${'A'.repeat(86)}==
releaseDate: '2026-03-03T09:00:00.000Z'
${more}`

type Serve = (name: string, response: ServerResponse) => void

/** A folder on the web, signed by the script that signs a release. */
async function publish(text: string, { tamper = '', serve }: { tamper?: string; serve?: Serve } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-feed-'))
  const file = join(folder, 'latest-linux.yml')
  const script = join(import.meta.dirname, '..', '..', 'scripts', 'signFeed.mjs')
  const key = execFileSync(process.execPath, [script, '--new', join(folder, 'key')], {
    encoding: 'utf8',
  }).trim()
  writeFileSync(file, text)
  execFileSync(process.execPath, [script, join(folder, 'key'), file])
  if (tamper !== '') writeFileSync(file, text.replace(/AAAA/, tamper))
  const server = createServer((request: IncomingMessage, response) => {
    const name = (request.url ?? '').slice(1)
    if (serve !== undefined) return serve(name, response)
    try {
      response.end(readFileSync(join(folder, name)))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => {
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const options: FeedOptions = {
    url,
    key,
    platform: 'linux',
    arch: 'x64',
    version: '1.2.3',
    deviceId: 'this one',
  }
  return { options, folder }
}
const versionOf = (release: Release | NoRelease) => (typeof release === 'string' ? release : release.version)

test('J15 a newer release that we signed is believed, with what is new', async () => {
  const { options } = await publish(feed('1.3.0', 'releaseNotes: Links and a small timer.'))
  expect(await readFeed(options)).toMatchObject({
    version: '1.3.0',
    releaseNotes: 'Links and a small timer.',
    files: [{ url: 'Daybook-1.3.0.AppImage' }],
  })
})

test.each<[string, string, NoRelease]>([
  ['the same', '1.2.3', 'current'],
  ['an older one, signed as it once was', '1.2.2', 'current'],
  ['older by more than its digits say', '1.2.03', 'current'],
])('J15 %s is not installed', async (_name, version, answer) => {
  expect(await readFeed((await publish(feed(version))).options)).toBe(answer)
})

test('J15 a feed that was changed, is signed by another, or makes no sense is a lie', async () => {
  expect(await readFeed((await publish(feed('1.3.0'), { tamper: 'AAAB' })).options)).toBe('lied')
  const { options } = await publish(feed('1.3.0'))
  const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' })
  expect(await readFeed({ ...options, key: other.toString('base64') })).toBe('lied')
  expect(await readFeed({ ...options, key: 'no key' })).toBe('lied')
  expect(await readFeed((await publish('version: 1.3.0\nfiles: []')).options)).toBe('lied')
  expect(await readFeed((await publish(feed('1.3.0-beta'))).options)).toBe('lied')
  expect(await readFeed((await publish('{ nonsense')).options)).toBe('lied')
})

test('J15 a feed that is cut off, missing, endless or elsewhere is as good as none', async () => {
  const cut: Serve = (_name, response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('version: 1.3.0')
    setImmediate(() => response.destroy())
  }
  const endless: Serve = (_name, response) => {
    const more = () => {
      if (!response.destroyed) response.write('x'.repeat(16_384), () => setImmediate(more))
    }
    more()
  }
  const elsewhere: Serve = (_name, response) =>
    response.writeHead(302, { location: 'https://example.org/latest-linux.yml' }).end()
  const unsigned: Serve = (name, response) =>
    name.endsWith('.sig') ? response.writeHead(404).end() : response.end(feed('1.3.0'))
  for (const serve of [cut, endless, elsewhere, unsigned])
    expect(await readFeed((await publish(feed('1.3.0'), { serve })).options)).toBe('unreachable')
  const { options } = await publish(feed('1.3.0'))
  expect(await readFeed({ ...options, url: 'http://127.0.0.1:1/' })).toBe('unreachable')
})

test('J15 a staged release goes to its share of the devices, to the same ones each time', async () => {
  const { options } = await publish(feed('1.3.0', 'stagingPercentage: 30'))
  const draw = async (device: number) =>
    versionOf(await readFeed({ ...options, deviceId: `device ${device}` }))
  const devices = Array.from({ length: 200 }, (_, device) => device)
  const first = await Promise.all(devices.map(draw))
  const share = first.filter((answer) => answer === '1.3.0').length / devices.length
  expect(share).toBeGreaterThan(0.18)
  expect(share).toBeLessThan(0.42)
  expect(new Set(first)).toEqual(new Set(['1.3.0', 'notYet']))
  expect(await Promise.all(devices.slice(0, 20).map(draw))).toEqual(first.slice(0, 20))
})

test.each([
  ['1.2.4', '1.2.3', true],
  ['1.10.0', '1.9.9', true],
  ['2.0.0', '1.99.99', true],
  ['1.2.3', '1.2.3', false],
  ['0.9.9', '1.0.0', false],
])('J15 %s after %s: %s', (offered, own, newer) => {
  expect(isNewer(offered, own)).toBe(newer)
})

test.each([
  ['win32', 'x64', 'latest.yml'],
  ['darwin', 'arm64', 'latest-mac.yml'],
  ['linux', 'x64', 'latest-linux.yml'],
  ['linux', 'arm64', 'latest-linux-arm64.yml'],
] as const)('J15 the feed of %s %s', (platform, arch, name) => {
  expect(feedName({ platform, arch })).toBe(name)
})

const release: Release = {
  version: '1.3.0',
  files: [{ url: 'a', sha512: 'b' }],
  releaseNotes: 'New things.',
  info: {} as Release['info'],
}
const update = async (desktop: Desktop) => (await desktop.ok('app.state', {})).abilities.update
const open = async (...args: Parameters<typeof openDesktop>) => {
  const desktop = await openDesktop(...args)
  ends.push(() => desktop.end())
  return desktop
}

test('J15 found beside the work, fetched, and ready for the next quit: nobody is interrupted', async () => {
  const fetched: string[] = []
  const desktop = await open({
    updates: {
      readFeed: () => Promise.resolve(release),
      fetch: (one) => {
        fetched.push(one.version)
        return Promise.resolve()
      },
    },
  })
  const timerId = await desktop.start()
  expect(await update(desktop)).toEqual({ state: 'idle', version: null, notes: null })
  desktop.clock.advance(61_000)
  await settle()
  expect(await update(desktop)).toEqual({ state: 'ready', version: '1.3.0', notes: 'New things.' })
  desktop.clock.advance(7 * 3_600_000)
  await settle()
  expect(fetched).toEqual(['1.3.0'])
  expect(desktop.electron.dialog.asked).toEqual([])
  expect((await desktop.ok('timer.state', {})).timers).toMatchObject([{ id: timerId, state: 'running' }])
  // Installing is quitting, with the question that quitting has.
  desktop.electron.dialog.answers.push('Cancel')
  await desktop.ok('update.install', {})
  await settle()
  expect(desktop.electron.dialog.asked).toHaveLength(1)
  expect(desktop.electron.app.exited).toBeNull()
})

test('J15 switched off, or without a feed, nobody is asked; by hand it looks at once', async () => {
  let asked = 0
  const updates = {
    readFeed: () => {
      asked++
      return Promise.resolve('current' as const)
    },
    fetch: () => Promise.resolve(),
  }
  const desktop = await open({ updates })
  await desktop.ok('preferences.save', { updates: false })
  desktop.clock.advance(24 * 3_600_000)
  await settle()
  expect(asked).toBe(0)
  expect(await desktop.ok('update.check', {})).toMatchObject({ state: 'current' })
  expect(asked).toBe(1)
  expect(await (await open()).ok('update.check', {})).toMatchObject({ state: 'none' })
})

test('J15 a lie and a file that is another than was signed are said, logged, and installed by nobody', async () => {
  const lied = await open({
    updates: { readFeed: () => Promise.resolve('lied' as const), fetch: () => Promise.resolve() },
  })
  expect(await lied.ok('update.check', {})).toMatchObject({ state: 'lied' })
  expect(lied.errors).toEqual([['update.refused', expect.any(Error), undefined]])
  const broken = await open({
    updates: {
      readFeed: () => Promise.resolve(release),
      fetch: () => Promise.reject(new Error('sha512 checksum mismatch')),
    },
  })
  expect(await broken.ok('update.check', {})).toMatchObject({ state: 'failed', version: '1.3.0' })
})
