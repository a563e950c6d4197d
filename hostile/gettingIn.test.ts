// Somebody tries to get in: foreign sites and names against the host, paths that lead out, tokens and cookies that are not
// theirs, requests that are too large or poisoned, and a page that has been taken over within the desktop program.
import { connect } from 'node:net'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { openDesktop } from '../electron/testing/desktop.ts'
import { servedFile } from '../electron/servedFile.ts'
import { MESSAGE_LIMIT } from '../electron/messages.ts'
import { MAX_BODY_BYTES } from '../host/api.ts'
import { PAGES, SET_UP, startTestHost } from '../host/testing/testHost.ts'
import type { TestHost } from '../host/testing/testHost.ts'
import type { Reply } from '../shared/contract/channel.ts'
import { createRandom } from '../shared/base/random.ts'
import { requests } from '../shared/contract/contract.ts'
import { figure } from './figures.ts'
import { LIMIT_MS, SEED, tries } from './size.ts'

/** Stands in everything that nobody outside may see. */
const PRIVATE = 'Zsofia-7Q'
const dice = createRandom(SEED, 9)

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
  const { ok } = await host.api('organisation.setUp', {
    ...SET_UP,
    organisationName: PRIVATE,
    userName: PRIVATE,
    customerName: PRIVATE,
  })
  if (!ok) throw new Error('the host is not set up')
})
afterAll(() => host.close())

type Raw = { status: number; head: string; body: string }

/** Exactly these bytes: no client tidies a path up or refuses to send it. Status 0: hung up on without an answer. */
const raw = (bytes: string): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const socket = connect(host.port, '127.0.0.1')
    let text = ''
    socket.setEncoding('latin1').on('data', (part: string) => (text += part))
    // Hung up on in the middle of writing is an answer, too.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error)
    })
    socket.on('close', () => {
      const [head = '', ...rest] = text.split('\r\n\r\n')
      resolve({
        status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0),
        head,
        body: rest.join('\r\n\r\n'),
      })
    })
    socket.end(Buffer.from(bytes, 'latin1'))
  })

