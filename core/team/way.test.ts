// What comes of a request to a team's server, by what it answers: only a whole answer of its own is one.
import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip, gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { way } from './way.ts'

async function serving(answer: RequestListener, connected?: (socket: Socket) => void): Promise<string> {
  // It ends no connection by itself, and says nothing of when it would.
  const server = createServer({ keepAliveTimeout: 0 }, answer)
  if (connected !== undefined) server.on('connection', connected)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const asked = (url: string, signal = new AbortController().signal) =>
  way.ask({ method: 'POST', url, headers: { 'daybook-protocol': '2' }, body: '{"naïve":1}', signal })

test('H6 what is said arrives whole, and so does the answer, packed or not', async () => {
  const url = await serving((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const said = `${String(request.headers['daybook-protocol'])} ${Buffer.concat(parts).toString()} ü`
      const packed = parts.length > 0 && request.headers['accept-encoding'] === 'gzip'
      response.writeHead(409, packed ? { 'content-encoding': 'gzip' } : {})
      response.end(packed ? gzipSync(said) : said)
    })
  })
  expect(await asked(url)).toEqual({ status: 409, text: '2 {"naïve":1} ü' })
  const bare = { method: 'GET', url, headers: {}, signal: new AbortController().signal } as const
  expect(await way.ask(bare)).toEqual({ status: 409, text: 'undefined  ü' })
})

test('H6 an answer that leads elsewhere is none, and nothing is sent there', async () => {
  let elsewhere = 0
  const other = await serving((_, response) => {
    elsewhere += 1
    response.end()
  })
  const url = await serving((_, response) => response.writeHead(307, { location: other }).end())
  await expect(asked(url)).rejects.toThrow('elsewhere')
  expect(elsewhere).toBe(0)
})

test('H6 an answer that breaks off is none', async () => {
  const url = await serving((_, response) => {
    response.writeHead(200, { 'content-length': 100 })
    response.write('half')
    setImmediate(() => response.destroy())
  })
  await expect(asked(url)).rejects.toThrow('aborted')
})

test('H6 an answer that would fill the memory is none, sent as it is or packed small', async () => {
  const part = Buffer.alloc(16 * 1024 * 1024)
  let sent = 0
  const endless = await serving((_, response) => {
    const more = (): void => {
      sent += part.length
      response.write(part, () => setImmediate(more))
    }
    more()
    response.on('close', () => response.destroy())
    response.on('error', () => undefined)
  })
  await expect(asked(endless)).rejects.toThrow('too long')
  expect(sent).toBeLessThan(1024 * 1024 * 1024)
  const packer = createGzip()
  const small: Buffer[] = []
  packer.on('data', (piece: Buffer) => small.push(piece))
  await pipeline(Readable.from(Array.from({ length: 20 }, () => part)), packer)
  const bomb = await serving((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(Buffer.concat(small)),
  )
  await expect(asked(bomb)).rejects.toThrow('larger than')
})

test('H6 who gives up is not kept waiting', async () => {
  const giving = new AbortController()
  const url = await serving(() => giving.abort())
  await expect(asked(url, giving.signal)).rejects.toThrow('aborted')
  await expect(asked(url, giving.signal)).rejects.toThrow('aborted')
})

test('H6 a connection that nobody uses for some seconds is let go: after a sleep it may be dead without a word', async () => {
  let connections = 0
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  const url = await serving(
    (_, response) => response.end(),
    (socket) => {
      connections += 1
      socket.once('close', () => resolve())
    },
  )
  await asked(url)
  await asked(url)
  expect(connections).toBe(1)
  await closed
})

test('H6 a kept connection that the server has just let go of is none: what was said is said on another', async () => {
  const said: number[] = []
  let connections = 0
  const url = await serving(
    (request, response) => {
      said.push(connections)
      if (said.length === 2) request.socket.resetAndDestroy()
      else response.end()
    },
    () => {
      connections += 1
    },
  )
  await asked(url)
  expect(await asked(url)).toMatchObject({ status: 200 })
  expect(said).toEqual([1, 1, 2])
})

test('H6 a connection that ends while the first is said on it is an answer: there is none', async () => {
  let connections = 0
  const url = await serving(
    (request) => request.socket.resetAndDestroy(),
    () => {
      connections += 1
    },
  )
  await expect(asked(url)).rejects.toThrow('ECONNRESET')
  expect(connections).toBe(1)
})
