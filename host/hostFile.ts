// What the host remembers in the data folder: its port and the secret behind its cookies, readable by its owner only.
import { randomBytes } from 'node:crypto'
import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const HostFile = z.object({
  port: z.int().min(1).max(65_535).nullable(),
  secret: z.string().min(32).max(200),
})
export type HostFile = z.infer<typeof HostFile>

const nameIn = (folder: string) => join(folder, 'host.json')

/** null where there is none, or none that can be read and understood. */
export function readHostFile(folder: string): HostFile | null {
  try {
    const parsed = HostFile.safeParse(JSON.parse(readFileSync(nameIn(folder), 'utf8')))
    return parsed.success ? parsed.data : null
  } catch (error) {
    // An unreadable file means only new cookies and perhaps another port.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return null
    throw error
  }
}

/** False where the folder cannot be written to; the host then works without a memory. */
export function writeHostFile(folder: string, value: HostFile): boolean {
  const file = nameIn(folder)
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

export const newSecret = () => randomBytes(32).toString('base64url')
