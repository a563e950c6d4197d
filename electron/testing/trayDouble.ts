// The tray icon and the menus as the shell makes them, with a hand that clicks.
import type { MenuItemConstructorOptions, Rectangle } from 'electron'
import type { ShellMenu, ShellTray } from '../electronApi.ts'
import { Emitter } from './emitter.ts'

export class MenuDouble implements ShellMenu {
  readonly template: MenuItemConstructorOptions[]

  readonly #popped: (menu: MenuDouble) => void

  constructor(template: MenuItemConstructorOptions[], popped: (menu: MenuDouble) => void = () => undefined) {
    this.template = template
    this.#popped = popped
  }
  popup(): void {
    this.#popped(this)
  }
  get items(): { label: string }[] {
    return this.template.map(({ label, role, type }) => ({ label: label ?? role ?? type ?? '' }))
  }
  get labels(): string[] {
    return this.items.map(({ label }) => label)
  }
  item(...path: string[]): MenuItemConstructorOptions {
    let items = this.template
    let found: MenuItemConstructorOptions | undefined
    for (const label of path) {
      found = items.find((item) => item.label === label)
      if (found === undefined)
        throw new Error(`no ${label} among ${items.map((one) => one.label).join(', ')}`)
      items = Array.isArray(found.submenu) ? found.submenu : []
    }
    if (found === undefined) throw new Error('name an item')
    return found
  }
  /** Clicks like a person: not on what is disabled. */
  click(...path: string[]): void {
    const { enabled, click } = this.item(...path)
    if (enabled === false) throw new Error(`${path.join(' ▸ ')} is disabled`)
    // The shell's own handlers take no arguments.
    const run = click as (() => void) | undefined
    run?.()
  }
}

export class TrayDouble extends Emitter implements ShellTray {
  image: string
  toolTip = ''
  title = ''
  menu: MenuDouble | null = null
  /** How often each was set: the menu must not be made anew each minute. */
  readonly set = { image: 0, toolTip: 0, menu: 0 }
  popped: MenuDouble | null = null
  bounds: Rectangle = { x: 1700, y: 0, width: 24, height: 24 }
  destroyed = false
  everyClick = false
  /** The panel that knew of it is gone, and a new one does not. */
  forgotten = false

  constructor(image: string) {
    super()
    this.image = image
  }
  setImage(file: string): void {
    this.image = file
    this.set.image++
  }
  setTitle(text: string): void {
    this.title = text
  }
  setToolTip(text: string): void {
    this.toolTip = text
    this.set.toolTip++
  }
  setContextMenu(menu: ShellMenu | null): void {
    this.menu = menu instanceof MenuDouble ? menu : null
    this.set.menu++
  }
  popUpContextMenu(menu?: ShellMenu): void {
    this.popped = menu instanceof MenuDouble ? menu : null
  }
  getBounds(): Rectangle {
    return this.bounds
  }
  setIgnoreDoubleClickEvents(ignore: boolean): void {
    this.everyClick = ignore
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  destroy(): void {
    this.destroyed = true
  }
}
