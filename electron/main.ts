// The desktop program's entry: hands the real Electron, the real world and the folders of this build to the shell.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as electron from 'electron'
import { createNodePorts, dataFolder } from '../core/nodePorts.ts'
import { programFolder } from '../core/programFolder.ts'
import { openLocked } from './openLocked.ts'
import { createRescue } from './rescue.ts'
import { start } from './shell.ts'
import { hasTrayHost } from './trayHost.ts'

// Chromium's own switches stand among the arguments, so what is not ours is no error.
const { values } = parseArgs({
  args: process.argv.slice(1),
  options: { data: { type: 'string' } },
  strict: false,
  allowPositionals: true,
})
const named = typeof values.data === 'string' ? values.data : undefined
const dataDir = dataFolder(named, process.env)
const ports = {
  ...createNodePorts({
    dataDir,
    abilities: { shell: 'electron', tray: false, globalShortcuts: false, saveDialog: false, windows: false },
  }),
  dataDir,
}
const folder = programFolder()

// Electron's own message stays; the log remembers it.
process.on('uncaughtExceptionMonitor', (error) => ports.log.error('uncaught', error))

// Not awaited: Electron becomes ready only after its entry has run to the end.
start(electron, {
  ports,
  openApp: (desktopPorts) => openLocked({ ...desktopPorts, dataDir }),
  rescue: createRescue(ports),
  platform: process.platform,
  devUrl: process.env.ELECTRON_RENDERER_URL ?? null,
  rendererDir: join(folder, 'out', 'renderer'),
  preloadFile: join(folder, 'out', 'preload', 'preload.cjs'),
  trayImagesDir: join(folder, 'resources', 'tray'),
  hasTrayHost: () => hasTrayHost(process.platform),
}).catch((error: unknown) => {
  ports.log.error('start', error)
  electron.dialog.showErrorBox('Daybook', error instanceof Error ? error.message : String(error))
  electron.app.exit(1)
})
