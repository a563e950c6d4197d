// Hands a calendar's file to the application, part by part, and asks what would become of it.
import { useRef, useState } from 'react'
import { useChannel } from '../../../channel/ChannelProvider.tsx'
import { upload } from '../../../channel/upload.ts'
import { useCommand } from '../../../channel/useRequest.ts'
import type { ImportReport } from '../../../../shared/contract/calendarFile.ts'
import { MOST_FILE_BYTES } from '../../../../shared/contract/calendarFile.ts'
import type { AppError } from '../../../../shared/contract/errors.ts'

export type Zones = Readonly<Record<string, string>>

export type CalendarFile = {
  name: string
  report: ImportReport | null
  /** What is being read; null: nothing. */
  reading: string | null
  importing: boolean
  error: AppError | null
  zones: Zones
  choose(file: File): Promise<void>
  /** What a name in the file means: all is read again. */
  setZone(name: string, zone: string): Promise<void>
  /** True: it was done. */
  run(): Promise<boolean>
  stop(): void
  clearError(): void
}

export function useCalendarFile(done: (report: ImportReport) => string): CalendarFile {
  const channel = useChannel()
  const command = useCommand('calendar.import', { errors: 'return', undo: done })
  const [name, setName] = useState('')
  const [uploadId, setUploadId] = useState('')
  const [report, setReport] = useState<ImportReport | null>(null)
  const [reading, setReading] = useState<string | null>(null)
  const [importing, setImporting] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const [zones, setZones] = useState<Zones>({})
  // Counts up with each file; an answer about an earlier one is nobody's any more.
  const current = useRef(0)

  const handOver = async (file: File, goesOn: () => boolean): Promise<string | AppError> => {
    // Not even read: a film would fill the memory only to be refused.
    if (file.size > MOST_FILE_BYTES)
      return { code: 'calendarFile.tooLarge', details: { values: { most: MOST_FILE_BYTES / 1024 / 1024 } } }
    const sent = await upload(channel, file, { goesOn })
    return sent ?? { code: 'calendarFile.notReadable', details: { values: { file: file.name } } }
  }
  const begin = (what: string): number => {
    setReading(what)
    setError(null)
    return (current.current += 1)
  }
  const dryRun = async (run: number, id: string, meant: Zones): Promise<void> => {
    const reply = await command.run({ uploadId: id, dryRun: true, zones: meant })
    if (run !== current.current) return
    setReading(null)
    if (reply.ok) setReport(reply.value)
    else setError(reply.error)
  }
  return {
    name,
    report,
    reading,
    importing,
    error,
    zones,
    clearError: () => setError(null),
    stop: () => {
      current.current += 1
      setReading(null)
    },
    choose: async (file) => {
      const run = begin(file.name)
      setReport(null)
      setZones({})
      setName(file.name)
      const sent = await handOver(file, () => run === current.current)
      if (run !== current.current) return
      if (typeof sent === 'string') {
        setUploadId(sent)
        await dryRun(run, sent, {})
        return
      }
      setReading(null)
      setError(sent)
    },
    setZone: async (zoneName, zone) => {
      const meant = { ...zones, [zoneName]: zone }
      setZones(meant)
      await dryRun(begin(name), uploadId, meant)
    },
    run: async () => {
      setImporting(true)
      const reply = await command.run({ uploadId, dryRun: false, zones })
      setImporting(false)
      if (!reply.ok) setError(reply.error)
      return reply.ok
    },
  }
}
