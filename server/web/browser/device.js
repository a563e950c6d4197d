// The page on which somebody who is signed in lets a device in.
import { ask, element, on } from './ask.js'

let code = ''

on('look', async (field) => {
  code = field('code')
  const { device, address } = /** @type {{ device: string, address: string }} */ (
    await ask('/web/device/look', { userCode: code })
  )
  element('device-name').textContent = device
  element('device-address').textContent = address
  element('look').hidden = true
  element('found').hidden = false
  element('found').focus()
})

/** @param {string} button @param {string} said */
const decide = (button, said) =>
  on(button, async () => {
    await ask(`/web/device/${button}`, { userCode: code })
    element('found').hidden = true
    element(said).hidden = false
    element(said).focus()
  })
decide('allow', 'allowed')
decide('deny', 'denied')
