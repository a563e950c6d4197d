// Asks where an export shall be written; the application gets a path or hears that nobody wants it.
import { extname, join } from 'node:path'
import type { Ports } from '../core/ports.ts'
import type { ShellText } from '../shared/text/shell.en.ts'
import { askWhere } from './ask.ts'
import type { ElectronApi } from './electronApi.ts'

export function saveDialog(electron: ElectronApi, words: () => ShellText): NonNullable<Ports['askSavePath']> {
  return async (suggestedName) => {
    const { save } = words()
    const ending = extname(suggestedName).slice(1)
    return await askWhere(electron, {
      title: save.title,
      defaultPath: join(electron.app.getPath('documents'), suggestedName),
      filters: [{ name: save.kinds[ending] ?? ending, extensions: [ending] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
  }
}
