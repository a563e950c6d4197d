// Notes that a page of an earlier start could not save any more (K13). Its address is trusted no more, and neither is it: but the page
// was given a key while it was let in, which lies in the data folder too. What it seals with that key was typed in our page, can be read
// by nobody who stands at its address meanwhile, and is taken over here, at a door of that address that takes nothing else.
import { randomBytes, webcrypto } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import type { Channel } from '../shared/contract/channel.ts'
import { Note } from '../shared/entities/entity.ts'
import type { Address } from './address.ts'
import { readBody } from './api.ts'
import { readPrivate, writePrivate } from './privateFile.ts'
import { sendJson, sendText } from './send.ts'
import type { Session } from './session.ts'

export const LEFT_NOTES = '/left-notes'
export const LEFT_NOTES_KEY = '/left-notes/key'

/** So many starts back; a page that was left open over several crashes is none that somebody types into. */
const STARTS = 3

const Start = z.object({
  port: z.int().min(1).max(65_535),
  host: z.string().max(200),
  origin: z.string().max(200),
  /** By the session's id, which is good for nothing else. */
  keys: z.record(z.string(), z.string()),
})
type Start = z.infer<typeof Start>
const Starts = z.array(Start)

const Sealed = z.object({ id: z.string(), iv: z.string().max(100), sealed: z.string() })
const Left = z.object({ timerId: z.string(), base: z.string(), note: z.string() })
type Left = z.infer<typeof Left>

/** `later`: nobody may save it now, as where the profile waits for its PIN. */
type Answer = 'saved' | 'later' | 'refused'

export type LeftNotes = {
  /** What a page of this session seals with. */
  keyFor(session: Session): { id: string; key: string }
  forget(session: Session): void
  /** Is this for the address of an earlier start? Then it is answered, here or at a door of its own. */
  answers(request: IncomingMessage, response: ServerResponse): boolean
  /** Opens the doors of the earlier starts, where nobody else stands there. */
  open(): Promise<void>
  close(): Promise<void>
}

type Deps = {
  dataDir: string
  address: Address
  app: () => Pick<Channel, 'invoke'> | null
  isOwner: (socket: IncomingMessage['socket']) => boolean
}

export function createLeftNotes({ dataDir, address, app, isOwner }: Deps): LeftNotes {
  const file = join(dataDir, 'left-notes.json')
  const earlier = (readPrivate(file, Starts) ?? []).slice(0, STARTS)
  const now: Start = { port: address.port, host: address.host, origin: address.origin, keys: {} }
  const write = () => void writePrivate(file, [now, ...earlier])
  const doors: Server[] = []

  async function take(start: Start, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { headers, method, url } = request
    const fromPage = headers.origin === start.origin && headers['sec-fetch-site'] !== 'cross-site'
    if (method !== 'POST' || url !== LEFT_NOTES || !fromPage || !isOwner(request.socket))
      return sendText(response, 421, 'Daybook is at another address now.')
    const sealed = Sealed.safeParse(parsed(await readBody(request)))
    const text = sealed.success ? start.keys[sealed.data.id] : undefined
    if (!sealed.success || text === undefined) return sendText(response, 403, 'not one of our pages')
    const { iv } = sealed.data
    const key = await keyOf(text)
    const left = Left.safeParse(parsed(await unseal(key, iv, sealed.data.sealed)))
    if (!left.success) return sendText(response, 403, 'not one of our pages')
    sendJson(response, 200, await seal(key, await save(app(), left.data), `answer ${iv}`))
  }
  const answers = (request: IncomingMessage, response: ServerResponse): boolean => {
    const start = earlier.find(({ host }) => host === request.headers.host)
    // Where an address is no fresh one, all but this is ours.
    if (start === undefined || (start.host === address.host && request.url !== LEFT_NOTES)) return false
    take(start, request, response).catch(() => response.destroy())
    return true
  }
  return {
    keyFor({ id }) {
      const key = (now.keys[id] ??= randomBytes(32).toString('base64url'))
      write()
      return { id, key }
    },
    forget({ id }) {
      delete now.keys[id]
      write()
    },
    answers,
    async open() {
      for (const port of new Set(earlier.map((start) => start.port))) {
        if (port === address.port) continue
        const door = createServer({ requestTimeout: 30_000 }, (request, response) => {
          if (!answers(request, response)) sendText(response, 421, 'Daybook is at another address now.')
        })
        if (await listens(door, port)) doors.push(door)
      }
    },
    async close() {
      for (const door of doors) {
        door.closeAllConnections()
        await new Promise((done) => door.close(done))
      }
    },
  }
}

/** As the page itself would have saved it; where the note was changed meanwhile, what was typed is put below. */
async function save(app: Pick<Channel, 'invoke'> | null, { timerId, base, note }: Left): Promise<Answer> {
  const state = await app?.invoke('timer.state', {})
  if (app === null || state?.ok !== true) return 'later'
  const timer = state.value.timers.find(({ id }) => id === timerId)
  if (timer === undefined) return 'refused'
  if (timer.note === note) return 'saved'
  const typed = note.startsWith(base) ? note.slice(base.length).trimStart() : note
  const whole = timer.note === base ? note : `${timer.note}\n${typed}`
  if (!Note.safeParse(whole).success) return 'refused'
  const reply = await app.invoke('timer.note', { timerId, note: whole })
  return reply.ok ? 'saved' : 'later'
}

const keyOf = (text: string) =>
  webcrypto.subtle.importKey('raw', Buffer.from(text, 'base64url'), 'AES-GCM', false, ['encrypt', 'decrypt'])

type Key = Awaited<ReturnType<typeof keyOf>>

const NOTES = Buffer.from('notes')

async function unseal(key: Key, iv: string, sealed: string): Promise<string | null> {
  try {
    const how = { name: 'AES-GCM', iv: Buffer.from(iv, 'base64url'), additionalData: NOTES }
    const plain = await webcrypto.subtle.decrypt(how, key, Buffer.from(sealed, 'base64url'))
    return Buffer.from(plain).toString('utf8')
  } catch {
    // Sealed with another key, or changed on its way.
    return null
  }
}

async function seal(key: Key, text: string, about: string): Promise<{ iv: string; sealed: string }> {
  const iv = randomBytes(12)
  const how = { name: 'AES-GCM', iv, additionalData: Buffer.from(about) }
  const sealed = await webcrypto.subtle.encrypt(how, key, Buffer.from(text))
  return { iv: iv.toString('base64url'), sealed: Buffer.from(sealed).toString('base64url') }
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : (JSON.parse(text) as unknown)
  } catch {
    return null
  }
}

/** False where somebody else stands there: then the page keeps its notes, and offers a copy of them. */
const listens = (server: Server, port: number): Promise<boolean> =>
  new Promise((done) => {
    server.once('error', () => done(false))
    server.listen(port, '127.0.0.1', () => done(true))
  })