type Line = { method?: string; path: string; host?: string; headers?: readonly string[]; body?: string }
const request = ({ method = 'GET', path, host: name = host.name, headers = [], body = '' }: Line) =>
  raw(
    [
      `${method} ${path} HTTP/1.1`,
      `Host: ${name}`,
      'Connection: close',
      ...(body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body, 'latin1')}`]),
      ...headers,
      '',
      body,
    ].join('\r\n'),
  )

/** Nothing of ours was said, and no door opened. */
function expectShut({ status, head, body }: Raw, what: string): void {
  expect(status === 0 || status >= 400, `${what} was answered with ${status}`).toBe(true)
  expect(head + body, what).not.toContain(PRIVATE)
  expect(head.toLowerCase(), what).not.toMatch(/set-cookie|access-control-allow/)
}

/** What our page adds to the cookie. */
const keyLine = (): string => `X-Daybook-Key: ${host.key}`

const METHODS = 'GET HEAD POST PUT PATCH DELETE OPTIONS TRACE PROPFIND CONNECT QUERY'.split(' ')
const DOORS = [
  '/',
  '/index.html',
  '/quick.html',
  '/assets/main-AbC12345.js',
  '/api/app.state',
  '/api/customer.list',
  '/api/sample.load',
  '/exports/01ARZ3NDEKTSV4RRFFQ69G5FAV',
  '/problem/restore',
  '/problem/begin-anew',
  '/instance',
  '/ws',
]
const json = 'Content-Type: application/json'

/** As many of all combinations as there is time for, each time others. */
const some = <T>(all: T[], short: number): T[] => {
  const wanted = tries(short, all.length)
  for (let index = all.length - 1; index > 0; index -= 1) {
    const other = dice.int(0, index)
    const here = all[index]
    const there = all[other]
    if (here === undefined || there === undefined) continue
    all[index] = there
    all[other] = here
  }
  return all.slice(0, wanted)
}
const pairs = <A, B>(as: readonly A[], bs: readonly B[]): [A, B][] =>
  as.flatMap((a) => bs.map((b): [A, B] => [a, b]))

describe('against the host', () => {
  test(
    'G5 foreign names (DNS rebinding), foreign origins, every method, with the person’s own cookie: no door opens',
    async () => {
      const { port, name: ours } = host
      const [plain = ''] = ours.split(':')
      const names = [
        // Its own address, but not the name of this start.
        `127.0.0.1:${port}`,
        `localhost:${port}`,
        `daybook-0123456789abcdef0123.localhost:${port}`,
        `x.${ours}`,
        `${ours}.`,
        plain,
        `${plain}:${port + 1}`,
        'evil.example',
        `evil.example:${port}`,
        `127.0.0.1.evil.example:${port}`,
        `localhost.evil.example:${port}`,
        `evil.example#127.0.0.1:${port}`,
        `evil@127.0.0.1:${port}`,
        `127.0.0.1:${port}@evil.example`,
        '127.0.0.1',
        'localhost',
        `127.0.0.1:${port + 1}`,
        `127.0.0.2:${port}`,
        `127.1:${port}`,
        `2130706433:${port}`,
        `0x7f000001:${port}`,
        `0.0.0.0:${port}`,
        `[::1]:${port}`,
        `[::ffff:127.0.0.1]:${port}`,
        `LOCALHOST.:${port}`,
        `127.0.0.1:0${port}`,
        `127.0.0.1:${port},evil.example`,
        '',
      ]
      const origins = [
        'null',
        'http://evil.example',
        `http://evil.example:${port}`,
        `https://${ours}`,
        `ws://${ours}`,
        `http://${plain}:${port + 1}`,
        `http://127.0.0.1:${port}`,
        `http://${plain}`,
        `http://${ours}.evil.example`,
        `http://evil.example/http://${ours}`,
        `http://${ours}/`,
        `http://${ours} http://evil.example`,
        `http://user@${ours}`,
        `HTTP://${ours}`,
        `http://[::1]:${port}`,
        'file://',
        'app://daybook',
        'chrome-extension://abcdefghijklmnop',
        '',
      ]
      const doors = pairs(METHODS, DOORS)
      const tried = [
        ...pairs(doors, names).map(([[method, path], name]): Line => ({ method, path, host: name })),
        ...pairs(doors, origins).map(([[method, path], origin]): Line => ({
          method,
          path,
          headers: [`Origin: ${origin}`],
        })),
        // Without an Origin, but the browser says that another site is behind it.
        ...doors.flatMap(([method, path]) =>
          ['no-cors', 'cors', 'websocket', 'same-origin'].map((mode): Line => ({
            method,
            path,
            headers: ['Sec-Fetch-Site: cross-site', `Sec-Fetch-Mode: ${mode}`],
          })),
        ),
      ]
      const chosen = some(tried, 300)
      for (const line of chosen) {
        const body = line.method === 'POST' ? '{}' : ''
        const headers = [`Cookie: ${host.cookie}`, keyLine(), json, ...(line.headers ?? [])]
        expectShut(await request({ ...line, headers, body }), JSON.stringify(line))
      }
      expect(await host.api('app.state')).toMatchObject({
        ok: true,
        value: { organisation: { name: PRIVATE } },
      })
      figure({
        fault:
          'foreign names, foreign origins and every method at every address of the host, with the person’s cookie',
        ids: 'G5',
        tried: chosen.length,
        unit: 'requests',
        lost: 0,
        note: 'none answered',
        file: 'gettingIn',
      })
    },
    LIMIT_MS,
  )

  test('G5 a socket for events opens for our page alone', async () => {
    const { port, cookie, name: ours, origin: own } = host
    const key = `daybook.${host.key}`
    const opens = (
      path: string,
      headers: Record<string, string>,
      protocols: string[] = [key],
    ): Promise<boolean> =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocols, {
          headers: { host: ours, ...headers },
        })
        socket.on('error', () => resolve(false))
        socket.on('open', () => {
          socket.terminate()
          resolve(true)
        })
      })
    const refused: [string, Record<string, string>][] = [
      ['/ws', {}],
      ['/ws', { origin: own }],
      ['/ws', { cookie: `daybook-${port}=abc.def`, origin: own }],
      ...[
        'http://evil.example',
        'null',
        own.replace('http', 'https'),
        `http://127.0.0.1:${port}`,
        `http://${ours.split(':')[0]}:${port + 1}`,
        'file://',
      ].map((origin): [string, Record<string, string>] => ['/ws', { cookie, origin }]),
      ...[
        'evil.example',
        `evil.example:${port}`,
        `[::1]:${port}`,
        `127.0.0.1:${port}`,
        `${ours}.evil.example`,
      ].map((name): [string, Record<string, string>] => ['/ws', { cookie, origin: own, host: name }]),
      ...['/', '/ws/', '/ws?x', '//ws', '/api/app.state', '/%77s'].map(
        (path): [string, Record<string, string>] => [path, { cookie, origin: own }],
      ),
    ]
    for (const [path, headers] of refused)
      expect(await opens(path, headers), JSON.stringify([path, headers])).toBe(false)
    const keys = [[], ['daybook.'], ['daybook.guessed'], [host.key], [`${key}x`], ['chat', key]]
    for (const protocols of keys)
      expect(await opens('/ws', { cookie, origin: own }, protocols), protocols.join()).toBe(false)
    expect(await opens('/ws', { cookie, origin: own })).toBe(true)
    figure({
      fault: 'sockets for events from foreign pages, foreign names, strangers and at other addresses',
      ids: 'G5',
      tried: refused.length + keys.length,
      unit: 'sockets',
      lost: 0,
      file: 'gettingIn',
    })
  })

  test('G5 tokens and cookies: used, guessed, cut, changed, foreign or raced for, they open nothing; one of a race gets in', async () => {
    const { port } = host
    const tokenOf = (url: string): string => new URL(url).searchParams.get('token') ?? ''
    let tried = 0
    const shut = async (line: Line): Promise<void> => {
      tried += 1
      expectShut(await request(line), JSON.stringify(line))
    }
    const used = tokenOf(host.newUrls().url)
    const once = await request({ path: `/?token=${used}` })
    expect([once.status, /set-cookie/i.test(once.head)]).toEqual([303, true])
    const fresh = tokenOf(host.newUrls().url)
    const wrong = [
      used,
      '',
      'x',
      fresh.slice(1),
      fresh.slice(0, -1),
      `${fresh}A`,
      `${fresh}%00`,
      `%20${fresh}`,
      fresh.toUpperCase(),
      fresh.toLowerCase(),
      fresh.split('').toReversed().join(''),
      '__proto__',
      'constructor',
      'undefined',
      host.secret,
      ...Array.from({ length: 50 }, () => `${fresh.slice(0, -1)}${'-_AZaz09'[dice.int(0, 7)]}x`),
    ]
    for (const token of wrong)
      for (const path of ['/', '/index.html', '/api/app.state'])
        await shut({ path: `${path}?token=${token}` })
    // Somewhere else than in the address it is nothing.
    await shut({ path: '/', headers: [`Authorization: Bearer ${fresh}`] })
    await shut({ path: '/', headers: [`Cookie: daybook-${port}=${fresh}`] })
    await shut({ method: 'POST', path: `/api/app.state?token=${fresh}`, headers: [json], body: '{}' })
    await shut({ method: 'POST', path: '/', headers: [json], body: `token=${fresh}` })
    await shut({ path: `/?TOKEN=${fresh}` })
    await shut({ path: `/?token=x&token=${fresh}` })
    await shut({ path: `/?token[]=${fresh}` })
    const race = await Promise.all(Array.from({ length: 20 }, () => request({ path: `/?token=${fresh}` })))
    tried += race.length - 1
    expect(race.filter(({ head }) => /set-cookie/i.test(head))).toHaveLength(1)
    expect(race.filter(({ status }) => status === 401)).toHaveLength(19)

    const value = host.cookie.slice(host.cookie.indexOf('=') + 1)
    const forged = [
      '',
      '.',
      host.key,
      host.secret,
      `${value}.${host.key}`,
      value.slice(1),
      value.slice(0, -1),
      `${value}x`,
      `"${value}"`,
      value.toUpperCase(),
      '__proto__',
      'constructor',
      ...value
        .split('')
        .map((letter, at) => `${value.slice(0, at)}${letter === 'A' ? 'B' : 'A'}${value.slice(at + 1)}`),
    ]
    for (const each of forged) await shut({ path: '/', headers: [`Cookie: daybook-${port}=${each}`] })
    for (const name of ['daybook', `daybook-${port + 1}`, `DAYBOOK-${port}`, `xdaybook-${port}`, '__proto__'])
      await shut({ path: '/', headers: [`Cookie: ${name}=${value}`] })
    // The cookie goes to every port of the address, so it is worth nothing without the key.
    for (const key of [
      '',
      'x',
      value,
      host.secret,
      host.key.slice(1),
      `${host.key}x`,
      host.key.toUpperCase(),
    ])
      for (const name of ['app.state', 'user.list', 'customer.add'])
        await shut({
          method: 'POST',
          path: `/api/${name}`,
          headers: [`Cookie: ${host.cookie}`, `X-Daybook-Key: ${key}`, json],
          body: '{}',
        })
    // Another start has other sessions.
    const other = await startTestHost()
    await shut({ path: '/', headers: [`Cookie: daybook-${port}=${other.cookie.split('=')[1] ?? ''}`] })
    await other.close()
    figure({
      fault:
        'tokens and cookies that are used, guessed, cut, changed, of another folder, or in the wrong place',
      ids: 'G5',
      tried,
      unit: 'requests',
      lost: 0,
      note: 'of 20 that race for one token one gets in',
      file: 'gettingIn',
    })
  })

  test.skipIf(process.platform !== 'linux')(
    'G5 the door of the browser that was asked to come: nobody else gets in or uses it up, and one of a race gets in',
    async () => {
      const visit = { method: 'GET', site: 'none', mode: 'navigate', dest: 'document', origin: '' }
      const lineOf = ({ method, site, mode, dest, origin }: typeof visit): Line => ({
        method,
        path: '/enter',
        headers: [
          ...(site === '' ? [] : [`Sec-Fetch-Site: ${site}`]),
          ...(mode === '' ? [] : [`Sec-Fetch-Mode: ${mode}`]),
          ...(dest === '' ? [] : [`Sec-Fetch-Dest: ${dest}`]),
          ...(origin === '' ? [] : [`Origin: ${origin}`]),
        ],
      })
      const own = host.origin
      const headers = pairs(
        ['none', 'same-origin', 'same-site', 'cross-site', 'None', 'none, none', ''],
        pairs(
          ['navigate', 'same-origin', 'no-cors', 'cors', 'websocket', ''],
          pairs(['document', 'iframe', 'frame', 'embed', 'image', 'script', 'empty', ''], ['', own, 'null']),
        ),
      )
      const all = pairs(METHODS, headers).map(([method, [site, [mode, [dest, origin]]]]) => ({
        method,
        site,
        mode,
        dest,
        origin,
      }))
      const wrong: Line[] = [
        ...some(
          all.filter((each) => JSON.stringify(each) !== JSON.stringify(visit)),
          300,
        ).map(lineOf),
        // As the browser would come, but under a foreign name, or somewhere beside the door.
        ...[
          'evil.example',
          `evil.example:${host.port}`,
          `127.0.0.2:${host.port}`,
          `[::1]:${host.port}`,
          '',
        ].map((name): Line => ({ ...lineOf(visit), host: name })),
        ...['/Enter', '/enter/', '/enter/x', '//enter', '/enter;x', '/enter%00', '/?enter', '/api/enter'].map(
          (path): Line => ({ ...lineOf(visit), path }),
        ),
      ]
      // Shut, it lets in nobody at all.
      expectShut(await request(lineOf(visit)), 'the door that nobody opened')
      const open = () => expect(host.newUrls({ opener: true }).opener).toBe('/enter')
      // The door is open for a minute, in which a slow machine does not get through all of them.
      for (let from = 0; from < wrong.length; from += 300) {
        open()
        for (const line of wrong.slice(from, from + 300))
          expectShut(await request(line), JSON.stringify(line))
        expect((await request(lineOf(visit))).head).toMatch(/set-cookie/i)
      }
      open()
      const race = await Promise.all(Array.from({ length: 20 }, () => request(lineOf(visit))))
      expect(race.filter(({ head }) => /set-cookie/i.test(head))).toHaveLength(1)
      expect(race.filter(({ status }) => status === 401)).toHaveLength(19)
      expectShut(await request(lineOf(visit)), 'the door that was used')
      figure({
        fault:
          'the door of the browser that was asked to come: pages that lead there, frames, programs, other methods and names, a second visit',
        ids: 'G5',
        tried: wrong.length + Math.ceil(wrong.length / 300) + 21,
        unit: 'requests',
        lost: 0,
        note: 'none used it up; of 20 that race for it one gets in',
        file: 'gettingIn',
      })
    },
    LIMIT_MS,
  )
})

