// What a page may do, tried as somebody would who has taken one over.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { CONTENT_POLICY } from './contentPolicy.ts'
import { MESSAGE_LIMIT } from './messages.ts'
import { serveRenderer } from './protocol.ts'
import { servedFile } from './servedFile.ts'
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

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'daybook-pages-'))
  mkdirSync(join(root, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(root, 'renderer', 'index.html'), '<title>Daybook</title>')
  writeFileSync(join(root, 'renderer', 'assets', 'main.js'), 'ready()')
  writeFileSync(join(root, 'daybook.html'), 'not yours')
})
afterAll(() => rmSync(root, { recursive: true }))

describe('served files', () => {
  const renderer = () => join(root, 'renderer')
  test.each([
    ['app://daybook/', 'index.html'],
    ['app://daybook/index.html?show=diary', 'index.html'],
    ['app://daybook/diary/2026-03', 'index.html'],
    ['app://daybook/assets/main.js', 'assets/main.js'],
    // A parsed URL has these resolved, so they stay inside.
    ['app://daybook/../../index.html', 'index.html'],
    ['app://daybook/assets/%2e%2e/%2e%2e/index.html', 'index.html'],
  ])('%s is %s', (url, file) => {
    expect(servedFile(url, renderer())?.file).toBe(join(renderer(), file))
  })

  test.each([
    'app://daybook/..%2fdaybook.html',
    'app://daybook/%2e%2e%2fdaybook.html',
    'app://daybook/assets/..%5c..%5cdaybook.html',
    'app://daybook/assets\\..\\..\\daybook.html',
    'app://daybook/%252e%252e/daybook.html',
    'app://daybook/%2e%2e%252fdaybook.html',
    'app://daybook/index.html%00.js',
    'app://daybook/%00/index.html',
    'app://daybook/C:/Windows/system.html',
    'app://daybook/index.html::$DATA.html',
    'app://daybook/.../daybook.html',
    'app://daybook/%/index.html',
    'app://daybook/%c0%ae%c0%ae/daybook.html',
    'app://daybook//etc/passwd.html%2f',
    'app://other/index.html',
    'app://daybook.evil.example/index.html',
    'file:///etc/passwd',
    'https://daybook/index.html',
    'app://daybook/data.db',
    'app://daybook/run.exe',
    'not a url',
  ])('%s is refused', (url) => {
    expect(servedFile(url, renderer())).toBeNull()
  })

  test('a page is served with the policy, its type, and no way to guess another', async () => {
    const { electron } = await open({ rendererDir: renderer() })
    const page = await electron.protocol.get('app://daybook/index.html')
    expect(page.data.toString()).toBe('<title>Daybook</title>')
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['content-security-policy']).toBe(CONTENT_POLICY)
    expect(page.headers['x-content-type-options']).toBe('nosniff')
    // It would cost a second process, and no window has an opener.
    expect(page.headers).not.toHaveProperty('cross-origin-opener-policy')
    const script = await electron.protocol.get('app://daybook/assets/main.js')
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect((await electron.protocol.get('app://daybook/..%2fdaybook.html')).statusCode).toBe(404)
    expect((await electron.protocol.get('app://daybook/gone.html')).statusCode).toBe(404)
    expect((await electron.protocol.get('app://daybook/', 'POST')).statusCode).toBe(405)
  })

  test('the application is loaded once a page has all the files that it names, which would wait for it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'daybook-served-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    mkdirSync(join(folder, 'assets'))
    writeFileSync(
      join(folder, 'index.html'),
      '<script type="module" src="./assets/main.js"></script><link rel="stylesheet" href="./assets/main.css">',
    )
    for (const name of ['main.js', 'main.css']) writeFileSync(join(folder, 'assets', name), '')
    const electron = createElectronDouble()
    let served = false
    const all = serveRenderer(electron.api, folder, { info: () => undefined, error: () => undefined }).then(
      () => (served = true),
    )
    for (const file of ['index.html', 'assets/main.css']) {
      await electron.protocol.get(`app://daybook/${file}`)
      await settle()
      expect(served).toBe(false)
    }
    await electron.protocol.get('app://daybook/assets/main.js')
    expect(await all).toBe(true)
  })

  test('the policy allows no script but the program’s own, and no network', () => {
    expect(CONTENT_POLICY).toContain("default-src 'none'")
    expect(CONTENT_POLICY).toContain("script-src 'self';")
    expect(CONTENT_POLICY).toContain("connect-src 'self';")
    expect(CONTENT_POLICY).not.toMatch(/unsafe-eval|https?:|\*/)
  })

  test('app: has an origin of its own and no power over the network’s rules', async () => {
    const { electron } = await open()
    expect(electron.protocol.schemes).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ])
  })
})

