// The notice of one export: progress and cancel while it runs; then the download, the place of the file, or why it failed.
import { Anchor, Button, Code, Group, Progress, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportJob } from '../../../shared/contract/organisation.ts'
import { useKnownAppState } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { ErrorView } from '../../ui/feedback/ErrorView.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { useCopy } from '../../ui/feedback/useCopy.ts'

const NOTICE_MS = 15_000

export type ExportNoticeProps = {
  jobId: string
  /** It ended, well or by being cancelled: the notice may go after so long. A failure stays until it is read. */
  onDone?: (closeAfterMs: number) => void
  /** Shown again after its end: the download was already taken. */
  settled?: boolean
}

export function ExportNotice({ jobId, onDone, settled = false }: ExportNoticeProps) {
  // Asked again by the application's events; the interval only covers an event that a cut line swallowed.
  const [ended, setEnded] = useState(settled)
  const query = useRequest('export.get', { jobId }, ended ? {} : { refetchEveryMs: 3000 })
  const job = query.data
  const state = job?.state
  const offered = job !== undefined && job.path === null
  useEffect(() => {
    if (settled || state === undefined || state === 'running') return
    setEnded(true)
    if (state === 'done' && offered) download(jobId)
    if (state !== 'failed') onDone?.(NOTICE_MS)
  }, [settled, state, offered, jobId, onDone])
  if (query.error !== null) return <Refusal error={query.error.error} onClose={() => void query.refetch()} />
  if (job === undefined) return <Running job={null} jobId={jobId} />
  if (job.state === 'running') return <Running job={job} jobId={jobId} />
  return <Ended job={job} />
}

function Running({ job, jobId }: { job: ExportJob | null; jobId: string }) {
  const { t } = useTranslation('diary')
  const cancel = useCommand('export.cancel')
  const known = job !== null && job.total > 0
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t('export.running')}
      </Text>
      <Progress
        value={known ? (100 * job.done) / job.total : 100}
        animated={!known}
        size="sm"
        aria-label={t('export.running')}
      />
      <Group justify="space-between" gap="sm">
        <Text size="xs" c="dimmed" className="num">
          {known ? t('export.progress', { done: job.done, total: job.total }) : t('export.preparing')}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          loading={cancel.pending}
          onClick={() => void cancel.run({ jobId })}
        >
          {t('export.cancel')}
        </Button>
      </Group>
    </Stack>
  )
}

function Ended({ job }: { job: ExportJob }) {
  const { t } = useTranslation('diary')
  const abilities = useKnownAppState()?.abilities
  const copy = useCopy()
  const show = useCommand('export.show')
  if (job.state === 'cancelled') return <Text size="sm">{t('export.cancelled')}</Text>
  if (job.state === 'failed') {
    return (
      <Stack gap={4}>
        <Text size="sm" fw={600} c="var(--db-stop)">
          {t('export.failed')}
        </Text>
        <Text size="sm">{t('export.failedText', { file: job.fileName })}</Text>
        <ErrorView error={job.error ?? { code: 'export.failed' }} />
      </Stack>
    )
  }
  const { path } = job
  return (
    <Stack gap={6} align="flex-start">
      <Text size="sm" fw={600}>
        {t('export.done')}
      </Text>
      {path === null ? (
        <>
          <Text size="sm">{t('export.downloaded', { file: job.fileName })}</Text>
          <Anchor size="sm" href={`exports/${encodeURIComponent(job.jobId)}`} download={job.fileName}>
            {t('export.download')}
          </Anchor>
        </>
      ) : (
        <>
          <Text size="sm">{t('export.saved', { path: '' })}</Text>
          <Code style={{ overflowWrap: 'anywhere' }}>{path}</Code>
          <Group gap="xs">
            {abilities?.shell === 'electron' && (
              <Button size="compact-sm" variant="default" onClick={() => void show.run({ jobId: job.jobId })}>
                {t('export.show')}
              </Button>
            )}
            <Button size="compact-sm" variant="default" onClick={() => void copy(path)}>
              {t('export.copyPath')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  )
}

/** The host offers the workbook as a download; a click on a link is the one way to take it that needs no permission. */
function download(jobId: string): void {
  const link = document.createElement('a')
  link.href = `exports/${encodeURIComponent(jobId)}`
  link.download = ''
  document.body.append(link)
  link.click()
  link.remove()
}
