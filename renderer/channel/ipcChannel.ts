// The channel of the desktop program: the preload's bridge, with a cut line told as the refusal that it is.
import type { Channel, Reply } from '../../shared/contract/channel.ts'

/** `bridge` is what the preload exposes as window.daybook. */
export function ipcChannel(bridge: Channel): Channel {
  return {
    invoke: async (name, args) => {
      try {
        return await bridge.invoke(name, args)
      } catch {
        // Electron rejects only where nobody answers: the program is ending, or what was sent cannot be carried.
        return closed
      }
    },
    subscribe: (on) => bridge.subscribe(on),
  }
}

const closed: Reply<never> = { ok: false, error: { code: 'channel.closed' } }
