// What the device knows by itself, as text under a key: neither audited nor synchronised.
import type { Data, WritableData } from '../db/data.ts'

export const readDevice = (data: Data, key: string): string | null =>
  data.get<{ value: string }>('SELECT value FROM device WHERE key = ?', key)?.value ?? null

export function writeDevice(data: WritableData, key: string, value: string): void {
  data.run(
    'INSERT INTO device (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    value,
  )
}

export const removeDevice = (data: WritableData, key: string): number =>
  data.run('DELETE FROM device WHERE key = ?', key)
