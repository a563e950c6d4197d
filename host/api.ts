// POST /api/NAME: one request of the contract as JSON, answered by the application's own envelope.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Channel, Reply } from '../shared/contract/channel.ts'
import type { ArgsOf, RequestName } from '../shared/contract/contract.ts'
import { isRequestName } from '../shared/contract/contract.ts'
import { appError } from '../shared/contract/errors.ts'
import type { AppError } from '../shared/contract/errors.ts'
import type { Log } from '../core/ports.ts'
import { choosesFile } from '../core/export/choosesFile.ts'

export const MAX_BODY_BYTES = 1024 * 1024

export async function answerApi(
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  { channel, log, newId }: { channel: Channel; log: Log; newId: () => string },
): Promise<void> {
  if (request.method !== 'POST') return reply(response, 405, appError('request.invalid'), { Allow: 'POST' })
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    return reply(
      response,
      415,
      appError('request.invalid', { fields: { 'content-type': 'application/json' } }),
    )
  }
  const body = await readBody(request)
  if (body === null) {
    // The rest of the body is not read, so this connection is of no more use.
    const tooLarge = appError('request.invalid', { fields: { body: `at most ${MAX_BODY_BYTES} bytes` } })
    return reply(response, 413, tooLarge, { Connection: 'close' })
  }
  const args = parse(body)
  if (args === undefined)
    return reply(response, 400, appError('request.invalid', { fields: { body: 'JSON' } }))
  if (!isRequestName(name))
    return reply(response, 404, appError('request.unknown', { values: { name: name.slice(0, 100) } }))
  if (choosesFile(args))
    return reply(response, 400, appError('request.invalid', { fields: { path: 'none' } }))
  try {
    // The application checks the arguments against the contract itself.
    send(response, 200, await channel.invoke(name, args as ArgsOf<RequestName>))
  } catch (error) {
    const incident = newId()
    log.error('host.request', error, { request: name, incident })
    reply(response, 500, { code: 'internal', incident })
  }
}

function reply(
  response: ServerResponse,
  status: number,
  error: AppError,
  headers: Record<string, string> = {},
): void {
  send(response, status, { ok: false, error }, headers)
}

function send(
  response: ServerResponse,
  status: number,
  value: Reply<unknown>,
  headers: Record<string, string> = {},
): void {
  const content = Buffer.from(JSON.stringify(value))
  response.writeHead(status, {
    ...headers,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': content.length,
    'Cache-Control': 'no-store',
  })
  response.end(content)
}

/** null: more than the limit. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return null
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > MAX_BODY_BYTES) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // "undefined" is no JSON value, so it can say "none".
    return undefined
  }
}
