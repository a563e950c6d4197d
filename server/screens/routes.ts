// The screens of the application for who is signed in: /app/ is the same page as on a device, and asks the same by the same names. Without a
// session nothing is answered, not even a file; what changes anything needs the token of our page beside it (web/session.ts).
import { createReadStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { upgradeWebSocket } from '@hono/node-server'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { choosesFile } from '../../core/export/choosesFile.ts'
import { programFolder } from '../../core/node/programFolder.ts'
import { createAssets } from '../../core/pages/assets.ts'
import { downloadHeaders } from '../../core/pages/download.ts'
import { pageHeaders } from '../../core/pages/policy.ts'
import type { Reply } from '../../shared/contract/channel.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Env } from '../env.ts'
import { Refused } from '../refused.ts'
import type { WebSession, WebSessions } from '../web/session.ts'
import { demandOwnPage } from '../web/origin.ts'
import type { Seats } from './seats.ts'

const BASE = '/app'
/** As of the host: the page does not come back by itself then (renderer/channel/httpChannel.ts). */
const ENDED = 4401
const SOCKET_PROTOCOL = 'daybook.'
const ZONE_HEADER = 'daybook-zone'

export type ScreenDeps = {
  web: WebSessions
  seats: Seats
  /** Where the built screens lie. */
  folder: string | undefined
}

export function createScreenRoutes({ web, seats, folder }: ScreenDeps): Hono<Env> {
  const assets = createAssets(folder ?? join(programFolder(), 'out', 'renderer'))
  const app = new Hono<Env>()

  app.use(`${BASE}/*`, async (c, next) => {
    const socket = web.originOf(c).replace(/^http/, 'ws')
    await next()
    for (const [name, value] of Object.entries(pageHeaders([socket]))) c.header(name, value)
  })
  for (const path of ['/', BASE]) app.get(path, (c) => c.redirect(`${BASE}/`))

  app.post(`${BASE}/api/:name`, async (c) => {
    const refuse = (status: 400 | 401 | 403 | 415 | 503, error: AppError) =>
      c.json({ ok: false, error }, status)
    try {
      const session = await web.demandWebSession(c)
      if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? ''))
        return refuse(415, appError('request.invalid', { fields: { 'content-type': 'application/json' } }))
      const args: unknown = await c.req.json().catch(() => undefined)
      if (args === undefined) return refuse(400, appError('request.invalid', { fields: { body: 'JSON' } }))
      if (choosesFile(args)) return refuse(400, appError('request.invalid', { fields: { path: 'none' } }))
      const reply: Reply<unknown> = await seats.of(session).invoke(c.req.param('name'), args, {
        sessionId: session.id,
        zone: zoneOf(c.req.header(ZONE_HEADER)),
        languages: languagesOf(c.req.header('accept-language')),
      })
      return c.json(reply)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const { status } = error
      if (status === 401) return refuse(401, appError('session.signedOut'))
      return refuse(status === 403 ? 403 : 503, error.error)
    }
  })

  app.get(
    `${BASE}/ws`,
    upgradeWebSocket(async (c) => {
      demandOwnPage(c, web.originOf(c))
      const session = await web.webSessionOf(c)
      // A browser's socket takes no headers, so our page's token comes as the name of a protocol.
      if (session === null || c.req.header('sec-websocket-protocol') !== `${SOCKET_PROTOCOL}${session.csrf}`)
        throw new Refused(401, 'team.signedOut')
      let gone: (() => void) | null = null
      return {
        onOpen: (_, socket) => {
          gone = seats.look(session, {
            tell: (event) => socket.send(JSON.stringify(event)),
            end: () => socket.close(ENDED),
          })
        },
        onClose: () => gone?.(),
      }
    }),
  )

  /** null: answered already, by the way to sign in. */
  const visitor = async (c: Context<Env>): Promise<WebSession | Response> => {
    const session = await web.webSessionOf(c)
    if (session !== null) return session
    const page = c.req.header('sec-fetch-dest') ?? 'document'
    if (page !== 'document') return c.text('', 401)
    return c.redirect(`/sign-in?next=${encodeURIComponent(c.req.path)}`)
  }

  app.get(`${BASE}/exports/:job`, async (c) => {
    const session = await visitor(c)
    if (session instanceof Response) return session
    const found = seats.of(session).exportFile(c.req.param('job'))
    const bytes = found === null ? undefined : statSync(found.path, { throwIfNoEntry: false })?.size
    if (found === null || bytes === undefined) return c.notFound()
    const file = Readable.toWeb(createReadStream(found.path)) as ReadableStream
    return c.body(file, 200, downloadHeaders(found.fileName, bytes))
  })

  app.get(`${BASE}/*`, async (c) => {
    const session = await visitor(c)
    if (session instanceof Response) return session
    if (!assets.present()) return c.text('The screens are not built yet: npm run build', 503)
    const answer = await assets.answer(c.req.path.slice(BASE.length), {
      acceptEncoding: c.req.header('accept-encoding'),
      ifNoneMatch: c.req.header('if-none-match'),
      head: `<meta name="csrf" content="${session.csrf}" />`,
    })
    if (answer === null) return c.notFound()
    const { content, headers } = answer
    return content === null ? c.body(null, 304, headers) : c.body(new Uint8Array(content), 200, headers)
  })
  return app
}

/** As the system writes them; whatever it is not is no zone. */
function zoneOf(given: string | undefined): string {
  try {
    if (given !== undefined && given.length <= 64)
      return new Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions().timeZone
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return 'UTC'
}

const languagesOf = (header: string | undefined): string[] =>
  (header ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? '')
