// Runs a built main process under plain Node, with a double in the place of Electron, and prints what came of it as JSON.
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { Reply } from '../../shared/contract/channel.ts'
import type { ExportJob } from '../../shared/contract/organisation.ts'
import { createElectronDouble } from './electronDouble.ts'

const [bundle = '', dataDir = ''] = process.argv.slice(2)
const electron = createElectronDouble()
Object.assign(globalThis, { electronDouble: electron.api })

// `electron` is a module only inside Electron: here its names are those of the double.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: 'double:electron', shortCircuit: true } : next(specifier, context),
  load: (url, context, next) =>
    url === 'double:electron'
      ? { format: 'module', shortCircuit: true, source: exportsOf(Object.keys(electron.api)) }
      : next(url, context),
})
const exportsOf = (names: string[]) =>
  names.map((name) => `export const ${name} = globalThis.electronDouble.${name}`).join('\n')

async function until<T>(what: string, look: () => T | null | Promise<T | null>): Promise<T> {
  for (let turn = 0; turn < 300; turn++) {
    const found = await look()
    if (found !== null) return found
    await wait(50)
  }
  throw new Error(`waited in vain for ${what}`)
}

process.argv = ['electron', '.', '--data', dataDir]
await import(pathToFileURL(bundle).href)
const { frame } = await until('a window', () =>
  electron.hasWindow('index.html') ? electron.window('index.html') : null,
)
const ask = async <T>(name: string, args: unknown): Promise<T> => {
  const reply = (await electron.ipc.from(frame, name, args)) as Reply<T>
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
  return reply.value
}
const loaded = await ask('sample.load', { seed: 1, entries: 1000 })
const backup = await ask('backup.create', {})
const written = async (name: string, what: object): Promise<ExportJob> => {
  electron.dialog.savePath = join(dataDir, name)
  const { jobId } = await ask<{ jobId: string }>('export.start', { what })
  return until(name, async () => {
    const job = await ask<ExportJob>('export.get', { jobId })
    return job.state === 'running' ? null : job
  })
}
const jobs = [
  await written('payroll.xlsx', { kind: 'payroll', month: '2026-03' }),
  await written('report.pdf', { kind: 'report', by: ['customer'], format: 'pdf' }),
]
electron.app.quit()
const exitCode = await until('the end', () => electron.app.exited)
process.stdout.write(JSON.stringify({ loaded, backup, jobs, exitCode, asked: electron.dialog.asked }))
