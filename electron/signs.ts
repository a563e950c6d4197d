// The running timer where the desktop shows such signs (J13): the menu bar and dock of macOS, the taskbars of Windows and Linux.
import type { MenuItemConstructorOptions } from 'electron'
import { formatDuration } from '../shared/base/duration.ts'
import type { ShellText } from '../shared/text/shell.en.ts'
import type { ElectronApi } from './electronApi.ts'
import { LINK_SCHEME } from './links.ts'
import { currentTimer, elapsedMs, whatOf } from './trayMenu.ts'
import type { TrayView } from './trayMenu.ts'

export type SignDeps = {
  platform: NodeJS.Platform
  /** The small picture on the taskbar's button of Windows. */
  overlayFile: string
  acts: { startOrStop(): void; quick(): void; today(): void }
  words(): ShellText
}

export type Signs = {
  show(view: TrayView): void
  /** The menus of dock and taskbar, in the language of the person. */
  offer(): void
}

export function createSigns(electron: ElectronApi, deps: SignDeps): Signs {
  const { platform, acts, words } = deps
  const program = electron.app

  const show = ({ state }: TrayView) => {
    const current = currentTimer(state)
    const running = current?.state === 'running' ? current : null
    const elapsed = running === null ? '' : formatDuration(elapsedMs(running, state?.now ?? 0))
    if (platform === 'darwin') program.dock?.setBadge(elapsed)
    else if (platform === 'linux') program.setBadgeCount(running === null ? 0 : 1)
    else
      for (const window of electron.BrowserWindow.getAllWindows()) {
        if (window.isDestroyed()) continue
        const image = running === null ? null : electron.nativeImage.createFromPath(deps.overlayFile)
        window.setOverlayIcon(image, running === null ? '' : `${whatOf(running, words())} ${elapsed}`)
      }
  }
  const offer = () => {
    const { menu } = words()
    if (platform === 'darwin') {
      const items: MenuItemConstructorOptions[] = [
        { label: menu.startOrStop, click: () => acts.startOrStop() },
        { label: menu.quickTimer, click: () => acts.quick() },
        { label: menu.today, click: () => acts.today() },
      ]
      program.dock?.setMenu(electron.Menu.buildFromTemplate(items))
    }
    if (platform !== 'win32') return
    const task = (title: string, act: string) => ({
      type: 'task' as const,
      title,
      description: title,
      program: process.execPath,
      args: `${LINK_SCHEME}://${act}`,
    })
    const items = [
      task(menu.quickTimer, 'start'),
      task(words().tray.stop, 'stop'),
      task(words().tray.open, 'open'),
    ]
    program.setJumpList([{ type: 'tasks', items }])
  }
  return { show, offer }
}
