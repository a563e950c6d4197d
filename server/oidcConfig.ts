// The firm's own sign-in as whoever runs the server describes it: a file, with the secret in another beside it.
import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'

const Config = z.strictObject({
  /** As its discovery document is found: https://login.example.com */
  issuer: z.url(),
  clientId: z.string().min(1),
  /** Whose first line is the secret; without one the client is public and proves itself by PKCE alone. */
  clientSecretFile: z.string().min(1).optional(),
  /** On the button. */
  name: z.string().min(1).max(60),
  /** Only addresses of these; the provider has no say about others. */
  domains: z.array(z.string().min(1).toLowerCase()).min(1).optional(),
  /** For providers that give addresses of their own people only, and do not say that they are verified. */
  emailIsVerified: z.boolean().default(false),
})
export type OidcConfig = Omit<z.infer<typeof Config>, 'clientSecretFile'> & { secret: string | null }

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/

/** Throws a sentence for whoever starts the server. */
export function readOidcConfig(file: string): OidcConfig {
  const parsed = Config.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`)
  const { clientSecretFile, ...config } = parsed.data
  const { protocol, hostname } = new URL(config.issuer)
  if (protocol !== 'https:' && !(protocol === 'http:' && LOOPBACK.test(hostname)))
    throw new Error(`${file}: the issuer is not https: ${config.issuer}`)
  if (clientSecretFile === undefined) return { ...config, secret: null }
  const path = resolve(dirname(file), clientSecretFile)
  if (process.platform !== 'win32' && (statSync(path).mode & 0o007) !== 0)
    throw new Error(`everybody on this computer can read ${path}: chmod 600 it`)
  const secret = readFileSync(path, 'utf8').split(/\r?\n/)[0]?.trim() ?? ''
  if (secret === '') throw new Error(`${path} is empty`)
  return { ...config, secret }
}
