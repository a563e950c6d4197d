// A provider of OpenID Connect for tests, on loopback. It signs whoever it is told to be, without asking anybody.
import { OAuth2Server } from 'oauth2-mock-server'
import type { MutableToken } from 'oauth2-mock-server'
import type { OidcConfig } from '../oidcConfig.ts'

export type Claims = Record<string, unknown>
export type Provider = {
  config: OidcConfig
  /** What the next tokens say; `nonce` etc. override what would be right. */
  says(claims: Claims): void
  stop(): Promise<void>
}

export async function openProvider(over: Partial<OidcConfig> = {}): Promise<Provider> {
  const server = new OAuth2Server()
  await server.issuer.keys.generate('RS256')
  await server.start(0, '127.0.0.1')
  const issuer = server.issuer.url ?? ''
  let claims: Claims = {}
  server.service.on('beforeTokenSigning', (token: MutableToken) => {
    Object.assign(token.payload, claims)
  })
  return {
    config: {
      issuer,
      clientId: 'daybook',
      secret: 'a secret',
      name: 'Weber Login',
      emailIsVerified: false,
      ...over,
    },
    says: (next) => void (claims = next),
    stop: () => server.stop(),
  }
}
