// How answers go out. What goes out in one burst of packets, as a network takes it before it has heard from the other side, is sent as it is: it
// is there no later, and to pack it here and unpack it there needs longer than all else of a push. What is longer is packed at once, beside the
// work of others; what has a length is left alone by what packs the rest.
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'

const pack = promisify(gzip)
/** Ten packets (RFC 6928). */
const SHORT = 14_000

export const answer = (c: Context, value: unknown): Promise<Response> => answerText(c, JSON.stringify(value))

/** `text`: JSON. */
export async function answerText(c: Context, text: string): Promise<Response> {
  const type = { 'content-type': 'application/json' }
  if (text.length < SHORT || !/\bgzip\b/.test(c.req.header('accept-encoding') ?? ''))
    return c.body(text, 200, { ...type, 'content-length': String(Buffer.byteLength(text)) })
  const bytes = (await pack(text)) as Buffer<ArrayBuffer>
  return c.body(bytes, 200, {
    ...type,
    'content-encoding': 'gzip',
    'content-length': String(bytes.length),
    vary: 'accept-encoding',
  })
}
