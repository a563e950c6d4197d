// Serves the built screens from a list made beforehand, so that no address can reach any other file.
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { readdirSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
const COMPRESSIBLE = /^(text\/|application\/|image\/svg)/
const HASHED = /-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/
const FOLDER = '/assets/'

type Asset = { file: string; type: string; bytes: number; changedMs: number }
type Body = { content: Buffer; encoding: 'br' | 'gzip' | null }

export type Assets = {
  /** True where the address is one of the files; then it has been answered. */
  serve(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean>
  present(): boolean
}

/**
 * What the pages load lies under a name that nobody could know before this start: a browser that has something of somebody else's
 * in its cache, under an address of ours, is not led to it.
 */
export function createAssets(folder: string): Assets {
  const secret = `/${randomBytes(9).toString('hex')}`
  let index = indexOf(folder)
  const compressed = new Map<string, Body>()

  const find = (path: string): Asset | undefined => {
    const name = path === '/' ? '/index.html' : path
    const known = index.get(name)
    const now = known && statSync(known.file, { throwIfNoEntry: false })
    // A build since the start has other names in it.
    if (!known || now?.mtimeMs !== known.changedMs) index = indexOf(folder)
    return index.get(name)
  }
  const contentOf = async ({ file, type }: Asset): Promise<Buffer> => {
    const content = await readFile(file)
    if (type !== TYPES['.html']) return content
    return Buffer.from(content.toString('utf8').replaceAll(/(["'])\.?\/assets\//g, `$1${secret}${FOLDER}`))
  }
  const bodyOf = async (asset: Asset, accepts: string): Promise<Body> => {
    const encoding = encodingFor(asset, accepts)
    if (encoding === null) return { content: await contentOf(asset), encoding }
    const key = `${encoding} ${asset.changedMs} ${asset.file}`
    const done = compressed.get(key)
    if (done) return done
    const body = { content: await compress(await contentOf(asset), encoding), encoding }
    compressed.set(key, body)
    return body
  }
  const answer = async (
    asset: Asset,
    request: IncomingMessage,
    response: ServerResponse,
    headers: Record<string, string>,
  ): Promise<true> => {
    const { content, encoding } = await bodyOf(asset, String(request.headers['accept-encoding'] ?? ''))
    response.writeHead(200, {
      ...headers,
      ...(encoding === null ? {} : { 'Content-Encoding': encoding }),
      'Content-Type': asset.type,
      'Content-Length': content.length,
    })
    response.end(request.method === 'HEAD' ? undefined : content)
    return true
  }
  return {
    present: () => find('/index.html') !== undefined,
    async serve(asked, request, response) {
      const path = asked.startsWith(`${secret}${FOLDER}`) ? asked.slice(secret.length) : asked
      if (path === asked && path.startsWith(FOLDER)) return false
      const asset = find(path)
      if (!asset) return false
      if (asset.type === TYPES['.html'])
        return answer(asset, request, response, { 'Cache-Control': 'no-store' })
      const etag = `"${asset.bytes.toString(36)}-${Math.round(asset.changedMs).toString(36)}"`
      const immutable = path.startsWith(FOLDER) && HASHED.test(path)
      const kept = immutable ? 'private, max-age=31536000, immutable' : 'no-cache'
      if (request.headers['if-none-match'] === etag) {
        response.writeHead(304, { 'Cache-Control': kept, ETag: etag }).end()
        return true
      }
      return answer(asset, request, response, { 'Cache-Control': kept, ETag: etag, Vary: 'Accept-Encoding' })
    },
  }
}

function indexOf(folder: string): Map<string, Asset> {
  const assets = new Map<string, Asset>()
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return assets
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)]
    // A link could lead out of the folder, so it is no file to us.
    if (!entry.isFile() || type === undefined) continue
    const file = join(entry.parentPath, entry.name)
    const { size, mtimeMs } = statSync(file)
    assets.set(`/${relative(folder, file).split(sep).join('/')}`, {
      file,
      type,
      bytes: size,
      changedMs: mtimeMs,
    })
  }
  return assets
}

function encodingFor(asset: Asset, accepts: string): Body['encoding'] {
  if (asset.bytes < 1024 || !COMPRESSIBLE.test(asset.type)) return null
  return /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : null
}

function compress(content: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> {
  // Quality 4 costs about what gzip does; the way is short.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 4 }
  return encoding === 'br' ? promisify(brotliCompress)(content, { params }) : promisify(gzip)(content)
}
