// The archive that helps to find a fault (J16): versions, settings of this device, counts, and the log; no names, no notes.
import { createWriteStream, readdirSync, readFileSync, rmSync } from 'node:fs'
import { release } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { createZip } from '../core/export/workbook/zip.ts'
import type { Ports } from '../core/ports.ts'
import type { ShellText } from '../shared/text/shell.en.ts'
import { askWhere } from './ask.ts'
import type { ElectronApi } from './electronApi.ts'

export type DiagnosticsDeps = { ports: Ports & { dataDir: string }; words(): ShellText }

/** What of a line of the log goes into the archive. Whatever else a line may hold stays here. */
const KEPT = [
  'at',
  'level',
  'program',
  'pid',
  'event',
  'error',
  'code',
  'stack',
  'window',
  'exitCode',
  'incident',
  'what',
  'why',
] as const

/** Asks where to; null: nobody wants it. Throws where it cannot be written, and leaves nothing half written. */
export async function saveDiagnostics(electron: ElectronApi, deps: DiagnosticsDeps): Promise<string | null> {
  const { diagnostics } = deps.words()
  const day = new Date(deps.ports.clock.now()).toISOString().slice(0, 10)
  const filePath = await askWhere(electron, {
    title: diagnostics.title,
    defaultPath: join(electron.app.getPath('documents'), `daybook-diagnostics-${day}.zip`),
    filters: [{ name: diagnostics.zip, extensions: ['zip'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (filePath === null) return null
  const failing = new AbortController()
  const stream = createWriteStream(filePath, { mode: 0o600 })
  stream.on('error', (error) => failing.abort(error))
  try {
    const zip = createZip(stream, failing.signal)
    for (const { name, text } of diagnosticFiles(deps.ports)) {
      const entry = zip.entry(name)
      await entry.write(text)
      await entry.end()
    }
    await zip.finish()
    stream.end()
    await finished(stream)
    return filePath
  } catch (error) {
    rmSync(filePath, { force: true })
    throw error
  }
}

export function diagnosticFiles(ports: Ports & { dataDir: string }): { name: string; text: string }[] {
  const { version, abilities } = ports
  const about = {
    version,
    electron: process.versions['electron'] ?? null,
    chromium: process.versions['chrome'] ?? null,
    node: process.versions.node,
    platform: process.platform,
    arch: process.arch,
    system: release(),
    zone: ports.systemZone(),
    desktop: process.env['XDG_CURRENT_DESKTOP'] ?? null,
    session: process.env['XDG_SESSION_TYPE'] ?? null,
    abilities,
    files: sizes(ports.dataDir),
  }
  return [{ name: 'about.json', text: JSON.stringify(about, null, 2) }, ...logs(join(ports.dataDir, 'logs'))]
}

/** Of our own files, by names that are ours. */
function sizes(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => `${name} ${readFileSync(join(folder, name)).length}`)
    .filter((line) => /^(daybook\.db|instance|changed)/.test(line))
}

function logs(folder: string): { name: string; text: string }[] {
  let names: string[]
  try {
    names = readdirSync(folder).filter((name) => /^daybook(\.\d)?\.log$/.test(name))
  } catch {
    // Nothing was ever logged.
    return []
  }
  return names.map((name) => ({
    name: `logs/${name}`,
    text: readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .map(keptOf)
      .filter((line) => line !== null)
      .join('\n'),
  }))
}

function keptOf(line: string): string | null {
  try {
    const all = JSON.parse(line) as Record<string, unknown>
    return JSON.stringify(Object.fromEntries(KEPT.filter((key) => key in all).map((key) => [key, all[key]])))
  } catch {
    // A line that was cut off by a crash.
    return null
  }
}
