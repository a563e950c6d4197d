// A page that comes after the fill was given up, begun anew, or done by another program of this computer, is nobody's.
import { once } from 'node:events'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { customer } from '../../shared/entities/customer.ts'
import type { WritableData } from '../db/data.ts'
import { createData } from '../db/data.ts'
import { indexesAside } from '../db/indexesAside.ts'
import { loadMigrations, migrate } from '../db/migrate.ts'
import { openDatabase } from '../db/open.ts'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { fakeWorld } from '../testing/testApp.ts'
import { askAhead } from './fillAhead.ts'
import { COPIED } from './copy.ts'
import { beginFilling } from './fillTeam.ts'
import type { Place } from './fillWork.ts'
import { endFill, putBatch } from './fillWork.ts'
import { fillInThread } from './filler.ts'
import type { TeamState } from './state.ts'
import { forgetTeam, setTeamState, teamState } from './state.ts'

const BEGUN: Place = { rows: 0, entity: 0, after: '' }
const LATER: Place = { rows: 1, entity: 1, after: '' }

const MIGRATIONS = loadMigrations(fakeWorld('2026-03-03 09:00').ports.migrationsDir)

let data: WritableData
beforeEach(() => {
  const db = openDatabase(':memory:')
  migrate(db, MIGRATIONS, { backup: () => undefined, now: 0 })
  data = createData(db)
  fill(BEGUN)
})
afterEach(() => data.db.close())

const fill = (progress: Place | null, phase: 'filling' | 'on' = 'filling'): void =>
  setTeamState(data, {
    server: 'http://there',
    organisationId: 'O',
    userId: 'U',
    deviceId: 'D',
    email: 'ana@example.com',
    phase,
    version: 1,
    hash: '',
    epoch: 'E',
    epochFrom: 0,
    scope: 'leader U',
    lastContact: null,
    progress,
    behind: null,
    seen: null,
    unrecorded: false,
    handedBack: null,
    problem: null,
  })
const pageOf = (...these: string[]) => ({
  entity: 'customer' as const,
  text: JSON.stringify({
    rows: these.map((id) =>
      customer.schema.parse({
        id,
        name: id,
        status: 'Active',
        code: '',
        contactPerson: '',
        email: '',
        phone: '',
        address: '',
        notes: '',
        createdAt: 1,
        removed: false,
      }),
    ),
    after: null,
  }),
})
const put = (id: string): void => putBatch(data, { from: BEGUN, pages: [pageOf(id)], to: LATER })
const ids = () => data.list('customer').map(({ id }) => id)

test('H12 a page is written once, and with it how far the fill has come', () => {
  put('C1')
  expect(teamState(data)?.progress).toEqual(LATER)
  expect(() => put('C2')).toThrow('team.offline')
  expect(ids()).toEqual(['C1'])
})

test('H12 a page that is none is said to be nonsense, and nothing of its batch is written', () => {
  const broken = { ...pageOf('C2'), text: '{"after":null,"rows":[{' }
  expect(() => putBatch(data, { from: BEGUN, pages: [pageOf('C1'), broken], to: LATER })).toThrow(
    'team.nonsense',
  )
  expect([teamState(data)?.progress, ids()]).toEqual([BEGUN, []])
})

test('H12 nothing comes into data that the team has left, or that are whole already', async () => {
  const end = { from: BEGUN, organisation: pageOf('C3'), counters: {} as never, version: 1, now: 1 }
  for (const ended of [() => forgetTeam(data), () => fill(null, 'on'), () => fill(LATER)]) {
    ended()
    expect(() => put('C1')).toThrow('team.offline')
    await expect(endFill(data, end, () => Promise.resolve())).rejects.toThrow('team.offline')
    expect(ids()).toEqual([])
  }
})

test('G1 H12 a thread that writes is not ended from outside where the program stops: it ends by itself, with all of a batch or nothing', async () => {
  const file = join(temporaryFolder(), 'daybook.db')
  data.db.close()
  data = createData(openDatabase(file))
  migrate(data.db, MIGRATIONS, { backup: () => undefined, now: 0 })
  fill(BEGUN)
  const stopping = new AbortController()
  const started = once(process, 'worker') as Promise<[Worker]>
  const filler = fillInThread(data, file, stopping.signal)
  const [thread] = await started
  const happened: string[] = []
  thread.once('exit', () => happened.push('it ended'))
  thread.terminate = () => Promise.resolve(happened.push('it was ended'))
  await filler.put({ from: BEGUN, pages: [pageOf('C1')], to: LATER })
  const pages = [pageOf(...Array.from({ length: 2_000 }, (_, n) => `D${n}`))]
  const taken = once(thread, 'message')
  const more = filler.put({ from: LATER, pages, to: { rows: 2_001, entity: 2, after: '' } })
  // Once it has the page it is told to write it.
  await taken
  stopping.abort()
  await expect(more).rejects.toThrow('team.offline')
  await filler.close()
  expect(happened).toEqual(['it ended'])
  data.forget()
  expect([teamState(data)?.progress, ids()]).toEqual([LATER, ['C1']])
})

const NOBODY = { entity: 'organisation' as const, text: '{"rows":[]}' }

test('H12 a thread that writes much leaves out the indexes until all is there; begun anew, they are there at once', async () => {
  const file = join(temporaryFolder(), 'daybook.db')
  data.db.close()
  data = createData(openDatabase(file))
  migrate(data.db, MIGRATIONS, { backup: () => undefined, now: 0 })
  fill(BEGUN)
  const filler = fillInThread(data, file, new AbortController().signal)
  await filler.put({ from: BEGUN, pages: [pageOf('C1')], to: LATER })
  expect(indexesAside(data.db)).not.toEqual([])
  await filler.end({
    from: LATER,
    organisation: NOBODY,
    counters: { case: 0, project: 0 },
    version: 1,
    now: 1,
  })
  expect(indexesAside(data.db)).toEqual([])
  await filler.close()
  fill(BEGUN)
  putBatch(data, { from: BEGUN, pages: [pageOf('C1')], to: LATER }, true)
  expect(indexesAside(data.db)).not.toEqual([])
  beginFilling(data, stateNow())
  expect(indexesAside(data.db)).toEqual([])
})

const stateNow = (): TeamState => {
  const state = teamState(data)
  if (state === null) throw new Error('it is in no team')
  return state
}

/** Answers for any noun, as far as they are let through. */
function server() {
  const asked: string[] = []
  return {
    asked,
    client: {
      fillPage: (entity: string, after: string) => {
        asked.push(`${entity} ${after}`)
        const at = Number(after)
        return Promise.resolve({ text: '', rows: 2_000, after: entity === COPIED[0] ? String(at + 1) : null })
      },
    } as never,
  }
}

test('H12 pages are asked for ahead, but not more than a few, and none after the fill has ended', async () => {
  const { asked, client } = server()
  const ahead = askAhead(client, BEGUN)
  const first = await ahead.take(1)
  expect(first).toMatchObject([{ entity: COPIED[0], to: { rows: 2_000, entity: 0, after: '1' } }])
  await new Promise(setImmediate)
  const waiting = asked.length
  expect(waiting).toBeGreaterThan(5)
  expect(waiting).toBeLessThan(25)
  await new Promise(setImmediate)
  expect(asked).toHaveLength(waiting)
  expect((await ahead.take(6_000)).map(({ to }) => to.after)).toEqual(['2', '3', '4'])
  ahead.stop()
  const ended = asked.length
  await new Promise(setImmediate)
  expect(asked.length - ended).toBeLessThanOrEqual(1)
  expect(await ahead.take(6_000)).toEqual([])
})
