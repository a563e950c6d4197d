// Notes of sessions that were cancelled or discarded, to be recovered within 30 days (F3).
import { Button, Group, Stack, Text } from '@mantine/core'
import { NotebookPen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DraftView } from '../../../shared/contract/timer.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { useDurationWords, useFormat } from '../../ui/figures/format.ts'
import { useCopy } from '../../ui/feedback/useCopy.ts'
import classes from './DraftsDialog.module.css'
import { useSessionName } from '../../ui/figures/sessionName.ts'

type DraftsDialogProps = { onClose: () => void; onTimeLog: (timerId: Id) => void }

export function DraftsDialog({ onClose, onTimeLog }: DraftsDialogProps) {
  const { t } = useTranslation('timer')
  const drafts = useRequest('draft.list', {})
  return (
    <Dialog onClose={onClose} title={t('drafts.title')} size={640}>
      <Loaded query={drafts} rows={3}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState
              icon={<NotebookPen size={28} />}
              title={t('drafts.empty')}
              text={t('drafts.emptyText')}
            />
          ) : (
            <Stack gap="sm" component="ul" className={classes.list ?? ''}>
              {list.map((draft) => (
                <Draft key={draft.id} draft={draft} onTimeLog={onTimeLog} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Dialog>
  )
}

function Draft({ draft, onTimeLog }: { draft: DraftView; onTimeLog: (timerId: Id) => void }) {
  const { t } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  const format = useFormat()
  const words = useDurationWords()
  const nameOf = useSessionName()
  const restore = useCommand('draft.restore')
  const remove = useCommand('draft.remove', { undo: t('drafts.removed') })
  const record = async () => {
    const reply = await restore.run({ draftId: draft.id })
    if (reply.ok) onTimeLog(reply.value.timerId)
  }
  const copy = useCopy()
  return (
    <li className={classes.draft}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text fw={600} className="truncate" title={nameOf(draft)}>
          {nameOf(draft)}
        </Text>
        <Text size="sm" c="dimmed" className="num">
          {format.dateTime(draft.startedAt)} · {words(draft.durationMs)}
        </Text>
      </Group>
      <Text size="sm" className={classes.note ?? ''} dir="auto" c={draft.note === '' ? 'dimmed' : undefined}>
        {draft.note === '' ? t('drafts.noNote') : draft.note}
      </Text>
      <Group gap="xs">
        <Button size="compact-sm" variant="light" loading={restore.pending} onClick={() => void record()}>
          {t('drafts.restore')}
        </Button>
        {draft.note !== '' && (
          <Button size="compact-sm" variant="default" onClick={() => void copy(draft.note)}>
            {t('drafts.copy')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          loading={remove.pending}
          onClick={() => void remove.run({ draftId: draft.id })}
        >
          {tc('delete')}
        </Button>
        <Text size="xs" c="dimmed" ms="auto">
          {t('drafts.expires', { date: format.date(format.local(draft.expiresAt).date) })}
        </Text>
      </Group>
    </li>
  )
}
