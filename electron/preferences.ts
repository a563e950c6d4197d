// Brings a change of the person's preferences to the desktop: colours, the menu's language, system-wide keys.
import type { MenuItemConstructorOptions } from 'electron'
import type { Log } from '../core/ports.ts'
import type { Preferences } from '../shared/contract/organisation.ts'
import type { Language } from '../shared/text/language.ts'
import type { ElectronApi } from './electronApi.ts'
import type { ShellStateFile } from './shellState.ts'
import type { Shortcuts } from './shortcuts.ts'

export type PreferenceDeps = {
  /** Makes the shell speak the preferred language; `language` is what came of it. */
  prefer(language: Preferences['language']): void
  language(): Language
  /** Those of dock and taskbar. */
  offerMenus(): void
  menu(): MenuItemConstructorOptions[]
  shortcuts: Shortcuts
  state: ShellStateFile
  /** Tells the system; throws where that fails. */
  startAtLogin(on: boolean): void
  log: Log
  /** Other keys than before could not be bound. */
  shortcutsFailed(failures: readonly string[]): void
}

export function createPreferences(
  electron: ElectronApi,
  deps: PreferenceDeps,
): (wanted: Preferences) => void {
  let menuLanguage: Language | null = null
  return ({ language, colorScheme, shortcuts, startAtLogin, hardwareAcceleration }) => {
    deps.prefer(language)
    electron.nativeTheme.themeSource = colorScheme === 'auto' ? 'system' : colorScheme
    if (menuLanguage !== deps.language()) {
      menuLanguage = deps.language()
      electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(deps.menu()))
      deps.offerMenus()
    }
    if (deps.state.get().hardwareAcceleration !== hardwareAcceleration)
      deps.state.set({ hardwareAcceleration })
    if (deps.state.get().startsAtLogin !== startAtLogin) {
      deps.state.set({ startsAtLogin: startAtLogin })
      try {
        deps.startAtLogin(startAtLogin)
      } catch (error) {
        deps.log.error('login', error)
      }
    }
    if (deps.shortcuts.apply(shortcuts)) deps.shortcutsFailed(deps.shortcuts.failures())
  }
}
