// The program, its dialogs, keys, messages, pages and power, as the double of Electron has them.
import type { CustomScheme, MessageBoxOptions, SaveDialogOptions } from 'electron'
import type { ShellFrame, ShellInvokeEvent, ShellNotification } from '../electronApi.ts'
import { Emitter, newEvent } from './emitter.ts'
import type { WindowDouble } from './windowDouble.ts'

/** A label of the button to press, or what to do with the question. */
export type Answer = string | ((options: MessageBoxOptions) => number | Promise<number>)

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
  attempts = 0

  register(accelerator: string, run: () => void): boolean {
    this.attempts++
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
