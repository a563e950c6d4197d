// The ports of Node: ids in order, a clock that is real, folders that are found, a log that keeps people out of it.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { createFileLog } from './fileLog.ts'
import { createNodePorts, dataFolder, realClock, systemZone } from './nodePorts.ts'
import { programFolder } from './programFolder.ts'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'

const abilities = {
  shell: 'test',
  tray: false,
  globalShortcuts: false,
  saveDialog: false,
  windows: false,
} as const

test('the ports find the migrations and the version, and make ids that differ', () => {
  const ports = createNodePorts({ dataDir: null, abilities })
  expect(existsSync(join(ports.migrationsDir, 'meta', '_journal.json'))).toBe(true)
  expect(ports.version).toMatch(/^\d+\.\d+\.\d+/)
  expect(ports.newId()).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  // More than one filling of the pool that their letters come from, within few milliseconds.
  expect(new Set(Array.from({ length: 1000 }, () => ports.newId())).size).toBe(1000)
  expect(Math.abs(ports.clock.now() - Date.now())).toBeLessThan(1000)
  expect(realClock.monotonic()).toBeLessThanOrEqual(realClock.monotonic())
  expect(systemZone()).not.toBe('')
})

test('the program folder is found from a bundle as well, and its absence is said', () => {
  const root = programFolder()
  expect(programFolder(pathToFileURL(join(root, 'out', 'host', 'main.mjs')).href)).toBe(root)
  expect(() => programFolder(pathToFileURL(join(temporaryFolder(), 'main.mjs')).href)).toThrow('incomplete')
})

test('the data folder is the one named, else DAYBOOK_DATA, else the place of this system', () => {
  expect(dataFolder('/a/b', { DAYBOOK_DATA: '/c' })).toBe('/a/b')
  expect(dataFolder(undefined, { DAYBOOK_DATA: '/c' })).toBe('/c')
  expect(dataFolder(undefined, {})).toMatch(/Daybook/)
  expect(dataFolder('', { DAYBOOK_DATA: '' })).toBe(dataFolder(undefined, {}))
})

test('the log keeps names, notes and the home folder out, and turns over by size', () => {
  const folder = join(temporaryFolder(), 'logs')
  const log = createFileLog(folder, realClock, { program: 'test', maxBytes: 2000 })
  log.error('it.failed', new Error(`cannot find "Ana Weber" or 'her note' in ${homedir()}/x`), { count: 3 })
  const line = readFileSync(join(folder, 'daybook.log'), 'utf8')
  expect(JSON.parse(line)).toMatchObject({ level: 'error', program: 'test', event: 'it.failed', count: 3 })
  expect(line).not.toMatch(/Ana|her note/)
  expect(line).not.toContain(homedir())
  for (let count = 0; count < 300; count += 1) log.info('tick', { count })
  expect(readdirSync(folder).toSorted()).toEqual([
    'daybook.1.log',
    'daybook.2.log',
    'daybook.3.log',
    'daybook.4.log',
    'daybook.log',
  ])
  expect(readFileSync(join(folder, 'daybook.log'), 'utf8')).toContain('"count":299')
})

test('a log that cannot be written does not stop the program', () => {
  const log = createFileLog(join(programFolder(), 'package.json', 'logs'), realClock, { program: 'test' })
  expect(() => log.info('start')).not.toThrow()
})
