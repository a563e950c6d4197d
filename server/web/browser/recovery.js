// What the pages share about the second factor: its picture, and recovery codes, which are shown once.
import { ask, element } from './ask.js'

/** @param {string} email @returns {Promise<string>} the secret that is on show now */
export async function showFactor(email) {
  const drawn = /** @type {{ secret: string, grouped: string, picture: string }} */ (
    await ask('/web/second-factor/draw', { email })
  )
  element('picture').innerHTML = drawn.picture
  element('secret').textContent = drawn.grouped
  return drawn.secret
}

/** @param {readonly string[]} codes @param {() => void} then when they were put away */
export function showCodes(codes, then) {
  const list = element('recovery-codes')
  list.replaceChildren(
    ...codes.map((code) => {
      const item = document.createElement('li')
      item.textContent = code
      return item
    }),
  )
  const section = element('recovery')
  section.hidden = false
  section.focus()
  element('recovery-done').addEventListener('click', then, { once: true })
}
