// The menu of the other mouse button: cut, copy and paste where there is something to do it with.
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import type { ShellText } from '../shared/text/shell.en.ts'
import type { ElectronApi, ShellWebContents } from './electronApi.ts'

type Item = MenuItemConstructorOptions
export type Clicked = Pick<
  ContextMenuParams,
  'isEditable' | 'editFlags' | 'selectionText' | 'dictionarySuggestions'
>

/** Empty where there is nothing to do. */
export function contextItems(
  { isEditable, editFlags, selectionText, dictionarySuggestions }: Clicked,
  { menu }: ShellText,
  replace: (word: string) => void,
): Item[] {
  if (!isEditable)
    return selectionText.trim() === '' ? [] : [{ role: 'copy', label: menu.copy, enabled: editFlags.canCopy }]
  const suggestions = dictionarySuggestions.map((word): Item => ({ label: word, click: () => replace(word) }))
  return [
    ...suggestions,
    ...(suggestions.length > 0 ? [{ type: 'separator' } as const] : []),
    { role: 'undo', label: menu.undo, enabled: editFlags.canUndo },
    { role: 'redo', label: menu.redo, enabled: editFlags.canRedo },
    { type: 'separator' },
    { role: 'cut', label: menu.cut, enabled: editFlags.canCut },
    { role: 'copy', label: menu.copy, enabled: editFlags.canCopy },
    { role: 'paste', label: menu.paste, enabled: editFlags.canPaste },
    { role: 'delete', label: menu.delete, enabled: editFlags.canDelete },
    { type: 'separator' },
    { role: 'selectAll', label: menu.selectAll, enabled: editFlags.canSelectAll },
  ]
}

/** For every page, those that are still to come too. */
export function offerContextMenus(electron: ElectronApi, words: () => ShellText): void {
  const offer = (page: ShellWebContents) =>
    page.on('context-menu', (_event, params) => {
      const items = contextItems(params, words(), (word) => page.replaceMisspelling(word))
      if (items.length > 0) electron.Menu.buildFromTemplate(items).popup({})
    })
  electron.app.on('web-contents-created', (_event, page) => void offer(page))
}
