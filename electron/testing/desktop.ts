// The desktop program for tests: the real shell and the real application in memory, on a double of Electron and a fake clock.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArgsOf, RequestName, ResultOf } from '../../shared/contract/contract.ts'
import type { AppEvent, Reply } from '../../shared/contract/channel.ts'
import { createApp } from '../../core/app.ts'
import type { App, Ports } from '../../core/ports.ts'
import { fakeWorld, ZONE } from '../../core/testing/testApp.ts'
import { systemPresence } from '../presence.ts'
import type { Rescue } from '../rescue.ts'
import { start } from '../shell.ts'
import type { ShellDeps } from '../shell.ts'
import { createElectronDouble } from './electronDouble.ts'
import type { ElectronDouble } from './electronDouble.ts'
import { Emitter } from './emitter.ts'

export type DesktopOptions = Partial<
  Pick<
    ShellDeps,
    | 'updates'
    | 'makeLink'
    | 'openedBy'
    | 'hidden'
    | 'presence'
    | 'platform'
    | 'devUrl'
    | 'openApp'
    | 'rendererDir'
  >
> & {
  electron?: ElectronDouble
  /** The data folder of an earlier life; else a new one. */
  folder?: string
  trayHost?: boolean
  rescue?: Partial<Rescue>
  /** Holds requests up, as a large database would. */
  hold?: (name: string) => Promise<void>
  /** False: nothing is set up. */
  setUp?: boolean
  /** Where the data lies; else in memory. */
  dataDir?: string
}

const noRescue: Rescue = { lostDatabase: () => false, newestBackup: () => null, restore: () => undefined }

/** Lets everything finish that only waits for promises. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve))
}

export async function openDesktop(options: DesktopOptions = {}) {
  const electron = options.electron ?? createElectronDouble()
  electron.power.platform = options.platform ?? 'linux'
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'daybook-shell-'))
  const world = fakeWorld('2026-03-03 09:00')
  /** What the desktop says of its tray: whether there is one, and whether it takes our icon. */
  const told = { trayHost: options.trayHost ?? true, trayShows: true }
  const names = { acme: '', globex: '', support: '', meeting: '' }
  const listeners: ((event: AppEvent) => void)[] = []
  const signals = new Emitter()
  let opened: App | null = null
  let ports: Ports | null = null

  const openMemory = async (given: Ports): Promise<App> => {
    electron.calls.push('open data')
    const app = await createApp({ ...given, dataDir: options.dataDir ?? null })
    opened = {
      ...app,
      invoke: async (name, args) => {
        await options.hold?.(name)
        return await app.invoke(name, args)
      },
      subscribe: (on) => {
        listeners.push(on)
        return app.subscribe(on)
      },
    }
    ports = given
    if (options.setUp ?? true) Object.assign(names, await setUp(app))
    return opened
  }
  const started = await start(electron.api, {
    ports: { ...world.ports, dataDir: folder },
    openApp: options.openApp ?? openMemory,
    rescue: () => Promise.resolve({ ...noRescue, ...options.rescue }),
    platform: options.platform ?? 'linux',
    ...(options.makeLink !== undefined && { makeLink: options.makeLink }),
    updates: options.updates ?? { readFeed: null, fetch: () => Promise.resolve() },
    openedBy: options.openedBy ?? null,
    hidden: options.hidden ?? false,
    login: {
      command: { file: '/opt/Day book/daybook', args: ['--data', '/home/ana/100% $x'] },
      autostartDir: join(folder, 'autostart'),
    },
    devUrl: options.devUrl ?? null,
    rendererDir: options.rendererDir ?? join(folder, 'renderer'),
    preloadFile: '/program/out/preload/preload.cjs',
    iconFile: '/program/resources/icons/256x256.png',
    wayland: electron.world.wayland,
    presence: options.presence ?? systemPresence,
    trayImagesDir: '/program/resources/tray',
    trayHost: {
      present: async () => told.trayHost,
      showsOurs: async () =>
        told.trayShows && electron.trays.some((tray) => !tray.destroyed && !tray.forgotten),
      onChange: (changed) => signals.on('tray', changed),
    },
    onSignal: (ends) => signals.on('signal', ends),
  })
  await settle()

  const app = (): App => {
    if (opened === null) throw new Error('the data was not opened')
    return opened
  }
  const ok = async <N extends RequestName>(name: N, args: ArgsOf<N>): Promise<ResultOf<N>> => {
    const reply = await app().invoke(name, args)
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
    await settle()
    return reply.value
  }
  return {
    electron,
    folder,
    names,
    told,
    started,
    clock: world.clock,
    /** What was logged as an error. */
    errors: world.errors,
    ok,
    get app(): App {
      return app()
    },
    get ports(): Ports {
      if (ports === null) throw new Error('the data was not opened')
      return ports
    },
    /** As the system sends one: logout, `kill`, Ctrl-C. */
    signal: () => signals.emit('signal'),
    /** The panel went, came, or took or refused an icon. */
    trayChanged: async () => {
      signals.emit('tray')
      await settle()
    },
    /** A request from the page of a window, all the way through the message line. */
    ask: async (page: string, name: string, args: unknown) =>
      (await electron.ipc.from(electron.window(page).frame, name, args)) as Reply<unknown>,
    start: async (customer: 'acme' | 'globex' = 'acme') =>
      (await ok('timer.start', { customerId: names[customer], categoryId: names.support })).timerId,
    /** An event that the application does not have by itself in a test. */
    emit: async (event: AppEvent) => {
      for (const listener of listeners) listener(event)
      await settle()
    },
    async end(): Promise<void> {
      await opened?.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Desktop = Awaited<ReturnType<typeof openDesktop>>

async function setUp(app: App): Promise<Desktop['names']> {
  const value = <T>(reply: Reply<T>): T => {
    if (!reply.ok) throw new Error(reply.error.code)
    return reply.value
  }
  const { customerId } = value(
    await app.invoke('organisation.setUp', {
      organisationName: 'Weber Advisers',
      userName: 'Ana Weber',
      zone: ZONE,
      currency: 'EUR',
      customerName: 'Acme & Sons',
      categoryNames: ['Support', 'Meeting'],
    }),
  )
  const { customerId: globex } = value(await app.invoke('customer.add', { name: 'Globex' }))
  const categories = value(await app.invoke('category.list', {}))
  const named = (name: string) => categories.find((category) => category.name === name)?.id ?? ''
  return { acme: customerId ?? '', globex, support: named('Support'), meeting: named('Meeting') }
}
