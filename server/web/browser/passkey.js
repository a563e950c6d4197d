// Passkeys in the browser, by the library that the page has loaded before.
import { ask } from './ask.js'

/** @type {typeof import('@simplewebauthn/browser')} */
const { browserSupportsWebAuthn, startAuthentication, startRegistration } = Reflect.get(
  globalThis,
  'SimpleWebAuthnBrowser',
)

export const canPasskey = browserSupportsWebAuthn

/** Somebody closed the browser's own question, or has no passkey for us. */
export class Stopped extends Error {}

/** @template T @param {Promise<T>} asked @returns {Promise<T>} */
const orStopped = (asked) =>
  asked.catch((error) => {
    throw new Stopped(undefined, { cause: error })
  })

export async function signInByPasskey() {
  const options = await ask('/web/passkey/options', {})
  const optionsJSON = /** @type {Parameters<typeof startAuthentication>[0]['optionsJSON']} */ (options)
  const response = await orStopped(startAuthentication({ optionsJSON }))
  await ask('/web/passkey/sign-in', { response })
}

/** @param {string} name */
export async function addPasskey(name) {
  const options = await ask('/web/passkeys/options', {})
  const optionsJSON = /** @type {Parameters<typeof startRegistration>[0]['optionsJSON']} */ (options)
  const response = await orStopped(startRegistration({ optionsJSON }))
  await ask('/web/passkeys', { name, response })
}
