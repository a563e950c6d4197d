// A window and its page as the shell sees them: closing can be prevented, and what is destroyed throws, as in Electron.
import type { BrowserWindowConstructorOptions, NativeImage, Rectangle } from 'electron'
import type { ShellFrame, ShellWebContents, ShellWindow } from '../electronApi.ts'
import { Emitter, newEvent } from './emitter.ts'
import type { DoubleEvent } from './emitter.ts'

/** What the windows of one program share. */
export type WindowWorld = {
  calls: string[]
  windows: WindowDouble[]
  focused: WindowDouble | null
  wayland: boolean
  /** Pages that cannot be loaded, with Chromium's number of the error. */
  broken: Map<string, number>
  zoom: number
  created(page: PageDouble): void
  allClosed(): void
}

export class PageDouble extends Emitter implements ShellWebContents {
  readonly id: number
  readonly #world: WindowWorld
  readonly replaced: string[] = []
  readonly sent: { channel: string; args: unknown[] }[] = []
  openHandler: ((details: { url: string }) => { action: 'deny' }) | null = null
  destroyed = false

  constructor(id: number, world: WindowWorld) {
    super()
    this.id = id
    this.#world = world
  }
  /** One for all pages of an origin, as Chromium has it. */
  getZoomFactor(): number {
    return this.#world.zoom
  }
  replaceMisspelling(text: string): void {
    this.replaced.push(text)
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed')
    this.sent.push({ channel, args: structuredClone(args) })
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'deny' }): void {
    this.openHandler = handler
  }
  /** The events of the application that this page was sent. */
  get events(): unknown[] {
    return this.sent.filter(({ channel }) => channel === 'daybook:event').map(({ args }) => args[0])
  }
  /** The page goes to `url`: whether that was prevented. */
  goes(url: string, event = 'will-navigate'): boolean {
    const details = newEvent({ url })
    this.emit(event, details)
    return details.defaultPrevented
  }
  /** The page calls window.open. */
  opens(url: string): { action: string } {
    if (this.openHandler === null) throw new Error('nobody decides about new windows')
    return this.openHandler({ url })
  }
  dies(reason = 'crashed'): void {
    this.emit('render-process-gone', newEvent(), { reason, exitCode: 1 })
  }
}

export class WindowDouble extends Emitter implements ShellWindow {
  readonly id: number
  readonly options: BrowserWindowConstructorOptions
  readonly page: PageDouble
  readonly urls: string[] = []
  readonly #world: WindowWorld
  visible = false
  minimized = false
  maximized = false
  destroyed = false
  everywhere = false
  overlay: string | null = null
  bounds: Rectangle

  constructor(world: WindowWorld, options: BrowserWindowConstructorOptions) {
    super()
    this.#world = world
    this.id = world.windows.length + 1
    this.options = options
    this.page = new PageDouble(this.id, world)
    const { x = 100, y = 80, width = 800, height = 600 } = options
    this.bounds = { x, y, width, height }
    world.windows.push(this)
    world.created(this.page)
  }

  get webContents(): PageDouble {
    this.#alive()
    return this.page
  }
  get url(): string {
    return this.urls.at(-1) ?? ''
  }
  /** The page itself as a sender of messages. */
  get frame(): ShellFrame {
    const { protocol, host } = new URL(this.url)
    return { origin: `${protocol}//${host}`, url: this.url, parent: null }
  }
  loadURL(url: string): Promise<void> {
    this.#alive()
    this.urls.push(url)
    this.#world.calls.push(`load ${url}`)
    const code = this.#world.broken.get(new URL(url).pathname)
    if (code === undefined) return Promise.resolve()
    setImmediate(() => {
      if (!this.destroyed) this.page.emit('did-fail-load', newEvent(), code, 'ERR', url, true)
    })
    return Promise.reject(new Error(`ERR (${code}) loading a page`))
  }
  /** The page has drawn itself. */
  isReady(): void {
    this.emit('ready-to-show')
  }
  show(): void {
    this.#alive()
    this.visible = true
    this.#world.focused = this
  }
  showInactive(): void {
    this.#alive()
    this.visible = true
  }
  hide(): void {
    this.#alive()
    this.visible = false
    if (this.#world.focused === this) this.#world.focused = null
  }
  focus(): void {
    this.#alive()
    this.#world.focused = this
  }
  blur(): void {
    this.#world.focused = null
    this.emit('blur')
  }
  close(): DoubleEvent {
    this.#alive()
    const event = newEvent()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
    return event
  }
  /** `window.close()` of its page: nobody is asked first. */
  pageCloses(): void {
    this.#alive()
    this.destroy()
  }
  destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    this.visible = false
    this.page.destroyed = true
    this.#world.windows.splice(this.#world.windows.indexOf(this), 1)
    if (this.#world.focused === this) this.#world.focused = null
    this.emit('closed')
    if (this.#world.windows.length === 0) this.#world.allClosed()
  }
  minimize(): void {
    this.#alive()
    this.minimized = true
  }
  restore(): void {
    this.#alive()
    this.minimized = false
  }
  maximize(): void {
    this.#alive()
    this.maximized = true
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  isVisible(): boolean {
    this.#alive()
    return this.visible
  }
  isFocused(): boolean {
    this.#alive()
    return this.#world.focused === this
  }
  isMinimized(): boolean {
    this.#alive()
    return this.minimized
  }
  isMaximized(): boolean {
    this.#alive()
    return this.maximized
  }
  getNormalBounds(): Rectangle {
    this.#alive()
    return this.bounds
  }
  setOverlayIcon(image: NativeImage | null, description: string): void {
    this.#alive()
    this.overlay = image === null ? null : description
  }
  setBounds(bounds: Rectangle): void {
    this.#alive()
    // Wayland leaves the place of a window to the desktop.
    this.bounds = this.#world.wayland ? { ...bounds, x: 0, y: 0 } : bounds
  }
  setVisibleOnAllWorkspaces(visible: boolean, options: { visibleOnFullScreen?: boolean } = {}): void {
    this.#alive()
    this.everywhere = visible && options.visibleOnFullScreen === true
  }

  #alive(): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed')
  }
}
