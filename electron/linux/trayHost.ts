// Asks a Linux desktop whether it shows tray icons, and ours among them; GNOME, for one, does so only with an extension.
import type { TrayHost } from '../trayHost.ts'
import { BUS, property } from './bus.ts'
import type { Bus } from './bus.ts'

const WATCHER = {
  to: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  interface: 'org.kde.StatusNotifierWatcher',
} as const

/** A new icon tells the watcher by itself; that takes an instant. */
const PATIENCE_MS = 2_000
const LOOK_MS = 50

/** `wait`: lets time pass, in milliseconds. */
export function linuxTrayHost(bus: Bus, pid: number, wait: (ms: number) => Promise<unknown>): TrayHost {
  const isOurs = async (item: unknown): Promise<boolean> => {
    // 'name/path', or 'name@/path' with the extension of GNOME.
    const name = typeof item === 'string' ? (item.split(/[/@]/)[0] ?? '') : ''
    if (name === '') return false
    const answer = await bus.call({
      ...BUS,
      member: 'GetConnectionUnixProcessID',
      signature: 's',
      body: [name],
    })
    return answer?.[0] === pid
  }
  const listed = async (): Promise<boolean> => {
    const items = await property(bus, WATCHER, 'RegisteredStatusNotifierItems')
    if (!Array.isArray(items)) return false
    for (const item of items) if (await isOurs(item)) return true
    return false
  }
  return {
    // A watcher only keeps the list: without a host nobody draws it.
    present: async () => (await property(bus, WATCHER, 'IsStatusNotifierHostRegistered')) === true,
    showsOurs: async () => {
      for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
        if (await listed()) return true
        await wait(LOOK_MS)
      }
      return await listed()
    },
    onChange: (changed) => {
      bus.listen(
        `interface='${BUS.interface}',member='NameOwnerChanged',arg0='${WATCHER.to}'`,
        ({ body }) => {
          if (body[0] === WATCHER.to) changed()
        },
      )
      bus.listen(`interface='${WATCHER.interface}'`, changed)
    },
  }
}
