// Disks that fill up, files that are locked, moved, replaced, cut short or damaged while people work: typed refusals, nothing
// confirmed is lost, the timer goes on, and no wrong figure is shown as if it were right (G1, G11).
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { TestContext } from 'vitest'
import { createApp } from '../core/app.ts'
import { newestVerifiedBackup, verifyBackup } from '../core/db/backup.ts'
import { DatabaseProblem } from '../core/db/sqliteError.ts'
import type { App, Ports } from '../core/ports.ts'
import { checkEverything } from '../core/verify/record.ts'
import { fakeWorld, openFirm } from '../core/testing/testApp.ts'
import type { Firm } from '../core/testing/testApp.ts'
import { HEARTBEAT_MS } from '../core/watch/timers.ts'
import { startChild } from '../core/testing/db/startChild.ts'
import { HOUR_MS } from '../shared/base/duration.ts'
import { createRandom } from '../shared/base/random.ts'
import type { RequestName } from '../shared/contract/contract.ts'
import { ACT_NAMES, MAKERS } from './acts.ts'
import { figure } from './figures.ts'
import { observe, violations } from './invariants.ts'
import { LIMIT_MS, LONG, SEED, tries } from './size.ts'
import { away, CLI, openWorld, temporary } from './world.ts'

const dice = createRandom(SEED)
const cleanUp: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean()
})
const folder = (): string => {
  const made = temporary()
  cleanUp.push(() => away(made))
  return made
}
/** In short runs, as many tries as fit. */
const enough = (until: number): boolean => Date.now() > until
const soon = (): number => Date.now() + (LONG ? 1_200_000 : 2_000)

const STORAGE = new Set(['disk.full', 'disk.readonly', 'db.locked', 'db.damaged', 'db.missing'])

/** On a customer and a category of its own, with the timer on: random acts may have retired others, and switched it off. */
const startOn = async (f: Firm): Promise<string> => {
  const { currentUser } = await f.ok('app.state', {})
  const timer = { module: 'clientTimer', on: true } as const
  await f.ok('module.switch', timer)
  await f.ok('module.switch', { ...timer, ...(currentUser !== null && { userId: currentUser.id }) })
  const name = `Round ${f.ports.newId()}`
  const { customerId } = await f.ok('customer.add', { name })
  const { categoryId } = await f.ok('category.add', { name })
  return (await f.ok('timer.start', { customerId, categoryId })).timerId
}

