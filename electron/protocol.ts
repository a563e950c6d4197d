// Serves the built renderer under app://daybook, with the policy on every answer.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '../core/ports.ts'
import { APP_SCHEME } from './addresses.ts'
import { CONTENT_POLICY } from './contentPolicy.ts'
import type { ElectronApi } from './electronApi.ts'
import { mimeOf, servedFile } from './servedFile.ts'
import type { ServedFile } from './servedFile.ts'

/** Must run before Electron is ready. Standard and secure, so that the pages have an origin, storage and modules. */
export function registerAppScheme({ protocol }: ElectronApi): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** As the bundler names them in a page. */
const NAMED = /(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g

/**
 * By Electron's older way, which takes bytes: the newer one is made of `fetch`, and loading that held up each first screen by a tenth
 * of the whole start. Resolves once a page has all the files that it names, so that its script runs whatever else this process does.
 */
export function serveRenderer({ protocol }: ElectronApi, folder: string, log: Log): Promise<void> {
  const { promise: filesServed, resolve } = Promise.withResolvers<void>()
  const wanted = new Set<string>()
  const given = ({ file, mime }: ServedFile, bytes: Buffer) => {
    wanted.delete(file)
    if (mime === mimeOf['.html'])
      for (const [, named = ''] of bytes.toString().matchAll(NAMED)) wanted.add(join(folder, named))
    if (wanted.size === 0) resolve()
  }
  protocol.registerBufferProtocol(APP_SCHEME, ({ method, url }, respond) => {
    if (method !== 'GET') return respond(answer(405))
    const served = servedFile(url, folder)
    if (served === null) return respond(answer(404))
    readFile(served.file).then(
      (bytes) => {
        respond(answer(200, bytes, served.mime))
        given(served, bytes)
      },
      (error: unknown) => {
        log.error('page.unreadable', error, { file: served.file })
        respond(answer(404))
      },
    )
  })
  return filesServed
}

/**
 * Nothing about openers: no window has one (security.ts), and for a page that says so Chromium begins a second process and lets go of the
 * one that it had begun for its address.
 */
const answer = (statusCode: number, data = Buffer.alloc(0), mime = 'text/plain') => ({
  statusCode,
  data,
  headers: {
    'content-type': mime,
    'content-security-policy': CONTENT_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  },
})
