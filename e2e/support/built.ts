// Before the first spec: what the specs run is built of the source as it is now. A host from its bundle starts in half the time.
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export default function built(): void {
  // The desktop is built by whoever brings its Electron.
  if (process.env.DAYBOOK_E2E === 'electron') return
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), 'renderer', 'bundles'], {
    cwd: root,
    stdio: 'inherit',
  })
}
