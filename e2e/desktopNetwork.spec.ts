// An app that works offline asks nobody: Chromium's own log of the network of a whole session names no host.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './support/test.ts'
import { setUpFirm } from './support/program.ts'
import { desktopOf } from './support/desktop.ts'

test.describe('the network', { tag: '@desktop' }, () => {
  test('a session from the first start to the end reaches for no host', async ({ host }) => {
    const desktop = desktopOf(host)
    await desktop.kill()
    // What Chromium keeps from its first start is away, so that this is the first one; its other processes may write there until they end.
    rmSync(join(host.dataDir, 'shell'), { recursive: true, force: true, maxRetries: 10 })
    const file = join(host.dataDir, 'network.json')
    await desktop.start(`--log-net-log=${file}`)
    const { page } = desktop
    await setUpFirm(host)
    await page.goto('/#/settings')
    await page.getByRole('textbox').first().pressSequentially('mispeld')
    await page.goto('/#/diary')
    await expect(page.getByRole('heading').first()).toBeVisible()
    await desktop.end('SIGTERM')
    const hosts = [...readFileSync(file, 'utf8').matchAll(/https?:\/\/([^/"\s]+)/g)].map(([, name]) => name)
    expect([...new Set(hosts)]).toEqual([])
  })
})
