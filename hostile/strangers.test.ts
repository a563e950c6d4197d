// Another user of the same computer: with a cookie that was sent to their port, at our files, at our lock, and in the way of what we write.
import { once } from 'node:events'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createApplication } from '../host/application.ts'
import { startTestHost, SET_UP } from '../host/testing/testHost.ts'
import { createNodePorts } from '../core/node/nodePorts.ts'
import type { ExportJob } from '../shared/contract/organisation.ts'
import { requests } from '../shared/contract/contract.ts'
import { figure } from './figures.ts'
import { asOther, mayBecomeOther, openFolder, startAsOther } from './otherUser.ts'

test.skipIf(!mayBecomeOther)(
  'K19 another user with all that its owner’s browser holds is told nothing and changes nothing, by requests and by sockets',
  async () => {
    const host = await startTestHost()
    onTestFinished(() => host.close())
    await host.api('organisation.setUp', SET_UP)
    const all = { host: host.name, cookie: host.cookie, origin: host.origin }
    const paths = [
      '/',
      '/quick.html',
      '/ws',
      '/instance',
      '/enter',
      '/exports/1',
      ...Object.keys(requests).map((name) => `/api/${name}`),
    ]
    const program = `
      const { request } = require('node:http')
      const ask = (path) => new Promise((done) => {
        const headers = { ...${JSON.stringify(all)}, 'x-daybook-key': ${JSON.stringify(host.key)}, 'content-type': 'application/json' }
        if (path === '/ws') Object.assign(headers, { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13',
          'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', 'sec-websocket-protocol': 'daybook.' + ${JSON.stringify(host.key)} })
        if (path === '/instance') headers.authorization = 'Daybook ' + ${JSON.stringify(host.secret)}
        const post = path.startsWith('/api/') || path === '/instance'
        const call = request({ host: '127.0.0.1', port: ${host.port}, path, method: post ? 'POST' : 'GET', headers })
        call.on('response', (answer) => answer.resume().on('end', () => done(answer.statusCode)))
        call.on('upgrade', () => done(101))
        call.end(post ? '{}' : undefined)
      })
      Promise.all(${JSON.stringify(paths)}.map(ask)).then((all) => { console.log([...new Set(all)].sort().join(' ')); process.exit() })`
    expect(await asOther(program)).toBe('401')
    const before = await host.api('app.state')
    expect(before).toMatchObject({ ok: true, value: { organisation: { name: SET_UP.organisationName } } })
    figure({
      fault:
        'another user of the computer with the owner’s cookie, key and secret, at every address of the host',
      ids: 'K19',
      tried: paths.length,
      unit: 'requests',
      lost: 0,
      note: 'none answered; where the system does not tell whose program asks, the key keeps them out',
      file: 'strangers',
    })
  },
)

const ABILITIES = {
  shell: 'host',
  tray: false,
  globalShortcuts: false,
  saveDialog: false,
  windows: false,
} as const

function opened(dataDir: string) {
  const application = createApplication({ ...createNodePorts({ dataDir, abilities: ABILITIES }), dataDir })
  onTestFinished(() => application.close())
  return application
}

test.skipIf(!mayBecomeOther)(
  'K19 nothing in the data folder can be read by another user, also where the folder was there before',
  async () => {
    const dataDir = openFolder()
    mkdirSync(dataDir, { mode: 0o755 })
    chmodSync(dataDir, 0o755)
    const application = opened(dataDir)
    await application.open()
    await application.app?.invoke('organisation.setUp', SET_UP)
    await application.app?.invoke('backup.create', {})
    const read = await asOther(`const { readdirSync, readFileSync } = require('node:fs')
    const seen = []
    const look = (path) => { try { for (const each of readdirSync(path, { withFileTypes: true }))
      each.isDirectory() ? look(path + '/' + each.name) : (() => { try { readFileSync(path + '/' + each.name); seen.push(each.name) } catch {} })() } catch {} }
    look(${JSON.stringify(dataDir)}); console.log(seen.join(' '))`)
    expect(read).toBe('')
  },
)

test.skipIf(!mayBecomeOther)(
  'K19 a lock that another user holds does not keep Daybook from starting',
  async () => {
    const dataDir = openFolder()
    const first = opened(dataDir)
    await first.open()
    await first.close()
    // As an earlier version left it.
    for (const name of readdirSync(dataDir)) chmodSync(join(dataDir, name), 0o644)
    chmodSync(dataDir, 0o755)
    const holder =
      startAsOther(`const Database = require(${JSON.stringify(join(import.meta.dirname, '../node_modules/better-sqlite3'))})
    const db = new Database(${JSON.stringify(join(dataDir, 'instance.lock'))}, { readonly: true })
    db.exec('BEGIN'); db.prepare('SELECT count(*) FROM sqlite_schema').get(); console.log('held')
    process.stdin.on('end', () => process.exit()).resume()`)
    await once(holder.stdout, 'data')
    const second = opened(dataDir)
    await second.open()
    expect(second.problem).toBeNull()
    holder.stdin.end()
    await once(holder, 'close')
  },
)

test.skipIf(!mayBecomeOther)(
  'K19 a workbook is for its owner alone, and is not written through a link that another user has laid',
  async () => {
    const dataDir = openFolder()
    const application = opened(dataDir)
    await application.open()
    const { app } = application
    await app?.invoke('organisation.setUp', SET_UP)
    const shared = join(dirname(dataDir), 'shared')
    mkdirSync(shared)
    chmodSync(shared, 0o777)
    const mine = join(dirname(dataDir), 'mine.xlsx')
    writeFileSync(mine, 'mine')
    await asOther(`require('node:fs').symlinkSync(${JSON.stringify(mine)}, ${JSON.stringify(join(shared, 'october.xlsx'))})
      require('node:fs').symlinkSync(${JSON.stringify(dirname(dataDir))}, ${JSON.stringify(join(shared, 'reports'))})`)
    const write = async (path: string) => {
      const ended = new Promise<ExportJob>((done) => {
        const stop = app?.subscribe((event) => {
          if (event.type !== 'export' || event.job.state === 'running') return
          stop?.()
          done(event.job)
        })
      })
      await app?.invoke('export.start', { what: { kind: 'payroll', month: '2026-10' }, path })
      const { state, error } = await ended
      return [state, error?.code ?? null]
    }
    expect(await write(join(shared, 'october.xlsx'))).toEqual(['failed', 'file.foreignLink'])
    expect(await write(join(shared, 'reports', 'mine.xlsx'))).toEqual(['failed', 'file.foreignLink'])
    expect(readFileSync(mine, 'utf8')).toBe('mine')
    // A link of one's own is followed, and stays.
    const own = join(dirname(dataDir), 'own.xlsx')
    symlinkSync(mine, own)
    expect(await write(own)).toEqual(['done', null])
    expect(lstatSync(own).isSymbolicLink()).toBe(true)
    expect(statSync(mine).mode & 0o777).toBe(0o600)
  },
)
