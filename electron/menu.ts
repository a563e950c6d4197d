// The application's menu: what every desktop expects, and the few places of Daybook worth a menu.
import type { MenuItemConstructorOptions } from 'electron'
import type { ShellText } from '../shared/text/shell.en.ts'

export type MenuActs = {
  startOrStop(): void
  quick(): void
  today(): void
  diary(): void
}

type Item = MenuItemConstructorOptions
const separator: Item = { type: 'separator' }

/** Each role has its label, because Electron knows only the English ones. */
export function applicationMenu(
  acts: MenuActs,
  { menu }: ShellText,
  { platform, development }: { platform: NodeJS.Platform; development: boolean },
): Item[] {
  const mac = platform === 'darwin'
  const file: Item[] = [
    { label: menu.startOrStop, click: () => acts.startOrStop() },
    { label: menu.quickTimer, click: () => acts.quick() },
    separator,
    { label: menu.today, click: () => acts.today() },
    { label: menu.diary, click: () => acts.diary() },
    separator,
    { role: 'close', label: menu.close },
    ...(mac ? [] : [{ role: 'quit', label: menu.quit } as const]),
  ]
  const edit: Item[] = [
    { role: 'undo', label: menu.undo },
    { role: 'redo', label: menu.redo },
    separator,
    { role: 'cut', label: menu.cut },
    { role: 'copy', label: menu.copy },
    { role: 'paste', label: menu.paste },
    { role: 'delete', label: menu.delete },
    { role: 'selectAll', label: menu.selectAll },
  ]
  const view: Item[] = [
    { role: 'resetZoom', label: menu.actualSize },
    { role: 'zoomIn', label: menu.zoomIn },
    { role: 'zoomOut', label: menu.zoomOut },
    separator,
    { role: 'togglefullscreen', label: menu.fullScreen },
    ...(development ? [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
  ]
  return [
    ...(mac ? [{ label: 'Daybook', submenu: macItems(menu) }] : []),
    { label: menu.file, submenu: file },
    { label: menu.edit, submenu: edit },
    { label: menu.view, submenu: view },
    { label: menu.window, role: 'window', submenu: [{ role: 'minimize', label: menu.minimize }] },
  ]
}

function macItems(menu: ShellText['menu']): Item[] {
  return [
    { role: 'about', label: menu.about },
    separator,
    { role: 'services', label: menu.services },
    separator,
    { role: 'hide', label: menu.hide },
    { role: 'hideOthers', label: menu.hideOthers },
    { role: 'unhide', label: menu.showAll },
    separator,
    { role: 'quit', label: menu.quit },
  ]
}
