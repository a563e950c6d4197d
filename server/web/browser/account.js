// The page of one's own account.
import { ask, on } from './ask.js'

const away = () => window.location.replace('/sign-in')

on('sign-out', async () => {
  await ask('/web/sign-out', {})
  away()
})
on('sign-out-everywhere', async () => {
  await ask('/web/sign-out-everywhere', {})
  away()
})
