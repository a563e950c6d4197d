// Writes a workbook in the background: a notice shows its progress, lets it be cancelled, and says where it went.
import { notifications } from '@mantine/notifications'
import { useChannel } from '../../channel/ChannelProvider.tsx'
import { useCallback, useState } from 'react'
import type { Channel } from '../../../shared/contract/channel.ts'
import type { ExportJob, ExportKind } from '../../../shared/contract/organisation.ts'
import { invoke } from '../../channel/useRequest.ts'
import { showError } from '../../ui/feedback/showError.tsx'
import { ExportNotice } from './ExportNotice.tsx'

/** A workbook of the person's own that was handed over, to be filled. */
type GivenTemplate = { uploadId: string; name: string }

export type Exporting = {
  /** The job, or null where none began. */
  start(what: ExportKind, template?: GivenTemplate): Promise<string | null>
  pending: boolean
}

export function useExport(): Exporting {
  const channel = useChannel()
  const [pending, setPending] = useState(0)
  const start = useCallback(
    async (what: ExportKind, template?: GivenTemplate) => {
      setPending((count) => count + 1)
      const jobId = await startExport(channel, what, template)
      setPending((count) => count - 1)
      return jobId
    },
    [channel],
  )
  return { start, pending: pending > 0 }
}

export async function startExport(
  channel: Channel,
  what: ExportKind,
  template?: GivenTemplate,
): Promise<string | null> {
  const reply = await invoke(channel, 'export.start', { what, ...(template && { template }) })
  if (reply.ok) {
    showExport(reply.value.jobId)
    return reply.value.jobId
  }
  // Closing the save dialog is no failure, but a change of mind.
  if (reply.error.code !== 'export.cancelled') showError(reply.error)
  return null
}

/** The job as it ended; null where nobody knows it any more. */
export function exportEnded(channel: Channel, jobId: string): Promise<ExportJob | null> {
  return new Promise((resolve) => {
    const look = async (): Promise<void> => {
      const reply = await invoke(channel, 'export.get', { jobId })
      if (!reply.ok) end(null)
      else if (reply.value.state !== 'running') end(reply.value)
    }
    const stop = channel.subscribe((event) => {
      if (event.type === 'export' && event.job.jobId === jobId && event.job.state !== 'running')
        end(event.job)
    })
    // A cut line may swallow an event.
    const again = setInterval(() => void look(), 3_000)
    const end = (job: ExportJob | null): void => {
      stop()
      clearInterval(again)
      resolve(job)
    }
    void look()
  })
}

function showExport(jobId: string): void {
  const id = `export-${jobId}`
  notifications.show({
    id,
    role: 'status',
    autoClose: false,
    withBorder: true,
    message: (
      <ExportNotice
        jobId={jobId}
        onDone={(ms) =>
          notifications.update({ id, autoClose: ms, message: <ExportNotice jobId={jobId} settled /> })
        }
      />
    ),
  })
}
