// The real server over the real application on a folder of its own, inside the test's process.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createNodePorts } from '../../core/nodePorts.ts'
import { createApplication } from '../application.ts'
import type { Application } from '../application.ts'
import { createAssets } from '../assets.ts'
import { newSecret } from '../hostFile.ts'
import { systemPeers } from '../peer.ts'
import type { Peers } from '../peer.ts'
import { startServer } from '../server.ts'
import { createSessions } from '../session.ts'
import type { Urls, Wanted } from '../urls.ts'

export const PAGES = {
  'index.html': '<!doctype html><title>Daybook</title>',
  'quick.html': '<!doctype html><title>Quick</title>',
  'assets/main-AbC12345.js': `// ${'x'.repeat(5000)}`,
}

/** What a browser adds to a visit that no page led to: typed in, or opened by another program. */
export const VISIT = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string }
export type Ask = {
  method?: string
  headers?: Record<string, string>
  body?: string
  /** Do not send the session's cookie. */
  stranger?: boolean
}
export type TestHost = {
  port: number
  secret: string
  cookie: string
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
  earlier?: { port: number; secret: string }
  /** Another system's word on who is at the other end. */
  peers?: Peers
}

/** With the port and the secret of an earlier host it is as if that one had been started again. */
export async function startTestHost({ earlier, peers = systemPeers() }: Options = {}): Promise<TestHost> {
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
  const ports = { ...createNodePorts({ dataDir, abilities }), dataDir }
  const application = createApplication(ports)
  await application.open()
  const secret = earlier?.secret ?? newSecret()
  const sessions = createSessions(secret, ports.clock)
  const assets = createAssets(join(folder, 'renderer'))
  const server = await startServer(earlier?.port ?? 0, {
    ports,
    application,
    sessions,
    assets,
    peers,
    devRenderer: null,
  })
  const { port } = server
  const newUrls = (wanted: Wanted = { opener: false }) => server.newUrls(wanted)
  const admitted = await send(port, `/${new URL(newUrls().url).search}`, {})
  const cookie = String(admitted.headers['set-cookie']?.[0]).split(';')[0] ?? ''
  const ask: TestHost['ask'] = (path, { stranger = false, headers = {}, ...rest } = {}) =>
    send(port, path, { ...rest, headers: { ...(stranger ? {} : { cookie }), ...headers } })
  return {
    port,
    secret,
    cookie,
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
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
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
