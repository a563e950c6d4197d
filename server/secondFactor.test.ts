// The second factor on a real server, from devices and browsers; and what must not get around it.
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { realClock } from '../core/node/nodePorts.ts'
import { PERIOD_MS } from './secondFactor.ts'
import { firmOf, joined, PASSWORD, shiftedClock, STANDING } from './testing/firm.ts'
import type { Firm } from './testing/firm.ts'
import type { Device, World } from './testing/teamServer.ts'
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

type Timed = Firm & { now(): number; pass(ms: number): void }

/** On a clock that only a test moves on, as a code counts for half a minute; it begins in the middle of a step. */
async function timed(): Promise<Timed> {
  const began = realClock.now()
  const { clock, pass } = shiftedClock({ ...STANDING, now: () => began })
  pass(PERIOD_MS - (clock.now() % PERIOD_MS) + PERIOD_MS / 2)
  return { ...(await firmOf(world(), { clock })), now: () => clock.now(), pass }
}

const codeAt = (secret: string, now: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now })

/** Somebody sets up a second factor in the app. The code of that moment is used up. */
async function setUp({ now }: Timed, device: Device): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret, uri } = await device.ok('team.drawFactor', {})
  expect(uri).toContain(`secret=${secret}`)
  const { recoveryCodes } = await device.ok('team.setFactor', {
    password: PASSWORD,
    newFactor: { secret, code: codeAt(secret, now()) },
  })
  return { secret, recoveryCodes }
}

const refusedWith = (code: string) => ({ body: { error: { code } } })

