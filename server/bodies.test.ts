// How much the server reads of what it is sent: no more than its limit, whether that says how long it is or not.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LONGEST_BODY, PROTOCOL, PROTOCOL_HEADER } from '../shared/team/protocol.ts'
import type { World } from './testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from './testing/teamServer.ts'

let world: World
beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
afterAll(async () => {
  if (NO_POSTGRES === null) await world.close()
})

const asked = async (url: string, body: BodyInit): Promise<number> => {
  const headers = { [PROTOCOL_HEADER]: String(PROTOCOL), 'content-type': 'application/json' }
  const response = await fetch(`${url}/v1/join`, {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit)
  await response.text()
  return response.status
}
/** In parts, without a word of how many there will be. */
const inParts = (text: string): ReadableStream =>
  new Blob([text]).stream().pipeThrough(new TransformStream<Uint8Array, Uint8Array>())

describe.skipIf(NO_POSTGRES !== null)('what the server is sent', () => {
  test('H18 is read up to a limit, and what is longer is refused unread', async () => {
    const { url } = await world.server(await world.newDatabase())
    const [short, long] = ['{}', `"${'x'.repeat(LONGEST_BODY)}"`]
    expect(await asked(url, short)).toBe(400)
    expect(await asked(url, inParts(short))).toBe(400)
    expect(await asked(url, long)).toBe(413)
    expect(await asked(url, inParts(long))).toBe(413)
  })
})
