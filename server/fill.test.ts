// The first fill of a device that joins a firm with many rows: written in a thread, the pages asked for ahead; cut off anywhere, it goes on.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../core/db/open.ts'
import { way } from '../core/team/way.ts'
import { checkEverything } from '../core/verify/record.ts'
import { PASSWORD } from './testing/firm.ts'
import { rowsOf, within } from './testing/rowsOf.ts'
import type { Device, TestServer, World } from './testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from './testing/teamServer.ts'

/** Three pages. */
const ENTRIES = 5_000
const EMAIL = 'ana@example.com'

let world: World
let server: TestServer
let ana: Device
beforeAll(async () => {
  if (NO_POSTGRES !== null) return
  world = await openWorld()
  server = await world.server(await world.newDatabase())
  ana = await world.device()
  await ana.ok('sample.load', { seed: 1, entries: ENTRIES })
  await ana.ok('team.create', { server: server.url, email: EMAIL, password: PASSWORD })
}, 60_000)
afterAll(async () => {
  if (NO_POSTGRES === null) await world.close()
})

const joinWith = (device: Device) =>
  device.app.invoke('team.join', { server: server.url, email: EMAIL, password: PASSWORD })

async function whole(device: Device): Promise<void> {
  expect(await device.ok('team.status', {})).toMatchObject({ team: { phase: 'on', problem: null } })
  expect(rowsOf(device)).toEqual(rowsOf(ana))
  expect(checkEverything(join(device.dir, 'daybook.db')).findings).toEqual([])
  const ask = { text: 'office', limit: 20 } as const
  expect(await device.app.invoke('entry.search', ask as never)).toEqual(
    await ana.app.invoke('entry.search', ask as never),
  )
}

type Asked = { url: string; signal: AbortSignal }
const timePage = (url: string): boolean => url.includes('/fill/timeEntry?')
/** What is asked of the server goes through this first, until the answer is called. */
function onTheWay(first: (asked: Asked, real: typeof way.ask) => ReturnType<typeof way.ask> | null) {
  const real = way.ask
  way.ask = (sent) => first(sent, real) ?? real(sent)
  return () => void (way.ask = real)
}

