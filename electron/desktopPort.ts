// What the application asks of the desktop program: made before the data opens, its tests attached when the desktop is up.
import type { DesktopPort, Ports } from '../core/ports.ts'
import type { DesktopTest, UpdateState } from '../shared/contract/desktop.ts'
import type { ShellText } from '../shared/text/shell.en.ts'
import { saveDiagnostics } from './diagnostics.ts'
import type { ElectronApi } from './electronApi.ts'

type RunTest = (what: DesktopTest['what']) => Promise<DesktopTest>

type Attached = { test: RunTest; checkUpdate(): Promise<UpdateState> }

export type DesktopPortOf = { port: DesktopPort; attach(what: Attached): void }

export function createDesktopPort(
  electron: ElectronApi,
  deps: { ports: Ports & { dataDir: string }; words(): ShellText },
): DesktopPortOf {
  // No page can ask before the desktop is up.
  let attached: Attached = {
    test: (what) => Promise.resolve({ what, works: false, seconds: null }),
    checkUpdate: () => Promise.resolve({ state: 'none', version: null, notes: null }),
  }
  return {
    port: {
      test: (what) => attached.test(what),
      checkUpdate: () => attached.checkUpdate(),
      quit: () => electron.app.quit(),
      saveDiagnostics: () => saveDiagnostics(electron, deps),
    },
    attach: (what) => {
      attached = what
    },
  }
}
