// Signing in by the firm's own provider: who is let in by it, and every answer that must not be taken.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { realClock } from '../core/node/nodePorts.ts'
import { FLOW_MS } from './oidc.ts'
import { readOidcConfig } from './oidcConfig.ts'
import { firmOf, joined, PASSWORD, shiftedClock } from './testing/firm.ts'
import type { Provider } from './testing/provider.ts'
import { openProvider } from './testing/provider.ts'
import type { World } from './testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from './testing/teamServer.ts'
import { webBrowser } from './testing/webBrowser.ts'
import type { WebBrowser } from './testing/webBrowser.ts'

let opened: World
let provider: Provider
const world = (): World => opened
beforeAll(async () => {
  provider = await openProvider()
  if (NO_POSTGRES === null) opened = await openWorld()
})
afterAll(async () => {
  await provider.stop()
  if (NO_POSTGRES === null) await opened.close()
})

const firmWithProvider = (over = {}) => firmOf(world(), { oidc: provider.config, ...over })

/** To the provider, which agrees at once: where it leads back to. */
async function sent(browser: WebBrowser, next = ''): Promise<string> {
  const there = (await browser.get(`/sign-in/oidc${next}`)).headers.get('location') ?? ''
  const url = new URL(there)
  expect(url.searchParams.get('code_challenge_method')).toBe('S256')
  expect(url.searchParams.get('nonce')).toHaveLength(43)
  const answer = await fetch(url, { redirect: 'manual' })
  const back = new URL(answer.headers.get('location') ?? '')
  expect(back.pathname).toBe('/sign-in/oidc/back')
  return back.pathname + back.search
}

/** A visit that another site led to. */
const back = (browser: WebBrowser, path: string) => browser.get(path, { 'sec-fetch-site': 'cross-site' })

async function through(url: string, next = '') {
  const browser = webBrowser(url)
  const answer = await back(browser, await sent(browser, next))
  return { browser, answer }
}

const ana = { sub: 'ana-1', email: 'Ana@Example.com', email_verified: true }

