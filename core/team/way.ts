// The way to the team's server and back: one request over HTTP, on connections that are kept. By what Node itself speaks HTTP with: `fetch` takes
// twice as long for the same.
import type { Agent, request } from 'node:http'

export type Sent = {
  method: 'GET' | 'POST'
  url: string
  headers: Readonly<Record<string, string>>
  body?: string
  /** Whoever asked does not wait any more. */
  signal: AbortSignal
}
export type Said = { status: number; text: string }

/** So long a connection is kept that nobody uses: after a sleep or another network it is dead without a word, and who uses it waits in vain. */
const IDLE_MS = 4_000

/** More than the longest answer has, packed or not: who sends more fills this computer's memory. */
const LONGEST_ANSWER = 256 * 1024 * 1024

type Http = { request: typeof request; agent: Agent }
const loaded = new Map<'http' | 'https', Http>()

/** Who is in no team, or comes and goes as the command line does, need not wait until these are there. */
async function load(name: 'http' | 'https'): Promise<Http> {
  const known = loaded.get(name)
  if (known !== undefined) return known
  const made = name === 'http' ? await import('node:http') : await import('node:https')
  const http: Http = { request: made.request, agent: new made.Agent({ keepAlive: true, timeout: IDLE_MS }) }
  loaded.set(name, http)
  return http
}

async function unpacked(bytes: Buffer, encoding: string | undefined): Promise<string> {
  if (encoding !== 'gzip') return bytes.toString()
  const { gunzip } = await import('node:zlib')
  return new Promise((resolve, reject) =>
    gunzip(bytes, { maxOutputLength: LONGEST_ANSWER }, (error, text) =>
      error === null ? resolve(text.toString()) : reject(error),
    ),
  )
}

const LET_GO: ReadonlySet<string | undefined> = new Set(['ECONNRESET', 'EPIPE'])

type Answered = { status: number; encoding: string | undefined; bytes: Buffer }

/** Rejects where there is no answer, or one that leads elsewhere: what is sent is for this server alone. */
async function ask(sending: Sent): Promise<Said> {
  const { status, encoding, bytes } = await send(sending)
  if (status >= 300 && status < 400) throw new Error('the answer leads elsewhere')
  return { status, text: await unpacked(bytes, encoding) }
}

async function send(sending: Sent): Promise<Answered> {
  const { method, url, headers, body, signal } = sending
  const { request, agent } = await load(url.startsWith('https:') ? 'https' : 'http')
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    const sent = request(url, {
      agent,
      method,
      headers: { ...headers, 'accept-encoding': 'gzip', ...length },
      signal,
    })
    let answers = false
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // The server let go of a connection that was kept, before it heard of this one: that says nothing of whether it is there.
      if (sent.reusedSocket && !answers && LET_GO.has(error.code)) send(sending).then(resolve, reject)
      else reject(error)
    })
    sent.on('response', (answer) => {
      answers = true
      const parts: Buffer[] = []
      let length = 0
      answer.on('data', (part: Buffer) => {
        parts.push(part)
        length += part.length
        if (length > LONGEST_ANSWER) answer.destroy(new Error('the answer is too long'))
      })
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          encoding: answer.headers['content-encoding'],
          bytes: Buffer.concat(parts),
        }),
      )
    })
    sent.end(body)
  })
}

/** Where tests lose what was answered, and measurements count what is asked. */
export const way = { ask }
