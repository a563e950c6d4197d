// The one way in for pages, and the one way out to them: checks who asks and how much, decides nothing else.
import { choosesFile } from '../core/export/choosesFile.ts'
import type { App, Log } from '../core/ports.ts'
import type { AppEvent, Reply } from '../shared/contract/channel.ts'
import type { RequestName } from '../shared/contract/contract.ts'
import { appError } from '../shared/contract/errors.ts'
import type { ErrorCode } from '../shared/contract/errors.ts'
import type { Addresses } from './addresses.ts'
import type { ElectronApi, ShellInvokeEvent } from './electronApi.ts'
import { EVENT_CHANNEL, fitsMessage, REQUEST_CHANNEL } from './messages.ts'

export type Ipc = {
  /** Tells every window. */
  push(event: AppEvent): void
  /** Resolves once every request that has arrived is answered. */
  settled(): Promise<void>
}

/** `opening`: a page may be there before the data is open; what it asks then waits. */
export function connectPages(
  electron: ElectronApi,
  opening: Promise<App>,
  addresses: Addresses,
  log: Log,
): Ipc {
  const open = new Set<Promise<unknown>>()

  const reply = async (event: ShellInvokeEvent, name: unknown, args: unknown): Promise<Reply<unknown>> => {
    if (!isFromOurPage(event, addresses)) {
      log.info('request.refused', { why: 'sender' })
      return refusal('request.notPermitted')
    }
    if (typeof name !== 'string') return refusal('request.unknown')
    if (!fitsMessage(args) || choosesFile(args)) return refusal('request.invalid')
    const app = await opening
    // Whatever they are: the application holds name and arguments against the contract before anything else happens.
    return await app.invoke(name as RequestName, args as never)
  }

  electron.ipcMain.handle(REQUEST_CHANNEL, async (event, name, args) => {
    const answer = reply(event, name, args)
    open.add(answer)
    try {
      return await answer
    } finally {
      open.delete(answer)
    }
  })

  const push = (event: AppEvent) => {
    for (const window of electron.BrowserWindow.getAllWindows()) {
      if (!window.isDestroyed() && !window.webContents.isDestroyed())
        window.webContents.send(EVENT_CHANNEL, event)
    }
  }
  void opening.then((app) => app.subscribe(push))
  return {
    push,
    settled: async () => {
      while (open.size > 0) await Promise.allSettled(open)
    },
  }
}

/** Only the page itself, not a frame inside it, and only while it is ours. */
function isFromOurPage({ senderFrame }: ShellInvokeEvent, addresses: Addresses): boolean {
  return (
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame.origin === addresses.origin &&
    addresses.isOurs(senderFrame.url)
  )
}

const refusal = (code: ErrorCode): Reply<never> => ({ ok: false, error: appError(code) })
