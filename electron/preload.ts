// All that a page can reach of the application: ask it, and hear from it. Runs sandboxed, so nothing but Electron is imported.
import { contextBridge, ipcRenderer } from 'electron'
import type { AppEvent, Channel } from '../shared/contract/channel.ts'
import { EVENT_CHANNEL, fitsMessage, REQUEST_CHANNEL } from './messages.ts'

const bridge: Channel = {
  invoke: async (name, args) =>
    fitsMessage(args)
      ? // Typed where it is answered: the main process parses name and arguments with the contract.
        await ipcRenderer.invoke(REQUEST_CHANNEL, name, args)
      : { ok: false, error: { code: 'request.invalid', details: { fields: { args: 'too large' } } } },
  subscribe: (on) => {
    // The Electron event stays here: through its sender a page could reach more than it should.
    const listener = (_event: unknown, event: AppEvent) => on(event)
    ipcRenderer.on(EVENT_CHANNEL, listener)
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, listener)
    }
  },
}

contextBridge.exposeInMainWorld('daybook', Object.freeze(bridge))
