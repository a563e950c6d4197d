// The PINs of profiles, kept on this device: hashed, beside the record and never in it, with what was tried wrongly.
import { scryptSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Instant } from '../../shared/base/instant.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Data, WritableData } from '../db/data.ts'
import { readDevice, removeDevice, writeDevice } from './deviceRow.ts'

/** About a tenth of a second and 32 MB a try: what nobody notices who types a PIN, and what guessing a stolen file costs. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 }
const FREE_TRIES = 3
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 3_600_000

const Kept = z.object({
  salt: z.string(),
  hash: z.string(),
  /** Since the last right one. */
  wrong: z.int(),
  /** No further try before then. */
  waitUntil: z.number(),
})

const keyOf = (userId: Id): string => `pin:${userId}`
const hashOf = (pin: string, salt: string): Buffer => scryptSync(pin.normalize('NFC'), salt, 32, COST)

function kept(data: Data, userId: Id): z.infer<typeof Kept> | null {
  const text = readDevice(data, keyOf(userId))
  return text === null ? null : Kept.parse(JSON.parse(text))
}

export const hasPin = (data: Data, userId: Id): boolean => readDevice(data, keyOf(userId)) !== null

/** `salt`: drawn for this one. */
export function keepPin(data: WritableData, userId: Id, pin: string, salt: string): void {
  const fresh = { salt, hash: hashOf(pin, salt).toString('base64url'), wrong: 0, waitUntil: 0 }
  writeDevice(data, keyOf(userId), JSON.stringify(fresh))
}

export const forgetPin = (data: WritableData, userId: Id): void => removeDevice(data, keyOf(userId))

export type PinTry = { kind: 'right' } | { kind: 'wrong' } | { kind: 'wait'; ms: number }

/** After a few wrong ones each further try waits, twice as long each time; another start of the program changes nothing about that. */
export function tryPin(data: WritableData, userId: Id, pin: string, now: Instant): PinTry {
  const known = kept(data, userId)
  if (known === null) return { kind: 'right' }
  // Set back, the clock must not keep somebody out for days.
  const waitMs = Math.min(known.waitUntil - now, LONGEST_WAIT_MS)
  if (waitMs > 0) return { kind: 'wait', ms: waitMs }
  const right = timingSafeEqual(hashOf(pin, known.salt), Buffer.from(known.hash, 'base64url'))
  const wrong = right ? 0 : known.wrong + 1
  const further = wrong - FREE_TRIES
  const pause = further < 0 ? 0 : Math.min(FIRST_WAIT_MS * 2 ** further, LONGEST_WAIT_MS)
  if (!right || known.wrong > 0)
    writeDevice(data, keyOf(userId), JSON.stringify({ ...known, wrong, waitUntil: right ? 0 : now + pause }))
  return { kind: right ? 'right' : 'wrong' }
}