describe('a full disk', () => {
  test('G1 a start that the disk refuses is not shown as a running timer, nor a stop as done', async (context) => {
    const { f, disk } = await firmOnSmallDisk(context, { abilities: CLI })
    const filler = join(disk, 'filler')
    const timers = async () => (await f.ok('timer.state', {})).timers.map(({ id }) => id)
    // A long note needs pages that the write-ahead log has no room for.
    const note = 'x'.repeat(9_000)
    const { customerId } = await f.ok('customer.add', { name: 'Round' })
    const { categoryId } = await f.ok('category.add', { name: 'Round' })
    const what = { customerId, categoryId, note }
    const refused = { ok: false, error: { code: 'disk.full' } }
    fill(filler, 0)
    expect(await f.reply('timer.start', what)).toMatchObject(refused)
    expect(await timers()).toEqual([])
    rmSync(filler)
    const { timerId } = await f.ok('timer.start', what)
    f.clock.advance(HOUR_MS)
    fill(filler, 0)
    expect(await f.reply('timer.stop', { timerId, note: note.replaceAll('x', 'y') })).toMatchObject(refused)
    expect(await timers()).toEqual([timerId])
    rmSync(filler)
    await f.ok('timer.stop', { timerId, note })
  })

  test(
    'G1 full at random moments of random acts: disk.full, nothing half done, and the timer is stopped with its time once there is room',
    async (context) => {
      // The small disk is for the data; the daily backup would fill it by itself.
      const { f, disk, dataDir } = await firmOnSmallDisk(context, { abilities: CLI })
      const observer = observe(join(dataDir, 'daybook.db'))
      cleanUp.push(() => observer.close())
      const filler = join(disk, 'filler')
      const until = soon()
      let full = 0
      for (let round = 0; round < tries(15, 600) && !enough(until); round += 1) {
        const timerId = (await f.ok('timer.state', {})).timers[0]?.id ?? (await startOn(f))
        fill(filler, dice.int(0, 24) * 4_096)
        for (let act = 0; act < 12; act += 1) {
          const [name, args] =
            dice.chance(0.3) || act === 11
              ? (['timer.stop', { timerId, note: 'x'.repeat(dice.int(0, 9_000)) }] as const)
              : anyAct(f, observer.ids)
          const before = observer.dump()
          const reply = await f.app.invoke(name, args as never)
          if (reply.ok) continue
          expect(observer.dump(), name).toBe(before)
          if (!STORAGE.has(reply.error.code)) continue
          expect(reply.error.code, name).toBe('disk.full')
          full += 1
          break
        }
        expect(violations(observer, { trail: false })).toEqual([])
        rmSync(filler, { force: true })
        const [timer] = (await f.ok('timer.state', {})).timers
        if (timer === undefined || timer.state !== 'running') continue
        f.clock.advance(HOUR_MS / 12)
        const { durationMs } = await f.ok('timer.stopPreview', { timerId: timer.id })
        const stopped = await f.reply('timer.stop', { timerId: timer.id })
        if (!stopped.ok) {
          // Rules may refuse it; the disk must not.
          expect(STORAGE).not.toContain(stopped.error.code)
          await f.ok('timer.discard', { timerId: timer.id })
          continue
        }
        const entries = await Promise.all(
          stopped.value.entryIds.map((entryId) => f.ok('entry.get', { entryId })),
        )
        expect(entries.reduce((sum, entry) => sum + entry.durationMs, 0)).toBe(durationMs)
      }
      expect(violations(observer)).toEqual([])
      expect(full).toBeGreaterThan(0)
      figure({
        fault: 'disk full in the middle of an act',
        ids: 'G1',
        tried: full,
        unit: 'refusals',
        lost: 0,
        note: 'the timer ran on and was stopped with its whole time once there was room',
        file: 'storage',
      })
    },
    LIMIT_MS,
  )

  test(
    'G1 gone from a disk that is full as well: what was confirmed is rescued once there is room',
    async (context) => {
      const { f, disk, dataDir } = await firmOnSmallDisk(context)
      const timerId = await startOn(f)
      await f.ok('timer.note', { timerId, note: 'typed before the disaster' })
      await checked(f.app)
      rmSync(join(dataDir, 'backups'), { recursive: true, force: true })
      rmSync(join(dataDir, 'daybook.db'))
      const filler = join(disk, 'filler')
      fill(filler, 0)
      f.clock.advance(HEARTBEAT_MS)
      const backups = join(dataDir, 'backups')
      expect(newestVerifiedBackup(backups)).toBeNull()
      expect((await f.ok('timer.state', {})).timers).toMatchObject([{ id: timerId, state: 'running' }])
      rmSync(filler)
      f.clock.advance(HOUR_MS / 20)
      const backup = newestVerifiedBackup(backups)
      expect(backup).toMatchObject({ label: 'rescued', verified: true })
      const rescued = observe(backup?.file ?? '')
      cleanUp.push(() => rescued.close())
      expect(rescued.everything().timer).toMatchObject([{ id: timerId, note: 'typed before the disaster' }])
    },
    LIMIT_MS,
  )
})

/** Skips the test where no small disk can be mounted. */
async function firmOnSmallDisk(
  context: TestContext,
  options: Parameters<typeof openFirm>[1] = {},
): Promise<{ f: Firm; disk: string; dataDir: string }> {
  const disk = smallDisk() ?? context.skip('no small disk can be mounted here')
  const dataDir = join(disk, 'data')
  mkdirSync(dataDir)
  const f = await openFirm('2026-03-03 09:00', { ...options, dataDir })
  cleanUp.push(() => f.app.close())
  return { f, disk, dataDir }
}

