// Shows what was just done for ten seconds, with a button that takes it back, or Ctrl Z (G11, F4). A notice that is pointed at or
// has the focus waits (K17).
import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../../shared/entities/entity.ts'
import { undoablesUnderWay } from '../../channel/underWay.ts'
import { useShortcuts } from '../keys/useShortcuts.ts'
import { useUndo } from './useUndo.ts'

const SHOWN_MS = 10_000

/** More than fit would wait for their turn, and the key would be for one that is older. */
const MOST_SHOWN = 3
const shown: string[] = []

/** The notice that offers to take that change back. */
export const undoNoticeOf = (commitId: Id): string => `undo-${commitId}`

export function showUndo(commitId: Id, done: string): void {
  const id = undoNoticeOf(commitId)
  shown.push(id)
  for (const old of shown.splice(0, shown.length - MOST_SHOWN)) notifications.hide(old)
  notifications.show({
    id,
    role: 'status',
    message: <UndoNotice commitId={commitId} done={done} noticeId={id} />,
    // It counts by itself, as it knows of the focus.
    autoClose: false,
  })
}

function UndoNotice({ commitId, done, noticeId }: { commitId: Id; done: string; noticeId: string }) {
  const { t } = useTranslation('common')
  const undo = useUndo()
  const notice = useRef<HTMLDivElement>(null)
  const takeBack = async () => {
    await undo.takeBack(commitId)
    notifications.hide(noticeId)
  }
  useLeaving(notice, () => notifications.hide(noticeId))
  return (
    <Group ref={notice} data-undo-notice={commitId} justify="space-between" wrap="nowrap" gap="sm">
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

/** Ctrl Z takes back what was done last; while that is still under way, as soon as it is done. */
export function UndoKey() {
  useShortcuts([['mod + Z', () => void pressNewest()]])
  return null
}

async function pressNewest(): Promise<void> {
  while (undoablesUnderWay.some()) {
    await undoablesUnderWay.settled()
    // Its notice is drawn, and what waited for it begins.
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
  // The newest is drawn last.
  const newest = [...document.querySelectorAll('[data-undo-notice]')].at(-1)
  newest?.querySelector('button')?.click()
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
