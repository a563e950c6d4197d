// Signing in to a team on the command line: the second factor, and joining by a browser.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { PERIOD_MS } from '../server/secondFactor.ts'
import { realClock } from '../core/node/nodePorts.ts'
import { PASSWORD, shiftedClock } from '../server/testing/firm.ts'
import type { World } from '../server/testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from '../server/testing/teamServer.ts'
import { webBrowser } from '../server/testing/webBrowser.ts'
import { processesOn, spawnCli } from './testing/spawnCli.ts'

let opened: World
const world = (): World => opened
beforeAll(async () => {
  if (NO_POSTGRES === null) opened = await openWorld()
})
afterAll(async () => {
  if (NO_POSTGRES === null) await opened.close()
})
afterEach(() => {
  delete process.env.DAYBOOK_PASSWORD
  delete process.env.DAYBOOK_NEW_PASSWORD
  delete process.env.DAYBOOK_SECOND_FACTOR
})

describe.skipIf(NO_POSTGRES !== null)('daybook team', () => {
  test('H4 a second factor is shown, demanded and asked for, from a file or the environment, and never stands on a command line', async () => {
    const { clock, pass } = shiftedClock(realClock)
    const server = await world().server(await world().newDatabase(), { clock })
    const ana = processesOn(temporaryFolder())
    await ana.setUp()
    process.env.DAYBOOK_PASSWORD = PASSWORD
    await ana.done('team', 'create', '--server', server.url, '--email', 'ana@example.com')
    expect(await ana.done('team', 'sign-in', 'show')).toContain('Second factor: none.')
    expect((await ana.run('team', 'sign-in', 'demand', 'second-factor')).err).toContain('of your own first')
    process.env.DAYBOOK_NEW_PASSWORD = `${PASSWORD}, another`
    await ana.done('team', 'sign-in', 'password')
    expect((await ana.run('team', 'sign-in', 'password')).err).toContain('password is wrong')
    process.env.DAYBOOK_PASSWORD = process.env.DAYBOOK_NEW_PASSWORD
    process.env.DAYBOOK_NEW_PASSWORD = PASSWORD
    await ana.done('team', 'sign-in', 'password')
    process.env.DAYBOOK_PASSWORD = PASSWORD
    const { secret } = JSON.parse(await ana.done('call', 'team.drawFactor', '{}')) as { secret: string }
    const codeNow = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now() })
    const newFactor = { secret, code: codeNow() }
    await ana.done('call', 'team.setFactor', JSON.stringify({ password: PASSWORD, newFactor }))
    expect(await ana.done('team', 'sign-in', 'show')).toContain('Recovery codes left: 10.')
    await ana.done('team', 'sign-in', 'demand', 'second-factor')
    expect((await ana.run('team', 'sign-in', 'demand', 'a miracle')).code).toBe(2)
    expect(await ana.done('team', 'sign-in', 'history')).toContain('second factor demanded of everybody')

    const folder = temporaryFolder()
    const second = processesOn(folder)
    const joining = ['team', 'join', '--server', server.url, '--email', 'ana@example.com']
    const without = await second.run(...joining)
    expect([without.code, without.err]).toEqual([2, expect.stringContaining('--code-file')])
    pass(PERIOD_MS)
    const file = join(temporaryFolder(), 'code')
    writeFileSync(file, '000000\n')
    const wrong = await second.run(...joining, '--code-file', file)
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('The code is wrong')])
    writeFileSync(file, `${codeNow()}\n`)
    expect(await second.done(...joining, '--code-file', file)).toContain('This device is in the team as Ana.')
    pass(PERIOD_MS)
    process.env.DAYBOOK_SECOND_FACTOR = codeNow()
    const codes = await second.done('team', 'sign-in', 'recovery-codes')
    expect(codes.match(/^ {2}[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}$/gm)).toHaveLength(10)
  })

  test('H4 a device joins by a browser: the code is shown, and the command ends when it was confirmed', async () => {
    const server = await world().server(await world().newDatabase())
    const ana = processesOn(temporaryFolder())
    await ana.setUp()
    process.env.DAYBOOK_PASSWORD = PASSWORD
    await ana.done('team', 'create', '--server', server.url, '--email', 'ana@example.com')
    const { child, ended } = spawnCli(
      '--data',
      temporaryFolder(),
      'team',
      'join',
      '--server',
      server.url,
      '--browser',
    )
    const userCode = await new Promise<string>((resolve) => {
      let said = ''
      child.stderr?.on('data', (text: string) => {
        said += text
        const code = /^ {2}([A-Z0-9]{4}-[A-Z0-9]{4})$/m.exec(said)?.[1]
        if (code !== undefined) resolve(code)
      })
    })
    const browser = webBrowser(server.url)
    await browser.signIn('ana@example.com', PASSWORD)
    expect((await browser.post('/web/device/allow', { userCode })).status).toBe(200)
    expect(await ended).toMatchObject({
      code: 0,
      out: expect.stringContaining('in the team as Ana') as string,
    })
    const nobody = await processesOn(temporaryFolder()).run('team', 'join', '--server', server.url)
    expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining('--browser')])
  })
})
