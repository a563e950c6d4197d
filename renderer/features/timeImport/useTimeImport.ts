// The import that a page is at: files handed over, the dry run as often as its answers change, and the change.
import { useEffect, useRef, useState } from 'react'
import { useAppState } from '../../channel/AppState.tsx'
import { useAppEvent, useChannel } from '../../channel/ChannelProvider.tsx'
import { upload } from '../../channel/upload.ts'
import { invoke, useCommand } from '../../channel/useRequest.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { ImportOptions, ImportProgress, TimeImportReport } from '../../../shared/contract/timeImport.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { MOST_IMPORT_BYTES, MOST_IMPORT_FILES } from '../../../shared/contract/timeImport.ts'

export type Work = { stage: 'upload' | ImportProgress['stage']; name: string; done: number; total: number }

export type TimeImportState = {
  report: TimeImportReport | null
  /** As they are on screen; before the first check the zone is a proposal. */
  options: ImportOptions
  work: Work | null
  error: AppError | null
  /** What was imported, once it was, by which change. */
  done: { report: TimeImportReport; commitId: Id | null } | null
  /** Counts up with each dry run, so that what is shown of it is asked anew. */
  checks: number
  choose(files: readonly File[]): Promise<void>
  answer(change: Partial<ImportOptions>): void
  check(options?: ImportOptions): Promise<void>
  run(): Promise<void>
  cancel(): void
  reset(): void
  clearError(): void
}

export function useTimeImport(
  doneText: (report: TimeImportReport) => string,
  usual: string,
): TimeImportState {
  const channel = useChannel()
  const zone = useAppState().organisation?.zone
  const open = useCommand('import.open', { errors: 'return' })
  const checking = useCommand('import.check', { errors: 'return' })
  const running = useCommand('import.run', { errors: 'return', undo: doneText })
  const [report, setReport] = useState<TimeImportReport | null>(null)
  const [options, setOptions] = useState<ImportOptions>({})
  const [work, setWork] = useState<Work | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [done, setDone] = useState<TimeImportState['done']>(null)
  const [checks, setChecks] = useState(0)
  // Counts up with each wish; an answer about an earlier one is nobody's any more.
  const current = useRef(0)
  const importId = useRef<string | null>(null)

  useAppEvent((event) => {
    if (event.type !== 'import') return
    const { progress } = event
    if (importId.current === null) importId.current = progress.importId
    if (importId.current === progress.importId)
      setWork((was) => (was === null || was.stage === 'upload' ? was : { ...was, ...progress }))
  })
  // The files are wanted no more once the page is left.
  useEffect(
    () => () => {
      if (importId.current !== null) void invoke(channel, 'import.close', { importId: importId.current })
    },
    [channel],
  )

  const begin = (stage: Work['stage'], name = ''): number => {
    setError(null)
    setWork({ stage, name, done: 0, total: 0 })
    return (current.current += 1)
  }
  const take = (next: TimeImportReport): void => {
    importId.current = next.importId
    const proposed = next.needs.includes('zone') && zone !== undefined ? { zone } : {}
    setReport(next)
    setOptions({ ...next.options, ...proposed })
    setChecks((count) => count + 1)
  }
  const failed = (problem: AppError): void => {
    // Whoever cancels knows.
    if (problem.code !== 'import.cancelled') setError(problem)
  }

  const send = async (
    files: readonly File[],
    wish: number,
  ): Promise<{ uploadId: string; name: string }[] | AppError> => {
    const uploads: { uploadId: string; name: string }[] = []
    for (const file of files) {
      const sent = await upload(channel, file, {
        goesOn: () => wish === current.current,
        onPart: (part, total) =>
          wish === current.current && setWork({ stage: 'upload', name: file.name, done: part, total }),
      })
      if (sent === null) return { code: 'importFile.notReadable', details: { values: { file: file.name } } }
      if (typeof sent !== 'string') return sent
      uploads.push({ uploadId: sent, name: file.name })
    }
    return uploads
  }

  const check = async (next: ImportOptions = options): Promise<void> => {
    if (report === null) return
    const wish = begin('decide')
    const reply = await checking.run({ importId: report.importId, options: next })
    if (wish !== current.current) return
    setWork(null)
    if (reply.ok) take(reply.value)
    else failed(reply.error)
  }

  return {
    report,
    options,
    work,
    error,
    done,
    checks,
    clearError: () => setError(null),
    reset: () => {
      setReport(null)
      setDone(null)
      setError(null)
    },
    cancel: () => {
      const uploading = work?.stage === 'upload'
      if (uploading) {
        current.current += 1
        setWork(null)
      }
      if (importId.current !== null) void invoke(channel, 'import.cancel', { importId: importId.current })
    },
    choose: async (files) => {
      if (files.length === 0) return
      const size = files.reduce((sum, file) => sum + file.size, 0)
      setDone(null)
      setReport(null)
      importId.current = null
      const wish = begin('upload', files[0]?.name)
      if (size > MOST_IMPORT_BYTES || files.length > MOST_IMPORT_FILES) {
        setWork(null)
        // Not even read: a film would fill the memory only to be refused.
        return setError({
          code: 'importFile.tooLarge',
          details: { values: { most: MOST_IMPORT_BYTES / 1024 / 1024 } },
        })
      }
      const uploads = await send(files, wish)
      if (wish !== current.current) return
      if (!Array.isArray(uploads)) {
        setWork(null)
        return setError(uploads)
      }
      setWork({ stage: 'read', name: '', done: 0, total: 0 })
      const reply = await open.run({ uploads, options: { customer: usual, category: usual } })
      if (wish !== current.current) return
      setWork(null)
      if (reply.ok) take(reply.value)
      else failed(reply.error)
    },
    answer: (change) => {
      const next = { ...options, ...change }
      setOptions(next)
      // Until all is answered there is nothing to check yet.
      if (report !== null && report.needs.length === 0) void check(next)
    },
    check,
    run: async () => {
      if (report === null) return
      const wish = begin('write')
      const reply = await running.run({ importId: report.importId, options })
      if (wish !== current.current) return
      setWork(null)
      if (reply.ok) setDone({ report: reply.value, commitId: reply.commitId ?? null })
      else failed(reply.error)
    },
  }
}
