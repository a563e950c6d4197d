// What the scripts of the server's pages share: asking the server, and saying what went wrong.

const csrf = document.querySelector('meta[name=csrf]')?.getAttribute('content') ?? ''

/** What was refused, in the language of the page. */
export class Refusal extends Error {
  /** @param {string} code @param {string} sentence */
  constructor(code, sentence) {
    super(sentence)
    this.code = code
  }
}

/**
 * @param {string} path
 * @param {object} [body] none: it only reads
 * @returns {Promise<unknown>}
 */
export async function ask(path, body) {
  const response = await fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', 'daybook-csrf': csrf },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const said = /** @type {unknown} */ (await response.json())
  if (response.ok) return said
  const { error, sentence } = /** @type {{ error: { code: string }, sentence: string }} */ (said)
  throw new Refusal(error.code, sentence)
}

/** @param {string} id @returns {HTMLElement} */
export const element = (id) => {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`no ${id}`)
  return found
}

const problem = element('problem')

/** @param {string} id */
export const has = (id) => document.getElementById(id) !== null

/** @param {string} said @param {HTMLElement} [then] gets the focus */
function say(said, then = problem) {
  problem.textContent = said
  problem.hidden = false
  then.focus()
}

/** @param {unknown} error */
export const show = (error) => say(error instanceof Refusal ? error.message : (problem.dataset.offline ?? ''))

/** Of early.js. @type {(form: HTMLElement) => { submitter: HTMLElement | null } | null} */
const takeEarly = Reflect.get(globalThis, 'daybookTakeEarly')

/** @typedef {void | { said: string, focus: HTMLElement }} Done */

/** Of something that went wrong in the browser itself. @param {HTMLElement} where @returns {Done} */
export const stopped = (where) => ({ said: where.dataset.stopped ?? '', focus: where })

/**
 * Of a form or a button: one at a time, and what goes wrong is said.
 * @param {string | HTMLElement} which
 * @param {(field: (name: string) => string) => Promise<Done>} act
 */
export function on(which, act) {
  const target = typeof which === 'string' ? element(which) : which
  let busy = false
  /** @param {HTMLElement | null} submitter */
  const run = async (submitter) => {
    if (busy) return
    busy = true
    problem.hidden = true
    const data = target instanceof HTMLFormElement ? new FormData(target, submitter) : new FormData()
    try {
      const done = await act((name) => {
        const value = data.get(name)
        return typeof value === 'string' ? value : ''
      })
      if (done) say(done.said, done.focus)
    } catch (error) {
      show(error)
    } finally {
      busy = false
    }
  }
  if (target instanceof HTMLFormElement) {
    target.addEventListener('submit', (event) => {
      event.preventDefault()
      void run(event.submitter)
    })
    const early = takeEarly(target)
    if (early !== null) void run(early.submitter)
  } else target.addEventListener('click', () => void run(null))
}
