// The line to D-Bus, on a socket of our own that stands for the bus.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { sessionBus } from './bus.ts'

test.skipIf(process.platform === 'win32')(
  'G12 many signals are listened to without a warning of Node',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'daybook-bus-'))
    const path = join(folder, 'bus')
    const server = createServer(() => undefined)
    await new Promise<void>((resolve) => server.listen(path, resolve))
    const warnings: string[] = []
    const warned = (warning: Error) => void warnings.push(warning.name)
    process.on('warning', warned)
    const log = { info: () => undefined, error: () => undefined }
    const bus = sessionBus({ DBUS_SESSION_BUS_ADDRESS: `unix:path=${path}` }, log)
    onTestFinished(() => {
      process.off('warning', warned)
      bus.close()
      server.close()
      rmSync(folder, { recursive: true, force: true })
    })
    for (let n = 0; n < 20; n += 1) bus.listen(`interface='org.example.N${n}'`, () => undefined)
    await turn()
    expect(warnings).toEqual([])
  },
)
