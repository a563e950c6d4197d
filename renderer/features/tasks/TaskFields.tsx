// The fields of a task and what Submit does with them; one that is there is also ticked off, opened again and deleted from here.
import { Button, NativeSelect, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core'
import { Check, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskView } from '../../../shared/contract/task.ts'
import { TASK_TYPES } from '../../../shared/entities/task.ts'
import { useAppState, useCurrentUser } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { useAppClock } from '../../clock/clock.tsx'
import { useRefusal } from '../../ui/feedback/useRefusal.ts'
import { CustomerSelect } from '../../ui/fields/CustomerSelect.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { noteTooLong } from '../../ui/fields/noteLength.ts'
import { NoteField } from '../../ui/fields/NoteField.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { UserSelect } from '../../ui/fields/UserSelect.tsx'
import type { EntryPreset } from '../entries/EntryForm.tsx'
import { FormEnd } from '../planned/FormEnd.tsx'
import { StartStopFields } from '../planned/StartStopFields.tsx'
import { TitleField } from '../planned/TitleField.tsx'
import type { TaskDraft } from './taskDraft.ts'
import { draftOf, DUES, newTask, taskArgs } from './taskDraft.ts'
import { useTaskActs } from './useTaskActs.ts'

export type TaskFieldsProps = {
  task?: TaskView
  preset?: EntryPreset
  autoFocus?: boolean
  onClose: () => void
}

export function TaskFields({ task, preset = {}, autoFocus = true, onClose }: TaskFieldsProps) {
  const { t } = useTranslation('tasks')
  const { t: tc } = useTranslation('common')
  const { team, today } = useAppState()
  const me = useCurrentUser()
  const clock = useAppClock()
  const [draft, setDraft] = useState<TaskDraft>(() =>
    task === undefined
      ? newTask(preset, { now: clock.now(), today, userId: me.id })
      : draftOf(task, today, clock.now()),
  )
  const [tried, setTried] = useState(false)
  const [error, setError] = useRefusal(() => [draft])
  const set = (change: Partial<TaskDraft>) => setDraft((was) => ({ ...was, ...change }))
  const { title, due, date, times } = draft
  const { startAt, endAt } = times
  const add = useCommand('task.add', { errors: 'return', undo: t('added', { title: title.trim() }) })
  const edit = useCommand('task.edit', { errors: 'return', undo: t('saved', { title: title.trim() }) })
  const acts = useTaskActs()
  const timed = due === 'time'
  const reversed = timed && startAt !== null && endAt !== null && endAt < startAt

  const submit = async () => {
    setTried(true)
    const args = taskArgs(draft)
    if (args === null || title.trim() === '' || reversed || noteTooLong(draft.note) > 0) return
    const { userId } = draft
    const reply =
      task === undefined
        ? await add.run({ ...args, userId })
        : await edit.run({
            ...args,
            taskId: task.id,
            ...(userId !== task.primaryParticipantId && { userId }),
          })
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  const act = async (run: typeof acts.tick) => {
    if (task === undefined) return
    const reply = await run(task)
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  return (
    <SubmitForm onSubmit={() => void submit()}>
      <Stack gap="md">
        <TitleField
          label={t('title')}
          value={title}
          tried={tried}
          autoFocus={autoFocus}
          onChange={(next) => set({ title: next })}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
          <CustomerSelect value={draft.customer} clearable onChange={(customer) => set({ customer })} />
          <NativeSelect
            label={t('type')}
            value={draft.type}
            data={TASK_TYPES.map((type) => ({ value: type, label: t(`types.${type}`) }))}
            onChange={(event) =>
              set({ type: TASK_TYPES.find((type) => type === event.currentTarget.value) ?? 'Task' })
            }
          />
          {team && me.role !== 'employee' && (
            <UserSelect userId={draft.userId} onChange={(userId) => set({ userId })} />
          )}
        </SimpleGrid>
        <Stack gap="xs" role="group" aria-label={t('due')}>
          <div>
            <Text size="sm" fw={500} mb={4}>
              {t('due')}
            </Text>
            <SegmentedControl
              size="xs"
              aria-label={t('due')}
              data={DUES.map((value) => ({ value, label: t(`dues.${value}`) }))}
              value={due}
              onChange={(value) => set({ due: DUES.find((each) => each === value) ?? 'none' })}
            />
          </div>
          {due === 'day' && (
            <DateField
              label={t('dueDay')}
              value={date}
              required
              width={180}
              error={tried && date === null ? tc('required') : undefined}
              onChange={(next) => set({ date: next })}
            />
          )}
          {timed && (
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
              <StartStopFields
                times={times}
                startError={tried && startAt === null ? tc('required') : undefined}
                stopError={
                  reversed ? t('stopBeforeStart') : tried && endAt === null ? tc('required') : undefined
                }
                onChange={(next) => set({ times: next })}
              />
            </SimpleGrid>
          )}
        </Stack>
        <NoteField label={t('notes')} minRows={3} value={draft.note} onChange={(note) => set({ note })} />
        <FormEnd
          refused={error}
          add={task === undefined ? t('submit') : null}
          pending={add.pending || edit.pending}
          onClose={onClose}
        >
          {task !== undefined && (
            <>
              <Button
                variant="default"
                leftSection={task.status === 'Open' ? <Check size={15} /> : <RotateCcw size={15} />}
                onClick={() => void act(acts.tick)}
              >
                {t(task.status === 'Open' ? 'markDone' : 'reopen')}
              </Button>
              <Button variant="subtle" color="red" onClick={() => void act(acts.remove)}>
                {tc('delete')}
              </Button>
            </>
          )}
        </FormEnd>
      </Stack>
    </SubmitForm>
  )
}
