// The page on which somebody who forgot their password chooses a new one, by the code of an administrator.
import { ask, element, on } from './ask.js'

const form = element('new-password')

on('new-password', async (field) => {
  const [email, code, newPassword] = [field('email'), field('code'), field('newPassword')]
  await ask('/web/new-password', { email, code, newPassword })
  form.hidden = true
  const done = element('chosen')
  done.hidden = false
  done.focus()
})
