// The secret by which a second start on the same data folder proves itself to the running host; readable by its owner only.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { readPrivate, writePrivate } from './privateFile.ts'

const HostFile = z.object({ secret: z.string().min(32).max(200) })
export type HostFile = z.infer<typeof HostFile>

const nameIn = (folder: string) => join(folder, 'host.json')

/** null where there is none that can be read: then nobody can be handed over to; that is all. */
export const readHostFile = (folder: string): HostFile | null => readPrivate(nameIn(folder), HostFile)

/** False where the folder cannot be written to; then a second start finds no way into this one. */
export const writeHostFile = (folder: string, value: HostFile): boolean => writePrivate(nameIn(folder), value)

export const newSecret = () => randomBytes(32).toString('base64url')
