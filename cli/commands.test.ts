// Every command of `daybook` on a real data folder: what it does, prints, and ends with.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { zoneAtNoon } from '../core/testing/zoneAtNoon.ts'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { cliOn, setUpArgs } from './testing/runCli.ts'
import { SOURCE, spawnCli, spawnProgram } from './testing/spawnCli.ts'

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?[+-]\d\d:\d\d$/
test(
  'G5 A6 B12 B16 start, status, pause, resume and stop with a note make an entry',
  { timeout: 60_000 },
  async () => {
    const { done, json, setUp } = cliOn(temporaryFolder())
    const zone = zoneAtNoon(Date.now())
    await setUp(zone)
    const hourAgo = new Date(Date.now() - 3_600_000).toISOString()
    const started = await json(
      'start',
      '--customer',
      'acme',
      '--category',
      'SUPPORT',
      '--note',
      'first',
      '--at',
      hourAgo,
    )
    expect(started).toMatchObject({
      code: 0,
      value: { timer: { customerName: 'Acme', categoryName: 'Support', state: 'running', note: 'first' } },
    })

    const { value } = await json('status')
    expect(value).toMatchObject({ zone, user: { name: 'Ana' }, timers: [{ state: 'running' }], gaps: [] })
    expect(value.now).toMatch(ISO)
    expect(value.timers?.[0]?.startedAt).toMatch(ISO)
    expect(value.timers?.[0]?.elapsedSeconds).toBeGreaterThanOrEqual(3600)
    expect(value.timers?.[0]?.elapsedSeconds).toBeLessThan(3660)
    expect(value.todaySeconds).toBeGreaterThanOrEqual(3600)

    const half = new Date(Date.now() - 1_800_000).toISOString()
    expect(await done('pause', '--at', half)).toMatch(/^Paused Acme · Support, 0:30:0\d so far\.\n$/)
    expect(await json('pause')).toMatchObject({ code: 1, value: { error: { code: 'timer.notRunning' } } })
    expect(await done('resume')).toContain('Goes on: Acme · Support')
    expect(await json('resume')).toMatchObject({ code: 1, value: { error: { code: 'timer.notPaused' } } })
    const stopped = await json('stop', '--note', 'what was done')
    expect(stopped.value).toMatchObject({
      entries: [{ note: 'what was done', customerName: 'Acme', source: 'timer', linked: false }],
    })
    expect(stopped.value.entries?.[0]?.durationSeconds).toBeCloseTo(1800, -2)
    expect((await json('status')).value.timers).toEqual([])
    expect(await json('stop')).toMatchObject({ code: 1, value: { error: { code: 'timer.notRunning' } } })
  },
)

test(
  'F7 a second start is refused, or switches; discard keeps the notes as a draft (F3)',
  { timeout: 60_000 },
  async () => {
    const { done, json, run, setUp } = cliOn(temporaryFolder())
    await setUp()
    await done('start', '--customer', 'Acme', '--category', 'Support')
    const second = ['start', '--customer', 'New one', '--category', 'Meeting', '--create']
    const refused = await run(...second)
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toContain('A timer is already running.')
    expect(refused.err).toContain('--switch')
    expect((await json('customers')).value.customers).toHaveLength(1)
    const switched = await json(...second, '--switch', '--note', 'kept')
    expect(switched).toMatchObject({ code: 0, value: { timer: { customerName: 'New one' } } })
    expect(switched.value.stoppedEntryIds).toHaveLength(1)
    const discarded = await json('discard')
    expect(discarded.value.draftId).toEqual(expect.any(String))
    expect((await json('call', 'draft.list')).value).toMatchObject([
      { note: 'kept', customerName: 'New one' },
    ])
  },
)

test(
  'G5 names that do not exist are refused with the nearest, exactly but for capitals, and made with --create',
  { timeout: 60_000 },
  async () => {
    const { done, json, run, setUp } = cliOn(temporaryFolder())
    await setUp()
    const log = (...more: string[]) => [
      'log',
      '--start',
      '2026-03-03T09:00',
      '--stop',
      '2026-03-03T10:30',
      ...more,
    ]
    const wrong = await json(...log('--customer', 'Acm', '--category', 'Support'))
    expect(wrong).toMatchObject({
      code: 1,
      value: { error: { code: 'name.unknown', details: { nearest: ['Acme'] } } },
    })
    expect(wrong.err).toContain('There is nothing called “Acm”.')
    expect(wrong.err).toContain('Nearest: Acme')
    const category = await run(...log('--customer', 'Acme', '--category', 'Suport'))
    expect(category.err).toContain('Nearest: Support')
    expect(
      (await run(...log('--customer', 'Acme', '--category', 'Support', '--user', 'Anna'))).err,
    ).toContain('Nearest: Ana')
    const made = await json(
      ...log(
        '--customer',
        'Ünïted 株式会社',
        '--category',
        'Travel',
        '--user',
        'Ben',
        '--note',
        'x',
        '--create',
      ),
    )
    expect(made.value.entries).toMatchObject([
      { userName: 'Ben', customerName: 'Ünïted 株式会社', categoryName: 'Travel', durationSeconds: 5400 },
    ])
    expect(made.value.entries?.[0]?.startAt).toBe('2026-03-03T09:00:00+01:00')
    expect((await json('users')).value.users).toMatchObject([{ name: 'Ana' }, { name: 'Ben' }])
    expect((await json('categories')).value.categories).toContainEqual(
      expect.objectContaining({ name: 'Travel' }),
    )
    expect(await done('customers', '--search', 'united')).toContain('Ünïted 株式会社')
  },
)

