// The application's menu: complete in both languages, with developer tools only while developing.
import { afterEach, expect, test } from 'vitest'
import type { MenuItemConstructorOptions } from 'electron'
import { shellDe } from '../shared/text/shell.de.ts'
import { shellEn } from '../shared/text/shell.en.ts'
import { applicationMenu } from './menu.ts'
import { openDesktop, settle } from './testing/desktop.ts'
import type { Desktop } from './testing/desktop.ts'
import { createElectronDouble } from './testing/electronDouble.ts'

const desktops: Desktop[] = []
const open = async (...args: Parameters<typeof openDesktop>) => {
  const desktop = await openDesktop(...args)
  desktops.push(desktop)
  return desktop
}
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.end()
})
const acts = {
  startOrStop: () => undefined,
  quick: () => undefined,
  today: () => undefined,
  diary: () => undefined,
}
const flat = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])

test.each(['darwin', 'win32', 'linux'] as const)(
  'G14 %s: undo, copy, zoom and quit are there, each with words',
  (platform) => {
    for (const words of [shellEn, shellDe]) {
      const items = flat(applicationMenu(acts, words, { platform, development: false }))
      const roles = items.map(({ role }) => role)
      for (const role of [
        'undo',
        'redo',
        'cut',
        'copy',
        'paste',
        'selectAll',
        'zoomIn',
        'zoomOut',
        'resetZoom',
        'quit',
      ])
        expect(roles).toContain(role)
      expect(roles.includes('hide')).toBe(platform === 'darwin')
      expect(roles).not.toContain('toggleDevTools')
      expect(roles).not.toContain('reload')
      for (const item of items) expect(item.type === 'separator' || item.label !== undefined).toBe(true)
    }
  },
)

test('developer tools stand in the menu only while developing', async () => {
  const developing = await open({ electron: createElectronDouble({ packaged: false }) })
  expect(developing.electron.menus.application?.item('View').submenu).toContainEqual({
    role: 'toggleDevTools',
  })
  const finished = await open()
  expect(finished.electron.menus.application?.item('View').submenu).not.toContainEqual({
    role: 'toggleDevTools',
  })
})

test('its places lead there, and it speaks the person’s language', async () => {
  const desktop = await open({ electron: createElectronDouble({ languages: ['ja-JP', 'de-AT'] }) })
  const { electron } = desktop
  const main = electron.window('index.html')
  main.isReady()
  electron.menus.application?.click('Datei', 'Heute')
  electron.menus.application?.click('Datei', 'Arbeitstagebuch')
  expect(main.page.events.slice(-2)).toEqual([
    { type: 'show', view: 'today' },
    { type: 'show', view: 'diary' },
  ])
  electron.menus.application?.click('Datei', 'Schnelltimer')
  expect(electron.hasWindow('quick.html')).toBe(true)
  await desktop.start()
  electron.menus.application?.click('Datei', 'Arbeit beginnen oder beenden …')
  await settle()
  expect(electron.hasWindow('notes.html')).toBe(true)
  await desktop.ok('preferences.save', { language: 'en' })
  expect(electron.menus.application?.labels).toEqual(['File', 'Edit', 'View', 'Window'])
  expect(electron.tray.menu?.labels).toContain('Stop…')
})
