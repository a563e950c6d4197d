// Changes are taken back at the command line: the last of one's own or the one that is named, tried only, and broken off.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { cliOn } from './testing/runCli.ts'
import { spawnAtTerminal } from './testing/spawnCli.ts'

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

test('F4 G5 undo takes the last change back, then the one before; an undo is done again by its ID', async () => {
  const { done, json, run, setUp } = cliOn(temporaryFolder())
  await setUp()
  await done('tag', 'add', 'urgent')
  await done('log', '--customer', 'Acme', '--category', 'Support', '--amount', '1:00')
  const dry = await done('undo', '--dry-run')
  expect(dry).toMatch(/^A dry run, nothing was changed\. Would undo: entry\.addAmount of \d{4}-/)
  expect(dry).toContain('time entry')
  const logged = (await json('undo')).value
  expect(logged).toMatchObject({ dryRun: false, command: 'entry.addAmount', undoneBy: expect.any(String) })
  expect(await done('undo')).toMatch(/^Undone: tag\.add of .*, tag urgent\.\n$/)
  expect((await json('tag', 'list')).value.tags).toEqual([])
  // What was taken back is done again, and is then the last change.
  const again = (await json('undo', textIn(logged.undoneBy))).value
  expect(again).toMatchObject({ command: 'change.undo' })
  const { changes } = (await json('undo', '--list')).value
  expect(changes?.[0]).toMatchObject({ command: 'change.undo', undoable: true })
  expect(await done('undo', '--list')).toContain(textIn(again.undoneBy))
  await done('undo')
  // What set the firm up is nobody's to take back.
  expect(await run('undo')).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is nothing to undo.'),
  })
  expect((await run('undo', 'nobody-knows')).err).toContain('This change is not known here.')
}, 60_000)

test('F4 K2 undo says what is in the way, also of what is only tried, and changes nothing', async () => {
  const { done, json, run, setUp } = cliOn(temporaryFolder())
  await setUp()
  const { customerId } = (await json('call', 'customer.add', '{"name":"Initech"}')).value
  const edit = (name: string) => done('call', 'customer.edit', JSON.stringify({ customerId, name }))
  await edit('Initech GmbH')
  const { changes } = (await json('undo', '--list')).value
  await edit('Initech AG')
  for (const dry of [['--dry-run'], []])
    expect(await run('undo', ...dry, textIn(changes?.[0]?.commitId))).toMatchObject({
      code: 1,
      err: expect.stringContaining('changed again since'),
    })
  expect((await json('customers')).value.customers).toMatchObject([{ name: 'Acme' }, { name: 'Initech AG' }])
}, 60_000)

// What makes a terminal of it is there on Linux.
test.skipIf(process.platform !== 'linux')(
  'J5 an import is taken back by the ID that it says; Ctrl C while it is leaves everything as it was',
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder()
    const data = join(folder, 'data')
    const { done, json, setUp } = cliOn(data)
    await setUp()
    const file = join(folder, 'toggl.csv')
    const rows = Array.from({ length: 6_000 }, (_, n) => {
      const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(n / 8))).toISOString().slice(0, 10)
      return `Ana,Customer ${n % 50},Project ${n % 3},Note ${n},${day},${String(8 + (n % 8)).padStart(2, '0')}:00:00,00:30:00`
    })
    const header = 'User,Client,Project,Description,Start date,Start time,Duration'
    writeFileSync(file, [header, ...rows].join('\n'))
    const [, id = ''] =
      /^Take it back: daybook undo (\S+)$/m.exec(await done('import', file, '--zone', 'UTC')) ?? []
    const customers = async () => (await json('customers')).value.customers?.length
    expect(await customers()).toBe(51)
    const tried = (await json('undo', '--dry-run')).value
    expect(tried).toMatchObject({ dryRun: true, commitId: id, command: 'import.run', undoneBy: null })
    const { child, ended } = spawnAtTerminal('--data', data, 'undo')
    child.stdout?.once('data', () => child.stdin?.write('\u0003'))
    const { code, out } = await ended
    expect(out).toMatch(/^\rUndoing \d+ % … \(Ctrl\+C cancels\)/)
    expect([code, out]).toEqual([1, expect.stringContaining('Cancelled; everything is as it was.')])
    expect(await customers()).toBe(51)
    expect(await done('undo', id)).toMatch(/^Undone: import\.run of .* and [\d]+ more\.\n$/)
    expect(await customers()).toBe(1)
    expect((await json('verify')).value).toMatchObject({ sound: true })
  },
)
