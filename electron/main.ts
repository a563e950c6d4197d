// The desktop program's entry: hands the real Electron, the real world and the folders of this build to the shell.
import { readFileSync } from 'node:fs'
import { homedir, hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import * as electron from 'electron'
import { createNodePorts, dataFolder } from '../core/node/nodePorts.ts'
import { programFolder } from '../core/node/programFolder.ts'
import { commandAmong, runCommand } from './commandLine.ts'
import { noBus, sessionBus, systemBus } from './linux/bus.ts'
import { connectIdleNotify, waylandSocket } from './linux/idleNotify.ts'
import { linuxPresence } from './linux/presence.ts'
import { linuxTrayHost } from './linux/trayHost.ts'
import { linkAmong } from './links.ts'
import { systemPresence } from './presence.ts'
import { start } from './shell.ts'
import { systemTrayHost } from './trayHost.ts'

// Chromium's own switches stand among the arguments, so what is not ours is no error.
const { values } = parseArgs({
  args: process.argv.slice(1),
  options: { data: { type: 'string' }, hidden: { type: 'boolean' } },
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
const bus = process.platform === 'linux' ? sessionBus(process.env, ports.log) : noBus
const socket = waylandSocket(process.env)
// As Electron itself chooses; a switch on the command line is stronger.
const platformSwitch = electron.app.commandLine.getSwitchValue('ozone-platform')
const wayland =
  process.platform === 'linux' &&
  (platformSwitch === ''
    ? socket !== null && process.env['XDG_SESSION_TYPE'] === 'wayland'
    : platformSwitch === 'wayland')

// Electron's own message stays; the log remembers it.
process.on('uncaughtExceptionMonitor', (error) => ports.log.error('uncaught', error))

type Feed = { feed: string | null; key: string | null }

/** resources/updates.json names the feed and the public half of our key; a build without them never looks. */
function updatesOf(root: string): Parameters<typeof start>[1]['updates'] {
  const { feed, key } = JSON.parse(readFileSync(join(root, 'resources', 'updates.json'), 'utf8')) as Feed
  if (feed === null || key === null || !electron.app.isPackaged)
    return { readFeed: null, fetch: () => Promise.resolve() }
  const options = {
    url: feed,
    key,
    platform: process.platform,
    arch: process.arch,
    version: ports.version,
    deviceId: `${hostname()} ${dataDir}`,
  }
  return {
    readFeed: async () => (await import('./updates/feed.ts')).readFeed(options),
    fetch: async (release) => (await import('./updates/installer.ts')).fetchInstaller(feed, release),
  }
}

/** Resolves to whether the desktop is up. */
function openWindow(): Promise<boolean> {
  return start(electron, {
    ports,
    openApp: async (desktopPorts) =>
      (await import('./application.ts')).openLocked({ ...desktopPorts, dataDir }),
    rescue: async () => (await import('./application.ts')).createRescue(ports),
    platform: process.platform,
    devUrl: process.env.ELECTRON_RENDERER_URL ?? null,
    rendererDir: join(folder, 'out', 'renderer'),
    preloadFile: join(folder, 'out', 'preload', 'preload.cjs'),
    iconFile: join(folder, 'resources', 'icons', '256x256.png'),
    trayImagesDir: join(folder, 'resources', 'tray'),
    trayHost: process.platform === 'linux' ? linuxTrayHost(bus, process.pid, wait) : systemTrayHost,
    wayland,
    presence: (powerMonitor) =>
      process.platform === 'linux'
        ? linuxPresence({
            session: bus,
            system: systemBus(process.env, ports.log),
            wayland,
            pid: process.pid,
            electronIdle: () => powerMonitor.getSystemIdleTime(),
            idleNotify: () =>
              socket === null ? Promise.resolve(null) : connectIdleNotify(socket, ports.clock),
          })
        : systemPresence(powerMonitor),
    openedBy: linkAmong(process.argv.slice(1)),
    hidden: values.hidden === true,
    updates: updatesOf(folder),
    login: {
      command: {
        // An AppImage runs from a folder that is there only while it runs.
        file: process.env['APPIMAGE'] ?? process.execPath,
        args: named === undefined ? [] : ['--data', dataDir],
      },
      autostartDir: join(process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'autostart'),
    },
    onSignal: (ends) => {
      // Electron's own handlers would quit as a person does, and ask.
      for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, ends)
    },
  }).then(
    (app) => app !== null,
    (error: unknown) => {
      ports.log.error('start', error)
      electron.dialog.showErrorBox('Daybook', error instanceof Error ? error.message : String(error))
      electron.app.exit(1)
      return false
    },
  )
}

const command = commandAmong(process.argv.slice(1))
/** For Electron's entry (entry.mjs): what is loaded once this is true is what each start loads. */
export const up: Promise<boolean> = command === null ? openWindow() : Promise.resolve(false)

async function runToItsEnd(): Promise<void> {
  if (command !== null) electron.app.exit(await runCommand(folder, command))
}

/** What the entry waits for: a command to its end, a window not at all. */
export const done: Promise<void> = runToItsEnd()
