// Owns the icon in the notification area: whether there can be one, and that it shows the timer as it is.
import { join } from 'node:path'
import type { Log } from '../core/ports.ts'
import type { ShellText } from '../shared/text/shell.en.ts'
import type { ElectronApi, ShellTray } from './electronApi.ts'
import type { TrayHost } from './trayHost.ts'
import { trayFace, trayMenu, trayTitle, trayTooltip } from './trayMenu.ts'
import type { TrayActs, TrayFace, TrayView } from './trayMenu.ts'

export type TrayIcon = {
  /** Makes the icon where that has become possible; says whether there is one that somebody shows. */
  ensure(): Promise<boolean>
  /** The minute: only the tooltip goes on, so that an open menu stays open. */
  showTime(view: TrayView): void
  showAll(view: TrayView): void
  bounds(): { x: number; y: number; width: number; height: number } | null
  close(): void
}

export type TrayDeps = {
  platform: NodeJS.Platform
  log: Log
  imagesDir: string
  host: TrayHost
  acts: TrayActs
  words(): ShellText
  /** A click on the icon itself, where that is not what opens the menu. */
  onClick(): void
}

export function createTray(electron: ElectronApi, deps: TrayDeps): TrayIcon {
  const { platform, log, imagesDir, acts, words } = deps
  let icon: ShellTray | null = null
  let latest: TrayView = { state: null, recents: [], usable: false, unsent: 0 }
  let face: TrayFace | null = null

  const make = (): ShellTray | null => {
    try {
      const made = new electron.Tray(imageFile(imagesDir, trayFace(latest), platform))
      made.on('click', () => deps.onClick())
      // Else the second of two quick clicks would be none on macOS.
      made.setIgnoreDoubleClickEvents(true)
      // With a menu of its own a macOS icon has no click, so there the menu opens by the other button.
      if (platform === 'darwin')
        made.on('right-click', () => made.popUpContextMenu(electron.Menu.buildFromTemplate(menu())))
      return made
    } catch (error) {
      log.error('tray.unavailable', error)
      return null
    }
  }
  const menu = () => trayMenu(latest, acts, words())
  const alive = () => (icon !== null && !icon.isDestroyed() ? icon : null)

  const showTime = (view: TrayView) => {
    latest = view
    const now = alive()
    now?.setToolTip(trayTooltip(view, words()))
    // Digits of one width, so that the menu bar does not jump each minute.
    if (platform === 'darwin') now?.setTitle(trayTitle(view), { fontType: 'monospacedDigit' })
  }
  const showAll = (view: TrayView) => {
    showTime(view)
    const now = alive()
    if (now === null) return
    const next = trayFace(view)
    if (next !== face) {
      face = next
      now.setImage(imageFile(imagesDir, next, platform))
    }
    if (platform !== 'darwin') now.setContextMenu(electron.Menu.buildFromTemplate(menu()))
  }

  const remake = () => {
    alive()?.destroy()
    icon = make()
    face = null
    showAll(latest)
  }
  const shown = async () => alive() !== null && (await deps.host.showsOurs())
  const ensure = async (): Promise<boolean> => {
    if (!(await deps.host.present())) return false
    if (alive() === null) remake()
    else if (!(await shown())) remake() // A panel that was started again knows nothing of older icons.
    return await shown()
  }
  let ensuring: Promise<boolean> = Promise.resolve(false)

  return {
    ensure: () => (ensuring = ensuring.then(ensure, ensure)),
    showTime,
    showAll,
    bounds: () => {
      const bounds = alive()?.getBounds()
      // Linux does not say where the icon is.
      return bounds === undefined || bounds.width === 0 ? null : bounds
    },
    close: () => {
      alive()?.destroy()
      icon = null
    },
  }
}

/** A macOS template image takes its colour from the menu bar; Electron finds the @2x version beside each. */
export function imageFile(folder: string, face: TrayFace, platform: NodeJS.Platform): string {
  return join(folder, `${face}${platform === 'darwin' ? 'Template' : ''}.png`)
}
