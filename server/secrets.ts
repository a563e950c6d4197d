// Passwords, tokens and invitation codes: what is drawn, and what is kept of it.
import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'

/** The same as for the PINs of profiles (core/kept/pins.ts): a tenth of a second and 32 MB a try. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 }

const derive = (password: string, salt: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, 32, COST, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })

export type KeptPassword = { salt: string; hash: string }

export async function keepPassword(password: string): Promise<KeptPassword> {
  const salt = randomBytes(16).toString('base64url')
  return { salt, hash: (await derive(password, salt)).toString('base64url') }
}

/** Where nobody is known by that address, as much is computed: how long it takes must not tell. */
const NOBODY: KeptPassword = { salt: 'nobody', hash: Buffer.alloc(32).toString('base64url') }

export async function isPassword(password: string, kept: KeptPassword | null): Promise<boolean> {
  const { salt, hash } = kept ?? NOBODY
  const same = timingSafeEqual(await derive(password, salt), Buffer.from(hash, 'base64url'))
  return same && kept !== null
}

const SALT_BYTES = 16
let drawn = Buffer.alloc(0)
/** What keeps a leaf of the chain from being guessed. Many are drawn at once: to ask the system takes as long for one. */
export function drawSalt(): string {
  if (drawn.length === 0) drawn = randomBytes(256 * SALT_BYTES)
  const salt = drawn.toString('base64url', 0, SALT_BYTES)
  drawn = drawn.subarray(SALT_BYTES)
  return salt
}

/** 256 bits. */
export const drawToken = (): string => randomBytes(32).toString('base64url')

/** In letters and digits that nobody mistakes for one another: it is read out and typed too. */
export function drawLetters(length: number, group: number): string {
  const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
  const text = Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
  return text.replaceAll(new RegExp(`(.{${group}})(?=.)`, 'g'), '$1-')
}

/** Of an invitation: more than 150 bits. */
export const drawCode = (): string => drawLetters(32, 8)

/** Drawn by us and long enough that no guess is worth trying, so a plain hash is enough. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

export const plainCode = (code: string): string => code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