test(
  'G5 on an empty folder each command says what to run, and start --create sets it up',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder()
    const { done, json, run } = cliOn(folder)
    for (const command of [['status'], ['start', '--customer', 'Acme'], ['customers'], ['diary']]) {
      const refused = await run(...command)
      expect(refused.code, command[0]).toBe(1)
      expect(refused.err, command[0]).toContain('daybook setup --name')
    }
    await done('start', '--customer', 'Acme', '--category', 'Field work', '--create')
    const state = (await json('call', 'app.state')).value
    expect(state).toMatchObject({
      organisation: { zone: new Intl.DateTimeFormat().resolvedOptions().timeZone },
      currentUser: { role: 'administrator' },
    })
    expect((await json('status')).value.timers).toMatchObject([
      { customerName: 'Acme', categoryName: 'Field work' },
    ])
    expect(await json(...setUpArgs())).toMatchObject({
      code: 1,
      value: { error: { code: 'setup.done' } },
    })
  },
)

test(
  'A21 F5 bad times are refused with their code: stop before start, a day that is none, a clock change',
  { timeout: 60_000 },
  async () => {
    const { json, setUp } = cliOn(temporaryFolder())
    await setUp()
    const log = async (start: string, stop: string) => {
      const { code, value } = await json(
        'log',
        '--customer',
        'Acme',
        '--category',
        'Support',
        '--start',
        start,
        '--stop',
        stop,
      )
      return [code, value.error?.code]
    }
    expect(await log('2026-03-03T10:00', '2026-03-03T09:00')).toEqual([1, 'entry.stopBeforeStart'])
    expect(await log('2026-03-03T10:00', '2026-03-03T10:00')).toEqual([1, 'entry.zeroDuration'])
    expect(await log('2026-02-30T10:00', '2026-03-03T10:00')).toEqual([1, 'time.invalid'])
    expect(await log('2026-03-29T02:30', '2026-03-29T04:00')).toEqual([1, 'time.missing'])
    expect(await log('2026-10-25T02:30', '2026-10-25T04:00')).toEqual([1, 'time.twice'])
    expect(await log('2999-01-01T09:00', '2999-01-01T10:00')).toEqual([1, 'entry.inFuture'])
  },
)

test(
  'B34 B36 B39 the diary of a month, of a user and of a day, for people and as JSON',
  { timeout: 60_000 },
  async () => {
    const { done, json, run, setUp, logWork } = cliOn(temporaryFolder())
    await setUp()
    await logWork('2026-03-03T09:00', '2026-03-03T10:30', '--note', 'on two\nlines')
    const month = await json('diary', '--month', '2026-03')
    expect(month.value).toMatchObject({
      month: '2026-03',
      currency: 'EUR',
      rows: [{ name: 'Ana', figures: { totalSeconds: 5400, bookedSeconds: 5400 } }],
    })
    const user = await json('diary', '--month', '2026-03', '--user', 'ana')
    expect(user.value.days).toHaveLength(31)
    expect(user.value.days?.[2]).toMatchObject({
      date: '2026-03-03',
      entrance: '2026-03-03T09:00:00+01:00',
      exit: '2026-03-03T10:30:00+01:00',
      totalSeconds: 5400,
    })
    const day = await json('diary', '--day', '2026-03-03')
    expect(day.value).toMatchObject({
      date: '2026-03-03',
      totalSeconds: 5400,
      entries: [{ note: 'on two\nlines' }],
    })
    // What makes nothing new does not offer to.
    expect((await run('diary', '--month', '2026-03', '--user', 'Anna')).err).toBe(
      'daybook: There is nothing called “Anna”.\n  Nearest: Ana\n  Users are listed by “daybook users”.\n',
    )
    expect(await done('diary', '--month', '2026-03')).toMatch(/^All .* –$/m)
    expect(await done('diary', '--month', '2026-03')).toMatch(/^User +Total Hours +Expected/m)
    expect(await done('diary', '--month', '2026-03', '--user', 'Ana')).toMatch(
      /^Tue 2026-03-03 +09:00 +10:30 +– +1:30/m,
    )
    expect(await done('diary', '--day', '2026-03-03')).toMatch(
      /^ +09:00 +10:30 +1:30 +Acme · Support +on two lines$/m,
    )
    for (const wrong of [
      ['--month', '2026-13'],
      ['--month', '2026-03', '--day', '2026-04-01'],
      ['--day', 'today'],
    ]) {
      expect((await run('diary', ...wrong)).code, wrong.join(' ')).toBe(2)
    }
  },
)

