// The built screens for a browser, from a list made beforehand, so that no address can reach any other file. Says what to answer; the host
// of one computer and the server of a team each answer it in their way.
import { readFile } from 'node:fs/promises'
import { readdirSync, statSync } from 'node:fs'
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
const NOT_KEPT = 'no-store'

type Asset = { file: string; type: string; bytes: number; changedMs: number }
type Body = { content: Buffer; encoding: 'br' | 'gzip' | null }

/** What the browser says of itself: what it can unpack, and which version it has. */
export type AssetAsked = {
  acceptEncoding: string | undefined
  ifNoneMatch: string | undefined
  /** Stands in the head of a page, for whoever asks for it alone. */
  head?: string
}
/** `content` null: the browser has it already. */
export type AssetAnswer = { status: 200 | 304; headers: Record<string, string>; content: Buffer | null }

export type Assets = {
  /** null: the address is none of the files. */
  answer(path: string, asked: AssetAsked): Promise<AssetAnswer | null>
  present(): boolean
}

/** `secret`: under which name lies what the pages load. Without it, where the build has put it, beside the page. */
export function createAssets(folder: string, secret = ''): Assets {
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
    if (type !== TYPES['.html'] || secret === '') return content
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
  return {
    present: () => find('/index.html') !== undefined,
    async answer(wanted, { acceptEncoding, ifNoneMatch, head }) {
      const within = secret !== '' && wanted.startsWith(`${secret}${FOLDER}`)
      const path = within ? wanted.slice(secret.length) : wanted
      if (secret !== '' && !within && path.startsWith(FOLDER)) return null
      const asset = find(path)
      if (!asset) return null
      const page = asset.type === TYPES['.html']
      if (page && head !== undefined) return pageWith(head, await contentOf(asset))
      const etag = `"${asset.bytes.toString(36)}-${Math.round(asset.changedMs).toString(36)}"`
      const immutable = path.startsWith(FOLDER) && HASHED.test(path)
      const kept = immutable ? 'private, max-age=31536000, immutable' : 'no-cache'
      if (!page && ifNoneMatch === etag)
        return { status: 304, headers: { 'Cache-Control': kept, ETag: etag }, content: null }
      const { content, encoding } = await bodyOf(asset, acceptEncoding ?? '')
      const headers: Record<string, string> = {
        'Cache-Control': page ? NOT_KEPT : kept,
        'Content-Type': asset.type,
        'Content-Length': String(content.length),
      }
      if (!page) Object.assign(headers, { ETag: etag, Vary: 'Accept-Encoding' })
      if (encoding !== null) headers['Content-Encoding'] = encoding
      return { status: 200, headers, content }
    },
  }
}

function pageWith(head: string, page: Buffer): AssetAnswer {
  const content = Buffer.from(page.toString('utf8').replace('</head>', () => `${head}</head>`))
  const headers = { 'Cache-Control': NOT_KEPT, 'Content-Type': TYPES['.html'] ?? '' }
  return { status: 200, headers, content }
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
