// The program as installers hold it: packed, started with all its fuses, exported from, quit, and brought a newer version by a feed.
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readZip } from '../electron/testing/readZip.ts'
import { commandLine, openInstalled, pack } from './support/installed.ts'
import { setUpFirm } from './support/program.ts'
import { expect, test } from './support/test.ts'

test.describe('the installed program', { tag: '@desktop' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-installed-'))
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const signed = (text: string, key = privateKey) => sign(null, Buffer.from(text), key).toString('base64')
  /** What the feed's folder on the web holds. */
  const offered = new Map<string, string>()
  const web = createServer((request, response) => {
    const text = offered.get((request.url ?? '').slice(1))
    if (text === undefined) response.writeHead(404).end()
    else response.end(text)
  })
  let program = ''

  test.beforeAll(async () => {
    test.setTimeout(600_000)
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
    program = await pack(folder, {
      feed: `http://127.0.0.1:${(web.address() as AddressInfo).port}/`,
      key: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    })
  })
  test.afterAll(() => {
    web.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  test('G6 it starts, records, exports, quits, and its command line reads the same data', async () => {
    const data = join(folder, 'data')
    const first = await openInstalled(program, data)
    const { customerId, categoryIds } = await setUpFirm(first)
    await first.call('preferences.save', { whenClosed: 'quit' })
    const categoryId = categoryIds['Support'] ?? null
    const { timerId } = await first.call('timer.start', { customerId, categoryId })
    await first.call('timer.stop', { timerId, note: 'Packed and sent.' })
    expect(await first.call('backup.create', {})).toMatchObject({ verified: true })
    await first.page.evaluate(() => window.close())
    expect((await first.ended).code).toBe(0)

    const workbook = join(folder, 'acme.xlsx')
    await commandLine(program, '--data', data, 'export', '--customer', 'Acme', '--out', workbook)
    expect([...readZip(readFileSync(workbook)).keys()]).toContain('xl/workbook.xml')
    expect(JSON.parse(await commandLine(program, '--data', data, 'verify', '--json'))).toMatchObject({})

    const again = await openInstalled(program, data)
    const { timerId: running } = await again.call('timer.start', { customerId, categoryId })
    again.process.kill('SIGTERM')
    expect((await again.ended).code).toBe(0)
    expect(await commandLine(program, '--data', data, 'status', '--json')).toContain(running)
  })

  test('J15 it believes only what we signed, fetches it beside the work, and quitting installs it', async () => {
    test.skip(process.platform !== 'linux', 'elsewhere an installer runs that a test must not run')
    const place = join(folder, 'Daybook.AppImage')
    const proof = join(folder, 'installed')
    writeFileSync(place, 'the old one', { mode: 0o755 })
    const image = `#!/bin/sh\necho "$APPIMAGE_EXIT_AFTER_INSTALL" >'${proof}'\n`
    const name = 'Daybook-99.0.0.AppImage'
    const feedFile = `latest-linux${process.arch === 'x64' ? '' : `-${process.arch}`}.yml`
    const feed = (version: string, of = image, more = '') => {
      const sha512 = createHash('sha512').update(of).digest('base64')
      return `version: ${version}\nfiles:\n  - url: ${name}\n    sha512: ${sha512}\n    size: ${of.length}\npath: ${name}\nsha512: ${sha512}\nreleaseNotes: Small things.\n${more}`
    }
    const offer = (text: string, signature = signed(text)) =>
      offered.set(feedFile, text).set(`${feedFile}.sig`, signature).set(name, image)

    const app = await openInstalled(program, join(folder, 'dataOfUpdates'), { APPIMAGE: place })
    const firm = await setUpFirm(app)
    await app.call('preferences.save', { whenClosed: 'quit', updates: false })
    const check = () => app.call('update.check', {})
    expect(await check()).toMatchObject({ state: 'unreachable' })
    offer(feed('99.0.0'), signed(feed('99.0.0'), generateKeyPairSync('ed25519').privateKey))
    expect(await check()).toMatchObject({ state: 'lied' })
    offer(feed('99.0.0').replace('Small', 'Other'), signed(feed('99.0.0')))
    expect(await check()).toMatchObject({ state: 'lied' })
    offer(feed('0.0.1'))
    expect(await check()).toMatchObject({ state: 'current' })
    offer(feed('99.0.0', image, 'stagingPercentage: 0\n'))
    expect(await check()).toMatchObject({ state: 'current' })
    offer(feed('99.0.0', 'a file that nobody offers'))
    expect(await check()).toMatchObject({ state: 'failed' })

    const { timerId } = await app.call('timer.start', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
    })
    offer(feed('99.0.0'))
    expect(await check()).toEqual({ state: 'ready', version: '99.0.0', notes: 'Small things.' })
    expect((await app.call('timer.state', {})).timers).toMatchObject([{ id: timerId, state: 'running' }])
    expect(existsSync(proof)).toBe(false)
    await app.call('timer.stop', { timerId, note: '' })
    await app.page.evaluate(() => window.close())
    expect((await app.ended).code).toBe(0)
    expect(readFileSync(place, 'utf8')).toBe(image)
    expect(readFileSync(proof, 'utf8')).toBe('true\n')
  })
})
