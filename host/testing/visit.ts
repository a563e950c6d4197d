// Asks the host as a browser does that finds every `*.localhost` on this computer, and adds nothing of its own.
import { request } from 'node:http'

export type Visit = { method?: string; headers?: Record<string, string>; body?: string }

/** Like fetch with `redirect: 'manual'`. Node itself asks the system for the name, which may not know it. */
export function visit(
  address: string | URL,
  { method = 'GET', headers = {}, body }: Visit = {},
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const options = {
      method,
      headers: { ...headers, connection: 'close' },
      lookup: (_name: string, wanted: { all?: boolean }, found: (...answer: unknown[]) => void) =>
        wanted.all === true
          ? found(null, [{ address: '127.0.0.1', family: 4 }])
          : found(null, '127.0.0.1', 4),
    }
    const call = request(new URL(address), options as object, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => {
        const given = new Headers()
        for (const [name, values] of Object.entries(answer.headersDistinct))
          for (const value of values ?? []) given.append(name, value)
        const status = answer.statusCode ?? 0
        const empty = status === 204 || status === 304
        resolve(new Response(empty ? null : Buffer.concat(parts), { status, headers: given }))
      })
    })
    call.on('error', reject)
    call.end(body)
  })
}

/** What a browser that was let in holds: the cookie, and the key from behind the # of where it is led. */
export type Admitted = { status: number; origin: string; cookie: string; key: string }

export async function admit(url: string | URL): Promise<Admitted> {
  const answer = await visit(url)
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const key = /#key=([\w-]+)$/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  return { status: answer.status, origin: new URL(url).origin, cookie, key }
}

/** The headers of a request from our own page. */
export const asPage = ({ origin, cookie, key }: Admitted): Record<string, string> => ({
  'content-type': 'application/json',
  cookie,
  origin,
  'x-daybook-key': key,
})
