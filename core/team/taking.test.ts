// What takes long to take in is done beside who works: they read what was there before, write when they want to, and a crash leaves nothing.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fakeWorld } from '../testing/testApp.ts'
import type { WritableData } from '../db/data.ts'
import { createData } from '../db/data.ts'
import { loadMigrations, migrate } from '../db/migrate.ts'
import { openDatabase } from '../db/open.ts'
import { readDevice, writeDevice } from '../kept/deviceRow.ts'
import { realClock } from '../node/nodePorts.ts'
import { TeamProblem } from './client.ts'
import type { Taking } from './taking.ts'
import { createTaking } from './taking.ts'

const STEPS = 60
const STEP_MS = 3
const going = new AbortController().signal

let folder: string
let data: WritableData
let taking: Taking
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-taking-'))
  const file = join(folder, 'daybook.db')
  const db = openDatabase(file)
  migrate(db, loadMigrations(fakeWorld('2026-03-03 09:00').ports.migrationsDir), {
    backup: () => undefined,
    now: 0,
  })
  data = createData(db)
  taking = createTaking({ clock: realClock, data, file, sameFile: () => undefined })
})
afterEach(async () => {
  await taking.close()
  data.db.close()
  rmSync(folder, { recursive: true, force: true })
})

const rows = (): number =>
  Number(data.db.prepare("SELECT count(*) FROM device WHERE key LIKE 'k%'").pluck().get())

/** Writes a row in each of many steps; returns how many times it had to begin. */
function work() {
  let begun = 0
  return function* (own: WritableData) {
    begun += 1
    for (let step = 0; step < STEPS; step += 1) {
      yield
      for (const until = realClock.monotonic() + STEP_MS; realClock.monotonic() < until;);
      writeDevice(own, `k${step}`, 'v')
    }
    return { begun, seen: readDevice(own, 'mine') }
  }
}

describe('what is taken in step by step', () => {
  test('lets others have their turn, who see all as it was before until all is there', async () => {
    const seen = new Set<number>()
    let turns = 0
    let ended = false
    const taken = taking.inSteps(work(), going).finally(() => (ended = true))
    while (!ended) {
      seen.add(rows())
      turns += 1
      await nextTurn()
    }
    expect(await taken).toMatchObject({ begun: 1 })
    expect(turns).toBeGreaterThan(10)
    expect([...seen, rows()]).toEqual([0, STEPS])
  })

  test('gives way to who writes, and is done upon what they wrote', async () => {
    const taken = taking.inSteps(work(), going)
    for (let turn = 0; turn < 3; turn += 1) await nextTurn()
    expect(taking.makeWay()).toBeNull()
    writeDevice(data, 'mine', 'written meanwhile')
    expect(await taken).toEqual({ begun: 2, seen: 'written meanwhile' })
    expect(rows()).toBe(STEPS)
  })

  test('ends though somebody writes all the time: they wait then until it is in', async () => {
    let ended = false
    const taken = taking.inSteps(work(), going).finally(() => (ended = true))
    let written = 0
    while (!ended) {
      for (let ends; (ends = taking.makeWay()) !== null;) await ends
      writeDevice(data, 'mine', `${(written += 1)}`)
      await nextTurn()
    }
    expect((await taken).begun).toBeLessThan(6)
    expect(rows()).toBe(STEPS)
    expect(readDevice(data, 'mine')).toBe(`${written}`)
  })

  test('leaves nothing where the program ends or a step fails, and nobody is kept waiting after that', async () => {
    const stopping = new AbortController()
    const stopped = taking.inSteps(work(), stopping.signal)
    await nextTurn()
    stopping.abort()
    await expect(stopped).rejects.toThrow(TeamProblem)
    const failed = taking.inSteps(function* (own) {
      writeDevice(own, 'k', 'v')
      yield
      throw new Error('broken')
    }, going)
    await expect(failed).rejects.toThrow('broken')
    expect(rows()).toBe(0)
    expect(taking.makeWay()).toBeNull()
    writeDevice(data, 'mine', 'still writable')
    expect(await taking.inSteps(work(), going)).toMatchObject({ seen: 'still writable' })
  })

  test('holds references as the connection of everybody does: a device that holds a part cannot hold each', async () => {
    data.db.pragma('foreign_keys = OFF')
    const held = await taking.inSteps(function* (own) {
      yield
      return own.db.pragma('foreign_keys', { simple: true })
    }, going)
    expect(held).toBe(0)
  })
})