/** A disk of few megabytes, and room for what a long run records; null where none can be mounted. */
function smallDisk(at = folder()): string | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', at], { stdio: 'ignore' })
  } catch {
    return null
  }
  cleanUp.push(() => void execFileSync('umount', [at]))
  return at
}

function fill(filler: string, leaveBytes: number): void {
  const { bavail, bsize } = statfsSync(join(filler, '..'))
  const bytes = bavail * bsize - leaveBytes
  if (bytes > 0) writeFileSync(filler, Buffer.alloc(bytes))
}

describe('a folder that cannot be written', () => {
  test(
    'G1 is said at the start and changes nothing; once it can, the timer goes on; backups elsewhere than on this disk are refused with a reason',
    async (context) => {
      const { f, disk, dataDir } = await firmOnSmallDisk(context)
      const timerId = await startOn(f)
      await checked(f.app)
      await f.app.close()
      const before = readFileSync(join(dataDir, 'daybook.db'))
      for (let n = 0; n < tries(1, 20); n += 1) {
        execFileSync('mount', ['-o', 'remount,ro', disk])
        f.clock.advance(HOUR_MS / 4)
        await expect(createApp({ ...f.ports, dataDir })).rejects.toMatchObject({ code: 'disk.readonly' })
        expect(readFileSync(join(dataDir, 'daybook.db')).equals(before)).toBe(true)
        execFileSync('mount', ['-o', 'remount,rw', disk])
      }
      const again = await createApp({ ...f.ports, dataDir })
      cleanUp.push(() => again.close())
      await checked(again)
      expect(await again.invoke('timer.state', {})).toMatchObject({
        value: { timers: [{ id: timerId, state: 'running' }], gaps: [{ timerId, cause: 'off' }] },
      })
      // Only the place of the backups: work goes on.
      const backups = join(dataDir, 'backups')
      smallDisk(backups)
      execFileSync('mount', ['-o', 'remount,ro', backups])
      expect(await again.invoke('backup.create', {})).toMatchObject({ error: { code: 'disk.readonly' } })
      expect(await again.invoke('timer.stop', { timerId })).toMatchObject({ ok: true })
      figure({
        fault: 'data folder or backup folder read-only',
        ids: 'G1',
        tried: tries(1, 20) + 1,
        unit: 'starts',
        lost: 0,
        note: 'said with its reason, no byte changed; writable again, the timer ran on and its gap was asked about',
        file: 'storage',
      })
    },
    LIMIT_MS,
  )
})

function anyAct(f: Firm, ids: (pool: string) => string[]): readonly [RequestName, object] {
  const name = ACT_NAMES[dice.int(0, ACT_NAMES.length - 1)] ?? 'add'
  // Who sits here and what the rules are stays, so that the timer stays theirs.
  const chosen = ['who', 'settings', 'mine', 'editUser', 'removeUser'].includes(name) ? 'add' : name
  const maker = MAKERS[chosen]
  if (maker === undefined) throw new Error(chosen)
  const made = maker({ now: f.clock.now(), ids }, [
    dice.int(0, 3_000),
    dice.int(0, 3_000),
    dice.int(0, 3_000),
  ])
  return [made.name, made.args]
}

