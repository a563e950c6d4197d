// The screens in a browser, from the server, over a real PostgreSQL: who may ask, what they are answered, and who else sees it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppEvent } from '../shared/contract/channel.ts'
import type { DeviceCommandName, QueryName } from '../shared/contract/contract.ts'
import { deviceCommands, isDeviceCommandName, queries, requests } from '../shared/contract/contract.ts'
import { OF_A_PAGE } from './screens/offers.ts'
import type { Firm } from './testing/firm.ts'
import { firmOf, joined, paidHourly } from './testing/firm.ts'
import { cookieOf, CSRF_HEADER, screensOf } from './testing/screens.ts'
import { rowsOf } from './testing/rowsOf.ts'
import type { World } from './testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from './testing/teamServer.ts'
import { webBrowser } from './testing/webBrowser.ts'

const HOUR = 3_600_000

let world: World
beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
afterAll(async () => {
  if (NO_POSTGRES === null) await world.close()
})

const yesterday = (hour: number): number =>
  (Math.floor(Date.now() / (24 * HOUR)) - 1) * 24 * HOUR + hour * HOUR

async function namesOf({ ana }: Firm) {
  const [customer] = (await ana.ok('customer.list', {})).rows
  const [category] = await ana.ok('category.list', {})
  return { acme: customer?.id ?? '', support: category?.id ?? '' }
}

