// Notes that a page of an earlier start left at its old address: what is sealed with its key is taken, and nothing else.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openTestApp } from '../core/testing/testApp.ts'
import type { TestApp } from '../core/testing/testApp.ts'
import { createLeaver } from '../renderer/channel/leaveNotes.ts'
import { addressOf, freshName } from './address.ts'
import type { Address } from './address.ts'
import { createLeftNotes } from './leftNotes.ts'
import type { LeftNotes } from './leftNotes.ts'

const folder = mkdtempSync(join(tmpdir(), 'daybook-left-'))
const opened: LeftNotes[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
  rmSync(join(folder, 'left-notes.json'), { force: true })
})

const SESSION = { id: 'one', cookie: 'cookie', key: 'key' }

async function start(address: Address, app: TestApp['app'] | null = null): Promise<LeftNotes> {
  const left = createLeftNotes({ dataDir: folder, address, app: () => app, isOwner: () => true })
  await left.open()
  opened.push(left)
  return left
}

/** What stands at the address answers; null: nobody, or a refusal. */
function ask(address: Address, path: string, body: string, headers: Record<string, string> = {}) {
  return new Promise<unknown>((done) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: address.port,
        path,
        method: 'POST',
        headers: { host: address.host, origin: address.origin, ...headers },
      },
      (response) => {
        let text = ''
        response.on('data', (part: Buffer) => (text += part.toString()))
        response.on('end', () => done(response.statusCode === 200 ? JSON.parse(text) : null))
      },
    )
    sent.on('error', () => done(null))
    sent.end(body)
  })
}

/** A page that was let in at the first start, and the second start with a timer that runs. */
async function again(headers: Record<string, string> = {}) {
  const [old, fresh] = [addressOf(freshName('linux'), 49_871), addressOf(freshName('linux'), 49_872)]
  const first = await start(old)
  const given = first.keyFor(SESSION)
  const sent: string[] = []
  const leaver = createLeaver(async (path, body) => {
    if (path === '/left-notes/key') return given
    sent.push(body)
    return ask(old, path, body, headers)
  })
  await leaver.prepare()
  const world = await openTestApp()
  const timerId = await running(world)
  return { old, fresh, first, leaver, sent, world, timerId }
}

async function running(world: TestApp): Promise<string> {
  await world.ok('organisation.setUp', {
    organisationName: 'Weber & Co',
    userName: 'Ana Weber',
    zone: 'Europe/Berlin',
    currency: 'EUR',
  })
  await world.ok('rules.saveMine', { rules: { requireCustomer: false, requireCategory: false } })
  const { timerId } = await world.ok('timer.start', { customerId: null, categoryId: null, note: 'Before' })
  return timerId
}
const noteOf = async (world: TestApp) => (await world.ok('timer.state', {})).timers[0]?.note

test('K13 what was typed while the program was away is saved by its next start, also where the note was changed meanwhile', async () => {
  const { fresh, leaver, world, timerId } = await again()
  const typed = { timerId, base: 'Before', note: 'Before, and while away' }
  expect(await leaver.leave(typed), 'nobody is there yet').toBe('later')
  await start(fresh, world.app)
  expect(await leaver.leave(typed)).toBe('saved')
  expect(await noteOf(world)).toBe('Before, and while away')
  await world.ok('timer.note', { timerId, note: 'Changed here' })
  expect(await leaver.leave({ timerId, base: 'Before', note: 'Before. More' })).toBe('saved')
  expect(await noteOf(world)).toBe('Changed here\n. More')
  expect(await leaver.leave({ ...typed, timerId: 'another' })).toBe('refused')
  expect(statSync(join(folder, 'left-notes.json')).mode & 0o077, 'for its owner alone').toBe(0)
})

test('K19 the door takes nothing from another page, with another key, changed on its way, or once the browser is signed out', async () => {
  const { old, fresh, first, leaver, sent, world, timerId } = await again()
  const note = { timerId, base: 'Before', note: 'Hello' }
  await leaver.leave(note)
  expect(sent.join(), 'nothing to read for whoever stands there').not.toContain('Hello')
  await start(fresh, world.app)
  const [body = ''] = sent
  expect(await ask(old, '/left-notes', body, { origin: 'http://evil.example' })).toBeNull()
  expect(await ask(old, '/api/timer.state', '{}')).toBeNull()
  const changed = body.replace(/"sealed":"(.)/, (_, sign: string) => `"sealed":"${sign === 'A' ? 'B' : 'A'}`)
  expect(await ask(old, '/left-notes', changed)).toBeNull()
  expect(await noteOf(world)).toBe('Before')
  const other = createLeaver(async (path, sealed) =>
    path === '/left-notes/key' ? { id: SESSION.id, key: 'A'.repeat(43) } : ask(old, path, sealed),
  )
  await other.prepare()
  expect(await other.leave(note)).toBe('later')
  expect(await ask(old, '/left-notes', body)).not.toBeNull()
  expect(await noteOf(world)).toBe('Hello')
  for (const one of opened.splice(0)) await one.close()
  first.forget(SESSION)
  await start(fresh, world.app)
  expect(await leaver.leave({ ...note, note: 'Once more' })).toBe('later')
})