describe('a lock of another process', () => {
  test(
    'G1 is db.locked after a while, changes nothing, and the stop works once it is gone',
    async () => {
      const dataDir = folder()
      const f = await openFirm('2026-03-03 09:00', { dataDir })
      cleanUp.push(() => f.app.close())
      const timerId = await startOn(f)
      const child = startChild('hold', join(dataDir, 'daybook.db'))
      expect(await child.next()).toBe('held')
      // Reading goes on, and the heartbeats do not stop the windows.
      const began = performance.now()
      f.clock.advance(10 * HEARTBEAT_MS)
      expect(performance.now() - began, 'not five seconds for each beat').toBeLessThan(25_000)
      f.clock.sleep(HOUR_MS - 10 * HEARTBEAT_MS)
      expect((await f.ok('timer.state', {})).timers).toMatchObject([{ id: timerId, state: 'running' }])
      expect(await f.refused('timer.stop', { timerId })).toMatchObject({ code: 'db.locked' })
      await child.kill()
      const { entryIds } = await f.ok('timer.stop', { timerId })
      expect(await f.ok('entry.get', { entryId: entryIds[0] ?? '' })).toMatchObject({ durationMs: HOUR_MS })
      figure({
        fault: 'database locked by another process during a stop',
        ids: 'G1',
        tried: 1,
        unit: 'lock',
        lost: 0,
        file: 'storage',
      })
    },
    LIMIT_MS,
  )
})

// Windows lets nobody move or delete a file that is open.
describe.skipIf(process.platform === 'win32')(
  'a file that is removed or replaced while the application runs',
  () => {
    const moves: [string, (file: string) => void][] = [
      ['moved away', (file) => renameSync(file, `${file}.moved`)],
      [
        'replaced by another',
        (file) => {
          renameSync(file, `${file}.moved`)
          writeFileSync(file, 'something else')
        },
      ],
    ]
    test.each(moves)(
      'G1 %s: nothing is confirmed into the void, and once it is back all goes on',
      async (_, move) => {
        const dataDir = folder()
        const file = join(dataDir, 'daybook.db')
        const f = await openFirm('2026-03-03 09:00', { dataDir })
        cleanUp.push(() => f.app.close())
        const timerId = await startOn(f)
        move(file)
        f.clock.advance(HOUR_MS)
        expect(await f.refused('timer.stop', { timerId })).toMatchObject({ code: 'db.missing' })
        expect((await f.ok('timer.state', {})).timers).toMatchObject([{ id: timerId, state: 'running' }])
        rmSync(file, { force: true })
        renameSync(`${file}.moved`, file)
        const { entryIds } = await f.ok('timer.stop', { timerId })
        expect(await f.ok('entry.get', { entryId: entryIds[0] ?? '' })).toMatchObject({ durationMs: HOUR_MS })
      },
    )

    test('G1 deleted with its whole folder: all that was confirmed is in a verified backup, which the next start offers', async () => {
      const dataDir = folder()
      const f = await openFirm('2026-03-03 09:00', { dataDir })
      cleanUp.push(() => f.app.close())
      const timerId = await startOn(f)
      await f.ok('timer.note', { timerId, note: 'typed before the disaster' })
      rmSync(dataDir, { recursive: true, force: true })
      f.clock.advance(HOUR_MS)
      expect(await f.refused('timer.stop', { timerId })).toMatchObject({ code: 'db.missing' })
      const backup = newestVerifiedBackup(join(dataDir, 'backups'))
      expect(backup).toMatchObject({ label: 'rescued', verified: true })
      expect(verifyBackup(backup?.file ?? '').sound).toBe(true)
      copyFileSync(backup?.file ?? '', join(dataDir, 'daybook.db'))
      const again = await createApp({
        ...fakeWorld('2026-03-03 10:30').ports,
        dataDir,
        newId: () => `A${dice.int(0, 1e9)}`,
      })
      cleanUp.push(() => again.close())
      expect(await again.invoke('timer.state', {})).toMatchObject({
        value: { timers: [{ id: timerId, state: 'running', note: 'typed before the disaster' }] },
      })
      figure({
        fault: 'database file moved away, replaced, or deleted with its folder while the application runs',
        ids: 'G1',
        tried: 3,
        unit: 'cases',
        lost: 0,
        note: 'no act is confirmed meanwhile; what was confirmed before is saved as a verified backup',
        file: 'storage',
      })
    })
  },
)

/** A later life of the same data, with ids of its own. */
function laterWorld(): { ports: Ports } {
  const { ports } = fakeWorld('2026-03-27 11:00')
  return { ports: { ...ports, newId: () => `L${dice.int(0, 2 ** 31)}` } }
}

