// Keeps every page where it is: no permissions but two, no navigation away, no windows of its own, no webviews, no downloads.
import type { Log } from '../core/ports.ts'
import type { Addresses } from './addresses.ts'
import { inBackground } from './background.ts'
import type { ElectronApi } from './electronApi.ts'

const granted: readonly string[] = ['notifications', 'clipboard-sanitized-write']

/** `openOwn` shows one of our pages in its proper window; it is asked for what window.open wanted. */
export function confinePages(
  electron: ElectronApi,
  addresses: Addresses,
  log: Log,
  openOwn: (url: string) => void,
): void {
  const refuse = (event: { preventDefault(): void }, what: string) => {
    event.preventDefault()
    // The address itself may be anything, so it is not written down.
    log.info('page.refused', { what })
  }
  electron.app.on('web-contents-created', (_event, page) => {
    const stay = (details: { url: string; preventDefault(): void }) => {
      if (!addresses.isOurs(details.url)) refuse(details, 'navigation')
    }
    page.on('will-navigate', stay)
    page.on('will-frame-navigate', stay)
    page.on('will-redirect', stay)
    page.on('will-attach-webview', (event) => refuse(event, 'webview'))
    page.setWindowOpenHandler(({ url }) => {
      const web = webAddress(url)
      if (addresses.pageOf(url) !== null) openOwn(url)
      else if (web !== null) inBackground(log, 'link.open', () => electron.shell.openExternal(web))
      else log.info('page.refused', { what: 'window' })
      return { action: 'deny' }
    })
  })
}

/** Once Electron is ready: before that there is no session. */
export function refusePermissions(electron: ElectronApi, addresses: Addresses): void {
  const session = electron.session.defaultSession
  const grants = (permission: string, url: string) => granted.includes(permission) && addresses.isOurs(url)
  session.setPermissionRequestHandler((_page, permission, answer, { requestingUrl }) =>
    answer(grants(permission, requestingUrl)),
  )
  session.setPermissionCheckHandler((_page, permission, origin) => grants(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}

/** Chromium asks Google for a dictionary at its first start, also where no page checks spelling. macOS has its own. */
export function askForNoDictionary({ session }: ElectronApi, platform: NodeJS.Platform): void {
  if (platform !== 'darwin') session.defaultSession.setSpellCheckerLanguages([])
}

/** https only: other schemes start programs. What was judged is what is handed on, not another way to write it. */
function webAddress(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, username, password, href } = new URL(url)
  return protocol === 'https:' && username === '' && password === '' ? href : null
}
