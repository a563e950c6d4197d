// An archive of everything (J7) is read into this empty Daybook: chosen, handed over, read with its progress, or cancelled.
import { Alert, Button, Group, Progress, Stack, Text, Title } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useAppEvent, useChannel } from '../../channel/ChannelProvider.tsx'
import { upload } from '../../channel/upload.ts'
import { invoke, useCommand } from '../../channel/useRequest.ts'
import { FileChooser } from '../../ui/FileChooser.tsx'
import { ErrorView } from '../../ui/feedback/ErrorView.tsx'
import { useFormat } from '../../ui/figures/format.ts'

/** Parts of the file that were handed over, then things that were read; total 0: not known yet. */
type Work = { stage: 'upload' | 'read'; done: number; total: number }

export function ReadBack() {
  const { t } = useTranslation('welcome')
  const channel = useChannel()
  const load = useCommand('everything.load', { errors: 'return' })
  const [work, setWork] = useState<Work | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  // Counts up with each wish; an answer about an earlier one is nobody's any more.
  const current = useRef(0)
  useAppEvent((event) => {
    if (event.type === 'everything')
      setWork((was) => (was?.stage === 'read' ? { stage: 'read', ...event.progress } : was))
  })

  const choose = async (file: File) => {
    const wish = (current.current += 1)
    const isWanted = (): boolean => wish === current.current
    const show = (next: Work | null): void => void (isWanted() && setWork(next))
    setError(null)
    show({ stage: 'upload', done: 0, total: 0 })
    const sent = await upload(channel, file, {
      goesOn: isWanted,
      onPart: (done, total) => show({ stage: 'upload', done, total }),
    })
    if (!isWanted()) return
    if (typeof sent === 'string') {
      show({ stage: 'read', done: 0, total: 0 })
      const reply = await load.run({ uploadId: sent })
      // Whoever cancels knows.
      if (!reply.ok && reply.error.code !== 'import.cancelled') setError(reply.error)
    } else setError(sent ?? { code: 'importFile.notReadable', details: { values: { file: file.name } } })
    show(null)
  }
  const cancel = (): void => {
    if (work?.stage === 'read') return void invoke(channel, 'everything.cancel', {})
    current.current += 1
    setWork(null)
  }
  return (
    <>
      <Title order={2} mt="lg">
        {t('readBackTitle')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('readBackText')}
      </Text>
      {work === null ? (
        <FileChooser accept=".zip" onChoose={(file) => void choose(file)}>
          {(props) => (
            <Button {...props} variant="default">
              {t('readBackChoose')}
            </Button>
          )}
        </FileChooser>
      ) : (
        <Reading work={work} onCancel={cancel} />
      )}
      {error !== null && (
        <Alert color="red" variant="light">
          <ErrorView error={error} />
        </Alert>
      )}
    </>
  )
}

function Reading({ work, onCancel }: { work: Work; onCancel: () => void }) {
  const { t } = useTranslation('welcome')
  const { t: tc } = useTranslation('common')
  const format = useFormat()
  const known = work.total > 0
  const isCounting = work.stage === 'read' && known && work.done >= work.total
  const said = isCounting ? t('readBackCounting') : t('readBackReading')
  return (
    <Stack gap={6} role="status" w="100%">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {said}
          {known && work.stage === 'read' && !isCounting && (
            <Text span c="dimmed" className="num">
              {' '}
              {t('readBackRows', { done: format.number(work.done), total: format.number(work.total) })}
            </Text>
          )}
        </Text>
        <Button size="compact-sm" variant="default" onClick={onCancel} disabled={isCounting}>
          {tc('cancel')}
        </Button>
      </Group>
      <Progress
        value={known ? (100 * work.done) / work.total : 100}
        animated={!known || isCounting}
        size="sm"
        aria-label={said}
      />
    </Stack>
  )
}
