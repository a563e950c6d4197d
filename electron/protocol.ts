// Serves the built renderer under app://daybook, with the policy on every answer.
import { readFile } from 'node:fs/promises'
import type { Log } from '../core/ports.ts'
import { APP_SCHEME } from './addresses.ts'
import { CONTENT_POLICY } from './contentPolicy.ts'
import type { ElectronApi } from './electronApi.ts'
import { servedFile } from './servedFile.ts'

/** Must run before Electron is ready. Standard and secure, so that the pages have an origin, storage and modules. */
export function registerAppScheme({ protocol }: ElectronApi): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

export function serveRenderer({ protocol }: ElectronApi, folder: string, log: Log): void {
  protocol.handle(APP_SCHEME, async (request) => {
    if (request.method !== 'GET') return answer(405)
    const served = servedFile(request.url, folder)
    if (served === null) return answer(404)
    try {
      return answer(200, await readFile(served.file), served.mime)
    } catch (error) {
      log.error('page.unreadable', error, { file: served.file })
      return answer(404)
    }
  })
}

function answer(status: number, body: Uint8Array<ArrayBuffer> | null = null, mime = 'text/plain'): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': mime,
      'content-security-policy': CONTENT_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    },
  })
}
