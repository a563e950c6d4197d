// The way to the firm's own provider and back. The way back is a visit that another site led to, so it may carry no session and is answered
// by a page of ours, which goes on by itself: only then does the browser send our cookie along.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import type { AccountDeps } from '../accounts.ts'
import type { Env } from '../env.ts'
import { addressOf } from '../env.ts'
import type { Oidc } from '../oidc.ts'
import { FLOW_MS } from '../oidc.ts'
import { Refused } from '../refused.ts'
import { ownPlace } from './origin.ts'
import { showPage } from './page.ts'
import type { WebSessions } from './session.ts'
import type { WebWords } from './words.ts'
import { wordsFor } from './words.ts'

const BACK = '/sign-in/oidc/back'

export const oidcLink = (name: string, words: WebWords, next: string) =>
  html`<a class="button" href="/sign-in/oidc?next=${encodeURIComponent(next)}"
    >${words.byOidc.replace('{{name}}', name)}</a
  >`

export function createOidcRoutes(
  { tries }: AccountDeps,
  web: WebSessions,
  oidc: Oidc,
  home: string,
): Hono<Env> {
  const app = new Hono<Env>()
  const tls = (c: Context<Env>): boolean => web.originOf(c).startsWith('https:')
  const cookieOf = (c: Context<Env>): string => (tls(c) ? '__Host-daybook-oidc' : 'daybook-oidc')
  // Lax: the provider leads back here, and this one has to come along.
  const kept = (c: Context<Env>) => ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: tls(c) }) as const

  app.get('/sign-in/oidc', async (c) => {
    const origin = web.originOf(c)
    if (!tries.takes(`oidc ${addressOf(c)}`)) throw new Refused(429, 'team.wait')
    const { url, bound } = await oidc.begin(`${origin}${BACK}`, ownPlace(c.req.query('next'), home))
    setCookie(c, cookieOf(c), bound, { ...kept(c), maxAge: FLOW_MS / 1000 })
    return c.redirect(url)
  })

  app.get(BACK, async (c) => {
    const origin = web.originOf(c)
    const bound = getCookie(c, cookieOf(c)) ?? ''
    deleteCookie(c, cookieOf(c), kept(c))
    const answer = new URL(`${BACK}${new URL(c.req.url).search}`, origin)
    const { member, next } = await oidc.finish(answer, bound)
    tries.clear(`oidc ${addressOf(c)}`)
    await web.begin(c, member, 'oidc')
    const words = wordsFor(c.req.header('accept-language'))
    return showPage(c, {
      words,
      title: words.signInTitle,
      script: 'onward.js',
      body: html`<p><a id="onward" class="button" href="${next}">${words.goOn}</a></p>`,
    })
  })
  return app
}
