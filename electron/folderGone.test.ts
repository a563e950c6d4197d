// The data folder goes away while nobody looks, as a stick that is pulled out: whoever works on is told, and the window comes back.
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDesktop, settle } from './testing/desktop.ts'
// Loaded when it is wanted, which takes longer than a turn where it is no bundle.
import '../shared/text/errorText.ts'

const HEARTBEAT = 8_000

test.skipIf(process.platform === 'win32')(
  'G1 the file is gone while the window is hidden: a notice says so, once, and the window comes back with it',
  async () => {
    const parent = mkdtempSync(join(tmpdir(), 'daybook-gone-'))
    onTestFinished(() => rmSync(parent, { recursive: true, force: true, maxRetries: 5 }))
    const dataDir = join(parent, 'data')
    mkdirSync(dataDir)
    const desktop = await openDesktop({ dataDir })
    onTestFinished(() => desktop.end())
    const { electron } = desktop
    await desktop.start()
    const main = electron.window('index.html')
    main.isReady()
    main.close()
    await settle()
    expect(main.visible).toBe(false)
    const before = electron.notifications.length

    renameSync(dataDir, join(parent, 'elsewhere'))
    desktop.clock.advance(HEARTBEAT)
    await settle()
    expect(electron.notifications.slice(before).map(({ body }) => body)).toEqual([
      'The database or its folder is not there. Check the data folder, or restore a backup.',
    ])
    expect(main.visible).toBe(true)
    expect((await desktop.ok('app.state', {})).storage.checked).toBe('missing')
    desktop.clock.advance(3 * HEARTBEAT)
    await settle()
    expect(electron.notifications.length).toBe(before + 1)

    // What could still be read was kept as a backup in its place.
    rmSync(dataDir, { recursive: true })
    renameSync(join(parent, 'elsewhere'), dataDir)
    desktop.clock.advance(HEARTBEAT)
    await settle()
    expect((await desktop.ok('app.state', {})).storage.checked).not.toBe('missing')
  },
)
