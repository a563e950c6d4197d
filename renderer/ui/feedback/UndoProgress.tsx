// How far a large undo is, wherever it was begun, with a way to break it off: a notice of its own, as who began it may be anywhere by now.
import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { UndoProgress as Progressed } from '../../../shared/contract/entry.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { useAppEvent } from '../../channel/ChannelProvider.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { useFormat } from '../figures/format.ts'
import { undoNoticeOf } from './showUndo.tsx'

const noticeOf = (commitId: Id): string => `undoing-${commitId}`

export function UndoProgress() {
  const going = useRef(new Set<Id>())
  const end = (commitId: Id): void => {
    notifications.hide(noticeOf(commitId))
    going.current.delete(commitId)
  }
  useAppEvent((event) => {
    // What came of it while the line was cut is not known; if it goes on, it says so.
    if (event.type === 'connection') for (const commitId of going.current) end(commitId)
    if (event.type !== 'undo') return
    const { commitId, progress } = event
    if (progress === null) return end(commitId)
    const notice = {
      id: noticeOf(commitId),
      autoClose: false,
      withCloseButton: false,
      message: <Going commitId={commitId} progress={progress} />,
    }
    if (going.current.has(commitId)) return void notifications.update(notice)
    going.current.add(commitId)
    notifications.show(notice)
  })
  return null
}

function Going({ commitId, progress: { done, total } }: { commitId: Id; progress: Progressed }) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const cancel = useCommand('change.cancelUndo')
  const button = useRef<HTMLButtonElement>(null)
  // It takes the place of the notice whose Undo was pressed, and its focus, which a button at work has lost.
  useEffect(() => {
    const pressed = document.querySelector(`[data-undo-notice="${commitId}"]`)
    const { activeElement, body } = document
    if (pressed !== null && (activeElement === body || pressed.contains(activeElement)))
      button.current?.focus()
    notifications.hide(undoNoticeOf(commitId))
  }, [commitId])
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600} role="status">
        {t('undoing.title')}
      </Text>
      <Progress value={(100 * done) / Math.max(total, 1)} size="sm" aria-label={t('undoing.title')} />
      <Group justify="space-between" gap="sm">
        <Text size="xs" c="dimmed" className="num">
          {t('undoing.done', { done: format.number(done), total: format.number(total) })}
        </Text>
        <Button
          ref={button}
          size="compact-sm"
          variant="default"
          loading={cancel.pending}
          onClick={() => void cancel.run({ commitId })}
        >
          {t('undoing.stop')}
        </Button>
      </Group>
    </Stack>
  )
}