describe('staying inside', () => {
  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    '%s elsewhere is prevented',
    async (event) => {
      const { electron } = await open()
      const { page } = electron.window('index.html')
      for (const url of [
        'https://evil.example/',
        'http://127.0.0.1:4747/',
        'file:///etc/passwd',
        'javascript:alert(1)',
        'data:text/html,x',
        'blob:app://daybook/1',
        'app://other/index.html',
        'app://daybook@evil.example/',
        'app://user@daybook/index.html',
        'not a url',
      ])
        expect(page.goes(url, event), url).toBe(true)
      expect(page.goes('app://daybook/index.html', event)).toBe(false)
    },
  )

  test('webviews and downloads are refused', async () => {
    const { electron } = await open()
    let prevented = 0
    const event = { preventDefault: () => void prevented++ }
    electron.window('index.html').page.emit('will-attach-webview', event)
    electron.session.emit('will-download', event)
    expect(prevented).toBe(2)
  })

  test('window.open opens nothing: https goes to the system’s browser, all else nowhere', async () => {
    const { electron } = await open()
    const { page } = electron.window('index.html')
    for (const url of [
      'http://example.org/',
      'file:///etc/passwd',
      'mailto:a@example.org',
      'smb://server/share',
      'javascript:alert(1)',
      'https://user:word@example.org/',
      'app://other/index.html',
      'app://daybook/settings.html',
      'about:blank',
      '',
    ])
      expect(page.opens(url)).toEqual({ action: 'deny' })
    expect(electron.opened).toEqual([])
    expect(page.opens('https://example.org/help')).toEqual({ action: 'deny' })
    expect(electron.opened).toEqual(['https://example.org/help'])
    expect(electron.windows).toHaveLength(1)
  })

  test('a page that opens one of ours gets the shell’s own window for it', async () => {
    const { electron } = await open()
    const main = electron.window('index.html')
    main.isReady()
    main.page.opens('app://daybook/notes.html?timerId=T1')
    expect(electron.window('notes.html').url).toBe('app://daybook/notes.html?timerId=T1')
    main.page.opens('app://daybook/notes.html')
    main.page.opens('app://daybook/quick.html')
    expect(electron.windows).toHaveLength(3)
    electron.focus(null)
    electron.window('quick.html').page.opens('app://daybook/')
    expect(main.isFocused()).toBe(true)
  })

  test('a window opens in the colour of the system’s scheme, so that none flashes white in the dark', async () => {
    const light = await open()
    expect(light.electron.window('index.html').options.backgroundColor).toBe('#ffffff')
    const electron = createElectronDouble()
    Object.assign(electron.api.nativeTheme, { shouldUseDarkColors: true })
    await open({ electron })
    expect(electron.window('index.html').options.backgroundColor).toBe('#242424')
  })

  test('every window is sandboxed, isolated, without Node, and in a finished program without developer tools', async () => {
    const { electron } = await open()
    electron.window('index.html').page.opens('app://daybook/quick.html')
    electron.window('index.html').page.opens('app://daybook/notes.html?timerId=T1')
    expect(electron.windows).toHaveLength(3)
    for (const { options } of electron.windows)
      expect(options.webPreferences).toEqual({
        preload: '/program/out/preload/preload.cjs',
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
        devTools: false,
        spellcheck: false,
      })
  })

  test('permissions: notices and writing the clipboard, for our pages; no device', async () => {
    const { electron } = await open()
    const { request, check, device } = electron.session
    if (request === null || check === null || device === null) throw new Error('permissions are open')
    const granted = (permission: string, requestingUrl: string) => {
      let answer: boolean | null = null
      request(null, permission, (given) => (answer = given), { requestingUrl })
      return answer
    }
    for (const permission of ['notifications', 'clipboard-sanitized-write']) {
      expect(granted(permission, 'app://daybook/index.html')).toBe(true)
      expect(granted(permission, 'https://evil.example/')).toBe(false)
      expect(check(null, permission, 'app://daybook/')).toBe(true)
      expect(check(null, permission, 'https://evil.example/')).toBe(false)
    }
    for (const permission of [
      'clipboard-read',
      'media',
      'geolocation',
      'usb',
      'fileSystem',
      'openExternal',
      'x',
    ]) {
      expect(granted(permission, 'app://daybook/index.html')).toBe(false)
      expect(check(null, permission, 'app://daybook/')).toBe(false)
    }
    expect(device()).toBe(false)
  })
})

