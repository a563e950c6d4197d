// A refusal as a browser is told it: a page where a page was wanted, and a sentence beside the code for our scripts.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Env } from '../env.ts'
import type { Refused } from '../refused.ts'
import { showPage } from './page.ts'
import { wordsFor } from './words.ts'
import { errorSentence } from '../../shared/text/errorText.ts'

/** null: no browser has asked. */
export function showProblem(c: Context<Env>, { status, error }: Refused) {
  if (c.req.path.startsWith('/v1/')) return null
  const words = wordsFor(c.req.header('accept-language'))
  const sentence = errorSentence(error, words.lang)
  if (c.req.path.startsWith('/web/')) return c.json({ error, sentence }, status)
  return showPage(
    c,
    {
      words,
      title: words.problemTitle,
      body: html`<p>${sentence}</p>
        <p><a class="button" href="/sign-in">${words.back}</a></p>`,
    },
    403,
  )
}