describe.skipIf(NO_POSTGRES !== null)('the screens from the server', () => {
  test('H20 what is done in a browser counts at once, and a device has it after it has asked', async () => {
    const firm = await firmOf(world)
    const { acme, support } = await namesOf(firm)
    const page = await screensOf(firm.server, 'ana@example.com', 'Asia/Tokyo')
    const state = await page.ok('app.state', {})
    expect(state).toMatchObject({
      organisation: { name: 'Weber Advisers' },
      currentUser: { name: 'Ana Weber' },
      abilities: { shell: 'server' },
    })
    const started = await page.reply('timer.start', { customerId: acme, categoryId: support })
    expect(started).toMatchObject({ ok: true, commitId: expect.stringMatching(/^[0-9A-Z]{26}$/) })
    const { timerId } = await page
      .ok('timer.state', {})
      .then(({ timers }) => ({ timerId: timers[0]?.id ?? '' }))
    const noted = await page.reply('timer.note', { timerId, note: 'typed in a browser' })
    expect(noted.ok && noted.commitId).toBe(undefined)
    await page.ok('timer.stop', { timerId, note: 'stopped in a browser' })
    await firm.ana.ok('team.sync', {})
    expect(rowsOf(firm.ana).timeEntry).toMatchObject([
      { note: 'stopped in a browser', zone: 'Asia/Tokyo', userId: firm.anaId },
    ])
    // And what a device has sent is on the page.
    const { customerId } = await firm.ana.ok('customer.add', { name: 'Globex' })
    await firm.ana.ok('team.sync', {})
    expect(await page.ok('customer.get', { customerId })).toMatchObject({ name: 'Globex' })
    // Undone where it was done.
    const edit = await page.reply('customer.edit', { customerId, name: 'Globex Ltd.' })
    await page.ok('change.undo', { commitId: (edit.ok && edit.commitId) || '' })
    await firm.ana.ok('team.sync', {})
    expect(rowsOf(firm.ana).customer.map(({ name }) => name)).toContain('Globex')
  })

  test('H20 a refusal is answered like one of a device, with the same words', async () => {
    const firm = await firmOf(world)
    const { acme, support } = await namesOf(firm)
    const page = await screensOf(firm.server, 'ana@example.com')
    const { timerId } = await page.ok('timer.start', { customerId: acme, categoryId: support })
    await firm.ana.ok('team.sync', {})
    const here = await page.refused('customer.remove', { customerId: acme })
    expect(here).toMatchObject({ code: 'guard.customerDelete', details: { timers: [{ timerId }] } })
    expect(here).toEqual(await firm.ana.refused('customer.remove', { customerId: acme }))
    expect(await page.refused('customer.add', { name: '' })).toEqual(
      await firm.ana.refused('customer.add', { name: '' }),
    )
    const nothing = { customerId: acme, categoryId: support, startAt: yesterday(9), endAt: yesterday(8) }
    expect(await page.refused('entry.add', nothing)).toEqual(await firm.ana.refused('entry.add', nothing))
    expect(await page.refused('no.such' as never, {} as never)).toMatchObject({ code: 'request.unknown' })
  })

  test('H12 H20 what a device sends is heard by an open page within a second, only as far as its member may see it', async () => {
    const firm = await firmOf(world)
    const { acme, support } = await namesOf(firm)
    const eve = await joined(world, firm, 'Eve')
    const [ofAna, ofEve] = [
      await screensOf(firm.server, 'ana@example.com'),
      await screensOf(firm.server, eve.email),
    ]
    for (const page of [ofAna, ofEve]) await page.ok('app.state', {})
    const [ana, other] = [await ofAna.hear(), await ofEve.hear()]
    const entry = { customerId: acme, categoryId: support, startAt: yesterday(8), endAt: yesterday(9) }
    await firm.ana.ok('entry.add', entry)
    await firm.ana.ok('team.sync', {})
    const entities = (events: AppEvent[]) =>
      events.flatMap((event) => (event.type === 'changed' ? event.entities : []))
    await expect.poll(() => entities(ana.events), { timeout: 1_000 }).toContain('timeEntry')
    // What Eve may see comes to her after it, and nothing of that has come before.
    await firm.ana.ok('customer.add', { name: 'Globex' })
    await firm.ana.ok('team.sync', {})
    await expect.poll(() => entities(other.events), { timeout: 1_000 }).toEqual(['customer'])
    // A browser hears of another browser too.
    await ofEve.ok('timer.start', { customerId: acme, categoryId: support })
    await expect.poll(() => entities(ana.events), { timeout: 1_000 }).toContain('timer')
    ana.close()
    other.close()
  })

  test('H12 H20 two server processes: a page on one hears what was sent to the other', async () => {
    const firm = await firmOf(world)
    const second = await world.server(firm.server.databaseUrl)
    const page = await screensOf(second, 'ana@example.com')
    await page.ok('app.state', {})
    const { events, close } = await page.hear()
    const { customerId } = await firm.ana.ok('customer.add', { name: 'Globex' })
    await firm.ana.ok('team.sync', {})
    await expect
      .poll(() => events, { timeout: 1_500 })
      .toContainEqual({ type: 'changed', entities: ['customer'], commitId: null })
    expect(await page.ok('customer.get', { customerId })).toMatchObject({ name: 'Globex' })
    close()
  })

  test('F10 H14 H20 everybody is answered every query as on a device of theirs, and never what is nobody else’s business', async () => {
    const firm = await firmOf(world)
    const { acme, support } = await namesOf(firm)
    const eve = await joined(world, firm, 'Eve')
    await paidHourly(firm, 777_731)
    await firm.ana.ok('rate.set', {
      level: 'organisation',
      subjectId: null,
      validFrom: '2020-01-01',
      amountMinor: 999_937,
    })
    const own = await eve.ok('entry.add', {
      customerId: acme,
      categoryId: support,
      startAt: yesterday(10),
      endAt: yesterday(11),
      note: 'of Eve',
    })
    const others = await firm.ana.ok('entry.add', {
      customerId: acme,
      categoryId: support,
      startAt: yesterday(8),
      endAt: yesterday(9) + 17_000 * 60,
      note: 'of Ana alone',
    })
    const drafted = await firm.ana.ok('timer.start', { customerId: acme, categoryId: support })
    await firm.ana.ok('timer.note', { timerId: drafted.timerId, note: 'draft of Ana alone' })
    const { draftId } = await firm.ana.ok('timer.discard', { timerId: drafted.timerId })
    const { timerId } = await firm.ana.ok('timer.start', { customerId: acme, categoryId: support })
    // What goes on counting is no two times the same.
    await firm.ana.ok('timer.pause', { timerId })
    const ofEve = await eve.ok('timer.start', { customerId: acme, categoryId: support })
    await eve.ok('timer.note', { timerId: ofEve.timerId, note: 'draft of Eve alone' })
    await eve.ok('timer.discard', { timerId: ofEve.timerId })
    for (const device of [eve, firm.ana, eve]) await device.ok('team.sync', {})
    const secrets = ['777731', '999937', 'of Ana alone', ...others.entryIds, timerId, draftId ?? 'none']
    const seats = [
      { page: await screensOf(firm.server, eve.email), device: eve, secrets },
      {
        page: await screensOf(firm.server, 'ana@example.com'),
        device: firm.ana,
        secrets: [],
      },
    ]
    const values: Record<string, readonly unknown[]> = {
      customerId: [acme],
      userId: [eve.userId, firm.anaId],
      userIds: [[eve.userId], [firm.anaId]],
      entryId: [own.entryIds[0], others.entryIds[0]],
      timerId: [timerId],
      draftId: [draftId],
      text: ['of'],
      search: ['a'],
      date: [new Date(yesterday(8)).toISOString().slice(0, 10)],
      month: [new Date(yesterday(8)).toISOString().slice(0, 7)],
      from: [yesterday(0), new Date(yesterday(8)).toISOString().slice(0, 10)],
      to: [yesterday(24), new Date(yesterday(8)).toISOString().slice(0, 10)],
      year: [new Date().getFullYear()],
      by: [['customer', 'user', 'day']],
    }
    const waysOf = (name: QueryName): object[] => {
      const { args } = requests[name]
      const shape = 'shape' in args ? Object.keys(args.shape) : []
      let ways: Record<string, unknown>[] = [{}]
      for (const key of shape)
        ways = ways.flatMap((way) => [way, ...(values[key] ?? []).map((value) => ({ ...way, [key]: value }))])
      return ways.filter((way) => args.safeParse(way).success)
    }
    let answered = 0
    // Of the program that answers, and what a device alone keeps.
    const ofProgram = new Set<string>([
      'app.state',
      'team.status',
      'backup.list',
      'browser.list',
      'attention.list',
    ])
    for (const { page, device, secrets: never } of seats)
      for (const name of Object.keys(queries) as QueryName[])
        for (const way of waysOf(name)) {
          const said = await page.reply(name, way as never)
          const text = JSON.stringify(said)
          const asked = `${name} ${JSON.stringify(way)}`
          for (const secret of never) expect(text.includes(secret), `${asked}: ${secret}`).toBe(false)
          if (ofProgram.has(name)) continue
          const there = await device.app.invoke(name, way as never)
          if (said.ok) answered += 1
          else expect(said.error.code, asked).not.toBe('internal')
          expect.soft(settled(said), asked).toEqual(settled(there))
        }
    expect(answered).toBeGreaterThan(20)
    const everyone = await seats[0]?.page.refused('export.start', {
      what: { kind: 'payroll', month: '2026-01' },
    })
    expect(everyone).toMatchObject({ code: 'request.notPermitted' })
  })

  test('H20 without a session there is nothing; a foreign page, a missing token and a closed session are refused', async () => {
    const firm = await firmOf(world)
    const { url } = firm.server
    const nobody = webBrowser(url)
    const first = await nobody.get('/app/', { 'sec-fetch-dest': 'document' })
    expect([first.status, first.headers.get('location')]).toEqual([302, '/sign-in?next=%2Fapp%2F'])
    for (const path of ['/app/assets/main-AbC12345.js', '/app/licences.json', '/app/exports/1'])
      expect((await nobody.get(path, { 'sec-fetch-dest': 'script' })).status, path).toBe(401)
    expect(await nobody.post('/app/api/app.state')).toMatchObject({
      status: 401,
      body: { ok: false, error: { code: 'session.signedOut' } },
    })
    const page = await screensOf(firm.server, 'ana@example.com')
    const { browser } = page
    const ask = (headers: Record<string, string | undefined>) =>
      browser.post('/app/api/customer.add', { name: 'Mallory' }, headers)
    expect((await ask({ [CSRF_HEADER]: undefined })).status).toBe(403)
    expect((await ask({ [CSRF_HEADER]: 'guessed' })).status).toBe(403)
    expect((await ask({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await ask({ origin: undefined })).status).toBe(403)
    expect((await ask({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await ask({ 'content-type': 'text/plain' })).status).toBe(415)
    await expect(page.hear()).resolves.toBeTruthy()
    browser.csrf = 'guessed'
    await expect(page.hear()).rejects.toThrow(/40[13]/)
    expect(await page.ok('customer.list', {}).catch(() => null)).toBe(null)
    // A token of a device is none of a browser, and the other way round.
    const asDevice = await fetch(`${url}/v1/fill`, {
      headers: { cookie: cookieOf(browser), 'daybook-protocol': '1' },
    })
    expect(asDevice.status).toBe(401)
    const [row] = await firm.server.database.all<{ n: number }>(
      "SELECT count(*) AS n FROM row WHERE value LIKE '%Mallory%'",
    )
    expect(row?.n).toBe(0)
  })

  test('H20 signing out ends it at once, on the page that is open as well; so does the end of a membership', async () => {
    const firm = await firmOf(world)
    const eve = await joined(world, firm, 'Eve')
    const page = await screensOf(firm.server, eve.email)
    const { closed } = await page.hear()
    await page.browser.post('/web/sign-out')
    expect(await page.refused('app.state', {})).toMatchObject({ code: 'session.signedOut' })
    expect(await closed).toBe(4401)
    const again = await screensOf(firm.server, eve.email)
    await again.ok('app.state', {})
    await firm.ana.ok('user.edit', { userId: eve.userId, active: false })
    await firm.ana.ok('team.sync', {})
    expect((await again.refused('app.state', {})).code).toMatch(/notMember|signedOut/)
    expect((await again.refused('customer.add', { name: 'Too late' })).code).toMatch(/notMember|signedOut/)
  })

  test('H20 the pages are those of a device, under a policy as strict as the host’s', async () => {
    // Tests come before the screens are built.
    const screens = world.folder()
    mkdirSync(join(screens, 'assets'))
    writeFileSync(join(screens, 'assets', 'main-AbC12345.js'), 'void 0')
    writeFileSync(
      join(screens, 'index.html'),
      '<!doctype html><head></head><script type="module" src="./assets/main-AbC12345.js"></script>',
    )
    const firm = await firmOf(world, { screens })
    const { browser } = await screensOf(firm.server, 'ana@example.com')
    const page = await browser.get('/app/', { 'sec-fetch-dest': 'document' })
    expect(page.status).toBe(200)
    const policy = page.headers.get('content-security-policy') ?? ''
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      `connect-src 'self' ${firm.server.url.replace('http', 'ws')}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
      expect(policy.split('; ')).toContain(part)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('x-frame-options')).toBe('DENY')
    expect(page.text).toContain(`<meta name="csrf" content="${browser.csrf}"`)
    const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(page.text)?.[1] ?? ''
    const answer = await browser.get(`/app/${script}`)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([
      200,
      'private, max-age=31536000, immutable',
    ])
    expect((await browser.get('/app/../../package.json')).status).not.toBe(200)
    expect((await browser.get('/app/nothing')).status).toBe(404)
  })

  test('H20 B43 a workbook is made on the server and fetched by who asked for it alone', async () => {
    const firm = await firmOf(world)
    const { acme, support } = await namesOf(firm)
    const eve = await joined(world, firm, 'Eve')
    const page = await screensOf(firm.server, 'ana@example.com')
    const date = new Date(yesterday(8)).toISOString().slice(0, 10)
    await page.ok('entry.add', {
      customerId: acme,
      categoryId: support,
      startAt: yesterday(8),
      endAt: yesterday(9),
    })
    const { events, close } = await page.hear()
    const what = { kind: 'userMonth', userId: firm.anaId, month: date.slice(0, 7) } as const
    const { jobId } = await page.ok('export.start', { what })
    await expect
      .poll(async () => (await page.ok('export.get', { jobId })).state, { timeout: 20_000 })
      .toBe('done')
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'export',
        job: expect.objectContaining({ state: 'done', path: null }),
      }),
    )
    const response = await fetch(`${firm.server.url}/app/exports/${jobId}`, {
      headers: { cookie: cookieOf(page.browser) },
    })
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename=/)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await response.arrayBuffer())
    expect(workbook.worksheets.length).toBeGreaterThan(0)
    const other = await screensOf(firm.server, eve.email)
    expect((await other.browser.get(`/app/exports/${jobId}`)).status).toBe(404)
    expect(await other.refused('export.get', { jobId })).toMatchObject({ code: 'notFound.export' })
    close()
  })

  test('H20 what belongs to a device is neither offered nor answered, and the member is always who asks', async () => {
    const firm = await firmOf(world)
    const eve = await joined(world, firm, 'Eve')
    const page = await screensOf(firm.server, 'ana@example.com')
    const { permitted } = await page.ok('app.state', {})
    const offered = permitted.filter((name) => isDeviceCommandName(name)).sort()
    expect(offered).toEqual([...OF_A_PAGE].sort())
    expect(permitted).not.toContain('backup.list')
    const rest = (Object.keys(deviceCommands) as DeviceCommandName[]).filter(
      (name) => !(OF_A_PAGE as readonly string[]).includes(name),
    )
    for (const name of rest) {
      const reply = await page.reply(name, { userId: eve.userId, deviceId: 'x' } as never)
      expect(reply.ok, name).toBe(false)
      if (!reply.ok) expect(['device.unavailable', 'request.invalid'], name).toContain(reply.error.code)
    }
    expect(await page.refused('session.switchUser', { userId: eve.userId })).toMatchObject({
      code: 'device.unavailable',
    })
    expect(await page.refused('export.start', { what: { kind: 'everything' } })).toMatchObject({
      code: 'device.unavailable',
    })
    // How one likes it is one's own, and kept by the server.
    await page.ok('preferences.save', { language: 'de', colorScheme: 'dark' })
    const second = await world.server(firm.server.databaseUrl)
    const again = await screensOf(second, 'ana@example.com')
    expect((await again.ok('app.state', {})).preferences).toMatchObject({
      language: 'de',
      colorScheme: 'dark',
    })
    const ofEve = await screensOf(firm.server, eve.email)
    expect((await ofEve.ok('app.state', {})).preferences.language).toBe('system')
  })
})

/** Without the moment of the answer, which no two share. */
const settled = (reply: unknown): unknown =>
  JSON.parse(JSON.stringify(reply, (key, value: unknown) => (MOMENTS.has(key) ? null : value)))
const MOMENTS: ReadonlySet<string> = new Set(['now', 'incident'])
