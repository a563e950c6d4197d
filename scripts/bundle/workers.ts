// Owns which files of core run in threads of their own: a bundle must hold each of them beside itself, by its own name.
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Entries for a bundler, like { maintenanceWorker: '…/core/maintenanceWorker.ts' }; core/workerFile.ts looks for these. */
export function workerEntries(root: string): Record<string, string> {
  const files = readdirSync(join(root, 'core'), { recursive: true, encoding: 'utf8' })
  const workers = files.filter((file) => /worker\.ts$/i.test(file))
  return Object.fromEntries(workers.map((file) => [basename(file, '.ts'), join(root, 'core', file)]))
}