const UPS = [
  '..',
  '%2e%2e',
  '%2E%2e',
  '.%2e',
  '%252e%252e',
  '%252E%252E',
  '%u002e%u002e',
  '%c0%ae%c0%ae',
  '%e0%80%ae%e0%80%ae',
  '..%00',
  '%00..',
  '..;',
  '...',
  '....',
  '..%20',
  '..%09',
  '.%00.',
  '\uFF0E\uFF0E',
]
const SEPARATORS = [
  '/',
  '\\',
  '%2f',
  '%2F',
  '%5c',
  '%5C',
  '%252f',
  '%255c',
  '//',
  '\\/',
  '%c0%af',
  '%c1%9c',
  '%ef%bc%8f',
  '/./',
  '/%2e/',
]
const STARTS = [
  '/',
  '/assets/',
  '/assets\\',
  '/exports/',
  '/api/',
  '//',
  '/\\',
  '/%00/',
  '/C:/',
  '/c:\\',
  '/\\\\?\\',
  '/~/',
]
const TARGETS = [
  'secret.html',
  'SECRET.HTML',
  'secret.html%00',
  'secret.html%00.js',
  'secret.html::$DATA',
  'secret.html.',
  'data/daybook.db',
  'data%5cdaybook.db',
  'data/host.json',
  'data/logs/daybook.log',
  'etc/passwd',
  'windows/win.ini',
]
/** Ways that no combination makes. */
const OTHER_WAYS = [
  'file:///etc/passwd',
  'http://evil.example/secret.html',
  '//127.0.0.1/c$/secret.html',
  '\\\\127.0.0.1\\c$\\secret.html',
  '/%5c%5c127.0.0.1%5cshare%5csecret.html',
  '/%2f%2fevil.example/secret.html',
  '/aux.html',
  '/CON.html',
  '/index.html/../../secret.html',
  '/index.html%2f..%2f..%2fsecret.html',
  '/index.html%00../../secret.html',
  '/?/../../secret.html',
  '/#/../../secret.html',
  '*',
  '',
]

