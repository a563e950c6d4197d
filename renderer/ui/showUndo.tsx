// Shows what was just done for ten seconds, with a button that takes it back (G11, F4).
import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../shared/entities/entity.ts'
import { useCommand } from '../channel/useRequest.ts'

export function showUndo(commitId: Id, done: string): void {
  const id = `undo-${commitId}`
  notifications.show({
    id,
    message: <UndoNotice commitId={commitId} done={done} noticeId={id} />,
    autoClose: 10_000,
  })
}

export function showDone(message: string): void {
  notifications.show({ message, autoClose: 4000 })
}

function UndoNotice({ commitId, done, noticeId }: { commitId: Id; done: string; noticeId: string }) {
  const { t } = useTranslation('common')
  const undo = useCommand('change.undo')
  const takeBack = async () => {
    const reply = await undo.run({ commitId })
    notifications.hide(noticeId)
    if (reply.ok) showDone(t('undone'))
  }
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <span>{done}</span>
      <Button
        size="compact-sm"
        variant="light"
        flex="none"
        loading={undo.pending}
        onClick={() => void takeBack()}
      >
        {t('undo')}
      </Button>
    </Group>
  )
}