describe.skipIf(NO_POSTGRES !== null)('the firm’s own sign-in', () => {
  test('H4 lets in a member by their verified address, and from then on by the provider’s own name for them', async () => {
    const firm = await firmWithProvider()
    provider.says(ana)
    expect((await webBrowser(firm.server.url).get('/sign-in')).text).toContain('Sign in with Weber Login')
    const { browser, answer } = await through(firm.server.url, '?next=/device')
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('href="/device"')
    const session = (await browser.get('/web/session')).body
    expect(session).toMatchObject({ email: 'ana@example.com', userId: firm.anaId, method: 'oidc' })
    expect([...browser.cookies.keys()]).toEqual(['daybook-session'])
    // With another address by now it is still Ana.
    provider.says({ ...ana, email: 'ana.weber@example.com' })
    const again = await through(firm.server.url)
    expect((await again.browser.get('/web/session')).body).toMatchObject({ userId: firm.anaId })
    expect((await firm.ana.ok('team.signInHistory', {})).map(({ what }) => what)).toEqual(['oidcLinked'])
  })

  test('H4 makes nobody a member who has no invitation, and takes no address that is not verified', async () => {
    const firm = await firmWithProvider()
    const refused = async (claims: object) => {
      provider.says({ ...claims })
      const { browser, answer } = await through(firm.server.url)
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('not known here')
      expect((await browser.get('/web/session')).status).toBe(401)
    }
    await refused({ sub: 'eve-1', email: 'eve@example.com', email_verified: true })
    await refused({ ...ana, email_verified: false })
    await refused({ ...ana, email_verified: 'true' })
    await refused({ sub: 'ana-1', email: 'ana@example.com', email_verified: undefined })
    await refused({ sub: 'ana-1', email_verified: true })
    expect(await firm.server.database.all('SELECT 1 FROM member')).toHaveLength(1)
    expect(await firm.server.database.all('SELECT 1 FROM account')).toHaveLength(1)
    // The address was given to somebody else at the provider.
    provider.says(ana)
    await through(firm.server.url)
    await refused({ ...ana, sub: 'another-person' })
  })

  test('H4 an invitation for the address is used by it, once, and the new member’s device comes by the browser', async () => {
    const firm = await firmWithProvider()
    const { code, userId } = await firm.ana.ok('team.invite', {
      email: 'bo@example.com',
      name: 'Bo',
      role: 'employee',
    })
    provider.says({ sub: 'bo-1', email: 'bo@example.com', email_verified: true })
    const { browser } = await through(firm.server.url)
    const session = (await browser.get('/web/session')).body as { csrf: string }
    expect(session).toMatchObject({ userId })
    browser.csrf = session.csrf
    const device = await world().device()
    const coming = { server: firm.server.url, email: 'bo@example.com', password: PASSWORD, code }
    expect(await device.refused('team.join', coming)).toMatchObject({ code: 'team.noInvitation' })
    // Nobody knows a password of theirs.
    expect((await webBrowser(firm.server.url).signIn('bo@example.com', PASSWORD)).status).toBe(401)
    const { userCode } = await device.ok('team.beginBrowser', { server: firm.server.url })
    expect((await browser.post('/web/device/allow', { userCode })).status).toBe(200)
    await device.ok('team.askBrowser', {})
    expect((await device.ok('app.state', {})).currentUser).toMatchObject({ name: 'Bo' })
  })

  test('H4 an answer is taken once, in time, from the browser that set out, and only as it was asked for', async () => {
    const { clock, pass } = shiftedClock(realClock)
    const firm = await firmWithProvider({ clock })
    provider.says(ana)
    const tried = async (browser: WebBrowser, path: string) => {
      const { status } = await back(browser, path)
      expect((await browser.get('/web/session')).status).toBe(status === 200 ? 200 : 401)
      return status
    }
    const browser = webBrowser(firm.server.url)
    const path = await sent(browser)
    // Somebody else’s browser is led there: it would be signed in as whom it is not.
    expect(await tried(webBrowser(firm.server.url), path)).toBe(403)
    const crossed = webBrowser(firm.server.url)
    await sent(crossed)
    expect(await tried(crossed, path)).toBe(403)
    const cookies = new Map(browser.cookies)
    expect(await tried(browser, path)).toBe(200)
    const replayed = webBrowser(firm.server.url)
    for (const [name, value] of cookies) replayed.cookies.set(name, value)
    expect(await tried(replayed, path)).toBe(403)
    const altered = webBrowser(firm.server.url)
    expect(await tried(altered, (await sent(altered)).replace(/state=[^&]+/, 'state=guessed'))).toBe(403)
    const late = webBrowser(firm.server.url)
    const latePath = await sent(late)
    pass(FLOW_MS)
    expect(await tried(late, latePath)).toBe(403)
    const denied = webBrowser(firm.server.url)
    const state = new URL(await sent(denied), firm.server.url).searchParams.get('state')
    expect(await tried(denied, `/sign-in/oidc/back?error=access_denied&state=${state}`)).toBe(403)
    for (const claims of [
      { nonce: 'another' },
      { aud: 'another client' },
      { iss: 'https://evil.example' },
      { exp: 1 },
    ]) {
      provider.says({ ...ana, ...claims })
      const one = webBrowser(firm.server.url)
      expect(await tried(one, await sent(one))).toBe(403)
    }
  })

  test('H4 it leads only to places of this server, and nothing of it is logged or kept', async () => {
    const lines: string[] = []
    const stream = new Writable({
      write: (chunk, _, done) => {
        lines.push(String(chunk))
        done()
      },
    })
    const firm = await firmWithProvider({ log: pino({ level: 'trace' }, stream) })
    provider.says(ana)
    const browser = webBrowser(firm.server.url)
    const path = await sent(browser, `?next=${encodeURIComponent('//evil.example')}`)
    const kept = JSON.stringify(await firm.server.database.all('SELECT * FROM oidc_flow'))
    const state = new URL(path, firm.server.url).searchParams.get('state') ?? ''
    expect(kept).not.toContain(state)
    expect(kept).not.toContain(browser.cookies.get('daybook-oidc'))
    const answer = await back(browser, path)
    expect(answer.text).toContain('href="/app/"')
    expect(answer.text).not.toContain('evil.example')
    for (const secret of [
      state,
      new URL(path, firm.server.url).searchParams.get('code') ?? '',
      'Ana@',
      'a secret',
    ])
      expect(lines.join('')).not.toContain(secret)
    expect(await firm.server.database.all('SELECT 1 FROM oidc_flow')).toEqual([])
  })

  test('H4 a firm may demand it of everybody: passwords let nobody in any more, by device, browser or invitation', async () => {
    const firm = await firmWithProvider()
    const bo = await joined(world(), firm, 'Bo')
    expect(await firm.ana.refused('team.setRules', { oidcOnly: true })).toMatchObject({
      code: 'team.oidcFirst',
    })
    expect(await bo.refused('team.setRules', { oidcOnly: true })).toMatchObject({
      code: 'request.notPermitted',
    })
    const before = webBrowser(firm.server.url)
    await before.signIn(bo.email, PASSWORD)
    provider.says(ana)
    const mine = await through(firm.server.url)
    await firm.ana.ok('team.setRules', { oidcOnly: true })
    expect(await firm.ana.ok('team.signIn', {})).toMatchObject({
      rules: { oidcOnly: true, secondFactor: false },
      oidc: 'Weber Login',
    })
    expect((await before.get('/web/session')).status).toBe(401)
    expect((await mine.browser.get('/web/session')).status).toBe(200)
    const only = { body: { error: { code: 'team.oidcOnly' } } }
    expect(await webBrowser(firm.server.url).signIn(bo.email, PASSWORD)).toMatchObject(only)
    // Who does not know the password learns nothing of it.
    expect((await webBrowser(firm.server.url).signIn(bo.email, 'not the password')).status).toBe(401)
    const device = await world().device()
    const coming = { server: firm.server.url, email: bo.email, password: PASSWORD }
    expect(await device.refused('team.join', coming)).toMatchObject({ code: 'team.oidcOnly' })
    const { code } = await firm.ana.ok('team.invite', {
      email: 'cleo@example.com',
      name: 'Cleo',
      role: 'employee',
    })
    const invited = { ...coming, email: 'cleo@example.com', code }
    expect(await device.refused('team.join', invited)).toMatchObject({ code: 'team.oidcOnly' })
    // Devices that are in stay in.
    await bo.ok('team.sync', {})
    await firm.ana.ok('team.setRules', { oidcOnly: false })
    expect((await webBrowser(firm.server.url).signIn(bo.email, PASSWORD)).status).toBe(200)
  })

  test('H4 it speaks only for the domains that it was given, and its being away is said', async () => {
    const firm = await firmWithProvider({ oidc: { ...provider.config, domains: ['weber.example'] } })
    provider.says(ana)
    expect((await through(firm.server.url)).answer.status).toBe(403)
    const away = await firmWithProvider({ oidc: { ...provider.config, issuer: 'http://127.0.0.1:1' } })
    const answer = await webBrowser(away.server.url).get('/sign-in/oidc')
    expect(answer.text).toContain('Weber Login cannot be reached at the moment.')
    expect((await webBrowser(away.server.url).signIn('ana@example.com', PASSWORD)).status).toBe(200)
  })
})

test('H4 the file of the provider is checked before the server starts', () => {
  const dir = mkdtempSync(join(tmpdir(), 'daybook-oidc-'))
  const file = join(dir, 'oidc.json')
  const write = (value: object) => {
    writeFileSync(file, JSON.stringify(value))
    return () => readOidcConfig(file)
  }
  const good = {
    issuer: 'https://login.example.com',
    clientId: 'daybook',
    name: 'Login',
    clientSecretFile: 'secret',
  }
  writeFileSync(join(dir, 'secret'), 'hush\n', { mode: 0o600 })
  expect(write(good)()).toEqual({
    issuer: 'https://login.example.com',
    clientId: 'daybook',
    name: 'Login',
    secret: 'hush',
    emailIsVerified: false,
  })
  expect(write({ ...good, issuer: 'http://login.example.com' })).toThrow('not https')
  expect(write({ ...good, clientSecret: 'in the file' })).toThrow('clientSecret')
  expect(write({ ...good, name: '' })).toThrow('name')
  writeFileSync(join(dir, 'open'), 'hush\n', { mode: 0o644 })
  if (process.platform !== 'win32') expect(write({ ...good, clientSecretFile: 'open' })).toThrow('chmod 600')
})