function ways(): string[] {
  const made = STARTS.flatMap((start) =>
    UPS.flatMap((up) =>
      SEPARATORS.flatMap((separator) =>
        [1, 3, 8].flatMap((depth) =>
          TARGETS.map((target) => `${start}${`${up}${separator}`.repeat(depth)}${target}`),
        ),
      ),
    ),
  )
  return [...some(made, 600).slice(0, 20_000), ...OTHER_WAYS]
}

describe('paths', () => {
  test(
    'G5 G14 no path leads out of the screens: percent-encoded once and twice, with Windows separators, NUL, UNC, drives, mixed case',
    async () => {
      const root = mkdtempSync(join(tmpdir(), 'daybook-paths-'))
      const renderer = join(root, 'renderer')
      mkdirSync(join(renderer, 'assets'), { recursive: true })
      for (const [name, content] of Object.entries(PAGES)) writeFileSync(join(renderer, name), content)
      const own = Object.values(PAGES) as string[]
      // Under a name of this start; see core/pages/assets.ts.
      const asBuilt = (page: string): string => page.replace(/src="\/[0-9a-f]{18}\//, 'src="./')
      const all = ways()
      for (const way of all) {
        const answer = await request({
          path: way.replaceAll(/[\0\r\n ]/g, ''),
          headers: [`Cookie: ${host.cookie}`],
        })
        // What the address is after a browser’s own reading of it may be one of the screens, and nothing else.
        if (answer.status === 200) expect(own, way).toContain(asBuilt(answer.body))
        else expectShut(answer, way)
        expect(answer.body, way).not.toMatch(/outside of the screens|root:|\[fonts\]|"secret"|SQLite format/)
        for (const url of [`app://daybook${way}`, `app:${way}`]) {
          const served = servedFile(url, renderer)
          if (served !== null) expect(served.file.startsWith(`${renderer}${sep}`), url).toBe(true)
        }
      }
      rmSync(root, { recursive: true })
      figure({
        fault: 'paths that try to leave the screens, at the host and in the desktop’s own scheme',
        ids: 'G5 G14',
        tried: all.length * 3,
        unit: 'paths',
        lost: 0,
        note: 'percent-encoded once and twice, overlong UTF-8, Windows separators, NUL, UNC, drives, streams, mixed case',
        file: 'gettingIn',
      })
    },
    LIMIT_MS,
  )
})

const POISON = [
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"__proto__":{"__proto__":{"polluted":true}},"prototype":{"polluted":true}}',
  '{"what":{"__proto__":{"polluted":true}},"changes":{"__proto__":{"polluted":true}},"rules":{"__proto__":{"polluted":true}}}',
  '{"name":"x","toString":{"polluted":true},"hasOwnProperty":null,"valueOf":1,"then":"x","toJSON":"x"}',
  '{"rules":{"constructor":{"prototype":{"polluted":true}}},"filter":{"__proto__":{"admin":true}}}',
  '[{"__proto__":{"polluted":true}}]',
  '{"__proto__":null}',
  '{"__proto__":[]}',
]
/** Installing a new version ends the program, as it should. */
const NAMES = Object.keys(requests).filter(
  (name) =>
    ![
      'sample.load',
      'everything.load',
      'backup.create',
      'update.install',
      'team.create',
      'team.join',
    ].includes(name),
)

