// The page that signs somebody in.
import { ask, element, on } from './ask.js'

const form = element('sign-in')
const onward = () => window.location.replace(form.dataset.next ?? '/app/')

on('sign-in', async (field) => {
  await ask('/web/sign-in', { email: field('email'), password: field('password') })
  onward()
})

// Who comes by a link of another page is signed in all the same: the browser kept the cookie back only for that visit.
await ask('/web/session').then(onward, () => undefined)