describe.skipIf(NO_POSTGRES !== null)('H12 the first fill of a large firm', () => {
  test(
    'brings all of it, counted and searched, and holds references again',
    { timeout: 60_000 },
    async () => {
      const device = await world.device()
      expect(await joinWith(device)).toMatchObject({ ok: true })
      await whole(device)
    },
  )

  test('goes on after the page before, where the next was lost on its way', { timeout: 60_000 }, async () => {
    const device = await world.device()
    const asked: string[] = []
    const stop = onTheWay(({ url }) => {
      if (!timePage(url)) return null
      asked.push(url)
      return asked.length === 3 ? Promise.reject(new Error('lost')) : null
    })
    try {
      expect(await joinWith(device)).toMatchObject({ ok: false, error: { code: 'team.offline' } })
      const { team } = await device.ok('team.status', {})
      // Both pages that had come were kept.
      expect(team?.rows).toBeGreaterThanOrEqual(4_000)
      expect(await device.app.invoke('team.sync', {})).toMatchObject({ ok: true })
      expect(asked).toHaveLength(4)
      expect(asked[3]).toBe(asked[2])
    } finally {
      stop()
    }
    await whole(device)
  })

  test(
    'goes on in another program, where this one ended with a page on its way',
    { timeout: 60_000 },
    async () => {
      const device = await world.device()
      let pages = 0
      const waits = Promise.withResolvers<void>()
      const stop = onTheWay(({ url, signal }) => {
        if (!timePage(url) || ++pages !== 3) return null
        waits.resolve()
        return new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(new Error('given up')), { once: true }),
        )
      })
      try {
        const joining = joinWith(device)
        await waits.promise
        await device.close()
        expect(await joining).toMatchObject({ ok: false })
      } finally {
        stop()
      }
      const again = await world.device({}, device.dir)
      expect(await again.ok('team.status', {})).toMatchObject({ team: { phase: 'filling' } })
      expect(await again.app.invoke('team.sync', {})).toMatchObject({ ok: true })
      await whole(again)
    },
  )

  test('keeps nothing of a page with a row that is none', { timeout: 60_000 }, async () => {
    const device = await world.device()
    let pages = 0
    const stop = onTheWay((sent, real) => {
      if (!timePage(sent.url) || ++pages !== 2) return null
      return real(sent as never).then((said) => {
        const page = JSON.parse(said.text) as { rows: object[] }
        page.rows[1_000] = { ...page.rows[1_000], durationMs: 'long' }
        return { ...said, text: JSON.stringify(page) }
      })
    })
    try {
      expect(await joinWith(device)).toMatchObject({ ok: false, error: { code: 'team.nonsense' } })
    } finally {
      stop()
    }
    expect(rowsOf(device).timeEntry.length).toBeLessThanOrEqual(2_000)
    expect(await device.app.invoke('team.sync', {})).toMatchObject({ ok: true })
    await whole(device)
  })

  test(
    'H15 holds what came while others went on, however they came between its pages, to be as it was loaded',
    { timeout: 60_000 },
    async () => {
      const [first, ...rest] = rowsOf(ana).timeEntry
      const last = rest.at(-1)
      const device = await world.device()
      let asked = 0
      const stop = onTheWay((sent, real) => {
        if (!timePage(sent.url) || ++asked !== 3) return null
        return (async () => {
          // A page that has come, and the one that is on its way.
          for (const row of [first, last])
            await ana.ok('entry.edit', { entryId: String(row?.id), note: 'while a device was filled' })
          const { rows } = await ana.ok('customer.list', {})
          await ana.ok('customer.edit', { customerId: rows[0]?.id ?? '', notes: 'then too' })
          await ana.ok('customer.add', { name: 'Made meanwhile' })
          await ana.ok('team.sync', {})
          return real(sent as never)
        })()
      })
      try {
        expect(await joinWith(device)).toMatchObject({ ok: true })
      } finally {
        stop()
      }
      await whole(device)
      const command = "SELECT args FROM commit_log WHERE command = 'team.join'"
      expect(within(device, (data) => data.all(command))).toHaveLength(1)
      // And afterwards, whoever changes it.
      await device.ok('entry.edit', { entryId: String(last?.id), note: 'afterwards' })
      await device.ok('team.sync', {})
      await ana.ok('team.sync', {})
      await whole(device)
    },
  )

  test(
    'H15 K20 a note that is typed on changes nothing of what was loaded',
    { timeout: 60_000 },
    async () => {
      const { rows } = await ana.ok('customer.list', {})
      const customerId = rows[0]?.id ?? ''
      const categoryId = (await ana.ok('category.list', {}))[0]?.id ?? ''
      const { timerId } = await ana.ok('timer.start', { customerId, categoryId })
      await ana.ok('team.sync', {})
      const device = await world.device()
      expect(await joinWith(device)).toMatchObject({ ok: true })
      await ana.ok('timer.note', { timerId, note: 'typed on' })
      await ana.ok('team.sync', {})
      await device.ok('team.sync', {})
      await whole(device)
      // What else of it changes by itself is still found.
      await device.close()
      const file = join(device.dir, 'daybook.db')
      const db = openDatabase(file)
      db.exec('UPDATE timer SET started_at = started_at - 1')
      db.close()
      expect(checkEverything(file).findings).toContain('timer: the rows are not as they were loaded')
    },
  )

  test(
    'H8 H12 nothing is done upon data of which not all has come yet: it could not be taken back',
    { timeout: 60_000 },
    async () => {
      const device = await world.device()
      const customerId = (await ana.ok('customer.list', {})).rows[0]?.id ?? ''
      let timerId = ''
      let isLost = false
      const stop = onTheWay((sent, real) => {
        if (isLost && sent.url.includes('/pull')) return Promise.reject(new Error('lost'))
        if (isLost || !sent.url.includes('/fill/timer?')) return null
        return (async () => {
          // The page with the categories has come before.
          const { categoryId } = await ana.ok('category.add', { name: 'Made meanwhile' })
          ;({ timerId } = await ana.ok('timer.start', { customerId, categoryId, switch: true }))
          await ana.ok('team.sync', {})
          isLost = true
          return real(sent as never)
        })()
      })
      try {
        await joinWith(device)
        // A timer is here, and its category is not.
        const refused = { ok: false, error: { code: 'team.filling' } }
        expect(await device.app.invoke('timer.discard', { timerId })).toMatchObject(refused)
        // Nor is a part of it shown as the whole.
        const { today } = await device.ok('app.state', {})
        for (const [name, args] of [
          ['customer.list', {}],
          ['diary.month', { month: today.slice(0, 7) }],
          ['category.list', {}],
          ['diary.today', {}],
          ['export.start', { what: { kind: 'payroll', month: today.slice(0, 7) } }],
        ] as const)
          expect([name, await device.app.invoke(name, args)]).toMatchObject([name, refused])
      } finally {
        stop()
      }
      await device.ok('team.sync', {})
      await device.ok('timer.discard', { timerId })
      await ana.ok('timer.stop', { timerId, note: 'first' })
      await ana.ok('team.sync', {})
      await device.ok('team.sync', {})
      expect(await device.ok('team.status', {})).toMatchObject({ waiting: 0, attention: 1 })
      await whole(device)
    },
  )
})
