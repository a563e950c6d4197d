// Browsers that sign in at a real server, and everything that must not let one in.
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { realClock } from '../../core/node/nodePorts.ts'
import { firmOf, firmOn, joined, PASSWORD, shiftedClock, STANDING } from '../testing/firm.ts'
import type { World } from '../testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from '../testing/teamServer.ts'
import { webBrowser } from '../testing/webBrowser.ts'
import { originFor, ownPlace, publicOrigin } from './origin.ts'
import { CSRF_HEADER, IDLE_MS, LONGEST_MS } from './session.ts'

let opened: World
const world = (): World => opened
beforeAll(async () => {
  if (NO_POSTGRES === null) opened = await openWorld()
})
afterAll(async () => {
  if (NO_POSTGRES === null) await opened.close()
})

const wrong = { error: { code: 'team.wrongPassword' } }

describe.skipIf(NO_POSTGRES !== null)('a browser', () => {
  test('H4 signs in by e-mail and password, is known, and signs out', async () => {
    const { server, anaId } = await firmOf(world())
    const browser = webBrowser(server.url)
    expect((await browser.get('/account')).headers.get('location')).toBe('/sign-in?next=/account')
    const page = await browser.get('/sign-in')
    expect(page.status).toBe(200)
    const answer = await browser.signIn('Ana@Example.com ', PASSWORD)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(
      /^daybook-session=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    expect((await browser.get('/web/session')).body).toMatchObject({
      email: 'ana@example.com',
      userId: anaId,
      method: 'password',
    })
    expect((await browser.get('/account')).text).toContain('ana@example.com')
    const token = browser.cookies.get('daybook-session') ?? ''
    expect((await browser.post('/web/sign-out')).status).toBe(200)
    expect(browser.cookies.size).toBe(0)
    // Who had copied the cookie has nothing of it.
    browser.cookies.set('daybook-session', token)
    expect((await browser.get('/web/session')).status).toBe(401)
    expect(await server.database.all('SELECT 1 FROM web_session')).toEqual([])
  })

  test('H4 of the cookie only a hash is kept, and nothing secret is logged', async () => {
    const lines: string[] = []
    const stream = new Writable({
      write: (chunk, _, done) => {
        lines.push(String(chunk))
        done()
      },
    })
    const { server } = await firmOf(world(), { log: pino({ level: 'trace' }, stream) })
    const browser = webBrowser(server.url)
    await browser.signIn('ana@example.com', 'not the password')
    await browser.signIn('ana@example.com', PASSWORD)
    await browser.post('/web/sign-in', 'nonsense')
    await browser.get('/sign-in?next=/secret-place')
    const token = browser.cookies.get('daybook-session') ?? ''
    expect(token).toHaveLength(43)
    const rows = JSON.stringify(await server.database.all('SELECT * FROM web_session'))
    expect(rows).not.toContain(token)
    expect(lines.length).toBeGreaterThan(5)
    const log = lines.join('')
    for (const secret of [token, browser.csrf, PASSWORD, 'not the password', 'ana@', 'secret-place'])
      expect(log).not.toContain(secret)
  })

  test('H4 who is unknown and who mistyped are told the same, and guessing is slowed down', async () => {
    const { server } = await firmOf(world(), { clock: STANDING })
    const browser = webBrowser(server.url)
    const known = await browser.signIn('ana@example.com', 'not the password')
    const unknown = await browser.signIn('nobody@example.com', 'not the password')
    expect(known).toMatchObject({ status: 401, body: wrong })
    expect(unknown.text).toBe(known.text)
    const all: number[] = []
    for (let n = 0; n < 12; n += 1) all.push((await browser.signIn('ana@example.com', `guess ${n}`)).status)
    expect(all.filter((status) => status === 401).length).toBeLessThan(10)
    expect(all.at(-1)).toBe(429)
    // Not even with the right one, until a while has passed.
    expect(await browser.signIn('ana@example.com', PASSWORD)).toMatchObject({ status: 429 })
  })

  test('H4 an unknown address takes as long as a wrong password', async () => {
    const took = async (url: string, email: string): Promise<number> => {
      const times: number[] = []
      for (let n = 0; n < 4; n += 1) {
        const began = performance.now()
        await webBrowser(url).signIn(email, 'not the password')
        times.push(performance.now() - began)
      }
      return Math.min(...times)
    }
    const { server } = await firmOf(world())
    const [known, unknown] = [
      await took(server.url, 'ana@example.com'),
      await took(server.url, 'nobody@example.com'),
    ]
    // Deriving takes a tenth of a second; without it an answer takes a few milliseconds.
    expect(unknown).toBeGreaterThan(known / 2)
  })

  test('H4 a session ends when nobody comes, and at the latest after two weeks', async () => {
    const { clock, pass } = shiftedClock(realClock)
    const { server } = await firmOf(world(), { clock })
    const browser = webBrowser(server.url)
    const status = async () => (await browser.get('/web/session')).status
    await browser.signIn('ana@example.com', PASSWORD)
    pass(IDLE_MS - 60_000)
    expect(await status()).toBe(200)
    pass(IDLE_MS - 60_000)
    expect(await status()).toBe(200)
    pass(IDLE_MS)
    expect(await status()).toBe(401)
    await browser.signIn('ana@example.com', PASSWORD)
    for (let passed = 0; passed < LONGEST_MS; passed += IDLE_MS / 2) {
      expect(await status()).toBe(200)
      pass(IDLE_MS / 2)
    }
    expect(await status()).toBe(401)
    // What has ended goes with the next sign-in.
    await browser.signIn('ana@example.com', PASSWORD)
    expect(await server.database.all('SELECT 1 FROM web_session')).toHaveLength(1)
  })

  test('H4 signing out everywhere ends every browser of this person, and nobody else’s', async () => {
    const firm = await firmOf(world())
    const bo = await joined(world(), firm, 'Bo')
    const [here, there, of] = [
      webBrowser(firm.server.url),
      webBrowser(firm.server.url),
      webBrowser(firm.server.url),
    ]
    await here.signIn('ana@example.com', PASSWORD)
    await there.signIn('ana@example.com', PASSWORD)
    await of.signIn(bo.email, PASSWORD)
    expect((await here.post('/web/sign-out-everywhere')).status).toBe(200)
    expect((await there.get('/web/session')).status).toBe(401)
    expect((await of.get('/web/session')).status).toBe(200)
  })

  test('H4 a password is changed with the one so far, which ends other browsers, on a page and in the app', async () => {
    const { server, ana } = await firmOf(world())
    const [here, there] = [webBrowser(server.url), webBrowser(server.url)]
    await here.signIn('ana@example.com', PASSWORD)
    await there.signIn('ana@example.com', PASSWORD)
    const next = 'another long enough one'
    const wanted = { password: PASSWORD, newPassword: next }
    expect((await here.post('/web/password', { ...wanted, password: 'a guess' })).status).toBe(401)
    expect((await here.post('/web/password', { ...wanted, newPassword: 'short' })).status).toBe(400)
    expect((await here.post('/web/password', wanted, { [CSRF_HEADER]: undefined })).status).toBe(403)
    expect((await here.post('/web/password', wanted)).status).toBe(200)
    expect((await here.get('/web/session')).status).toBe(200)
    expect((await there.get('/web/session')).status).toBe(401)
    expect((await there.signIn('ana@example.com', PASSWORD)).status).toBe(401)
    expect((await there.signIn('ana@example.com', next)).status).toBe(200)
    await ana.ok('team.changePassword', { password: next, newPassword: PASSWORD })
    expect((await here.get('/web/session')).status).toBe(401)
    expect((await there.signIn('ana@example.com', PASSWORD)).status).toBe(200)
    const history = await ana.ok('team.signInHistory', {})
    expect(history.map(({ what }) => what)).toEqual(['passwordChanged', 'passwordChanged'])
  })

  test('H4 who is no member any more is signed out at once', async () => {
    const { server } = await firmOf(world())
    const browser = webBrowser(server.url)
    await browser.signIn('ana@example.com', PASSWORD)
    await server.database.all('DELETE FROM member')
    expect((await browser.get('/web/session')).status).toBe(401)
    expect(await browser.signIn('ana@example.com', PASSWORD)).toMatchObject({ status: 401, body: wrong })
  })

  test('H4 an act without the token of our page, or from another page, is refused', async () => {
    const firm = await firmOf(world())
    const [browser, other] = [webBrowser(firm.server.url), webBrowser(firm.server.url)]
    await browser.signIn('ana@example.com', PASSWORD)
    await other.signIn('ana@example.com', PASSWORD)
    const act = async (headers: Record<string, string | undefined>) =>
      (await browser.post('/web/sign-out', {}, headers)).status
    expect(await act({ [CSRF_HEADER]: undefined })).toBe(403)
    expect(await act({ [CSRF_HEADER]: 'x'.repeat(43) })).toBe(403)
    // Of another session of the same person.
    expect(await act({ [CSRF_HEADER]: other.csrf })).toBe(403)
    expect(await act({ origin: 'https://evil.example' })).toBe(403)
    expect(await act({ origin: undefined })).toBe(403)
    expect(await act({ origin: 'null' })).toBe(403)
    expect(await act({ 'sec-fetch-site': 'same-site' })).toBe(403)
    expect(await act({ 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect((await browser.get('/web/session', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    // Nor is anybody signed in by another page, as whom they did not want to be.
    const signIn = { email: 'ana@example.com', password: PASSWORD }
    expect(await browser.post('/web/sign-in', signIn, { origin: 'https://evil.example' })).toMatchObject({
      status: 403,
    })
    expect((await browser.get('/web/session')).status).toBe(200)
    expect(await act({})).toBe(200)
  })

  test('H4 a session that somebody laid into the browser beforehand is worth nothing after signing in', async () => {
    const firm = await firmOf(world())
    const [attacker, victim] = [webBrowser(firm.server.url), webBrowser(firm.server.url)]
    const bo = await joined(world(), firm, 'Bo')
    await attacker.signIn(bo.email, PASSWORD)
    const laid = attacker.cookies.get('daybook-session') ?? ''
    victim.cookies.set('daybook-session', laid)
    await victim.signIn('ana@example.com', PASSWORD)
    expect(victim.cookies.get('daybook-session')).not.toBe(laid)
    expect((await attacker.get('/web/session')).status).toBe(401)
    // One that the browser made up is not taken over either.
    const invented = webBrowser(firm.server.url)
    invented.cookies.set('daybook-session', 'A'.repeat(43))
    await invented.signIn('ana@example.com', PASSWORD)
    expect(invented.cookies.get('daybook-session')).not.toBe('A'.repeat(43))
  })

  test('H4 a cookie of one organisation says nothing of another, and none is good for a device’s requests', async () => {
    const server = await world().server(await world().newDatabase(), { open: true })
    const first = await firmOn(world(), server, 'ana@example.com')
    const second = await firmOn(world(), server, 'cleo@example.com')
    const [ana, cleo] = [webBrowser(server.url), webBrowser(server.url)]
    await ana.signIn('ana@example.com', PASSWORD)
    await cleo.signIn('cleo@example.com', PASSWORD)
    const orgOf = async (browser: typeof ana) =>
      ((await browser.get('/web/session')).body as { organisationId: string }).organisationId
    expect(await orgOf(ana)).not.toBe(await orgOf(cleo))
    // Moved to another organisation by hand in the database, it is nobody's: the member is not there.
    await server.database.all('UPDATE web_session SET org = $1 WHERE account <> $2', await orgOf(ana), '')
    expect((await cleo.get('/web/session')).status).toBe(401)
    expect(first.anaId).not.toBe(second.anaId)
    const spoken = { 'daybook-protocol': '1' }
    expect((await ana.get('/v1/devices', spoken)).status).toBe(401)
    const token = ana.cookies.get('daybook-session') ?? ''
    expect((await ana.get('/v1/devices', { ...spoken, authorization: `Bearer ${token}` })).status).toBe(401)
  })

  test('H4 signing in leads only to places of this server', async () => {
    const { server } = await firmOf(world())
    const browser = webBrowser(server.url)
    await browser.signIn('ana@example.com', PASSWORD)
    const led = async (next: string) =>
      (await browser.get(`/sign-in?next=${encodeURIComponent(next)}`)).headers.get('location')
    expect(await led('/account?a=b')).toBe('/account?a=b')
    for (const next of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '',
    ])
      expect(await led(next)).toBe('/app/')
    const stranger = await webBrowser(server.url).get('/sign-in?next=/%22onload=x')
    expect(stranger.text).toContain('data-next="/app/"')
  })

  test('H4 with an address of its own the cookie is bound to it and to TLS, and a page is strict about what it loads', async () => {
    const { server } = await firmOf(world(), { address: 'https://daybook.example.com' })
    const browser = webBrowser(server.url)
    const page = await browser.get('/sign-in', { 'accept-language': 'ar-EG,en;q=0.5' })
    expect(page.text).toContain('<html lang="ar" dir="rtl">')
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("frame-ancestors 'none'")
    const body = { email: 'ana@example.com', password: PASSWORD }
    expect((await browser.post('/web/sign-in', body)).status).toBe(403)
    const answer = await browser.post('/web/sign-in', body, { origin: 'https://daybook.example.com' })
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-daybook=.*Path=\/; HttpOnly; Secure; SameSite=/)
    expect(answer.headers.get('set-cookie')).not.toContain('Domain')
  })
})

describe.skipIf(NO_POSTGRES !== null)('who is behind a proxy', () => {
  test('H4 is counted by the address that the proxy has written, and nobody else is kept out by it', async () => {
    const { server } = await firmOf(world(), { clock: STANDING })
    const browser = webBrowser(server.url)
    const guess = async (email: string, forwarded: string) => {
      const body = { email, password: 'not the password' }
      return (await browser.post('/web/sign-in', body, { 'x-forwarded-for': forwarded })).status
    }
    for (let n = 0; n < 10; n += 1) await guess(`nobody${n}@example.com`, '203.0.113.5')
    expect(await guess('another@example.com', '203.0.113.5')).toBe(429)
    // What the guesser wrote before it does not help.
    expect(await guess('another@example.com', '198.51.100.7, 203.0.113.5')).toBe(429)
    expect(await guess('another@example.com', '198.51.100.7')).toBe(401)
  })
})

test('H4 browsers are served only at an address that is ours', () => {
  expect(publicOrigin('https://daybook.example.com')).toBe('https://daybook.example.com')
  expect(publicOrigin('http://localhost:8790/')).toBe('http://localhost:8790')
  for (const bad of [
    'http://daybook.example.com',
    'https://example.com/daybook',
    'daybook',
    'https://u:p@example.com',
    'ftp://example.com',
  ])
    expect(() => publicOrigin(bad)).toThrow('--address')
  expect(originFor(null, '127.0.0.1:8790')).toBe('http://127.0.0.1:8790')
  // A name that somebody had lead to this computer.
  expect(originFor(null, 'rebound.example:8790')).toBeNull()
  expect(originFor(null, '127.0.0.1.evil.example')).toBeNull()
  expect(originFor('https://daybook.example.com', 'whatever')).toBe('https://daybook.example.com')
  expect(ownPlace('/a\t/b', '/x')).toBe('/x')
  expect(ownPlace('/\n/evil.example', '/x')).toBe('/x')
})
