// The doors for browsers: the page to sign in, one's own account, and what their scripts ask.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { renderSVG } from 'uqr'
import { z } from 'zod'
import type { AccountDeps } from '../accounts.ts'
import { signInByPassword } from '../accounts.ts'
import { decideGrant, lookAtGrant } from '../deviceGrants.ts'
import type { Env } from '../env.ts'
import { addressOf } from '../env.ts'
import type { Oidc } from '../oidc.ts'
import { changePassword, dropFactor, renewRecoveryCodes, setFactor, signInOf } from '../ownSignIn.ts'
import { chooseNewPassword } from '../passwordCodes.ts'
import { passkeysOf, rpOf } from '../passkeys.ts'
import { Refused } from '../refused.ts'
import { drawFactor, factorOf } from '../secondFactor.ts'
import { plainCode } from '../secrets.ts'
import { codeField, factorForm, factorHere, recoveryOf, setupOf } from './factorParts.ts'
import { showPage } from './page.ts'
import { demandOwnPage, ownPlace } from './origin.ts'
import type { WebSessions } from './session.ts'
import { createOidcRoutes, oidcLink } from './oidcRoutes.ts'
import { createPasskeyRoutes, passkeyButton, passkeyList } from './passkeyRoutes.ts'
import { read } from './read.ts'
import { wordsFor } from './words.ts'
import { groupedSecret, otpauthUri } from '../../shared/team/otpauth.ts'
import {
  Email,
  FactorBody,
  NewPasswordBody,
  SetFactorBody,
  SignInBody,
  UserCodeBody,
  PasswordBody,
  SHORTEST_PASSWORD,
} from '../../shared/team/protocol.ts'

/** Where somebody is led who did not want to go anywhere else. */
const HOME = '/app/'

const FILES = [
  'style.css',
  'early.js',
  'ask.js',
  'recovery.js',
  'signIn.js',
  'account.js',
  'newPassword.js',
  'device.js',
  'passkey.js',
  'onward.js',
] as const
const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' }

