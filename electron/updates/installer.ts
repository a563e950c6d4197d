// Hands a signed release to electron-updater, which fetches the file, compares its hash and installs it when the program quits.
import { Provider, resolveFiles } from 'electron-updater/out/providers/Provider'
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider'
import type { Release } from './feed.ts'

/** `url`: where the files of the feed lie. Rejects where the file is not the one that was signed. */
export async function fetchInstaller(url: string, release: Release): Promise<void> {
  // Loaded only where there is something to install: few starts need it.
  const { autoUpdater } = await import('electron-updater')
  autoUpdater.autoDownload = false
  autoUpdater.autoInstallOnAppQuit = true
  autoUpdater.allowDowngrade = false
  autoUpdater.disableWebInstaller = true
  autoUpdater.logger = null
  autoUpdater.setFeedURL({ provider: 'custom', updateProvider: providerOf(url, release) as never })
  await autoUpdater.checkForUpdates()
  await autoUpdater.downloadUpdate()
}

/** Gives what was verified, and asks nobody again. */
const providerOf = (url: string, release: Release) =>
  class extends Provider<Release['info']> {
    constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
      super(runtime)
    }
    override getLatestVersion() {
      return Promise.resolve(release.info)
    }
    override resolveFiles() {
      return resolveFiles(release.info, new URL(url))
    }
  }
