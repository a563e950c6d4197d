// Notices of the desktop: an export that finished while nobody looked, and where the app went when its window closed.
import type { Log } from '../core/ports.ts'
import type { Clock } from '../shared/base/clock.ts'
import type { ExportJob } from '../shared/contract/organisation.ts'
import type { ShellText } from '../shared/text/shell.en.ts'
import type { ElectronApi, ShellNotification } from './electronApi.ts'

/** Who waited longer than this has looked away. */
const LONG_MS = 5000

export type Notices = {
  exportChanged(job: ExportJob): void
  hiddenInTray(): void
  notify(title: string, body: string, onClick: () => void): void
}

export function createNotices(
  electron: ElectronApi,
  deps: { clock: Clock; log: Log; words(): ShellText; anyFocused(): boolean; showMain(): void },
): Notices {
  const { clock, words } = deps
  const beganAt = new Map<string, number>()
  // A notice that nobody refers to is collected, and its click with it.
  let latest: ShellNotification | null = null

  const notify = (title: string, body: string, onClick: () => void) => {
    if (!electron.Notification.isSupported()) return
    latest = new electron.Notification({ title, body })
    latest.on('click', onClick)
    // Nobody saw it; what it says is on the screens too.
    latest.on('failed', () => deps.log.info('notice.failed'))
    latest.show()
  }
  return {
    notify,
    exportChanged: ({ jobId, state, path, fileName }) => {
      const began = beganAt.get(jobId)
      if (state === 'running') {
        if (began === undefined) beganAt.set(jobId, clock.monotonic())
        return
      }
      beganAt.delete(jobId)
      const long = began !== undefined && clock.monotonic() - began >= LONG_MS
      if (!long && deps.anyFocused()) return
      if (state === 'done' && path !== null)
        notify(words().export.done, fileName, () => electron.shell.showItemInFolder(path))
      if (state === 'failed')
        notify(words().export.failed, words().export.failedBody(fileName), () => deps.showMain())
    },
    hiddenInTray: () => notify(words().hidden.title, words().hidden.body, () => deps.showMain()),
  }
}
