// Asks in the system's own dialogs, a question or a place for a file, before the window that somebody is looking at.
import type { BaseWindow, MessageBoxOptions, SaveDialogOptions } from 'electron'
import type { ElectronApi } from './electronApi.ts'

/** Resolves to the place of the pressed button. */
export async function ask(electron: ElectronApi, options: MessageBoxOptions): Promise<number> {
  const parent = lookedAt(electron)
  const { dialog } = electron
  const { response } = await (parent === null
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(parent, options))
  return response
}

/** Resolves to a path; null: nobody wants it any more. */
export async function askWhere(electron: ElectronApi, options: SaveDialogOptions): Promise<string | null> {
  const parent = lookedAt(electron)
  const { dialog } = electron
  const { canceled, filePath } = await (parent === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(parent, options))
  return canceled || filePath === '' ? null : filePath
}

/** A dialog without a parent can lie behind the window that it is about. */
function lookedAt({ BrowserWindow }: ElectronApi): BaseWindow | null {
  const window = BrowserWindow.getAllWindows().find((one) => !one.isDestroyed() && one.isFocused())
  // Whatever stands behind a window of ours is one of Electron's.
  return window === undefined ? null : (window as unknown as BaseWindow)
}
