// Who opens the door: the same user of this computer. As root the other user is real, elsewhere only the table is read.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { ownerOf } from './peer.ts'
import { startTestHost } from './testing/testHost.ts'

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1059 1
   1: 0100007F:1F90 0100007F:C412 01 00000000:00000000 00:00000000 00000000  1000        0 1060 1
   2: 0100007F:C412 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 1061 1
   0: 0000000000000000FFFF00000100007F:0050 0000000000000000FFFF00000100007F:1F90 01 0:0 0:0 0  33  0 1062 1
`

test('the owner of a connection is the one of its far end', () => {
  expect(ownerOf(TABLE, 0xc412, 0x1f90)).toBe(1001)
  expect(ownerOf(TABLE, 0x1f90, 0xc412)).toBe(1000)
  expect(ownerOf(TABLE, 0x50, 0x1f90)).toBe(33)
  expect(ownerOf(TABLE, 0x1f90, 0x50)).toBeNull()
  expect(ownerOf('', 1, 2)).toBeNull()
})

const asRoot = process.platform === 'linux' && process.getuid?.() === 0

test.skipIf(!asRoot)(
  'G5 a token that another user of the computer has read lets nobody in, and stays good for its owner',
  async () => {
    const host = await startTestHost()
    onTestFinished(() => host.close())
    const { url } = host.newUrls()
    const ask = `fetch(${JSON.stringify(url)}, { redirect: 'manual' }).then(({ status, headers }) =>
      console.log(JSON.stringify([status, headers.has('set-cookie')])))`
    const askAs = async (uid: number): Promise<unknown> => {
      const child = spawn(process.execPath, ['-e', ask], {
        uid,
        gid: uid,
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let said = ''
      child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
      await once(child, 'close')
      return JSON.parse(said)
    }
    expect(await askAs(65_534)).toEqual([401, false])
    expect(await askAs(0)).toEqual([303, true])
    expect(await askAs(0)).toEqual([401, false])
  },
)
