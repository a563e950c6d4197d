// Shows what was just done for ten seconds, with a button that takes it back, or Ctrl Z (G11, F4). A notice that is pointed at or
// has the focus waits (K17).
import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../../shared/entities/entity.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { useShortcuts } from '../keys/useShortcuts.ts'

const SHOWN_MS = 10_000

export function showUndo(commitId: Id, done: string): void {
  const id = `undo-${commitId}`
  notifications.show({
    id,
    role: 'status',
    message: <UndoNotice commitId={commitId} done={done} noticeId={id} />,
    // It counts by itself, as it knows of the focus.
    autoClose: false,
  })
}

export function showDone(message: string): void {
  notifications.show({ message, role: 'status', autoClose: 4000 })
}

function UndoNotice({ commitId, done, noticeId }: { commitId: Id; done: string; noticeId: string }) {
  const { t } = useTranslation('common')
  const undo = useCommand('change.undo')
  const notice = useRef<HTMLDivElement>(null)
  const takeBack = async () => {
    const reply = await undo.run({ commitId })
    notifications.hide(noticeId)
    if (reply.ok) showDone(t('undone'))
  }
  useLeaving(notice, () => notifications.hide(noticeId))
  // Several notices hear the key; the newest, which is drawn last, is meant.
  useShortcuts([
    [
      'mod + Z',
      () => {
        const shown = [...document.querySelectorAll('[data-undo-notice]')]
        if (shown.at(-1) === notice.current && !undo.pending) void takeBack()
      },
    ],
  ])
  return (
    <Group ref={notice} data-undo-notice justify="space-between" wrap="nowrap" gap="sm">
      <span>{done}</span>
      <Button
        size="compact-sm"
        variant="light"
        flex="none"
        loading={undo.pending}
        aria-keyshortcuts="Control+Z Meta+Z"
        onClick={() => void takeBack()}
      >
        {t('undo')}
      </Button>
    </Group>
  )
}

/** Calls `leave` once the notice has been on show for its time, not counting what it was pointed at or had the focus. */
function useLeaving(notice: RefObject<HTMLElement | null>, leave: () => void): void {
  const newest = useRef(leave)
  useEffect(() => {
    newest.current = leave
  })
  useEffect(() => {
    const whole = notice.current?.closest<HTMLElement>('.mantine-Notification-root') ?? notice.current
    if (whole === null) return
    let timeout: ReturnType<typeof setTimeout> | undefined
    const go = () => {
      clearTimeout(timeout)
      if (whole.matches(':hover') || whole.contains(document.activeElement)) return
      timeout = setTimeout(() => newest.current(), SHOWN_MS)
    }
    const wait = () => clearTimeout(timeout)
    // Whether the focus stays within is known only after it has moved.
    const later = () => setTimeout(go)
    go()
    whole.addEventListener('mouseenter', wait)
    whole.addEventListener('focusin', wait)
    whole.addEventListener('mouseleave', go)
    whole.addEventListener('focusout', later)
    return () => {
      wait()
      whole.removeEventListener('mouseenter', wait)
      whole.removeEventListener('focusin', wait)
      whole.removeEventListener('mouseleave', go)
      whole.removeEventListener('focusout', later)
    }
  }, [notice])
}
