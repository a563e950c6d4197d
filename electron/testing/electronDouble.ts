// A typed double of the `electron` module: it satisfies what the shell uses, records the order of calls, and can act.
import type {
  BrowserWindowConstructorOptions,
  Display,
  Input,
  MenuItemConstructorOptions,
  NativeImage,
} from 'electron'
import type { ElectronApi } from '../electronApi.ts'
import { newEvent } from './emitter.ts'
import {
  AppDouble,
  DialogDouble,
  IpcDouble,
  NotificationDouble,
  PowerDouble,
  ProtocolDouble,
  SessionDouble,
  ShortcutDouble,
} from './systemDoubles.ts'
import { MenuDouble, TrayDouble } from './trayDouble.ts'
import { WindowDouble } from './windowDouble.ts'
import type { PageDouble, WindowWorld } from './windowDouble.ts'

export type ElectronDouble = ReturnType<typeof createElectronDouble>

const display = (x: number, width: number): Display =>
  ({ id: x, workArea: { x, y: 0, width, height: 1040 } }) as Display

export function createElectronDouble(
  options: { packaged?: boolean; firstInstance?: boolean | 'no lock'; languages?: string[] } = {},
) {
  const calls: string[] = []
  const app = new AppDouble(calls, options)
  const notifications: NotificationDouble[] = []
  const trays: TrayDouble[] = []
  const world: WindowWorld = {
    calls,
    windows: [],
    focused: null,
    wayland: false,
    broken: new Map(),
    zoom: 1,
    created: (page) => app.emit('web-contents-created', newEvent(), page),
    allClosed: () => app.allWindowsClosed(),
  }
  app.windows = world.windows
  const session = new SessionDouble()
  const dialog = new DialogDouble(calls)
  const globalShortcut = new ShortcutDouble()
  const ipc = new IpcDouble()
  const protocol = new ProtocolDouble(calls)
  const power = new PowerDouble()
  const opened: string[] = []
  const menus: { application: MenuDouble | null; context: MenuDouble | null } = {
    application: null,
    context: null,
  }
  const place = {
    displays: [display(0, 1920)],
    cursor: { x: 900, y: 500 },
    trayFails: false,
    noNotices: false,
  }

  const api: ElectronApi = {
    app,
    BrowserWindow: class extends WindowDouble {
      constructor(own: BrowserWindowConstructorOptions) {
        super(world, own)
      }
      static getAllWindows = () => [...world.windows]
    },
    Tray: class extends TrayDouble {
      constructor(file: string) {
        super(file)
        if (place.trayFails) throw new Error('Failed to load image')
        trays.push(this)
      }
    },
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) =>
        new MenuDouble(template, (menu) => (menus.context = menu)),
      setApplicationMenu: (menu) => {
        menus.application = menu instanceof MenuDouble ? menu : null
      },
    },
    Notification: class extends NotificationDouble {
      constructor(words: { title: string; body: string }) {
        super(words)
        notifications.push(this)
      }
      override show() {
        if (place.noNotices) setImmediate(() => this.emit('failed'))
        else super.show()
      }
      static isSupported = () => true
    },
    ipcMain: ipc,
    protocol,
    session: { defaultSession: session },
    shell: {
      openExternal: async (url) => void opened.push(url),
      openPath: async (path) => {
        opened.push(path)
        return ''
      },
      showItemInFolder: (path) => void opened.push(path),
    },
    dialog,
    globalShortcut,
    powerMonitor: power,
    screen: {
      getAllDisplays: () => place.displays,
      getDisplayNearestPoint: () => place.displays[0] ?? display(0, 1920),
      getCursorScreenPoint: () => place.cursor,
    },
    nativeImage: { createFromPath: (file) => ({ file }) as unknown as NativeImage },
    nativeTheme: { themeSource: 'system', shouldUseDarkColors: false },
  }
  return {
    api,
    calls,
    app,
    world,
    windows: world.windows,
    notifications,
    trays,
    session,
    dialog,
    globalShortcut,
    ipc,
    protocol,
    power,
    opened,
    menus,
    place,
    /** The one tray icon that is there. */
    get tray(): TrayDouble {
      const alive = trays.filter((tray) => !tray.destroyed)
      const [only] = alive
      if (only === undefined || alive.length > 1) throw new Error(`${alive.length} tray icons`)
      return only
    },
    /** The one window that shows a page. */
    window(page: string): WindowDouble {
      const found = world.windows.filter(({ url }) => new URL(url).pathname === `/${page}`)
      const [only] = found
      if (only === undefined || found.length > 1) throw new Error(`${found.length} windows with ${page}`)
      return only
    },
    hasWindow: (page: string): boolean =>
      world.windows.some(({ url }) => new URL(url).pathname === `/${page}`),
    focus: (window: WindowDouble | null) => {
      world.focused = window
    },
  }
}

/** Presses a key in a page; says whether the page gets it. */
export function press(page: PageDouble, key: string): boolean {
  const event = newEvent()
  page.emit('before-input-event', event, { type: 'keyDown', key } as Input)
  return !event.defaultPrevented
}
