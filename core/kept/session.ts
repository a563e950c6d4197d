// What this device remembers: who sits at it and how they like it; neither audited nor synchronised.
import type { Preferences } from '../../shared/contract/organisation.ts'
import { DEFAULT_PREFERENCES, Preferences as PreferencesSchema } from '../../shared/contract/organisation.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { User } from '../../shared/entities/user.ts'
import type { Data, WritableData } from '../db/data.ts'
import { readDevice, writeDevice } from './deviceRow.ts'

const read = (data: Data, key: string): unknown => {
  const text = readDevice(data, key)
  return text === null ? null : JSON.parse(text)
}
const write = (data: WritableData, key: string, value: unknown): void =>
  writeDevice(data, key, JSON.stringify(value))

/** The chosen user; where none was chosen, or they are gone, the first administrator. */
export const currentUser = (data: Data): User | null =>
  data.remembered('user', 'current', () => readUser(data))

function readUser(data: Data): User | null {
  const chosen = read(data, 'currentUser')
  const user = typeof chosen === 'string' ? data.find('user', chosen) : null
  return user ?? data.where('user', "active ORDER BY role <> 'administrator', id LIMIT 1")[0] ?? null
}
export const setCurrentUser = (data: WritableData, userId: Id): void => {
  write(data, 'currentUser', userId)
  data.forget()
}

export function preferences(data: Data): Preferences {
  const stored = PreferencesSchema.partial().safeParse(read(data, 'preferences') ?? {})
  return { ...DEFAULT_PREFERENCES, ...(stored.success ? stored.data : {}) }
}
export const setPreferences = (data: WritableData, value: Preferences): void =>
  write(data, 'preferences', value)

/** When the application last was alive with a running timer (epoch ms); the heartbeat writes it, the next start reads it. */
export const lastAlive = (data: Data): number | null => {
  const at = read(data, 'lastAlive')
  return typeof at === 'number' ? at : null
}
export const setLastAlive = (data: WritableData, at: number | null): void => write(data, 'lastAlive', at)

/** Up to when and up to which line of the audit trail meetings were looked through for what is over (watch/meetings.ts). */
export type MeetingsLooked = { at: number; seq: number }
export function meetingsLooked(data: Data): MeetingsLooked | null {
  const looked = read(data, 'meetingsLooked')
  if (typeof looked !== 'object' || looked === null) return null
  const { at, seq } = looked as Partial<MeetingsLooked>
  return typeof at === 'number' && typeof seq === 'number' ? { at, seq } : null
}
export const setMeetingsLooked = (data: WritableData, looked: MeetingsLooked): void =>
  write(data, 'meetingsLooked', looked)
