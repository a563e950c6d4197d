// Another user of this computer, played by the one that every Linux calls `nobody`; only root may become somebody else.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'

export const OTHER = 65_534

export const mayBecomeOther = process.platform === 'linux' && process.getuid?.() === 0
if (!mayBecomeOther)
  console.log('hostile: what another user of the computer tries is left out; only root on Linux can play one')

/** Runs a program of Node's for that user, and says what it printed. */
export async function asOther(program: string): Promise<string> {
  const child = startAsOther(program)
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  await once(child, 'close')
  return said.trim()
}

export const startAsOther = (program: string) =>
  spawn(process.execPath, ['-e', program], {
    cwd: '/',
    uid: OTHER,
    gid: OTHER,
    stdio: ['pipe', 'pipe', 'inherit'],
  })

/** A folder that everybody may look into, as many home folders are. */
export function openFolder(): string {
  const folder = temporaryFolder()
  chmodSync(folder, 0o755)
  return join(folder, 'data')
}
