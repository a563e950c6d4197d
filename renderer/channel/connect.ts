// Chooses how this window reaches the application: the desktop's bridge where there is one, else the host's HTTP.
import type { Channel } from '../../shared/contract/channel.ts'
import { httpChannel } from './httpChannel.ts'
import { ipcChannel } from './ipcChannel.ts'

declare global {
  interface Window {
    /** Exposed by the desktop's preload script. */
    readonly daybook?: Channel
  }
}

export function connect(): Channel {
  return window.daybook === undefined ? httpChannel() : ipcChannel(window.daybook)
}
