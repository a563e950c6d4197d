// Secrets are neither in the data, nor in the logs, nor on a command line: what a real host leaves behind, read as a stranger would.
import { chmodSync, readdirSync, readFileSync, statSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { enter, startHostIn } from '../host/testing/hostProcess.ts'
import { visit } from '../host/testing/visit.ts'
import { send, SET_UP, VISIT } from '../host/testing/testHost.ts'
import { figure } from './figures.ts'
import { away, temporary } from './world.ts'

/**
 * A browser that only writes down how it was called, all that stands on any command line of the computer just then, and the
 * environment that it was given.
 */
function recorder(folder: string, called: string): { program: string; seen: Promise<Seen> } {
  const program = join(folder, `${called}.sh`)
  const [args, lines, environment] = ['args', 'lines', 'environment'].map((name) =>
    join(folder, `${called}.${name}`),
  )
  writeFileSync(
    program,
    `#!/bin/sh
env > '${environment}'
# One that ends meanwhile is not there to be read.
cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' '\\n' > '${lines}'
printf '%s\\n' "$@" > '${args}.partial' && mv '${args}.partial' '${args}'
`,
  )
  chmodSync(program, 0o755)
  const read = (file = ''): string => readFileSync(file, 'utf8').trim()
  return {
    program,
    seen: new Promise((done) => {
      const watcher = watch(folder, (_, name) => {
        if (name !== `${called}.args`) return
        watcher.close()
        done({ args: read(args).split('\n'), lines: read(lines), environment: read(environment) })
      })
    }),
  }
}
type Seen = { args: string[]; lines: string; environment: string }

/** '' where it has ended meanwhile. */
function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code)))
      return ''
    throw error
  }
}

/** By the address that the browser was called with, as a browser comes. */
async function enterByDoor(door: URL) {
  const { status, headers } = await send(Number(door.port), door.pathname, {
    headers: { ...VISIT, host: door.host },
  })
  const key = headers.location?.split('#key=')[1] ?? ''
  return { status, cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '', key }
}

// Only there can the opener be told which browser to take, and every command line be read.
describe.skipIf(process.platform !== 'linux')('secrets', () => {
  test('G5 no secret stands on any command line, or is in the data, the logs or the output, at a first start and at a second', async () => {
    const folder = temporary()
    const dataDir = join(folder, 'data')
    onTestFinished(() => away(folder))
    const [first, second] = [recorder(folder, 'first'), recorder(folder, 'second')]
    // Nothing of a desktop, so that its own opener is not asked.
    const env = { PATH: process.env.PATH, HOME: folder }
    const host = await startHostIn({ ...env, BROWSER: first.program }, '--data', dataDir, '--open')
    const atFirst = await first.seen
    const door = new URL(atFirst.args[0] ?? '')
    expect(atFirst.args).toEqual([`${host.url.origin}/enter`])
    const entered = await enterByDoor(door)
    expect([entered.status, entered.cookie === '']).toEqual([303, false])
    expect(await enterByDoor(door)).toEqual({ status: 401, cookie: '', key: '' })

    const again = await startHostIn({ ...env, BROWSER: second.program }, '--data', dataDir, '--open')
    const atSecond = await second.seen
    expect(atSecond.args).toEqual(atFirst.args)
    const reentered = await enterByDoor(door)
    expect([reentered.status, reentered.cookie === '']).toEqual([303, false])
    expect(await again.ended()).toBe(0)

    const page = await enter(host.url)
    expect(page.status).toBe(303)
    await page.api('organisation.setUp', SET_UP)
    await page.api('backup.create')
    await page.api('nothing.here')
    const answer = await visit(host.url.origin, { headers: { cookie: page.cookie } })
    const { secret } = JSON.parse(readFileSync(join(dataDir, 'host.json'), 'utf8')) as { secret: string }
    const secrets = [
      secret,
      ...[page, entered, reentered].flatMap(({ cookie, key }) => [cookie.split('=')[1] ?? '', key]),
      ...[host, again].map(({ url }) => url.searchParams.get('token') ?? ''),
    ]
    expect(secrets.every((each) => each.length >= 32)).toBe(true)
    const commandLines = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(commandLineOf)
    expect(commandLines.some((line) => line.includes(dataDir))).toBe(true)
    const called = [atFirst, atSecond].flatMap(({ lines, environment }) => [lines, environment])
    expect(called.filter((text) => text.includes(folder))).toHaveLength(4)
    const shown = (await answer.text()) + JSON.stringify(await page.api('app.state')) + host.errors()
    await host.kill('SIGTERM')
    const files = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
      .map((name) => join(dataDir, name))
      .filter((file) => statSync(file).isFile())
    expect(files.some((file) => file.endsWith('.log'))).toBe(true)
    expect(files.some((file) => file.includes('backups') && file.endsWith('.db'))).toBe(true)
    for (const [index, each] of secrets.entries()) {
      expect(shown).not.toContain(each)
      for (const text of [...called, ...commandLines]) expect(text).not.toContain(each)
      const holding = files.filter((file) => readFileSync(file).includes(each))
      // The folder's own secret is in the one file that only its owner may read.
      expect(holding).toEqual(index === 0 ? [join(dataDir, 'host.json')] : [])
    }
    expect(statSync(join(dataDir, 'host.json')).mode & 0o777).toBe(0o600)
    figure({
      fault:
        'secrets looked for in the database, its backups, the logs, the output, the pages and on command lines',
      ids: 'G5',
      tried: secrets.length * (files.length + called.length + 2),
      unit: 'places',
      lost: 0,
      note: 'none; the browser’s opener is given an address without a secret, or a page that only its owner can read',
      file: 'secrets',
    })
  })
})
