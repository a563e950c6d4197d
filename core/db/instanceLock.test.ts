import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startChild } from '../testing/db/startChild.ts'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { acquireInstanceLock } from './instanceLock.ts'

const info = { pid: process.pid, url: 'http://127.0.0.1:2' }

test('G4 a second app is told who holds the folder, and gets it after kill -9', async () => {
  const folder = temporaryFolder()
  const child = startChild('instance', folder)
  expect(await child.next()).toEqual({ acquired: true })
  const refused = acquireInstanceLock(folder, info)
  expect(refused).toMatchObject({ acquired: false, holder: { url: 'http://127.0.0.1:1' } })
  await child.kill()
  const lock = acquireInstanceLock(folder, info)
  expect(lock.acquired).toBe(true)
  if (lock.acquired) lock.release()
}, 30_000)

test('G4 of several that start at once exactly one gets the folder', async () => {
  const folder = temporaryFolder()
  const children = Array.from({ length: 4 }, () => startChild('instance', folder))
  const answers = (await Promise.all(children.map((child) => child.next()))) as { acquired: boolean }[]
  expect(answers.filter(({ acquired }) => acquired)).toHaveLength(1)
}, 30_000)

test('release gives the folder to the next; a leftover note of a dead holder keeps nobody out', async () => {
  const folder = temporaryFolder()
  // The process id of this very test: a live one, as after a reused id.
  writeFileSync(join(folder, 'instance.json'), JSON.stringify({ pid: process.pid }))
  const child = startChild('instance', folder)
  expect(await child.next()).toEqual({ acquired: true })
  child.send('release')
  expect(await child.next()).toBe('released')
  const lock = acquireInstanceLock(folder, info)
  if (!lock.acquired) throw new Error('the released folder was not given')
  expect(acquireInstanceLock(folder, { pid: 1 })).toEqual({ acquired: false, holder: info })
  lock.publish({ ...info, url: 'http://127.0.0.1:3' })
  expect(acquireInstanceLock(folder, { pid: 1 })).toMatchObject({ holder: { url: 'http://127.0.0.1:3' } })
  lock.release()
  lock.release()
  expect(existsSync(join(folder, 'instance.json'))).toBe(false)
}, 30_000)

test('a holder that has not said who it is still holds', () => {
  const folder = temporaryFolder()
  const lock = acquireInstanceLock(folder, info)
  writeFileSync(join(folder, 'instance.json'), '{"pi')
  expect(acquireInstanceLock(folder, { pid: 1 })).toEqual({ acquired: false, holder: null })
  if (lock.acquired) lock.release()
})
