// The doors for passkeys: signing in by one, and one's own list of them.
import { readFileSync } from 'node:fs'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import type { AccountDeps } from '../accounts.ts'
import type { Env } from '../env.ts'
import { addressOf } from '../env.ts'
import type { PasskeyView, Rp } from '../passkeys.ts'
import {
  FRESH_MS,
  register,
  registrationOptions,
  removePasskey,
  renamePasskey,
  rpOf,
  signInByPasskey,
  signInOptions,
} from '../passkeys.ts'
import { Refused } from '../refused.ts'
import { demandOwnPage } from './origin.ts'
import { read } from './read.ts'
import type { WebSession, WebSessions } from './session.ts'
import type { WebWords } from './words.ts'
import { localeFor, spokenFor } from '../../shared/text/language.ts'
import { OwnName } from '../../shared/team/protocol.ts'

/** What browsers answer; the library looks at the rest of it. */
const Response = z
  .object({ id: z.string().min(1).max(1400), response: z.record(z.string(), z.json()) })
  .loose()
const AddBody = z.object({ name: OwnName, response: Response })
const SignInResponse = z.object({ response: Response })
const NamedBody = z.object({ id: z.string().max(1400), name: OwnName })
const OneBody = z.object({ id: z.string().max(1400) })

/** The library's own browser half, as it comes. */
const LIBRARY = readFileSync(
  new URL('../dist/bundle/index.umd.min.js', import.meta.resolve('@simplewebauthn/browser')),
  'utf8',
)

export function createPasskeyRoutes(accounts: AccountDeps, web: WebSessions): Hono<Env> {
  const app = new Hono<Env>()
  const { tries, clock } = accounts
  const rpFor = (c: Context<Env>): Rp => {
    const rp = rpOf(web.originOf(c))
    if (rp === null) throw new Refused(403, 'team.noBrowsers')
    return rp
  }
  const fresh = async (c: Context<Env>): Promise<WebSession> => {
    const session = await web.demandWebSession(c)
    if (session.createdAt + FRESH_MS <= clock.now()) throw new Refused(401, 'team.signInAgain')
    return session
  }

  app.get('/web/webauthn.js', (c) =>
    c.body(LIBRARY, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  )

  app.post('/web/passkey/options', async (c) => {
    demandOwnPage(c, web.originOf(c))
    if (!tries.takes(`passkey ${addressOf(c)}`)) throw new Refused(429, 'team.wait')
    return c.json(await signInOptions(accounts, rpFor(c)))
  })
  app.post('/web/passkey/sign-in', async (c) => {
    demandOwnPage(c, web.originOf(c))
    const { response } = await read(c, SignInResponse)
    const member = await signInByPasskey(
      accounts,
      rpFor(c),
      response as unknown as AuthenticationResponseJSON,
    )
    tries.clear(`passkey ${addressOf(c)}`)
    await web.begin(c, member, 'passkey')
    return c.json({})
  })

  app.post('/web/passkeys/options', async (c) => {
    const session = await fresh(c)
    return c.json(await registrationOptions(accounts, rpFor(c), session, session.email))
  })
  app.post('/web/passkeys', async (c) => {
    const session = await fresh(c)
    const { name, response } = await read(c, AddBody)
    await register(accounts, rpFor(c), session, name, response as unknown as RegistrationResponseJSON)
    return c.json({})
  })
  app.post('/web/passkeys/rename', async (c) => {
    const session = await web.demandWebSession(c)
    const { id, name } = await read(c, NamedBody)
    await renamePasskey(accounts, session, id, name)
    return c.json({})
  })
  app.post('/web/passkeys/remove', async (c) => {
    const session = await fresh(c)
    await removePasskey(accounts, session, (await read(c, OneBody)).id)
    return c.json({})
  })
  return app
}

export const passkeyButton = (words: WebWords) =>
  html`<button id="by-passkey" type="button" data-stopped="${words.passkeyStopped}">
    ${words.byPasskey}
  </button>`

export function passkeyList(words: WebWords, passkeys: readonly PasskeyView[]) {
  const when = new Intl.DateTimeFormat(localeFor(spokenFor(words.lang), []), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  return html`<h2>${words.passkeysTitle}</h2>
    <p class="soft">${words.passkeysText}</p>
    <ul class="plain">
      ${passkeys.map(
        ({ id, name, lastUsed }) =>
          html`<li>
            <form class="passkey" method="post">
              <input type="hidden" name="id" value="${id}" />
              <label for="name-${id}">${words.passkeyName}</label>
              <input id="name-${id}" name="name" value="${name}" maxlength="200" required />
              <p class="soft">
                ${words.passkeyUsed}
                <bdi>${lastUsed === null ? words.never : `${when.format(lastUsed)} UTC`}</bdi>
              </p>
              <button name="what" value="rename">${words.passkeyRename}</button>
              <button name="what" value="remove" aria-describedby="name-${id}">${words.passkeyRemove}</button>
            </form>
          </li>`,
      )}
    </ul>
    <form id="add-passkey" method="post" data-stopped="${words.passkeyStopped}">
      <label for="passkey-name">${words.passkeyName}</label>
      <input id="passkey-name" name="name" maxlength="200" required />
      <button class="primary">${words.passkeyAdd}</button>
    </form>`
}
