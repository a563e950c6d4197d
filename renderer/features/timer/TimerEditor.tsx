// Corrects a running timer: its start, customer, category and project, and its notes, which are saved as typed (A5, A7).
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { TimerView } from '../../../shared/contract/timer.ts'
import type { ArgsOf } from '../../../shared/contract/contract.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { CategorySelect } from '../../ui/CategorySelect.tsx'
import { CustomerSelect } from '../../ui/CustomerSelect.tsx'
import { DateTimeField } from '../../ui/DateTimeField.tsx'
import { ErrorView } from '../../ui/ErrorView.tsx'
import { NoteField } from '../../ui/NoteField.tsx'
import { chosenProject, ProjectSelect } from '../../ui/ProjectSelect.tsx'
import { useTimerNote } from './useTimerNote.ts'

export function TimerEditor({ timer, onClose }: { timer: TimerView; onClose: () => void }) {
  const { t } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  const { rules } = useAppState()
  const note = useTimerNote(timer)
  const edit = useCommand('timer.edit', { errors: 'return' })
  const [error, setError] = useState<AppError | null>(null)
  const [startAt, setStartAt] = useState<number | null>(timer.startedAt)
  const change = async (part: Omit<ArgsOf<'timer.edit'>, 'timerId'>) => {
    const reply = await edit.run({ timerId: timer.id, ...part })
    setError(reply.ok ? null : reply.error)
    return reply.ok
  }
  const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
  const startChanged = startAt !== timer.startedAt
  return (
    <Stack gap="sm">
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <DateTimeField label={t('startTime')} value={startAt} onChange={setStartAt} />
        {startChanged && (
          <Button
            size="sm"
            variant="light"
            disabled={startAt === null}
            loading={edit.pending}
            onClick={() => startAt !== null && void change({ startedAt: startAt })}
          >
            {tc('save')}
          </Button>
        )}
      </Group>
      <CustomerSelect
        label={t('customerName')}
        value={named(timer.customerId, timer.customerName)}
        clearable={!rules.requireCustomer}
        onChange={(choice) => void change({ customerId: choice?.id ?? null })}
      />
      <CategorySelect
        value={named(timer.categoryId, timer.categoryName)}
        customerId={timer.customerId}
        clearable={!rules.requireCategory}
        onChange={(choice) => void change({ categoryId: choice?.id ?? null })}
      />
      <ProjectSelect
        customerId={timer.customerId}
        keep={timer.projectId}
        value={chosenProject(timer)}
        onChange={(choice) => void change({ projectId: choice?.id ?? null })}
      />
      <NoteField
        label={t('notes')}
        autoFocus
        maxRows={12}
        value={note.text}
        onChange={note.type}
        onBlur={() => void note.flush()}
      />
      {error !== null && (
        <Alert color="red" variant="light" p="xs">
          <ErrorView error={error} />
        </Alert>
      )}
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t('notesKept')}
        </Text>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {tc('close')}
        </Button>
      </Group>
    </Stack>
  )
}
