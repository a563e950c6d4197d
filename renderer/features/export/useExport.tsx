// Writes a workbook in the background: a notice shows its progress, lets it be cancelled, and says where it went.
import { notifications } from '@mantine/notifications'
import { useChannel } from '../../channel/ChannelProvider.tsx'
import { useCallback, useState } from 'react'
import type { ExportKind } from '../../../shared/contract/organisation.ts'
import { invoke } from '../../channel/useRequest.ts'
import { showError } from '../../ui/showError.tsx'
import { ExportNotice } from './ExportNotice.tsx'

export type Exporting = { start(what: ExportKind): Promise<void>; pending: boolean }

export function useExport(): Exporting {
  const channel = useChannel()
  const [pending, setPending] = useState(0)
  const start = useCallback(
    async (what: ExportKind) => {
      setPending((count) => count + 1)
      const reply = await invoke(channel, 'export.start', { what })
      setPending((count) => count - 1)
      if (reply.ok) showExport(reply.value.jobId)
      // Closing the save dialog is no failure, but a change of mind.
      else if (reply.error.code !== 'export.cancelled') showError(reply.error)
    },
    [channel],
  )
  return { start, pending: pending > 0 }
}

function showExport(jobId: string): void {
  const id = `export-${jobId}`
  notifications.show({
    id,
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
