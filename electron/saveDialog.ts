// Asks where a workbook shall be written; the application gets a path or hears that nobody wants it.
import { join } from 'node:path'
import type { Ports } from '../core/ports.ts'
import type { ShellText } from '../shared/text/shell.en.ts'
import type { ElectronApi } from './electronApi.ts'

export function saveDialog(electron: ElectronApi, words: () => ShellText): NonNullable<Ports['askSavePath']> {
  return async (suggestedName) => {
    const { save } = words()
    const { canceled, filePath } = await electron.dialog.showSaveDialog({
      title: save.title,
      defaultPath: join(electron.app.getPath('documents'), suggestedName),
      filters: [{ name: save.excel, extensions: ['xlsx'] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
    return canceled || filePath === '' ? null : filePath
  }
}
