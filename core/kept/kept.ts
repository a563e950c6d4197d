// What takes long to compute and never changes is kept on this device, from one program's life to the next.
import { checksum } from './checksum.ts'
import type { Data, WritableData } from '../db/data.ts'
import { readDevice, writeDevice } from './deviceRow.ts'

/** `by`: whose rules made it, with their version; other rules may say something else. */
type Kept = { by: string; value: unknown; sum: number }

const sumOf = (by: string, value: unknown): number => checksum(JSON.stringify([by, value]))

/** null: nothing was kept, by other rules, or it is no longer what was kept. Then it is computed again. */
export function recall(data: Data, key: string, by: () => string): unknown {
  const kept = parsed(readDevice(data, key) ?? 'null')
  return kept !== null && kept.by === by() && kept.sum === sumOf(kept.by, kept.value) ? kept.value : null
}

export function keep(data: WritableData, key: string, by: string, value: unknown): void {
  const kept: Kept = { by, value, sum: sumOf(by, value) }
  writeDevice(data, key, JSON.stringify(kept))
}

function parsed(text: string): Kept | null {
  try {
    return JSON.parse(text) as Kept | null
  } catch (error) {
    // Damaged, which the check of the file is there to tell.
    if (error instanceof SyntaxError) return null
    throw error
  }
}
