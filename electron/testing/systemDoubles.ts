// The program, its dialogs, keys, messages, pages and power, as the double of Electron has them.
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type {
  BaseWindow,
  CustomScheme,
  JumpListCategory,
  Settings,
  MessageBoxOptions,
  SaveDialogOptions,
} from 'electron'
import type {
  ShellFrame,
  ShellInvokeEvent,
  ShellMenu,
  ShellNotification,
  ShellRequest,
  ShellResponse,
  ShellWindow,
} from '../electronApi.ts'
import { MenuDouble } from './trayDouble.ts'
import { Emitter, newEvent } from './emitter.ts'
import type { WindowDouble } from './windowDouble.ts'

/** A label of the button to press, or what to do with the question. */
export type Answer = string | ((options: MessageBoxOptions) => number | Promise<number>)

export class AppDouble extends Emitter {
  readonly isPackaged: boolean
  /** As given on the command line. A switch that is set again forgets what it was. */
  readonly switches = new Map<string, string>()
  readonly commandLine = {
    hasSwitch: (name: string) => this.switches.has(name),
    getSwitchValue: (name: string) => this.switches.get(name) ?? '',
    appendSwitch: (name: string, value: string) => {
      this.#calls.push(`switch ${name}=${value}`)
      this.switches.set(name, value)
    },
  }
  name = 'electron'
  /** What a second instance said of itself. */
  told: Record<string, unknown> | null = null
  readonly #calls: string[]
  readonly #first: boolean | 'no lock'
  #quitting = false
  readonly languages: string[]
  windows: WindowDouble[] = []
  exited: number | null = null
  appId: string | null = null
  userData: string | null = null
  /** The folder of a program's settings in the home folder. */
  settings = '/home/ana/.config/Daybook'