describe.skipIf(NO_POSTGRES !== null)('a second factor', () => {
  test('H4 is asked for by a further device and by a browser, once somebody has set it up', async () => {
    const firm = await timed()
    const { secret, recoveryCodes } = await setUp(firm, firm.ana)
    expect(new Set(recoveryCodes).size).toBe(10)
    expect(await firm.ana.ok('team.signIn', {})).toMatchObject({
      email: 'ana@example.com',
      secondFactor: { recoveryLeft: 10 },
      rules: { secondFactor: false },
    })
    const coming = { server: firm.server.url, email: 'ana@example.com', password: PASSWORD }
    const second = await world().device()
    expect(await second.refused('team.join', coming)).toMatchObject({ code: 'team.factorNeeded' })
    expect(await second.refused('team.join', { ...coming, secondFactor: '000000' })).toMatchObject({
      code: 'team.factorWrong',
    })
    // Whoever does not know the password hears nothing of a second factor.
    const guess = { ...coming, password: 'not the password', secondFactor: '000000' }
    expect(await second.refused('team.join', guess)).toMatchObject({ code: 'team.wrongPassword' })
    firm.pass(PERIOD_MS)
    const status = await second.ok('team.join', { ...coming, secondFactor: codeAt(secret, firm.now()) })
    expect(status.team).toMatchObject({ userName: 'Ana Weber' })
    firm.pass(PERIOD_MS)
    const browser = webBrowser(firm.server.url)
    expect(await browser.signIn('ana@example.com', PASSWORD)).toMatchObject(refusedWith('team.factorNeeded'))
    expect(browser.cookies.size).toBe(0)
    const spaced = codeAt(secret, firm.now()).replace(/(...)/, '$1 ')
    await browser.signIn('ana@example.com', PASSWORD, { secondFactor: spaced })
    expect((await browser.get('/web/session')).body).toMatchObject({ method: 'twoFactors' })
  })

  test('H4 a code is good for once, half a minute early or late, and never after a newer one', async () => {
    const firm = await timed()
    const { secret } = await setUp(firm, firm.ana)
    const browser = webBrowser(firm.server.url)
    const tried = async (at: number) =>
      (await browser.signIn('ana@example.com', PASSWORD, { secondFactor: codeAt(secret, at) })).status
    // The one that set it up.
    expect(await tried(firm.now())).toBe(401)
    firm.pass(10 * PERIOD_MS)
    expect(await tried(firm.now() - 2 * PERIOD_MS)).toBe(401)
    expect(await tried(firm.now() + 2 * PERIOD_MS)).toBe(401)
    expect(await tried(firm.now() - PERIOD_MS)).toBe(200)
    expect(await tried(firm.now() - PERIOD_MS)).toBe(401)
    firm.pass(1000)
    expect(await tried(firm.now() + PERIOD_MS)).toBe(200)
    expect(await tried(firm.now())).toBe(401)
    firm.pass(10 * PERIOD_MS)
    // Of many at once with the same code one gets in.
    const secondFactor = codeAt(secret, firm.now())
    const many = await Promise.all(
      [1, 2, 3, 4].map(
        async () =>
          (await webBrowser(firm.server.url).signIn('ana@example.com', PASSWORD, { secondFactor })).status,
      ),
    )
    expect(many.filter((status) => status === 200)).toHaveLength(1)
  })

  test('H4 guessing codes is slowed down for each account, wherever it comes from, and many at once are many tries', async () => {
    const firm = await timed()
    const { secret } = await setUp(firm, firm.ana)
    const browser = webBrowser(firm.server.url)
    const guess = (n: number) =>
      browser.signIn('ana@example.com', PASSWORD, { secondFactor: String(n).padStart(6, '0') })
    const all = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(guess))
    expect(all.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5)
    const [row] = await firm.server.database.all<{ tries: number; wait_until: number }>(
      'SELECT tries, wait_until FROM second_factor',
    )
    expect(row?.tries).toBe(5)
    expect(row?.wait_until).toBeGreaterThan(firm.now())
    // Nor does the right one help until then, though the limit of sign-ins would let it through.
    firm.pass(20_000)
    const right = () =>
      browser.signIn('ana@example.com', PASSWORD, { secondFactor: codeAt(secret, firm.now()) })
    expect((await right()).status).toBe(429)
    firm.pass(60_000)
    expect((await right()).status).toBe(200)
    expect(await firm.server.database.all('SELECT tries FROM second_factor')).toEqual([{ tries: 0 }])
    // The waits grow.
    firm.pass(600_000)
    const waits: number[] = []
    for (let n = 0; n < 8; n += 1) {
      await guess(n)
      const [now] = await firm.server.database.all<{ wait_until: number }>(
        'SELECT wait_until FROM second_factor',
      )
      waits.push(Math.max(0, Math.round(((now?.wait_until ?? 0) - firm.now()) / 1000)))
      firm.pass(Math.max(0, (now?.wait_until ?? 0) - firm.now()) + 10_000)
    }
    expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240])
  })

  test('H4 a recovery code lets in once; new ones take the place of the old; only hashes are kept', async () => {
    const firm = await timed()
    const { secret, recoveryCodes } = await setUp(firm, firm.ana)
    const [first = '', second = ''] = recoveryCodes
    const rows = JSON.stringify(await firm.server.database.all('SELECT * FROM recovery_code'))
    expect(rows).not.toContain(first)
    expect(rows).not.toContain(first.replaceAll('-', ''))
    const browser = webBrowser(firm.server.url)
    const tried = async (secondFactor: string) =>
      (await browser.signIn('ana@example.com', PASSWORD, { secondFactor })).status
    expect(await tried(first.toLowerCase().replaceAll('-', ' '))).toBe(200)
    expect(await tried(first)).toBe(401)
    firm.pass(PERIOD_MS)
    const proof = { password: PASSWORD, secondFactor: codeAt(secret, firm.now()) }
    const fresh = await firm.ana.ok('team.renewRecoveryCodes', proof)
    expect(await tried(second)).toBe(401)
    expect(await tried(fresh.recoveryCodes[0] ?? '')).toBe(200)
    const history = await firm.ana.ok('team.signInHistory', {})
    expect(history.map(({ what, userName }) => `${what} ${userName}`)).toEqual([
      'recoveryCodeUsed Ana Weber',
      'recoveryCodesDrawn Ana Weber',
      'recoveryCodeUsed Ana Weber',
      'factorSet Ana Weber',
    ])
  })

  test('H4 turning it off takes the password and a code', async () => {
    const firm = await timed()
    const { secret } = await setUp(firm, firm.ana)
    firm.pass(PERIOD_MS)
    const off = (password: string, secondFactor: string) =>
      firm.ana.refused('team.dropFactor', { password, secondFactor })
    expect(await off('not the password', codeAt(secret, firm.now()))).toMatchObject({
      code: 'team.wrongPassword',
    })
    expect(await off(PASSWORD, '000000')).toMatchObject({ code: 'team.factorWrong' })
    const proof = { password: PASSWORD, secondFactor: codeAt(secret, firm.now()) }
    await firm.ana.ok('team.dropFactor', proof)
    expect((await firm.ana.ok('team.signIn', {})).secondFactor).toBeNull()
    expect(await firm.server.database.all('SELECT 1 FROM recovery_code')).toEqual([])
    expect((await webBrowser(firm.server.url).signIn('ana@example.com', PASSWORD)).status).toBe(200)
  })

  test('H4 where the firm demands it, who has none sets it up on the way in, by an invitation, by a device, by a browser', async () => {
    const firm = await timed()
    const bo = await joined(world(), firm, 'Bo')
    expect(await firm.ana.refused('team.setRules', { secondFactor: true })).toMatchObject({
      code: 'team.factorFirst',
    })
    const { secret } = await setUp(firm, firm.ana)
    expect(await bo.refused('team.setRules', { secondFactor: true })).toMatchObject({
      code: 'request.notPermitted',
    })
    await firm.ana.ok('team.setRules', { secondFactor: true })
    firm.pass(PERIOD_MS)
    const proof = { password: PASSWORD, secondFactor: codeAt(secret, firm.now()) }
    expect(await firm.ana.refused('team.dropFactor', proof)).toMatchObject({ code: 'team.factorDemanded' })

    const { code } = await firm.ana.ok('team.invite', {
      email: 'cleo@example.com',
      name: 'Cleo',
      role: 'employee',
    })
    const cleo = await world().device()
    const coming = { server: firm.server.url, email: 'cleo@example.com', password: PASSWORD, code }
    expect(await cleo.refused('team.join', coming)).toMatchObject({ code: 'team.factorMissing' })
    // Nothing was made of it.
    expect(await firm.server.database.all("SELECT 1 FROM account WHERE email = 'cleo@example.com'")).toEqual(
      [],
    )
    const drawn = await cleo.ok('team.drawFactor', { server: firm.server.url, email: 'cleo@example.com' })
    const wrong = { secret: drawn.secret, code: '000000' }
    expect(await cleo.refused('team.join', { ...coming, newFactor: wrong })).toMatchObject({
      code: 'team.factorWrong',
    })
    const newFactor = { secret: drawn.secret, code: codeAt(drawn.secret, firm.now()) }
    const status = await cleo.ok('team.join', { ...coming, newFactor })
    expect(status.team?.userName).toBe('Cleo')
    expect(status.recoveryCodes).toHaveLength(10)

    // Bo is in already and stays; a browser of his has to.
    await bo.ok('team.sync', {})
    const browser = webBrowser(firm.server.url)
    expect(await browser.signIn(bo.email, PASSWORD)).toMatchObject(refusedWith('team.factorMissing'))
    const page = await browser.post('/web/second-factor/draw', { email: bo.email })
    const shown = page.body as { secret: string; picture: string }
    expect(shown.picture).toContain('<svg')
    const own = { secret: shown.secret, code: codeAt(shown.secret, firm.now()) }
    const answer = await browser.signIn(bo.email, PASSWORD, { newFactor: own })
    expect((answer.body as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(10)
    const { members } = await firm.ana.ok('team.members', {})
    expect(members.every((member) => member.secondFactor)).toBe(true)
    // Who has one is not asked to set up another instead of showing it.
    const other = await browser.post('/web/sign-in', { email: bo.email, password: PASSWORD, newFactor: own })
    expect(other).toMatchObject(refusedWith('team.factorNeeded'))
  })

  test('H4 an administrator resets somebody’s, which ends their browsers and is written down; nobody resets their own', async () => {
    const firm = await timed()
    const bo = await joined(world(), firm, 'Bo')
    const { secret } = await setUp(firm, bo)
    firm.pass(PERIOD_MS)
    const browser = webBrowser(firm.server.url)
    await browser.signIn(bo.email, PASSWORD, { secondFactor: codeAt(secret, firm.now()) })
    expect(await bo.refused('team.resetFactor', { userId: firm.anaId })).toMatchObject({
      code: 'request.notPermitted',
    })
    expect(await firm.ana.refused('team.resetFactor', { userId: firm.anaId })).toMatchObject({
      code: 'request.notPermitted',
    })
    await firm.ana.ok('team.resetFactor', { userId: bo.userId })
    expect((await browser.get('/web/session')).status).toBe(401)
    expect((await browser.signIn(bo.email, PASSWORD)).status).toBe(200)
    const [newest] = await firm.ana.ok('team.signInHistory', {})
    expect(newest).toMatchObject({ what: 'factorReset', userName: 'Bo', byName: 'Ana Weber' })
    expect(await bo.refused('team.signInHistory', {})).toMatchObject({ code: 'request.notPermitted' })
  })

  test('H4 a browser that is signed in sets it up and takes it away on its own page, with the token of that page', async () => {
    const firm = await timed()
    const browser = webBrowser(firm.server.url)
    await browser.signIn('ana@example.com', PASSWORD)
    const { secret } = (await browser.post('/web/second-factor/draw', { email: 'ana@example.com' })).body as {
      secret: string
    }
    const wanted = { password: PASSWORD, newFactor: { secret, code: codeAt(secret, firm.now()) } }
    expect((await browser.post('/web/second-factor', wanted, { 'daybook-csrf': 'x' })).status).toBe(403)
    expect((await browser.post('/web/second-factor', wanted)).status).toBe(200)
    expect((await browser.post('/web/second-factor', wanted)).status).toBe(409)
    firm.pass(PERIOD_MS)
    const proof = { password: PASSWORD, secondFactor: codeAt(secret, firm.now()) }
    expect((await browser.post('/web/second-factor/off', proof)).status).toBe(200)
  })
})
