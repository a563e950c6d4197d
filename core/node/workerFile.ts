// Finds the program of a worker thread: beside the source while developing, beside the bundle once built.
import { basename, extname } from 'node:path'

/** `here` is the caller's import.meta.url; bundles keep each worker under its own name in their folder, as they are themselves. */
export const workerFile = (here: string, name: string): URL =>
  new URL(here.endsWith('.ts') ? `./${name}.ts` : `./${basename(name)}${extname(here)}`, here)
