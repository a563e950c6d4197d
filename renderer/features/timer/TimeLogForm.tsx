// The Time Log Entry dialog's content (A13 to A30): OK makes the entry, Cancel makes none and keeps the notes as a draft.
import { Alert, Anchor, Button, Group, Loader, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { StopPreview } from '../../../shared/contract/timer.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { CategorySelect } from '../../ui/CategorySelect.tsx'
import { DateTimeField } from '../../ui/DateTimeField.tsx'
import { DurationField } from '../../ui/DurationField.tsx'
import { ErrorView } from '../../ui/ErrorView.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { NoteField } from '../../ui/NoteField.tsx'
import { chosenProject, ProjectSelect } from '../../ui/ProjectSelect.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { noteTooLong } from '../../ui/noteLength.ts'
import { useDurationWords } from '../../ui/format.ts'
import { ContactField } from './ContactField.tsx'
import type { Named } from './dialogs.tsx'
import { problemOf, stopOf, timesOf, withMinutes, withStart, withStop } from './timeLog.ts'

export type TimeLogFormProps = {
  timerId: Id
  onClose: () => void
}

export function TimeLogForm(props: TimeLogFormProps) {
  const preview = useRequest('timer.stopPreview', { timerId: props.timerId })
  const [first, setFirst] = useState<StopPreview | null>(null)
  if (first === null && preview.data !== undefined) setFirst(preview.data)
  if (first === null)
    return (
      <Loaded query={preview} rows={5}>
        {() => <Loader size="sm" />}
      </Loaded>
    )
  return <TimeLogFields {...props} preview={first} />
}

function TimeLogFields({ preview, onClose }: TimeLogFormProps & { preview: StopPreview }) {
  const { t } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  const words = useDurationWords()
  const { timer, rules } = preview
  const [times, setTimes] = useState(() => timesOf(preview))
  const [customer, setCustomer] = useState<Named | null>(named(timer.customerId, timer.customerName))
  const [category, setCategory] = useState<Named | null>(named(timer.categoryId, timer.categoryName))
  const [project, setProject] = useState<Named | null>(() => chosenProject(timer))
  const [description, setDescription] = useState(timer.note)
  const [error, setError] = useState<AppError | null>(null)
  const [tried, setTried] = useState(false)
  const record = useCommand('timer.record', { errors: 'return', undo: t('timeLog.recorded') })
  const cancel = useCommand('timer.cancelRecord', { errors: 'return', undo: t('timeLog.cancelled') })
  const limit = useRequest(
    'entry.dayLimit',
    { startAt: times.startAt ?? timer.startedAt },
    { keepPrevious: true },
  )
  const maxMinutes = limit.data?.maxMinutes ?? null
  const problem = problemOf(times, maxMinutes)
  const splits =
    problem === null && maxMinutes !== null && times.minutes !== null && times.minutes > maxMinutes

  const ok = async () => {
    setTried(true)
    if (problem !== null || noteTooLong(description) > 0) return
    const reply = await record.run({
      timerId: timer.id,
      customerId: customer?.id ?? null,
      categoryId: category?.id ?? null,
      projectId: project?.id ?? null,
      note: description,
      ...(times.startTyped && times.startAt !== null && { startAt: times.startAt }),
      ...(times.minutesTyped && times.minutes !== null && { durationMinutes: times.minutes }),
    })
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  const dismiss = async () => {
    const reply = await cancel.run({ timerId: timer.id })
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  const durationError =
    problem === 'exceedsDay'
      ? t('timeLog.exceedsDay', { max: maxMinutes })
      : problem === 'zero'
        ? t('timeLog.zero')
        : tried && problem === 'noDuration'
          ? tc('required')
          : undefined

  return (
    <SubmitForm onSubmit={() => void ok()}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg" verticalSpacing="md">
          <ContactField
            customer={customer}
            onChange={(choice) => {
              if (choice?.id !== customer?.id) setProject(null)
              setCustomer(choice)
            }}
            required={rules.requireCustomer}
          />
          <CategorySelect
            value={category}
            onChange={setCategory}
            customerId={customer?.id ?? null}
            clearable={!rules.requireCategory}
            required={rules.requireCategory}
          />
          <DateTimeField
            label={t('timeLog.startTime')}
            value={times.startAt}
            required
            onChange={(startAt) => setTimes((was) => withStart(was, startAt))}
            error={tried && problem === 'noStart' ? tc('required') : undefined}
          />
          <DateTimeField
            label={t('timeLog.stop')}
            value={stopOf(times)}
            onChange={(stopAt) => setTimes((was) => withStop(was, stopAt))}
          />
          <DurationField
            label={t('timeLog.duration')}
            unit="minutes"
            required
            width={148}
            value={times.minutes === null ? null : times.minutes * MINUTE_MS}
            onChange={(ms) =>
              setTimes((was) => withMinutes(was, ms === null ? null : Math.round(ms / MINUTE_MS)))
            }
            error={durationError}
          />
          <Stack gap={2} justify="center" fz="sm" c="dimmed" aria-live="polite">
            {maxMinutes !== null && (
              <Text size="sm" data-testid="day-holds">
                {t('timeLog.dayHolds', {
                  count: maxMinutes,
                  words: words(maxMinutes * MINUTE_MS).replaceAll(' ', '\u00a0'),
                })}
              </Text>
            )}
            {times.pausedMs >= MINUTE_MS && (
              <Text size="sm">{t('timeLog.paused', { duration: words(times.pausedMs) })}</Text>
            )}
            {splits && <Text size="sm">{t('timeLog.splits')}</Text>}
          </Stack>
        </SimpleGrid>
        <ProjectSelect
          customerId={customer?.id ?? null}
          keep={timer.projectId}
          value={project}
          onChange={setProject}
        />
        <NoteField
          label={t('timeLog.description')}
          description={rules.requireNote ? t('note.requiredHint') : undefined}
          minRows={5}
          autoFocus
          value={description}
          onChange={setDescription}
        />
        {error !== null && (
          <Alert color="red" variant="light" p="xs">
            <ErrorView error={error} />
          </Alert>
        )}
        <Group justify="space-between">
          <Anchor component="button" type="button" size="sm" c="dimmed" onClick={onClose}>
            {t('timeLog.later')}
          </Anchor>
          <Group gap="xs">
            <Button variant="default" loading={cancel.pending} onClick={() => void dismiss()}>
              {tc('cancel')}
            </Button>
            <Button type="submit" loading={record.pending} aria-keyshortcuts="Control+Enter">
              {tc('ok')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </SubmitForm>
  )
}

const named = (id: Id | null, name: string | null): Named | null =>
  id === null ? null : { id, name: name ?? '' }
