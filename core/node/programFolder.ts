// Finds what ships beside the code (the migrations, the version), from the source as well as from a bundle.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json and drizzle/, above the file that is running. */
export function programFolder(moduleUrl: string = import.meta.url): string {
  const start = dirname(fileURLToPath(moduleUrl))
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'drizzle', 'sqlite', 'meta', '_journal.json'))) return folder
    if (dirname(folder) === folder)
      throw new Error(`this copy of Daybook is incomplete: no migrations above ${start}`)
  }
}

type Description = { version?: string; dependencies?: Record<string, string> }

const description = (folder: string): Description =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Description

export const programVersion = (folder: string): string => description(folder).version ?? '0.0.0'

/** The exact version of a library that the program was made with. */
export const libraryVersion = (folder: string, name: string): string =>
  description(folder).dependencies?.[name] ?? ''