const unpolluted = (before: string): void => {
  expect(JSON.stringify(Reflect.ownKeys(Object.prototype).map(String))).toBe(before)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  expect(([] as unknown as Record<string, unknown>).polluted).toBeUndefined()
  expect(({} as Record<string, unknown>).admin).toBeUndefined()
}

describe('what is carried', () => {
  test(
    'G5 prototypes cannot be poisoned through arguments, and nothing too large or too deep is taken in, through either door',
    async () => {
      const before = JSON.stringify(Reflect.ownKeys(Object.prototype).map(String))
      const desktop = await openDesktop()
      let tried = 0
      const typed = (reply: Reply<unknown>, what: string): void => {
        tried += 1
        expect(reply.ok || reply.error.code !== 'internal', what).toBe(true)
      }
      for (const [name, poison] of some(pairs(NAMES, POISON), 250)) {
        typed(await desktop.ask('index.html', name, JSON.parse(poison)), `${name} ${poison}`)
        const answer = await request({
          method: 'POST',
          path: `/api/${name}`,
          headers: [`Cookie: ${host.cookie}`, keyLine(), json],
          body: poison,
        })
        typed(JSON.parse(answer.body) as Reply<unknown>, `${name} ${poison}`)
        unpolluted(before)
      }
      const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`
      const large = [
        `{"name":"${'x'.repeat(MAX_BODY_BYTES)}"}`,
        `{"more":"${'x'.repeat(MAX_BODY_BYTES * 2)}"}`,
        `"${'\u00fc'.repeat(MAX_BODY_BYTES)}"`,
        deep(MAX_BODY_BYTES),
        `{${'"a":{'.repeat(200_000)}${'}'.repeat(200_000)}}`,
      ]
      for (const body of large) {
        const { status } = await request({
          method: 'POST',
          path: '/api/customer.add',
          headers: [`Cookie: ${host.cookie}`, keyLine(), json],
          body,
        })
        expect([0, 400, 413]).toContain(status)
        // Said to be short, or never said how long.
        const lied = await raw(
          `POST /api/customer.add HTTP/1.1\r\nHost: ${host.name}\r\nCookie: ${host.cookie}\r\n${keyLine()}\r\n${json}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
        )
        expect([0, 400, 413]).toContain(lied.status)
        tried += 2
      }
      // Two lengths, or a length and chunks, are how requests are smuggled; one within another is none.
      for (const headers of [
        ['Content-Length: 2', 'Transfer-Encoding: chunked'],
        ['Content-Length: 2', 'Content-Length: 90'],
        ['Transfer-Encoding: xchunked'],
        ['Content-Length: +2'],
        ['Host: evil.example'],
        [`X: ${'x'.repeat(100_000)}`],
        ['X: a\r\n\tHost: evil.example'],
      ]) {
        const smuggled = `POST /api/app.state HTTP/1.1\r\nHost: ${host.name}\r\nCookie: ${host.cookie}\r\n${keyLine()}\r\n${json}\r\n${headers.join('\r\n')}\r\n\r\n{}GET /api/x HTTP/1.1\r\n\r\n`
        expectShut(await raw(smuggled), headers.join())
        tried += 1
      }
      for (const args of [
        { name: 'x'.repeat(MESSAGE_LIMIT) },
        { more: 'x'.repeat(MESSAGE_LIMIT * 2) },
        JSON.parse(deep(2_000)) as unknown,
        Array.from({ length: 200_000 }, () => 'xxxxxxxxxx'),
      ])
        typed(await desktop.ask('index.html', 'customer.add', args), 'large')
      unpolluted(before)
      expect(await host.api('app.state')).toMatchObject({ ok: true })
      expect(await desktop.ask('index.html', 'app.state', {})).toMatchObject({ ok: true })
      expect(desktop.errors).toEqual([])
      await desktop.end()
      figure({
        fault:
          'arguments that would poison prototypes, are too large or too deep, or smuggle a second request',
        ids: 'G5 G11',
        tried,
        unit: 'requests',
        lost: 0,
        note: 'through the host and the desktop’s message line; each refused with a type, or done as if the poison were not there',
        file: 'gettingIn',
      })
    },
    LIMIT_MS,
  )
})

