// A forgotten password, on a real server: the way back by an administrator's code, and everything that must not be one.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firmOf, firmOn, joined, PASSWORD, shiftedClock, STANDING } from './testing/firm.ts'
import type { World } from './testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from './testing/teamServer.ts'
import { webBrowser } from './testing/webBrowser.ts'

let opened: World
const world = (): World => opened
beforeAll(async () => {
  if (NO_POSTGRES === null) opened = await openWorld()
})
afterAll(async () => {
  if (NO_POSTGRES === null) await opened.close()
})

const NEW = 'another long enough one'
const DAY_MS = 86_400_000
const worthless = { status: 403, body: { error: { code: 'team.noPasswordCode' } } }

describe.skipIf(NO_POSTGRES !== null)('a forgotten password', () => {
  test('H4 a new one is chosen by the code of an administrator, once; the old one and every browser are out', async () => {
    const firm = await firmOf(world())
    const bo = await joined(world(), firm, 'Bo')
    const browser = webBrowser(firm.server.url)
    await browser.signIn(bo.email, PASSWORD)
    const { code } = await firm.ana.ok('team.passwordCode', { userId: bo.userId })
    // Until it is used the old one holds.
    expect((await browser.get('/web/session')).status).toBe(200)
    const page = await browser.get('/new-password')
    expect(page.text).toContain('id="new-password"')
    expect(page.text).not.toContain(code)
    const wanted = {
      email: ' BO@example.com',
      code: code.toLowerCase().replaceAll('-', ' '),
      newPassword: NEW,
    }
    expect((await browser.post('/web/new-password', wanted)).status).toBe(200)
    expect((await browser.get('/web/session')).status).toBe(401)
    expect(await browser.signIn(bo.email, PASSWORD)).toMatchObject({ status: 401 })
    expect(await browser.signIn(bo.email, NEW)).toMatchObject({ status: 200 })
    expect(await browser.post('/web/new-password', wanted)).toMatchObject(worthless)
    // Devices stay: they have a key of their own.
    await bo.ok('team.sync', {})
    const events = await firm.ana.ok('team.signInHistory', {})
    expect(events.slice(0, 2)).toMatchObject([
      { what: 'passwordChanged', userName: 'Bo' },
      { what: 'passwordCodeDrawn', userName: 'Bo', byName: 'Ana Weber' },
    ])
    const kept = JSON.stringify(await firm.server.database.all('SELECT * FROM password_code'))
    expect(kept).toBe('[]')
  })

  test('H4 nobody but an administrator draws one, and nobody for themselves', async () => {
    const firm = await firmOf(world())
    const bo = await joined(world(), firm, 'Bo', 'manager')
    const refused = { code: 'request.notPermitted' }
    expect(await bo.refused('team.passwordCode', { userId: firm.anaId })).toMatchObject(refused)
    expect(await firm.ana.refused('team.passwordCode', { userId: firm.anaId })).toMatchObject(refused)
    expect(await firm.ana.refused('team.passwordCode', { userId: 'nobody' })).toMatchObject({
      code: 'team.notMember',
    })
  })

  test('H4 a code of somebody else, an older one, one of yesterday and a guess are worth nothing, and guessing is slowed down', async () => {
    const { clock, pass } = shiftedClock(STANDING)
    const firm = await firmOf(world(), { clock })
    const bo = await joined(world(), firm, 'Bo')
    const eve = await joined(world(), firm, 'Eve')
    const browser = webBrowser(firm.server.url)
    const choose = (email: string, code: string) =>
      browser.post('/web/new-password', { email, code, newPassword: NEW })
    const first = await firm.ana.ok('team.passwordCode', { userId: bo.userId })
    const second = await firm.ana.ok('team.passwordCode', { userId: bo.userId })
    expect(await choose(bo.email, first.code)).toMatchObject(worthless)
    expect(await choose(eve.email, second.code)).toMatchObject(worthless)
    pass(DAY_MS)
    expect(await choose(bo.email, second.code)).toMatchObject(worthless)
    expect(await browser.signIn(bo.email, PASSWORD)).toMatchObject({ status: 200 })
    const all: number[] = []
    for (let n = 0; n < 14; n += 1) all.push((await choose(bo.email, `GUESS-${n}`)).status)
    expect(all.at(-1)).toBe(429)
  })

  test('H4 a foreign page cannot send one, and a short password is refused', async () => {
    const firm = await firmOf(world())
    const bo = await joined(world(), firm, 'Bo')
    const browser = webBrowser(firm.server.url)
    const { code } = await firm.ana.ok('team.passwordCode', { userId: bo.userId })
    const wanted = { email: bo.email, code, newPassword: NEW }
    const foreign = await browser.post('/web/new-password', wanted, {
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
    })
    expect(foreign.status).toBe(403)
    expect((await browser.post('/web/new-password', { ...wanted, newPassword: 'short' })).status).toBe(400)
    expect((await browser.post('/web/new-password', wanted)).status).toBe(200)
  })

  test('H4 who leads one firm gives no password to somebody who is in another one too', async () => {
    const server = await world().server(await world().newDatabase(), { open: true })
    const first = await firmOn(world(), server, 'ana@example.com')
    const second = await firmOn(world(), server, 'cleo@example.com')
    const bo = await joined(world(), first, 'Bo')
    const { code, userId } = await second.ana.ok('team.invite', {
      email: bo.email,
      role: 'employee',
      name: 'Bo',
    })
    const device = await world().device()
    await device.ok('team.join', { server: server.url, email: bo.email, password: PASSWORD, code })
    expect(await second.ana.refused('team.passwordCode', { userId })).toMatchObject({
      code: 'team.inAnotherFirm',
    })
    expect(await first.ana.refused('team.passwordCode', { userId: bo.userId })).toMatchObject({
      code: 'team.inAnotherFirm',
    })
  })
})
