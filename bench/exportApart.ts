// An export in a process of its own (exportProcess.ts), and its figures.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { ExportKind } from '../shared/contract/organisation.ts'
import type { Apart } from './watched.ts'

export function exportApart(dataDir: string, what: ExportKind, out: string): Apart {
  const program = join(import.meta.dirname, 'exportProcess.ts')
  const args = ['--expose-gc', program, dataDir, JSON.stringify(what), out]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Apart
}