  constructor(
    calls: string[],
    {
      packaged = true,
      firstInstance = true,
      languages = ['en-GB'],
    }: { packaged?: boolean; firstInstance?: boolean | 'no lock'; languages?: string[] },
  ) {
    super()
    this.#calls = calls
    this.#first = firstInstance
    this.isPackaged = packaged
    this.languages = languages
  }
  /** The lock is a link in the folder of the user data; where another holds it, it is there. */
  requestSingleInstanceLock(told: Record<string, unknown>): boolean {
    this.#calls.push('single instance')
    this.told = told
    if (this.#first === false && this.userData !== null)
      symlinkSync('another', join(this.userData, 'SingletonLock'))
    return this.#first === true
  }
  /** Electron puts every page into the sandbox by taking the switch away that keeps Chromium from it. */
  enableSandbox(): void {
    this.#calls.push('sandbox')
    this.switches.delete('no-sandbox')
  }
  /** macOS: the program steps back as a whole. */
  hide(): void {
    this.#calls.push('hide')
  }
  accelerated = true
  readonly schemes: string[] = []
  login: Settings = {}
  badge: string | number = ''
  jumpList: JumpListCategory[] | null = null
  dockMenu: MenuDouble | null = null
  readonly dock = {
    setBadge: (text: string) => void (this.badge = text),
    setMenu: (menu: ShellMenu) => void (this.dockMenu = menu instanceof MenuDouble ? menu : null),
  }
  /** Chromium asks for it before it is ready. */
  disableHardwareAcceleration(): void {
    if (this.#calls.includes('ready')) throw new Error('can only be called before app is ready')
    this.accelerated = false
  }
  setAsDefaultProtocolClient(scheme: string): boolean {
    this.schemes.push(scheme)
    return true
  }
  setLoginItemSettings(settings: Settings): void {
    this.login = settings
  }
  getLoginItemSettings(): { wasOpenedAtLogin: boolean } {
    return { wasOpenedAtLogin: false }
  }
  setBadgeCount(count: number): boolean {
    this.badge = count
    return true
  }
  setJumpList(categories: JumpListCategory[] | null): void {
    this.jumpList = categories
  }
  setName(name: string): void {
    this.name = name
  }
  setPath(_name: 'userData', path: string): void {
    this.userData = path
  }
  getPath(name: 'documents' | 'userData'): string {
    return name === 'documents' ? '/home/ana/Documents' : (this.userData ?? this.settings)
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
  /**
   * As Electron: ask, close every window, ask again, leave. Whether it is quitting is remembered from what the listeners of
   * before-quit said, and the windows close a turn later.
   */
  quit(): void {
    this.#calls.push('quit')
    if (this.#quitting) return
    this.#quitting = this.#mayQuit()
    if (this.#quitting) this.#closeAll()
  }
  /**
   * A quit that the system began: a signal that nobody else hears, Dock ▸ Quit. Promises go on inside the native call, before it
   * remembers the answer: what a `quit()` of theirs began is then forgotten.
   */
  async quitByTheSystem(): Promise<void> {
    const may = this.#mayQuit()
    for (let turn = 0; turn < 1000; turn++) await Promise.resolve()
    this.#quitting = may
    if (may) this.#closeAll()
  }
  allWindowsClosed(): void {
    if (this.#quitting) this.#leave()
    else this.emit('window-all-closed')
  }
  #mayQuit(): boolean {
    const asked = newEvent()
    this.emit('before-quit', asked)
    return !asked.defaultPrevented
  }
  #closeAll(): void {
    setImmediate(() => {
      if (this.windows.length === 0) return this.#leave()
      for (const window of this.windows.slice())
        if (window.close().defaultPrevented) {
          this.#quitting = false
          return
        }
    })
  }
  #leave(): void {
    const leaving = newEvent()
    this.emit('will-quit', leaving)
    this.#quitting = false
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
  /** What Chromium would fetch dictionaries for. */
  spelling: string[] = ['en-US']

  setSpellCheckerLanguages(languages: string[]): void {
    this.spelling = languages
  }
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
  /** Before which window each was asked, questions and places. */
  readonly parents: (ShellWindow | null)[] = []
  readonly boxes: string[] = []
  readonly saves: SaveDialogOptions[] = []
  /** Given in turn; a question that nobody prepared for fails the test. */
  readonly answers: Answer[] = []
  savePath = ''
  readonly #calls: string[]

  constructor(calls: string[]) {
    this.#calls = calls
  }
  async showMessageBox(
    parent: BaseWindow | MessageBoxOptions,
    more?: MessageBoxOptions,
  ): Promise<{ response: number }> {
    const options = more ?? (parent as MessageBoxOptions)
    // A parent that is gone makes Electron throw.
    this.asked.push(options)
    this.parents.push(more === undefined ? null : (parent as unknown as ShellWindow))
    this.#calls.push(`ask ${options.message}`)
    const answer = this.answers.shift()
    if (answer === undefined) throw new Error(`unexpected question: ${options.message}`)
    if (typeof answer === 'function') return { response: await answer(options) }
    const response = options.buttons?.indexOf(answer) ?? -1
    if (response < 0) throw new Error(`no button ${answer} among ${options.buttons?.join(', ')}`)
    return { response }
  }
  showErrorBox(title: string, content: string): void {
    this.boxes.push(`${title}: ${content}`)
  }
  async showSaveDialog(
    parent: BaseWindow | SaveDialogOptions,
    more?: SaveDialogOptions,
  ): Promise<{ canceled: boolean; filePath: string }> {
    this.saves.push(more ?? (parent as SaveDialogOptions))
    this.parents.push(more === undefined ? null : (parent as unknown as ShellWindow))
    return { canceled: this.savePath === '', filePath: this.savePath }
  }
}

export class ShortcutDouble {
  /** Held by other programs. */
  readonly taken = new Set<string>()
  readonly bound = new Map<string, () => void>()
  /** Through a portal, each is said to be bound before anybody is asked; refused ones are never heard. null: there is none. */
  portal: { readonly refused: Set<string> } | null = null
  attempts = 0

  register(accelerator: string, run: () => void): boolean {
    this.attempts++
    if (!/^[\w+]+$/.test(accelerator)) throw new TypeError('conversion failure')
    const free = this.portal !== null || !this.taken.has(accelerator)
    if (!free || this.bound.has(accelerator)) return false
    this.bound.set(accelerator, run)
    return true
  }
  unregisterAll(): void {
    this.bound.clear()
  }
  press(accelerator: string): void {
    const run = this.bound.get(accelerator)
    if (run === undefined) throw new Error(`${accelerator} is not bound`)
    if (this.portal?.refused.has(accelerator) !== true) run()
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
  handler: ((request: ShellRequest, respond: (response: ShellResponse) => void) => void) | null = null
  readonly #calls: string[]

  constructor(calls: string[]) {
    this.#calls = calls
  }
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    this.#calls.push('scheme')
    this.schemes.push(...schemes)
  }
  registerBufferProtocol(scheme: string, handler: NonNullable<ProtocolDouble['handler']>): void {
    if (scheme !== 'app') throw new Error(`served ${scheme}`)
    this.handler = handler
  }
  async get(url: string, method = 'GET'): Promise<ShellResponse> {
    const { handler } = this
    if (handler === null) throw new Error('nothing is served')
    return await new Promise((resolve) => handler({ url, method }, resolve))
  }
}

/** Which systems tell of what; Electron's listeners are taken on each, and wait for ever on the others. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  'lock-screen': ['darwin', 'win32'],
  'unlock-screen': ['darwin', 'win32'],
  shutdown: ['darwin', 'linux'],
}

export class PowerDouble extends Emitter {
  idleS = 0
  idleAsked = 0
  platform = 'linux'

  override emit(event: string, ...args: unknown[]): void {
    if (TOLD[event]?.includes(this.platform) === false) throw new Error(`${this.platform} tells no ${event}`)
    super.emit(event, ...args)
  }

  getSystemIdleTime(): number {
    this.idleAsked++
    return this.idleS
  }
}