/** A file that turns out to be damaged may say so once more when it is closed. */
const closed = (app: App): Promise<void> =>
  app.close().catch((error: unknown) => expect(error).toBeInstanceOf(DatabaseProblem))

/** What screens show, in one text; an error where one was answered. */
async function shown(app: App): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  const ask = async (name: RequestName, args: object): Promise<unknown> => {
    const reply = await app.invoke(name, args as never)
    answers.set(
      `${name} ${JSON.stringify(args)}`,
      reply.ok ? JSON.stringify(reply.value) : `!${reply.error.code}`,
    )
    return reply.ok ? reply.value : null
  }
  const rows = (await ask('diary.month', { month: '2026-03' })) as { rows: { userId: string }[] } | null
  for (const { userId } of rows?.rows ?? []) {
    await ask('diary.user', { userId, month: '2026-03' })
    await ask('user.get', { userId })
  }
  const list = (await ask('customer.list', {})) as { rows: { id: string }[] } | null
  for (const { id } of list?.rows ?? []) {
    await ask('customer.entries', { customerId: id })
    await ask('customer.journal', { customerId: id })
  }
  await ask('category.list', {})
  await ask('timer.active', {})
  await ask('draft.list', {})
  await ask('change.list', {})
  return answers
}

const checked = async (app: App): Promise<string> => {
  for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 10) {
    const reply = await app.invoke('app.state', {})
    if (!reply.ok) return reply.error.code
    if (reply.value.storage.checked !== 'pending') return reply.value.storage.checked
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('the check does not end')
}

/** Flips single bits, bytes or whole stretches, as failing disks and memory do; where something stands, not in free space. */
function flip(file: string): void {
  const bytes = readFileSync(file)
  for (let n = dice.int(1, 3); n > 0; n -= 1) {
    const length = dice.pick([1, 1, 1, 1, 4, 64, 512])
    let at = dice.int(0, bytes.length - 1)
    while (bytes[at] === 0) at = (at + 1) % bytes.length
    for (let index = at; index < Math.min(at + length, bytes.length); index += 1)
      bytes[index] = (bytes[index] ?? 0) ^ (dice.chance(0.5) ? 1 << dice.int(0, 7) : dice.int(1, 255))
  }
  writeFileSync(file, bytes)
}

