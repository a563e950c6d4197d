// How answers go out. What fits in a packet or two is sent as it is: to pack it, through the streams that packing takes, needs longer than all
// else of a push. What is longer is packed at once, beside the work of others; what has a length is left alone by what packs the rest.
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'

const pack = promisify(gzip)
const SHORT = 2048

/** The same text for many: packed once. */
export type Packed = { text: string; packed: Promise<Buffer<ArrayBuffer>> | null }
export const packable = (value: unknown): Packed => ({ text: JSON.stringify(value), packed: null })

export const answer = (c: Context, value: unknown): Promise<Response> => answerPacked(c, packable(value))

export async function answerPacked(c: Context, said: Packed): Promise<Response> {
  const { text } = said
  const type = { 'content-type': 'application/json' }
  if (text.length < SHORT || !/\bgzip\b/.test(c.req.header('accept-encoding') ?? ''))
    return c.body(text, 200, { ...type, 'content-length': String(Buffer.byteLength(text)) })
  const bytes = await (said.packed ??= pack(text) as Promise<Buffer<ArrayBuffer>>)
  return c.body(bytes, 200, {
    ...type,
    'content-encoding': 'gzip',
    'content-length': String(bytes.length),
    vary: 'accept-encoding',
  })
}