test(
  'G5 wrong usage ends with 2 and says what is wrong, as JSON where that was asked for',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder()
    const { json, run } = cliOn(folder)
    expect(await run('strat')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining("unknown command 'strat'"),
    })
    expect((await run('strat')).err).toContain('start')
    expect(await run()).toMatchObject({ code: 2 })
    expect(await run('log', '--customer', 'x')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--start'),
    })
    expect(await run('sample', '--seed', 'x')).toMatchObject({ code: 2 })
    expect(await run('call', 'app.state', '{')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no JSON'),
    })
    expect(await json('export', '--out', 'x.xlsx')).toMatchObject({
      code: 2,
      value: { error: { code: 'usage' } },
    })
    expect(await run('export', '--month', '2026-03', '--out', 'march.txt')).toMatchObject({
      code: 2,
      err: 'daybook: --out march.txt: a workbook’s name must end in .xlsx.\n',
    })
    expect(await json('status', '--colour')).toMatchObject({
      code: 2,
      value: { error: { code: 'usage', message: "unknown option '--colour'" } },
    })
    const help = await spawnCli('help').ended
    expect(help).toMatchObject({ code: 0, err: '' })
    for (const name of [
      'start',
      'pause',
      'resume',
      'status',
      'stop',
      'discard',
      'log',
      'customers',
      'categories',
      'users',
      'rates',
      'rate',
      'diary',
      'export',
      'sample',
      'call',
      'backup',
      'setup',
    ]) {
      expect(help.out, name).toMatch(new RegExp(`^  ${name} `, 'm'))
    }
    expect((await spawnCli('--version').ended).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  },
)

test(
  'G5 call reaches every request; what it is not given right is refused by code; undo works by it (F4)',
  { timeout: 60_000 },
  async () => {
    const { json, run, setUp } = cliOn(temporaryFolder())
    await setUp()
    const added = await json('call', 'customer.add', '{"name":"=Evil"}')
    expect(added.value).toMatchObject({ customerId: expect.any(String) })
    expect(await json('call', 'timer.strat')).toMatchObject({
      code: 1,
      value: {
        error: { code: 'request.unknown', details: { nearest: expect.arrayContaining(['timer.start']) } },
      },
    })
    const invalid = await run('call', 'customer.add', '{"name":""}')
    expect(invalid.code).toBe(1)
    expect(invalid.err).toContain('  name: must not be empty\n')
    expect((await run('call', 'customer.add', '[]')).err).toContain('\n  must be an object\n')
    const change = (await json('call', 'change.list', '{"limit":1}')).value.changes?.[0]
    expect(change).toMatchObject({ command: 'customer.add', at: expect.stringMatching(ISO) })
    expect((await json('call', 'change.undo', JSON.stringify({ commitId: change?.commitId }))).value).toBe(
      null,
    )
    expect((await json('customers')).value.customers).toMatchObject([{ name: 'Acme' }])
  },
)

test(
  'C10 C17 a guard names the timer in the way, and lets go once it is stopped',
  { timeout: 60_000 },
  async () => {
    const { done, json, run, setUp } = cliOn(temporaryFolder())
    await setUp()
    await done('start', '--customer', 'Acme', '--category', 'Support')
    const id = (await json('customers')).value.customers?.[0]?.id
    const remove = ['call', 'customer.remove', JSON.stringify({ customerId: id })]
    const guarded = await run(...remove)
    expect(guarded.code).toBe(1)
    expect(guarded.err).toMatch(
      /^daybook: Used in Timer\. Cannot delete\.\n  Ana: Acme · Support, running, since \d{4}-\d\d-\d\d \d\d:\d\d\n/,
    )
    await done('discard')
    expect(await run(...remove)).toMatchObject({ code: 0 })
  },
)

test('G1 sample fills an empty folder only, and a backup is verified', async () => {
  const folder = temporaryFolder()
  const { json } = cliOn(folder)
  const loaded = await json('sample', '--seed', '7', '--entries', '500')
  expect(loaded.value).toMatchObject({
    users: expect.any(Number),
    customers: expect.any(Number),
    entries: expect.any(Number),
  })
  expect(await json('sample')).toMatchObject({ code: 1, value: { error: { code: 'sample.notEmpty' } } })
  const backup = await json('backup')
  const [file = ''] = readdirSync(join(folder, 'backups'))
  expect(backup.value).toMatchObject({
    verified: true,
    at: expect.stringMatching(ISO),
    file: join(folder, 'backups', file),
  })
})

test('G1 a database that cannot be opened: a sentence, its code, exit 1', async () => {
  const missing = await cliOn('/dev/null/daybook').json('status')
  expect(missing).toMatchObject({
    code: 1,
    value: { error: { code: expect.stringMatching(/^(db\.missing|disk\.readonly)$/) } },
  })
  expect(missing.err).not.toMatch(/at \w+ \(/)
})

test('G5 the source runs as it stands, without a build', async () => {
  const { ended } = spawnProgram(SOURCE, ['--data', temporaryFolder(), '--json', 'status'])
  const { code, out } = await ended
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'setup.missing' } })
})
