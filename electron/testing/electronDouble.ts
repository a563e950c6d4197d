// A typed double of the `electron` module: it satisfies what the shell uses, records the order of calls, and can act.
import type {
  CustomScheme,
  Display,
  MessageBoxOptions,
  SaveDialogOptions,
  Input,
  BrowserWindowConstructorOptions,
  MenuItemConstructorOptions,
} from 'electron'
import type { ElectronApi, ShellFrame, ShellInvokeEvent, ShellNotification } from '../electronApi.ts'
import { Emitter, newEvent } from './emitter.ts'
import { MenuDouble, TrayDouble } from './trayDouble.ts'
import { WindowDouble } from './windowDouble.ts'
import type { PageDouble, WindowWorld } from './windowDouble.ts'

export type ElectronDouble = ReturnType<typeof createElectronDouble>

/** A label of the button to press, or what to do with the question. */
export type Answer = string | ((options: MessageBoxOptions) => number | Promise<number>)

const display = (x: number, width: number): Display =>
  ({ id: x, workArea: { x, y: 0, width, height: 1040 } }) as Display

export function createElectronDouble(
  options: { packaged?: boolean; firstInstance?: boolean; languages?: string[] } = {},
) {
  const calls: string[] = []
  const app = new AppDouble(calls, options)
  const notifications: NotificationDouble[] = []
  const trays: TrayDouble[] = []
  const world: WindowWorld = {
    calls,
    windows: [],
    focused: null,
    created: (page) => app.emit('web-contents-created', newEvent(), page),
    allClosed: () => app.emit('window-all-closed'),
  }
  app.windows = world.windows
  const session = new SessionDouble()
  const dialog = new DialogDouble(calls)
  const globalShortcut = new ShortcutDouble()
  const ipc = new IpcDouble()
  const protocol = new ProtocolDouble(calls)
  const power = new PowerDouble()
  const opened: string[] = []
  const menus: { application: MenuDouble | null } = { application: null }
  const place = { displays: [display(0, 1920)], cursor: { x: 900, y: 500 }, trayFails: false }

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
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => new MenuDouble(template),
      setApplicationMenu: (menu) => {
        menus.application = menu instanceof MenuDouble ? menu : null
      },
    },
    Notification: class extends NotificationDouble {
      constructor(words: { title: string; body: string }) {
        super(words)
        notifications.push(this)
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
    nativeTheme: { themeSource: 'system', shouldUseDarkColors: false },
  }
  return {
    api,
    calls,
    app,
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

export class AppDouble extends Emitter {
  readonly isPackaged: boolean
  readonly commandLine = {
    appendSwitch: (name: string, value: string) => void this.#calls.push(`switch ${name}=${value}`),
  }
  readonly #calls: string[]
  readonly #first: boolean
  readonly languages: string[]
  windows: WindowDouble[] = []
  exited: number | null = null
  appId: string | null = null
  userData: string | null = null

  constructor(calls: string[], { packaged = true, firstInstance = true, languages = ['en-GB'] }) {
    super()
    this.#calls = calls
    this.#first = firstInstance
    this.isPackaged = packaged
    this.languages = languages
  }
  requestSingleInstanceLock(): boolean {
    this.#calls.push('single instance')
    return this.#first
  }
  enableSandbox(): void {
    this.#calls.push('sandbox')
  }
  setPath(_name: 'userData', path: string): void {
    this.userData = path
  }
  getPath(): string {
    return '/home/ana/Documents'
  }
  getPreferredSystemLanguages(): string[] {
    return this.languages
  }
  setAppUserModelId(id: string): void {
    this.appId = id
  }
  whenReady(): Promise<void> {
    this.#calls.push('ready')
    return Promise.resolve()
  }
  /** As Electron: ask, close every window, ask again, leave. */
  quit(): void {
    this.#calls.push('quit')
    const asked = newEvent()
    this.emit('before-quit', asked)
    if (asked.defaultPrevented) return
    for (const window of this.windows.slice()) if (window.close().defaultPrevented) return
    const leaving = newEvent()
    this.emit('will-quit', leaving)
    if (!leaving.defaultPrevented) this.exit(0)
  }
  exit(code = 0): void {
    this.#calls.push(`exit ${code}`)
    this.exited ??= code
  }
}

export class NotificationDouble extends Emitter implements ShellNotification {
  readonly title: string
  readonly body: string
  shown = false

  constructor({ title, body }: { title: string; body: string }) {
    super()
    this.title = title
    this.body = body
  }
  show(): void {
    this.shown = true
  }
}

export class SessionDouble extends Emitter {
  request:
    | ((
        page: unknown,
        permission: string,
        answer: (granted: boolean) => void,
        details: { requestingUrl: string },
      ) => void)
    | null = null
  check: ((page: unknown, permission: string, origin: string) => boolean) | null = null
  device: (() => boolean) | null = null

  setPermissionRequestHandler(handler: NonNullable<SessionDouble['request']>): void {
    this.request = handler
  }
  setPermissionCheckHandler(handler: NonNullable<SessionDouble['check']>): void {
    this.check = handler
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler
  }
}

export class DialogDouble {
  readonly asked: MessageBoxOptions[] = []
  readonly saves: SaveDialogOptions[] = []
  /** Given in turn; a question that nobody prepared for fails the test. */
  readonly answers: Answer[] = []
  savePath = ''
  readonly #calls: string[]

  constructor(calls: string[]) {
    this.#calls = calls
  }
  async showMessageBox(options: MessageBoxOptions): Promise<{ response: number }> {
    this.asked.push(options)
    this.#calls.push(`ask ${options.message}`)
    const answer = this.answers.shift()
    if (answer === undefined) throw new Error(`unexpected question: ${options.message}`)
    if (typeof answer === 'function') return { response: await answer(options) }
    const response = options.buttons?.indexOf(answer) ?? -1
    if (response < 0) throw new Error(`no button ${answer} among ${options.buttons?.join(', ')}`)
    return { response }
  }
  async showSaveDialog(options: SaveDialogOptions): Promise<{ canceled: boolean; filePath: string }> {
    this.saves.push(options)
    return { canceled: this.savePath === '', filePath: this.savePath }
  }
}

export class ShortcutDouble {
  /** Held by other programs. */
  readonly taken = new Set<string>()
  readonly bound = new Map<string, () => void>()

  register(accelerator: string, run: () => void): boolean {
    if (!/^[\w+]+$/.test(accelerator)) throw new TypeError('conversion failure')
    if (this.taken.has(accelerator) || this.bound.has(accelerator)) return false
    this.bound.set(accelerator, run)
    return true
  }
  unregisterAll(): void {
    this.bound.clear()
  }
  press(accelerator: string): void {
    const run = this.bound.get(accelerator)
    if (run === undefined) throw new Error(`${accelerator} is not bound`)
    run()
  }
}

export class IpcDouble {
  readonly handlers = new Map<string, (event: ShellInvokeEvent, ...args: unknown[]) => Promise<unknown>>()

  handle(channel: string, listener: (event: ShellInvokeEvent, ...args: unknown[]) => Promise<unknown>): void {
    if (this.handlers.has(channel)) throw new Error(`a second handler for ${channel}`)
    this.handlers.set(channel, listener)
  }
  /** A message of a frame, cloned on its way as between processes. */
  async from(senderFrame: ShellFrame | null, ...args: unknown[]): Promise<unknown> {
    const handler = this.handlers.get('daybook')
    if (handler === undefined) throw new Error('nobody answers')
    return structuredClone(await handler({ senderFrame }, ...structuredClone(args)))
  }
}

export class ProtocolDouble {
  readonly schemes: CustomScheme[] = []
  handler: ((request: Request) => Promise<Response>) | null = null
  readonly #calls: string[]

  constructor(calls: string[]) {
    this.#calls = calls
  }
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    this.#calls.push('scheme')
    this.schemes.push(...schemes)
  }
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    if (scheme !== 'app') throw new Error(`served ${scheme}`)
    this.handler = handler
  }
  async get(url: string, init?: RequestInit): Promise<Response> {
    if (this.handler === null) throw new Error('nothing is served')
    return await this.handler(new Request(url, init))
  }
}

export class PowerDouble extends Emitter {
  idleS = 0
  idleAsked = 0

  getSystemIdleTime(): number {
    this.idleAsked++
    return this.idleS
  }
}

/** Presses a key in a page. */
export function press(page: PageDouble, key: string): void {
  page.emit('before-input-event', newEvent(), { type: 'keyDown', key } as Input)
}