const SCHEMES = [
  'http:',
  'https:',
  'file:',
  'data:',
  'javascript:',
  'vbscript:',
  'blob:',
  'about:',
  'chrome:',
  'devtools:',
  'view-source:',
  'filesystem:',
  'smb:',
  'ssh:',
  'mailto:',
  'tel:',
  'ms-settings:',
  'ms-msdt:',
  'search-ms:',
  'steam:',
  'intent:',
  'ftp:',
  'ws:',
  'app:',
  'APP:',
  'app2:',
]
const RESTS = [
  '//evil.example/',
  '//daybook.evil.example/',
  '//daybook@evil.example/',
  '//user:word@daybook/',
  '//daybook:8080/',
  '//127.0.0.1/',
  '//localhost:4747/',
  '///etc/passwd',
  '//evil.example/daybook/index.html',
  '//evil.example#app://daybook/',
  'text/html,<script>alert(1)</script>',
  'alert(1)',
  'blank',
  '',
]

describe('a page that has been taken over', () => {
  test(
    'G5 leads nowhere: navigation, frames, redirects, new windows, webviews, downloads, permissions and devices',
    async () => {
      const desktop = await openDesktop()
      const { electron } = desktop
      const { page } = electron.window('index.html')
      let tried = 0
      for (const [scheme, rest] of pairs(SCHEMES, RESTS)) {
        const url = `${scheme}${rest}`
        for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
          expect(page.goes(url, event), `${event} ${url}`).toBe(true)
          tried += 1
        }
        const before = electron.opened.length
        expect(page.opens(url), url).toEqual({ action: 'deny' })
        tried += 1
        // A link to the web goes to the system's browser; no other scheme starts a program.
        for (const handed of electron.opened.slice(before)) expect(handed).toMatch(/^https:\/\/[^@]*$/)
      }
      expect(electron.windows).toHaveLength(1)
      let prevented = 0
      const event = { preventDefault: () => void prevented++ }
      page.emit('will-attach-webview', event)
      electron.session.emit('will-download', event)
      expect(prevented).toBe(2)

      const { request: ask, check, device } = electron.session
      if (ask === null || check === null || device === null) throw new Error('permissions are open')
      const PERMISSIONS =
        'clipboard-read clipboard-sanitized-write display-capture fullscreen geolocation idle-detection media mediaKeySystem midi midiSysex notifications pointerLock keyboardLock openExternal speaker-selection storage-access top-level-storage-access window-management unknown fileSystem hid serial usb bluetooth deprecated-sync-clipboard-read background-sync sensors camera microphone'.split(
          ' ',
        )
      const given: string[] = []
      for (const [permission, url] of pairs(PERMISSIONS, [
        'app://daybook/index.html',
        'app://daybook.evil.example/',
        'https://evil.example/',
        'null',
        '',
      ])) {
        ask(null, permission, (granted) => granted && given.push(`${permission} ${url}`), {
          requestingUrl: url,
        })
        if (check(null, permission, url)) given.push(`${permission} ${url}`)
        tried += 2
      }
      expect([...new Set(given)].toSorted()).toEqual([
        'clipboard-sanitized-write app://daybook/index.html',
        'notifications app://daybook/index.html',
      ])
      expect(device()).toBe(false)
      // One line to the application, and the page cannot add another.
      expect([...electron.ipc.handlers.keys()]).toEqual(['daybook'])
      expect(desktop.errors).toEqual([])
      await desktop.end()
      figure({
        fault:
          'a page of the desktop program that has been taken over: navigation, frames, redirects, window.open, webviews, downloads, permissions',
        ids: 'G5',
        tried: tried + 3,
        unit: 'attempts',
        lost: 0,
        note: 'it stays where it is; only https links leave, to the system’s browser',
        file: 'gettingIn',
      })
    },
    LIMIT_MS,
  )
})
