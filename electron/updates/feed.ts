// Reads what a feed of updates offers, and believes nothing of it that our own key has not signed (J15).
import { createHash, createPublicKey, verify } from 'node:crypto'
import { parseUpdateInfo } from 'electron-updater/out/providers/Provider'
import { z } from 'zod'

export type FeedOptions = {
  /** The folder on the web with the feed and the installers, ending in a slash. */
  url: string
  /** Our Ed25519 key as base64 of its DER; the other half signs a release. */
  key: string
  platform: NodeJS.Platform
  arch: string
  /** This version. */
  version: string
  /** Of this device, by which a release goes to some before it goes to all. */
  deviceId: string
}

const Folder = z.url().endsWith('/')
const Release = z.object({
  version: z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/),
  files: z.array(z.object({ url: z.string().max(500), sha512: z.string().max(200) })).min(1),
  releaseNotes: z.string().max(20_000).nullish(),
  stagingPercentage: z.number().min(0).max(100).optional(),
})
export type Release = z.infer<typeof Release> & {
  /** As electron-updater wants it. */
  info: ReturnType<typeof parseUpdateInfo>
}

/** Why there is nothing to install; `lied` is worth a word, the others are everyday. */
export type NoRelease = 'current' | 'notYet' | 'unreachable' | 'lied'

const MOST_BYTES = 64 * 1024
const PATIENCE_MS = 15_000

export async function readFeed(options: FeedOptions): Promise<Release | NoRelease> {
  Folder.parse(options.url)
  const name = feedName(options)
  const [text, signature] = await Promise.all([
    read(new URL(name, options.url)),
    read(new URL(`${name}.sig`, options.url)),
  ])
  if (text === null || signature === null) return 'unreachable'
  if (!isSigned(text, signature, options.key)) return 'lied'
  const release = parsed(text, name, options.url)
  if (release === null) return 'lied'
  // An old release is signed as well: whoever offers it wants its faults back.
  if (!isNewer(release.version, options.version)) return 'current'
  return isForUs(release, options.deviceId) ? release : 'notYet'
}

/** As electron-builder names them. */
export const feedName = ({ platform, arch }: Pick<FeedOptions, 'platform' | 'arch'>): string =>
  platform === 'win32'
    ? 'latest.yml'
    : platform === 'darwin'
      ? 'latest-mac.yml'
      : `latest-linux${arch === 'x64' ? '' : `-${arch}`}.yml`

/** null: there is none, too much of it, or nobody answers. */
async function read(url: URL): Promise<Buffer | null> {
  try {
    const answer = await fetch(url, {
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (!answer.ok || answer.body === null) return null
    const parts: Uint8Array[] = []
    let bytes = 0
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
      bytes += part.length
      if (bytes > MOST_BYTES) return null
      parts.push(part)
    }
    return Buffer.concat(parts)
  } catch {
    // Offline, as an offline app often is; or a feed that is cut off in the middle.
    return null
  }
}

function isSigned(text: Buffer, signature: Buffer, key: string): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
    return verify(null, text, publicKey, Buffer.from(signature.toString('latin1').trim(), 'base64'))
  } catch {
    return false
  }
}

function parsed(text: Buffer, name: string, url: string): Release | null {
  try {
    const info = parseUpdateInfo(text.toString('utf8'), name, new URL(name, url))
    return { ...Release.parse(info), info }
  } catch {
    return null
  }
}

export function isNewer(offered: string, own: string): boolean {
  const numbers = (version: string) => version.split('.').map(Number)
  const [a, b] = [numbers(offered), numbers(own)]
  const at = a.findIndex((number, place) => number !== (b[place] ?? 0))
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0)
}

/** The same device falls on the same side each time, and on another one with the next release. */
function isForUs({ version, stagingPercentage = 100 }: Release, deviceId: string): boolean {
  const draw = createHash('sha256').update(`${deviceId} ${version}`).digest().readUInt32BE(0) / 2 ** 32
  return draw * 100 < stagingPercentage
}
