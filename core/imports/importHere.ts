// An import on the application's own connection: for a database in memory, which no thread can open.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ImportOptions } from '../../shared/contract/timeImport.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { WritableData } from '../db/data.ts'
import { indexNotes } from '../derived/notes.ts'
import type { ImportThread } from './importThread.ts'
import type { ImportWatch } from './session.ts'
import { createSession } from './session.ts'
import { writerOn } from './write.ts'

type Here = {
  importId: Id
  data: WritableData
  remembered: Readonly<Record<string, ImportOptions>>
  onProgress: ImportWatch['onProgress']
}

export function importHere({ importId, data, remembered, onProgress }: Here): ImportThread {
  let cancelled = false
  const session = createSession({
    importId,
    reading: (work) => data.reading(() => work(data)),
    deciding: (work) => work(data),
    writer: writerOn(data),
    watch: { onProgress, cancelled: () => cancelled, commits: () => !cancelled },
    remembered,
  })
  const fresh = <T>(work: () => T): T => {
    cancelled = false
    return work()
  }
  return {
    open: (...args) => fresh(() => session.open(...args)),
    check: (...args) => fresh(() => session.check(...args)),
    run: (...args) => fresh(() => session.run(...args)),
    rows: (...args) => Promise.resolve(session.rows(...args)),
    index: async () => {
      while (data.db.open && indexNotes(data)) await nextTurn()
      return null
    },
    cancel: () => void (cancelled = true),
    leave: () => undefined,
    close: () => Promise.resolve(),
  }
}
