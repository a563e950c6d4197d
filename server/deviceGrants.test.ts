// A device that a browser lets in, on a real server; and whoever would like to come in that way.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { realClock } from '../core/node/nodePorts.ts'
import { GRANT_MS } from './deviceGrants.ts'
import { firmOf, firmOn, joined, PASSWORD, shiftedClock, STANDING } from './testing/firm.ts'
import type { World } from './testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from './testing/teamServer.ts'
import { webBrowser } from './testing/webBrowser.ts'
import type { WebBrowser } from './testing/webBrowser.ts'

let opened: World
const world = (): World => opened
beforeAll(async () => {
  if (NO_POSTGRES === null) opened = await openWorld()
})
afterAll(async () => {
  if (NO_POSTGRES === null) await opened.close()
})

const signedIn = async (url: string, email = 'ana@example.com'): Promise<WebBrowser> => {
  const browser = webBrowser(url)
  await browser.signIn(email, PASSWORD)
  return browser
}

/** What a device asks, as bare as a program of somebody else would. */
const asDevice = async (url: string, path: string, body: object) => {
  const response = await fetch(`${url}/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'daybook-protocol': '1' },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe.skipIf(NO_POSTGRES !== null)('a device that signs in by a browser', () => {
  test('H4 shows a code, is named on the page of the server, and is in as whoever confirmed it', async () => {
    const { server, ana } = await firmOf(world())
    const browser = await signedIn(server.url)
    const device = await world().device()
    const shown = await device.ok('team.beginBrowser', { server: server.url })
    expect(shown.userCode).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)
    expect(shown.url).toBe(`${server.url}/device`)
    expect(await device.ok('team.askBrowser', {})).toMatchObject({ joined: false, status: { team: null } })
    const typed = { userCode: shown.userCode.toLowerCase().replace('-', ' ') }
    const found = await browser.post('/web/device/look', typed)
    expect(found.body).toMatchObject({ address: '127.0.0.1' })
    expect((found.body as { device: string }).device).not.toBe('')
    expect((await browser.post('/web/device/allow', typed)).status).toBe(200)
    const answer = await device.ok('team.askBrowser', {})
    expect(answer).toMatchObject({
      joined: true,
      status: { team: { email: 'ana@example.com', phase: 'on' } },
    })
    expect((await device.ok('app.state', {})).currentUser).toMatchObject({ name: 'Ana Weber' })
    expect(await ana.ok('team.devices', {})).toHaveLength(2)
    expect(await ana.ok('team.signInHistory', {})).toMatchObject([{ what: 'deviceByBrowser' }])
    // Neither code is worth anything more, nor is any kept.
    expect((await browser.post('/web/device/allow', typed)).status).toBe(404)
    expect(await server.database.all('SELECT 1 FROM device_grant')).toEqual([])
  })

  test('H4 the codes are good once and for ten minutes, and are kept as hashes', async () => {
    const { clock, pass } = shiftedClock(realClock)
    const { server } = await firmOf(world(), { clock })
    const browser = await signedIn(server.url)
    const begun = await asDevice(server.url, 'device-grants', { device: 'Laptop' })
    const { deviceCode, userCode } = begun.body as { deviceCode: string; userCode: string }
    const rows = JSON.stringify(await server.database.all('SELECT * FROM device_grant'))
    expect(rows).not.toContain(deviceCode)
    expect(rows).not.toContain(userCode.replace('-', ''))
    await browser.post('/web/device/allow', { userCode })
    const asked = await Promise.all(
      [1, 2, 3].map(() => asDevice(server.url, 'device-grants/ask', { deviceCode })),
    )
    expect(asked.map(({ status }) => status).sort()).toEqual([200, 404, 404])
    const late = (await asDevice(server.url, 'device-grants', { device: 'Laptop' })).body
    pass(GRANT_MS)
    expect((await browser.post('/web/device/allow', { userCode: late.userCode })).status).toBe(404)
    expect(await asDevice(server.url, 'device-grants/ask', { deviceCode: late.deviceCode })).toMatchObject({
      status: 404,
      body: { error: { code: 'team.noGrant' } },
    })
  })

  test('H4 what is denied stays denied, and who has left lets nobody in', async () => {
    const firm = await firmOf(world())
    const bo = await joined(world(), firm, 'Bo')
    const [ana, of] = [await signedIn(firm.server.url), await signedIn(firm.server.url, bo.email)]
    const begin = async () =>
      (await asDevice(firm.server.url, 'device-grants', { device: 'Laptop' })).body as {
        deviceCode: string
        userCode: string
      }
    const first = await begin()
    expect((await ana.post('/web/device/deny', first)).status).toBe(200)
    expect((await of.post('/web/device/allow', first)).status).toBe(404)
    expect(await asDevice(firm.server.url, 'device-grants/ask', first)).toMatchObject({
      status: 403,
      body: { error: { code: 'team.deviceDenied' } },
    })
    const second = await begin()
    expect((await of.post('/web/device/allow', second)).status).toBe(200)
    await firm.server.database.all('DELETE FROM member WHERE user_id = $1', bo.userId)
    expect((await asDevice(firm.server.url, 'device-grants/ask', second)).status).toBe(403)
  })

  test('H4 nobody confirms without being signed in, without the token of the page, or by guessing', async () => {
    const { server } = await firmOf(world(), { clock: STANDING })
    const begun = (await asDevice(server.url, 'device-grants', { device: 'Laptop' })).body
    const stranger = webBrowser(server.url)
    expect((await stranger.post('/web/device/allow', begun)).status).toBe(401)
    expect((await stranger.get('/device?code=ABCDEFGH')).headers.get('location')).toBe(
      `/sign-in?next=${encodeURIComponent('/device?code=ABCDEFGH')}`,
    )
    const browser = await signedIn(server.url)
    expect((await browser.post('/web/device/allow', begun, { 'daybook-csrf': undefined })).status).toBe(403)
    expect((await browser.post('/web/device/allow', begun, { origin: 'https://evil.example' })).status).toBe(
      403,
    )
    const page = await browser.get('/device?code=%22%3E%3Cscript%3Ealert(1)')
    expect(page.text).not.toContain('alert(1)')
    const guesses: number[] = []
    for (let n = 0; n < 12; n += 1)
      guesses.push((await browser.post('/web/device/look', { userCode: `AAAA-AA${n + 10}` })).status)
    expect(guesses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 404))
    expect(guesses.at(-1)).toBe(429)
    const many: number[] = []
    for (let n = 0; n < 12; n += 1)
      many.push((await asDevice(server.url, 'device-grants', { device: 'Laptop' })).status)
    expect(many.at(-1)).toBe(429)
  })

  test('H4 who confirms lets the device into their own organisation and no other', async () => {
    const server = await world().server(await world().newDatabase(), { open: true })
    const first = await firmOn(world(), server, 'ana@example.com')
    const second = await firmOn(world(), server, 'cleo@example.com')
    const device = await world().device()
    const { userCode } = await device.ok('team.beginBrowser', { server: server.url })
    const cleo = await signedIn(server.url, 'cleo@example.com')
    await cleo.post('/web/device/allow', { userCode })
    await device.ok('team.askBrowser', {})
    expect(await first.ana.ok('team.devices', {})).toHaveLength(1)
    expect(await second.ana.ok('team.devices', {})).toHaveLength(2)
  })

  test('H4 browsers that came in by a password alone are signed out once a second factor is demanded', async () => {
    const firm = await firmOf(world())
    const bo = await joined(world(), firm, 'Bo')
    const browser = await signedIn(firm.server.url, bo.email)
    // As an administrator’s would who has one.
    await firm.server.database.all(
      `INSERT INTO second_factor (account, secret, step, since, tries, wait_until)
       SELECT account, 'AAAA', 0, 0, 0, 0 FROM member WHERE user_id = $1`,
      firm.anaId,
    )
    await firm.ana.ok('team.setRules', { secondFactor: true })
    expect((await browser.get('/web/session')).status).toBe(401)
  })
})
