// A small file in the data folder that only its owner can read: written whole or not at all.
import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { z } from 'zod'

/** null where there is none, or none that can be read and understood. */
export function readPrivate<T>(file: string, schema: z.ZodType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return null
    throw error
  }
}

/** False where the folder cannot be written to. */
export function writePrivate(file: string, value: unknown): boolean {
  const partial = `${file}.${process.pid}`
  try {
    writeFileSync(partial, JSON.stringify(value), { mode: 0o600 })
    chmodSync(partial, 0o600)
    renameSync(partial, file)
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    removeIfThere(partial)
    return false
  }
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch (error) {
    // The folder is none, or may not be changed: then nothing was written either.
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}
