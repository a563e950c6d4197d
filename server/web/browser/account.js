// The page of one's own account.
import { ask, element, has, on, Refusal, stopped } from './ask.js'
import { showCodes, showFactor } from './recovery.js'

const away = () => window.location.replace('/sign-in')
const again = () => window.location.reload()

on('sign-out', async () => {
  await ask('/web/sign-out', {})
  away()
})
on('sign-out-everywhere', async () => {
  await ask('/web/sign-out-everywhere', {})
  away()
})

on('change-password', async (field) => {
  await ask('/web/password', { password: field('password'), newPassword: field('newPassword') })
  element('change-password').hidden = true
  element('password-changed').hidden = false
  element('password-changed').focus()
})

/** @param {string} id @param {unknown} said */
const codesInstead = (id, said) => {
  element(id).hidden = true
  showCodes(/** @type {{ recoveryCodes: string[] }} */ (said).recoveryCodes, again)
}

if (has('set')) {
  let secret = ''
  on('begin', async () => {
    secret = await showFactor(document.querySelector('bdi')?.textContent ?? '')
    element('begin').hidden = true
    element('set').hidden = false
    element('password').focus()
  })
  on('set', async (field) => {
    const newFactor = { secret, code: field('code') }
    codesInstead('set', await ask('/web/second-factor', { password: field('password'), newFactor }))
  })
}
if (has('change'))
  on('change', async (field) => {
    const proof = { password: field('password'), secondFactor: field('code') }
    if (field('what') === 'renew') return codesInstead('change', await ask('/web/recovery-codes', proof))
    await ask('/web/second-factor/off', proof)
    again()
  })

if (has('add-passkey')) {
  const { addPasskey, Stopped } = await import('./passkey.js')
  /** Some of it wants somebody who has just signed in. @param {() => Promise<void>} act */
  const freshly = async (act) => {
    try {
      await act()
      again()
    } catch (error) {
      if (error instanceof Stopped) return stopped(element('add-passkey'))
      if (!(error instanceof Refusal) || error.code !== 'team.signInAgain') throw error
      window.location.assign('/sign-in?again&next=/account')
    }
  }
  on('add-passkey', (field) => freshly(() => addPasskey(field('name'))))
  for (const form of document.querySelectorAll('form.passkey'))
    if (form instanceof HTMLElement)
      on(form, (field) =>
        freshly(async () => {
          const { id, name } = { id: field('id'), name: field('name') }
          await ask(`/web/passkeys/${field('what') === 'remove' ? 'remove' : 'rename'}`, { id, name })
        }),
      )
}
