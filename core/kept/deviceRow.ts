// What the device knows by itself, as text under a key: neither audited nor synchronised.
import type { Data, WritableData } from '../db/data.ts'

export const readDevice = (data: Data, key: string): string | null => data.device(key)

export const writeDevice = (data: WritableData, key: string, value: string): void =>
  data.setDevice(key, value)

export const removeDevice = (data: WritableData, key: string): void => data.setDevice(key, null)