describe('a damaged file', () => {
  test(
    'G1 G11 bytes flipped in copies: it is refused, or said to be damaged, or every figure is right',
    async () => {
      const world = await openWorld('2026-03-27 09:00')
      const truth = await shown(world.app)
      world.observer.close()
      await world.app.close()
      cleanUp.push(() => away(world.dataDir))
      const count = { refused: 0, said: 0, harmless: 0 }
      const until = soon()
      for (let n = 0; n < tries(20, 500) && !enough(until); n += 1) {
        const dataDir = folder()
        copyFileSync(world.file, join(dataDir, 'daybook.db'))
        flip(join(dataDir, 'daybook.db'))
        const { ports } = laterWorld()
        // A thread for each copy takes its time; in a short run most are checked here, by the same function.
        const inThread = LONG || n < 1
        let app: App
        try {
          app = await createApp({ ...ports, dataDir, ...(inThread ? {} : { abilities: CLI }) })
        } catch (error) {
          expect(error, error instanceof Error ? error.stack : '').toBeInstanceOf(DatabaseProblem)
          count.refused += 1
          continue
        }
        try {
          const state = inThread
            ? await checked(app)
            : checkEverything(join(dataDir, 'daybook.db')).sound
              ? 'sound'
              : 'damaged'
          const answers = await shown(app)
          // Until the check has ended, a value that nobody can read may be an internal error.
          if (inThread || state === 'sound') expect([...answers.values()]).not.toContain('!internal')
          const wrong = [...truth].flatMap(([question, answer]) => {
            const is = answers.get(question)
            return is === answer ? [] : [`${question}: ${is?.slice(0, 400) ?? 'not asked'}`]
          })
          // What SQLite's check does not find, a request may meet: it says so, and from then on the application does.
          const met = [...answers.values()].includes('!db.damaged')
          if (state === 'sound' && !met) expect(wrong, 'a wrong figure is shown as right').toEqual([])
          else expect(state === 'sound' ? await checked(app) : state).toMatch(/damaged$/)
          count[state === 'sound' && !met ? 'harmless' : 'said'] += 1
        } finally {
          await closed(app)
        }
      }
      const tried = count.refused + count.said + count.harmless
      expect(tried).toBeGreaterThan(0)
      figure({
        fault: 'bytes flipped at random in copies of the database',
        ids: 'G1 G11',
        tried,
        unit: 'copies',
        lost: 0,
        note: `${count.refused} refused at opening, ${count.said} shown as damaged, ${count.harmless} without effect; no wrong figure shown as right`,
        file: 'storage',
      })
    },
    LIMIT_MS,
  )

  test(
    'G1 a write-ahead log cut short at random: the file opens with the commits up to there, whole',
    async () => {
      // Without its threads: a log that one of them cuts short while it is copied, libuv copies for ever.
      const world = await openWorld('2026-03-27 09:00', { abilities: CLI })
      cleanUp.push(() => world.end())
      const log = world.observer.data
        .all<{ id: string }>('SELECT id FROM commit_log ORDER BY seq')
        .map(({ id }) => id)
      const wal = `${world.file}-wal`
      expect(existsSync(wal)).toBe(true)
      const { size } = statSync(wal)
      let tried = 0
      const until = soon()
      for (let n = 0; n < tries(20, 400) && !enough(until); n += 1) {
        const dataDir = folder()
        const file = join(dataDir, 'daybook.db')
        copyFileSync(world.file, file)
        copyFileSync(wal, `${file}-wal`)
        const length = dice.int(0, size)
        if (dice.chance(0.7)) truncateSync(`${file}-wal`, length)
        else flip(`${file}-wal`)
        const { ports } = laterWorld()
        let app: App
        try {
          app = await createApp({ ...ports, dataDir, abilities: CLI })
        } catch (error) {
          expect(error, error instanceof Error ? error.stack : '').toBeInstanceOf(DatabaseProblem)
          tried += 1
          continue
        }
        const observer = observe(file)
        const kept = observer.data
          .all<{ id: string }>('SELECT id FROM commit_log ORDER BY seq')
          .map(({ id }) => id)
        expect(kept).toEqual(log.slice(0, kept.length))
        expect(violations(observer)).toEqual([])
        observer.close()
        await app.close()
        tried += 1
      }
      figure({
        fault:
          'write-ahead log cut short or damaged at a random place (what a disk loses that lied about its writes)',
        ids: 'G1',
        tried,
        unit: 'copies',
        lost: 0,
        note: 'each opened with its commits up to there, none in part',
        file: 'storage',
      })
    },
    LIMIT_MS,
  )

  test('G1 a backup cut short is never offered', async () => {
    const world = await openWorld('2026-03-27 09:00')
    cleanUp.push(() => world.end())
    const reply = await world.ok('backup.create', {})
    const backups = join(world.dataDir, 'backups')
    const { size } = statSync(reply.file)
    for (let n = 0; n < tries(10, 100); n += 1) {
      const cut = join(backups, `daybook-2026-03-28T0${n % 10}-00-00Z-daily.db`)
      copyFileSync(reply.file, cut)
      truncateSync(cut, dice.int(0, size - 1))
      expect(newestVerifiedBackup(backups)?.file).not.toBe(cut)
      rmSync(cut)
    }
    expect(readdirSync(backups).length).toBeGreaterThan(0)
    expect(newestVerifiedBackup(backups)).not.toBeNull()
    figure({
      fault: 'backup cut short at a random place',
      ids: 'G1',
      tried: tries(10, 100),
      unit: 'copies',
      lost: 0,
      note: 'never offered; the last good one is',
      file: 'storage',
    })
  })
})