export function createWebRoutes(accounts: AccountDeps, web: WebSessions, oidc: Oidc | null): Hono<Env> {
  const app = new Hono<Env>()
  const words = (c: Context<Env>) => wordsFor(c.req.header('accept-language'))

  for (const name of FILES) {
    const file = readFileSync(join(import.meta.dirname, 'browser', name), 'utf8')
    const type = TYPES[name.endsWith('.css') ? 'css' : 'js']
    app.get(`/web/${name}`, (c) => c.body(file, 200, { 'content-type': type }))
  }

  app.route('/', createPasskeyRoutes(accounts, web))
  if (oidc !== null) app.route('/', createOidcRoutes(accounts, web, oidc, HOME))

  app.get('/sign-in', async (c) => {
    const passkeys = rpOf(web.originOf(c)) !== null
    const next = ownPlace(c.req.query('next'), HOME)
    // Who is to sign in again is signed in already.
    const again = c.req.query('again') !== undefined
    if (!again && (await web.webSessionOf(c)) !== null) return c.redirect(next)
    const said = words(c)
    return showPage(c, {
      words: said,
      title: said.signInTitle,
      script: 'signIn.js',
      passkeys,
      body: html`<p class="soft">${said.signInLead}</p>
        <form id="sign-in" method="post" data-next="${next}" data-again="${again ? 'yes' : ''}">
          <label for="email">${said.email}</label>
          <input id="email" name="email" type="email" autocomplete="username" required autofocus />
          <label for="password">${said.password}</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required />
          <div id="factor" hidden>
            <div id="setup" hidden>${setupOf(said)}</div>
            ${codeField(said)}
          </div>
          <button class="primary">${said.signIn}</button>
        </form>
        <p><a href="/new-password">${said.forgotten}</a></p>
        ${passkeys ? passkeyButton(said) : ''} ${oidc === null ? '' : oidcLink(oidc.name, said, next)}
        ${recoveryOf(said)}`,
    })
  })

  app.get('/new-password', (c) => {
    web.originOf(c)
    const said = words(c)
    return showPage(c, {
      words: said,
      title: said.newPasswordTitle,
      script: 'newPassword.js',
      body: html`<p class="soft">${said.newPasswordLead}</p>
        <form id="new-password" method="post">
          <label for="email">${said.email}</label>
          <input id="email" name="email" type="email" autocomplete="username" required autofocus />
          <label for="code">${said.newPasswordCode}</label>
          <input
            id="code"
            name="code"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            maxlength="100"
            dir="ltr"
            required
          />
          <label for="new-password-field">${said.passwordNew}</label>
          <input
            id="new-password-field"
            name="newPassword"
            type="password"
            autocomplete="new-password"
            minlength="${SHORTEST_PASSWORD}"
            maxlength="200"
            required
          />
          <button class="primary">${said.passwordChange}</button>
        </form>
        <p id="chosen" role="status" hidden tabindex="-1">${said.newPasswordDone}</p>
        <p><a href="/sign-in">${said.back}</a></p>`,
    })
  })
  app.post('/web/new-password', async (c) => {
    demandOwnPage(c, web.originOf(c))
    await chooseNewPassword(accounts, await read(c, NewPasswordBody()), addressOf(c))
    return c.json({})
  })

  app.get('/account', async (c) => {
    web.originOf(c)
    const session = await web.webSessionOf(c)
    if (session === null) return c.redirect('/sign-in?next=/account')
    const said = words(c)
    const { secondFactor } = await signInOf(accounts, session)
    const passkeys = rpOf(web.originOf(c)) !== null
    const own = passkeys ? passkeyList(said, await passkeysOf(accounts, session.account)) : ''
    return showPage(c, {
      words: said,
      title: said.accountTitle,
      script: 'account.js',
      passkeys,
      csrf: session.csrf,
      body: html`<p>${said.signedInAs} <bdi>${session.email}</bdi></p>
        <p><a href="${HOME}">${said.openDaybook}</a></p>
        <button id="sign-out">${said.signOut}</button>
        <button id="sign-out-everywhere">${said.signOutEverywhere}</button>
        <p class="soft">${said.everywhereHint}</p>
        <h2>${said.password}</h2>
        <form id="change-password" method="post">
          <label for="old-password">${said.passwordOld}</label>
          <input
            id="old-password"
            name="password"
            type="password"
            autocomplete="current-password"
            maxlength="200"
            required
          />
          <label for="new-password">${said.passwordNew}</label>
          <input
            id="new-password"
            name="newPassword"
            type="password"
            autocomplete="new-password"
            minlength="${SHORTEST_PASSWORD}"
            maxlength="200"
            required
          />
          <button>${said.passwordChange}</button>
        </form>
        <p id="password-changed" role="status" hidden tabindex="-1">${said.passwordChanged}</p>
        <h2>${said.factorTitle}</h2>
        ${secondFactor === null ? factorForm(said) : factorHere(said, secondFactor.recoveryLeft)}
        ${recoveryOf(said)} ${own}`,
    })
  })

  app.post('/web/sign-in', async (c) => {
    demandOwnPage(c, web.originOf(c))
    const body = SignInBody().safeParse(await c.req.json().catch(() => undefined))
    if (!body.success) throw new Refused(401, 'team.wrongPassword')
    const { member, recoveryCodes } = await signInByPassword(accounts, body.data, addressOf(c))
    const factor = (await factorOf(accounts, member.account)) !== null
    await web.begin(c, member, factor ? 'twoFactors' : 'password')
    return c.json({ recoveryCodes })
  })

  app.get('/device', async (c) => {
    web.originOf(c)
    const session = await web.webSessionOf(c)
    const code = plainCode(c.req.query('code') ?? '').slice(0, 8)
    if (session === null)
      return c.redirect(
        `/sign-in?next=${encodeURIComponent(code === '' ? '/device' : `/device?code=${code}`)}`,
      )
    const said = words(c)
    return showPage(c, {
      words: said,
      title: said.deviceTitle,
      script: 'device.js',
      csrf: session.csrf,
      body: html`<p>${said.signedInAs} <bdi>${session.email}</bdi></p>
        <form id="look" method="post">
          <label for="user-code">${said.deviceCode}</label>
          <input
            id="user-code"
            name="code"
            value="${code}"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            maxlength="12"
            dir="ltr"
            required
            autofocus
          />
          <button class="primary">${said.deviceNext}</button>
        </form>
        <section id="found" hidden tabindex="-1" aria-labelledby="device-name">
          <h2 id="device-name"></h2>
          <p>${said.deviceFrom} <bdi id="device-address"></bdi></p>
          <p><strong>${said.deviceWarning}</strong></p>
          <button id="allow" class="primary">${said.deviceAllow}</button>
          <button id="deny">${said.deviceDeny}</button>
        </section>
        <p id="allowed" role="status" hidden tabindex="-1">${said.deviceAllowed}</p>
        <p id="denied" role="status" hidden tabindex="-1">${said.deviceDenied}</p>`,
    })
  })
  app.post('/web/device/look', async (c) => {
    const session = await web.demandWebSession(c)
    const { userCode } = await read(c, UserCodeBody())
    return c.json(await lookAtGrant(accounts, session, userCode))
  })
  for (const [path, allow] of [
    ['allow', true],
    ['deny', false],
  ] as const)
    app.post(`/web/device/${path}`, async (c) => {
      const session = await web.demandWebSession(c)
      await decideGrant(accounts, session, (await read(c, UserCodeBody())).userCode, allow)
      return c.json({})
    })

  app.post('/web/second-factor/draw', async (c) => {
    demandOwnPage(c, web.originOf(c))
    const { email } = await read(c, z.object({ email: Email }))
    const secret = drawFactor()
    return c.json({
      secret,
      grouped: groupedSecret(secret),
      picture: renderSVG(otpauthUri(secret, email), { border: 2 }),
    })
  })
  app.post('/web/password', async (c) => {
    const session = await web.demandWebSession(c)
    const wanted = await read(c, PasswordBody())
    await changePassword(accounts, session, wanted, addressOf(c), session.id)
    return c.json({})
  })
  app.post('/web/second-factor', async (c) => {
    const session = await web.demandWebSession(c)
    const wanted = await read(c, SetFactorBody())
    return c.json({ recoveryCodes: await setFactor(accounts, session, wanted, addressOf(c)) })
  })
  app.post('/web/second-factor/off', async (c) => {
    const session = await web.demandWebSession(c)
    await dropFactor(accounts, session, await read(c, FactorBody()), addressOf(c))
    return c.json({})
  })
  app.post('/web/recovery-codes', async (c) => {
    const session = await web.demandWebSession(c)
    const proof = await read(c, FactorBody())
    return c.json({ recoveryCodes: await renewRecoveryCodes(accounts, session, proof, addressOf(c)) })
  })

  app.get('/web/session', async (c) => {
    const { email, userId, org, method, csrf, expiresAt } = await web.demandWebSession(c)
    return c.json({ email, userId, organisationId: org, method, csrf, expiresAt })
  })
  app.post('/web/sign-out', async (c) => {
    await web.end(c, await web.demandWebSession(c))
    return c.json({})
  })
  app.post('/web/sign-out-everywhere', async (c) => {
    await web.endAll(c, await web.demandWebSession(c))
    return c.json({})
  })
  return app
}
