// Secrets are neither in the data, nor in the logs, nor on a command line: what a real host leaves behind, read as a stranger would.
import { chmodSync, readdirSync, readFileSync, statSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { enter, startHostIn } from '../host/testing/hostProcess.ts'
import { SET_UP } from '../host/testing/testHost.ts'
import { figure } from './figures.ts'
import { away, temporary } from './world.ts'

/** A browser that only writes down how it was called. */
function recorder(folder: string): { program: string; called: Promise<string[]> } {
  const program = join(folder, 'browser.sh')
  const called = join(folder, 'called')
  writeFileSync(
    program,
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${called}.partial' && mv '${called}.partial' '${called}'\n`,
  )
  chmodSync(program, 0o755)
  return {
    program,
    called: new Promise((done) => {
      const watcher = watch(folder, (_, name) => {
        if (name !== 'called') return
        watcher.close()
        done(readFileSync(called, 'utf8').trim().split('\n'))
      })
    }),
  }
}

// Only there can the opener be told which browser to take, and its command line be read.
describe.skipIf(process.platform !== 'linux')('secrets', () => {
  test('G5 what stands on a command line opens nothing after its first use, and no secret is in the data, the logs or the output', async () => {
    const folder = temporary()
    const dataDir = join(folder, 'data')
    onTestFinished(() => away(folder))
    const { program, called } = recorder(folder)
    // Nothing of a desktop, so that its own opener is not asked.
    const env = { PATH: process.env.PATH, HOME: folder, BROWSER: program }
    const host = await startHostIn(env, '--data', dataDir, '--open')
    const [address = ''] = await called
    const opener = new URL(address)
    expect(opener.origin).toBe(host.url.origin)
    expect(opener.searchParams.get('token')).not.toBe(host.url.searchParams.get('token'))
    expect(readFileSync(`/proc/${host.pid}/cmdline`, 'utf8')).not.toContain('token')

    const page = await enter(opener)
    expect(page.status).toBe(303)
    const again = await enter(opener)
    expect([again.status, again.cookie]).toEqual([401, ''])
    await page.api('organisation.setUp', SET_UP)
    await page.api('backup.create')
    await page.api('nothing.here')
    const answer = await fetch(host.url.origin, { headers: { cookie: page.cookie } })
    const { secret } = JSON.parse(readFileSync(join(dataDir, 'host.json'), 'utf8')) as { secret: string }
    const secrets = [
      secret,
      page.cookie.split('=')[1] ?? '',
      opener.searchParams.get('token') ?? '',
      host.url.searchParams.get('token') ?? '',
    ]
    expect(secrets.every((each) => each.length >= 32)).toBe(true)
    const shown = (await answer.text()) + JSON.stringify(await page.api('app.state')) + host.errors()
    await host.kill('SIGTERM')
    const files = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
      .map((name) => join(dataDir, name))
      .filter((file) => statSync(file).isFile())
    expect(files.some((file) => file.endsWith('.log'))).toBe(true)
    expect(files.some((file) => file.includes('backups') && file.endsWith('.db'))).toBe(true)
    for (const [index, each] of secrets.entries()) {
      expect(shown).not.toContain(each)
      const holding = files.filter((file) => readFileSync(file).includes(each))
      // The folder's own secret is in the one file that only its owner may read.
      expect(holding).toEqual(index === 0 ? [join(dataDir, 'host.json')] : [])
    }
    expect(statSync(join(dataDir, 'host.json')).mode & 0o777).toBe(0o600)
    figure({
      fault:
        'secrets looked for in the database, its backups, the logs, the output, the pages and on command lines',
      ids: 'G5',
      tried: secrets.length * (files.length + 2),
      unit: 'places',
      lost: 0,
      note: 'the browser’s opener is given a token that is good once, for a minute, and on Linux for the same user only',
      file: 'secrets',
    })
  })
})
