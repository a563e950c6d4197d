// Who opens the door: the same user of this computer. As root the other user is real, elsewhere only the table is read.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { endianness } from 'node:os'
import { expect, onTestFinished, test } from 'vitest'
import { createPeers, ownerOf } from './peer.ts'
import { startTestHost, VISIT } from './testing/testHost.ts'
import type { TestHost } from './testing/testHost.ts'

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1059 1
   1: 0100007F:1F90 0200007F:C412 01 00000000:00000000 00:00000000 00000000  1000        0 1058 1
   2: 0200007F:C412 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1002        0 1057 1
   3: 0100007F:1F90 0100007F:C412 01 00000000:00000000 00:00000000 00000000  1000        0 1060 1
   4: 0100007F:C412 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 1061 1
   5: 0100007F:C413 0100007F:1F90 05 00000000:00000000 03:00000BB8 00000000     0        0 0 3
   0: 0000000000000000FFFF00000100007F:0050 0000000000000000FFFF00000100007F:1F90 01 0:0 0:0 0  33  0 1062 1
`
const OWN = '127.0.0.1'
const SERVER = 0x1f90

test.skipIf(endianness() === 'BE')(
  'G5 the owner of a connection is the one of its far end, both ends whole',
  () => {
    const here = [OWN, SERVER] as const
    expect(ownerOf(TABLE, [OWN, 0xc412], here)).toBe(1001)
    expect(ownerOf(TABLE, here, [OWN, 0xc412])).toBe(1000)
    expect(ownerOf(TABLE, ['::ffff:127.0.0.1', 0xc412], ['::ffff:127.0.0.1', SERVER])).toBe(1001)
    // The same port of another address of this computer is another user's.
    expect(ownerOf(TABLE, ['127.0.0.2', 0xc412], here)).toBe(1002)
    expect(ownerOf(TABLE, ['127.0.0.3', 0xc412], here)).toBeNull()
    expect(ownerOf(TABLE, [OWN, 0x50], here)).toBe(33)
    expect(ownerOf(TABLE, here, [OWN, 0x50])).toBeNull()
    // Hung up: no program is there, and its 0 is not root.
    expect(ownerOf(TABLE, [OWN, 0xc413], here)).toBeNull()
    expect(ownerOf(TABLE, [undefined, 0xc412], here)).toBeNull()
    expect(ownerOf('', [OWN, 1], [OWN, 2])).toBeNull()
  },
)

const from = (remotePort: number, remoteAddress = OWN) => ({
  localAddress: OWN,
  localPort: SERVER,
  remoteAddress,
  remotePort,
})

test.skipIf(endianness() === 'BE')(
  'G5 where the system does not tell who somebody is, it is nobody of whom that must be sure',
  () => {
    const told = { uid: 1000, nameless: 65_534, relayed: false, table: () => TABLE }
    const self = createPeers({ ...told, uid: 1001 })
    expect([self.isOwn(from(0xc412)), self.mayBeOwn(from(0xc412))]).toEqual([true, true])
    const peers = createPeers(told)
    expect(peers.tellsFor(SERVER)).toBe(true)
    expect([peers.isOwn(from(0xc412)), peers.mayBeOwn(from(0xc412))]).toEqual([false, false])
    expect([peers.isOwn(from(0xc413)), peers.mayBeOwn(from(0xc413))]).toEqual([false, false])
    for (const mute of [
      null,
      { ...told, table: () => '' },
      // Somebody else's ear at that port: these are not our tables.
      { ...told, uid: 1001 },
      // The number of those who have none.
      { ...told, nameless: 1000 },
      { ...told, relayed: true },
    ]) {
      const dumb = createPeers(mute)
      expect(dumb.tellsFor(SERVER)).toBe(false)
    }
    for (const mute of [null, { ...told, uid: 1001, nameless: 1001 }, { ...told, uid: 1001, relayed: true }])
      expect([createPeers(mute).isOwn(from(0xc412)), createPeers(mute).mayBeOwn(from(0xc412))]).toEqual([
        false,
        true,
      ])
  },
)

const asRoot = process.platform === 'linux' && process.getuid?.() === 0

/** The status, and whether there was a cookie: asked by another program, for a user who may be another. */
async function askAs(uid: number, url: string, from: object = {}): Promise<unknown> {
  const { host, port, pathname, search } = new URL(url)
  const options = {
    hostname: '127.0.0.1',
    port,
    path: `${pathname}${search}`,
    headers: { host, ...VISIT },
    ...from,
  }
  const ask = `require('node:http').get(${JSON.stringify(options)}, ({ statusCode, headers }) => {
    console.log(JSON.stringify([statusCode, 'set-cookie' in headers]))
    process.exit()
  })`
  return JSON.parse(await runAs(uid, ask))
}

async function runAs(uid: number, program: string): Promise<string> {
  const child = spawn(process.execPath, ['-e', program], {
    uid,
    gid: uid,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  await once(child, 'close')
  return said
}

/** Asks again and again, and each time hangs up before anybody can look who that was. */
async function hangUpAs(uid: number, { port, name }: TestHost, path: string): Promise<void> {
  const headers = Object.entries(VISIT).map(([name, value]) => `${name}: ${value}`)
  const bytes = [`GET /${path} HTTP/1.1`, `Host: ${name}`, ...headers, '', ''].join('\r\n')
  await runAs(
    uid,
    `for (let left = 20; left > 0; left -= 1) {
      const socket = require('node:net').connect(${port}, '127.0.0.1', () =>
        socket.write(${JSON.stringify(bytes)}, () => socket.destroy()))
    }`,
  )
}

const OTHER = 65_534

test.skipIf(!asRoot)(
  'G5 a token that another user of the computer has read lets nobody in, and stays good for its owner',
  async () => {
    const host = await startTestHost()
    onTestFinished(() => host.close())
    const { url } = host.newUrls()
    expect(await askAs(OTHER, url)).toEqual([401, false])
    await hangUpAs(OTHER, host, new URL(url).search)
    expect(await askAs(0, url)).toEqual([303, true])
    expect(await askAs(0, url)).toEqual([401, false])
  },
)

test.skipIf(!asRoot)(
  'G5 the door lets nobody in who is another user of the computer, and stays open for the one it was opened for',
  async () => {
    const host = await startTestHost()
    onTestFinished(() => host.close())
    expect(host.newUrls({ opener: true }).opener).toBe('/enter')
    const door = `${host.origin}/enter`
    expect(await askAs(OTHER, door)).toEqual([401, false])
    await hangUpAs(OTHER, host, 'enter')
    expect(await askAs(0, door)).toEqual([303, true])
    expect(await askAs(0, door)).toEqual([401, false])
  },
)

test.skipIf(!asRoot)(
  'G5 another user who takes the port of its owner’s connection, at another address of the computer, is told from it',
  async () => {
    const host = await startTestHost()
    onTestFinished(() => host.close())
    const program = `const socket = require('node:net').connect(${host.port}, '127.0.0.1', () =>
      console.log(socket.localPort)); process.stdin.on('end', () => process.exit()).resume()`
    const owner = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] })
    const ended = once(owner, 'close')
    const [text] = (await once(owner.stdout.setEncoding('utf8'), 'data')) as [string]
    const impostor = { localAddress: '127.0.0.2', localPort: Number(text) }
    const { url } = host.newUrls({ opener: true })
    expect(await askAs(OTHER, url, impostor)).toEqual([401, false])
    expect(await askAs(OTHER, `${host.origin}/enter`, impostor)).toEqual([401, false])
    owner.stdin.end()
    await ended
  },
)
