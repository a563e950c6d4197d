// The real server over the real application on a folder of its own, inside the test's process.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createNodePorts } from '../../core/node/nodePorts.ts'
import { freshFolder, freshName } from '../address.ts'
import { createApplication } from '../application.ts'
import type { Application } from '../application.ts'
import { createAssets } from '../../core/pages/assets.ts'
import { newSecret } from '../hostFile.ts'
import { systemPeers } from '../peer.ts'
import type { Peers } from '../peer.ts'
import { startServer } from '../server.ts'
import { createSessions } from '../session.ts'
import type { Urls, Wanted } from '../urls.ts'
import { admit } from './visit.ts'

export const PAGES = {
  'index.html': '<!doctype html><title>Daybook</title><script src="./assets/main-AbC12345.js"></script>',
  'quick.html': '<!doctype html><title>Quick</title>',
  'assets/main-AbC12345.js': `document.documentElement.dataset.script = 'ours' // ${'x'.repeat(5000)}`,
}

/** What a browser adds to a visit that no page led to: typed in, or opened by another program. */
export const VISIT = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string }
export type Ask = {
  method?: string
  headers?: Record<string, string>
  body?: string
  /** Send neither the session's cookie nor its key. */
  stranger?: boolean
}
export type TestHost = {
  port: number
  /** What a browser calls it: name and port. */
  name: string
  origin: string
  secret: string
  cookie: string
  key: string
  dataDir: string
  application: Application
  newUrls(wanted?: Wanted): Urls
  /** Sends the path exactly as given: no client tidies it up. */
  ask(path: string, options?: Ask): Promise<Answer>
  /** A request of the contract; the parsed envelope. */
  api(name: string, args?: unknown): Promise<{ ok: boolean; value?: unknown; error?: { code: string } }>
  close(): Promise<void>
}

type Options = {
  /** The port, where it must be a certain one. */
  port?: number
  /** The name of the pages, without the port. */
  named?: string
  /** Another system's word on who is at the other end. */
  peers?: Peers
}

export async function startTestHost({
  port: wished = 0,
  named = freshName(),
  peers = systemPeers(),
}: Options = {}): Promise<TestHost> {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-host-'))
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir)
  for (const [name, content] of Object.entries(PAGES)) {
    mkdirSync(dirname(join(folder, 'renderer', name)), { recursive: true })
    writeFileSync(join(folder, 'renderer', name), content)
  }
  writeFileSync(join(folder, 'secret.html'), 'outside of the screens')
  const abilities = {
    shell: 'host',
    tray: false,
    globalShortcuts: false,
    saveDialog: false,
    windows: false,
  } as const
  const nodePorts = createNodePorts({ dataDir, abilities })
  const secret = newSecret()
  const sessions = createSessions(secret, nodePorts.clock)
  const ports = { ...nodePorts, dataDir, browsers: sessions }
  const application = createApplication(ports)
  await application.open()
  const assets = createAssets(join(folder, 'renderer'), freshFolder())
  const server = await startServer(wished, {
    name: named,
    ports,
    application,
    sessions,
    assets,
    peers,
    devRenderer: null,
  })
  const { port, host: name, origin } = server.address
  const newUrls = (wanted: Wanted = { opener: false }) => server.newUrls(wanted)
  const { cookie, key } = await admit(newUrls().url)
  const session = { cookie, 'x-daybook-key': key }
  const ask: TestHost['ask'] = (path, { stranger = false, headers = {}, ...rest } = {}) =>
    send(port, path, { ...rest, headers: { host: name, ...(stranger ? {} : session), ...headers } })
  return {
    port,
    name,
    origin,
    secret,
    cookie,
    key,
    dataDir,
    application,
    newUrls,
    ask,
    api: async (name, args = {}) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await ask(`/api/${name}`, { method: 'POST', headers, body: JSON.stringify(args) })
      return JSON.parse(answer.text) as Awaited<ReturnType<TestHost['api']>>
    },
    async close() {
      await server.close()
      await application.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export const SET_UP = {
  organisationName: 'Acme Ltd',
  userName: 'Ana',
  zone: 'Europe/Berlin',
  currency: 'EUR',
  customerName: 'Müller & Söhne',
}

export function send(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body }: Ask,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunked = 'transfer-encoding' in headers
    const length = body === undefined || chunked ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const call = request(
      { host: '127.0.0.1', port, path, method, headers: { ...length, ...headers } },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(parts).toString(),
          }),
        )
        response.on('error', reject)
      },
    )
    call.on('error', reject)
    call.end(body)
  })
}
