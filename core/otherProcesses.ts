// Notices what other processes (the command line beside the app) commit to the same file, within two seconds.
import { watchDataVersion } from './db/dataVersion.ts'
import type { Data } from './db/data.ts'
import type { Cancel, Ports } from './ports.ts'

const POLL_MS = 1_000

export function watchOtherProcesses(
  ports: Pick<Ports, 'scheduler' | 'log'>,
  data: Data,
  changed: () => void,
): Cancel {
  const committedElsewhere = watchDataVersion(data.db)
  committedElsewhere()
  return ports.scheduler.every(POLL_MS, () => {
    try {
      if (committedElsewhere()) changed()
    } catch (error) {
      ports.log.error('dataVersion', error)
    }
  })
}