describe('messages', () => {
  test('a request of our page reaches the application and its answer comes back', async () => {
    const desktop = await open()
    expect(await desktop.ask('index.html', 'customer.add', { name: 'Initech' })).toMatchObject({ ok: true })
    expect(await desktop.ask('index.html', 'customer.add', { name: '' })).toMatchObject({
      ok: false,
      error: { code: 'request.invalid' },
    })
  })

  test('only the page itself is heard: no frame in it, no other origin, nobody who is gone', async () => {
    const { electron } = await open()
    const ours = electron.window('index.html').frame
    for (const sender of [
      null,
      { ...ours, parent: ours },
      { ...ours, origin: 'https://evil.example' },
      { ...ours, origin: 'null' },
      { ...ours, url: 'https://evil.example/' },
      { ...ours, url: '' },
      { origin: 'app://daybook.evil', url: 'app://daybook.evil/', parent: null },
    ])
      expect(await electron.ipc.from(sender, 'app.state', {})).toEqual({
        ok: false,
        error: { code: 'request.notPermitted' },
      })
    expect(await electron.ipc.from(ours, 'app.state', {})).toMatchObject({ ok: true })
  })

  test.each([
    ['constructor'],
    ['__proto__'],
    ['nothing.here'],
    [''],
    [null],
    [{ toString: 'x' }],
    [undefined],
  ])('no request is named %s', async (name) => {
    const { electron } = await open()
    const { frame } = electron.window('index.html')
    expect(await electron.ipc.from(frame, name, {})).toMatchObject({ error: { code: 'request.unknown' } })
  })

  test('what is too large or no plain data is refused before it is read', async () => {
    const desktop = await open()
    const circle: Record<string, unknown> = {}
    circle.self = circle
    for (const args of [{ name: 'x'.repeat(MESSAGE_LIMIT) }, circle, { name: 1n }])
      expect(await desktop.ask('index.html', 'customer.add', args)).toMatchObject({
        error: { code: 'request.invalid' },
      })
    // Unknown fields are dropped by the contract, so only the size itself can refuse this one.
    expect(
      await desktop.ask('index.html', 'customer.add', { name: 'Initech', more: 'x'.repeat(MESSAGE_LIMIT) }),
    ).toMatchObject({ ok: false })
    expect(await desktop.ask('index.html', 'customer.list', undefined)).toMatchObject({ ok: false })
    const { frame } = desktop.electron.window('index.html')
    expect(await desktop.electron.ipc.from(frame, 'app.state', {}, { extra: 'ignored' })).toMatchObject({
      ok: true,
    })
  })

  test('G5 a page never says where on the disk something is written or read', async () => {
    const desktop = await open()
    const what = { kind: 'payroll', month: '2026-03' }
    for (const path of [join(desktop.folder, 'mine.xlsx'), '', null, 5])
      expect(await desktop.ask('index.html', 'export.start', { what, path })).toMatchObject({
        ok: false,
        error: { code: 'request.invalid' },
      })
    expect(
      await desktop.ask('index.html', 'calendar.import', { dryRun: true, path: '/etc/passwd' }),
    ).toMatchObject({ ok: false, error: { code: 'request.invalid' } })
    expect(desktop.electron.dialog.saves).toEqual([])
    // Without a path, the person is asked.
    expect(await desktop.ask('index.html', 'export.start', { what })).toMatchObject({
      error: { code: 'export.cancelled' },
    })
    expect(desktop.electron.dialog.saves).toHaveLength(1)
  })

  test('there is one line in, and what the application says goes to every window', async () => {
    const desktop = await open()
    const { electron } = desktop
    expect([...electron.ipc.handlers.keys()]).toEqual(['daybook'])
    electron.window('index.html').page.opens('app://daybook/quick.html')
    await desktop.ok('customer.add', { name: 'Initech' })
    for (const { page } of electron.windows)
      expect(page.events).toContainEqual({
        type: 'changed',
        entities: ['customer'],
        commitId: expect.any(String),
      })
  })
})

describe('while developing', () => {
  const vite = 'http://127.0.0.1:5173'
  test('the pages come from Vite and are heard there', async () => {
    const desktop = await open({ electron: createElectronDouble({ packaged: false }), devUrl: `${vite}/` })
    const main = desktop.electron.window('index.html')
    expect(main.url).toBe(`${vite}/index.html`)
    expect(main.options.webPreferences?.devTools).toBe(true)
    expect(await desktop.ask('index.html', 'app.state', {})).toMatchObject({ ok: true })
    expect(main.page.goes('http://127.0.0.1:5174/')).toBe(true)
  })

  test('a finished program takes no address from its environment', async () => {
    const { electron } = await open({ devUrl: 'https://evil.example/' })
    expect(electron.window('index.html').url).toBe('app://daybook/index.html')
    await settle()
  })
})
