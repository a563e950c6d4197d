// The frame of the server's own pages: what each says of itself, its look, and what it may load, which is nothing but our own files.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Env } from '../env.ts'
import type { WebWords } from './words.ts'

type Html = ReturnType<typeof html>
type Page = { words: WebWords; title: string; body: Html; script?: string; passkeys?: boolean; csrf?: string }

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

export function securePage(c: Context<Env>): void {
  c.header('Content-Security-Policy', POLICY)
  c.header('X-Frame-Options', 'DENY')
  c.header('Referrer-Policy', 'same-origin')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), usb=()')
}

export function showPage(
  c: Context<Env>,
  { words, title, body, script, passkeys = false, csrf }: Page,
  status: 200 | 403 = 200,
) {
  securePage(c)
  return c.html(
    html`<!doctype html>
      <html lang="${words.lang}" dir="${words.lang === 'ar' ? 'rtl' : 'ltr'}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          ${csrf === undefined ? '' : html`<meta name="csrf" content="${csrf}" />`}
          <title>${title} – Daybook</title>
          <link rel="stylesheet" href="/web/style.css" />
          <script src="/web/early.js"></script>
          ${passkeys ? html`<script src="/web/webauthn.js"></script>` : ''}
          ${script === undefined ? '' : html`<script src="/web/${script}" type="module"></script>`}
        </head>
        <body>
          <main>
            <h1>${title}</h1>
            <noscript><p>${words.needsScript}</p></noscript>
            ${body}
            <p id="problem" role="alert" tabindex="-1" hidden data-offline="${words.offline}"></p>
          </main>
        </body>
      </html>`,
    status,
  )
}
