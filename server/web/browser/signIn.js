// The page that signs somebody in.
import { ask, element, has, on, Refusal, stopped } from './ask.js'
import { showCodes, showFactor } from './recovery.js'

const form = element('sign-in')
const onward = () => window.location.replace(form.dataset.next ?? '/app/')

/** Of a second factor that the firm demands and that is set up right here. @type {string | null} */
let secret = null

/** The password was right; something more is needed. @param {string} code @param {string} email */
async function askMore(code, email) {
  if (code === 'team.factorMissing') {
    secret = await showFactor(email)
    element('setup').hidden = false
  }
  element('factor').hidden = false
}

on('sign-in', async (field) => {
  const [email, password, code] = [field('email'), field('password'), field('code')]
  const factor = code === '' ? {} : secret === null ? { secondFactor: code } : { newFactor: { secret, code } }
  try {
    const said = await ask('/web/sign-in', { email, password, ...factor })
    const { recoveryCodes } = /** @type {{ recoveryCodes: string[] | null }} */ (said)
    if (recoveryCodes === null) return onward()
    form.hidden = true
    showCodes(recoveryCodes, onward)
  } catch (error) {
    if (!(error instanceof Refusal) || !['team.factorNeeded', 'team.factorMissing'].includes(error.code))
      throw error
    await askMore(error.code, email)
    return { said: error.message, focus: element('code') }
  }
})

if (has('by-passkey')) {
  const { canPasskey, signInByPasskey, Stopped } = await import('./passkey.js')
  const button = element('by-passkey')
  button.hidden = !canPasskey()
  on(button, async () => {
    try {
      await signInByPasskey()
      onward()
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
      return stopped(button)
    }
  })
}

// Who comes by a link of another page is signed in all the same: the browser kept the cookie back only for that visit.
if (form.dataset.again === '') await ask('/web/session').then(onward, () => undefined)
