// The Time Log Entry dialog's content (A13 to A30): OK makes the entry, Cancel makes none and keeps the notes as a draft.
import { Alert, Anchor, Button, Group, Loader, SimpleGrid, Stack, Text } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import type { StopPreview } from '../../../shared/contract/timer.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { useAppClock } from '../../clock/clock.tsx'
import { DateTimeField } from '../../ui/fields/DateTimeField.tsx'
import { DurationField } from '../../ui/fields/DurationField.tsx'
import { useDateRefusal } from '../../ui/feedback/dateRefusal.ts'
import { ErrorView } from '../../ui/feedback/ErrorView.tsx'
import { useRefusal } from '../../ui/feedback/useRefusal.ts'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { NoteField } from '../../ui/fields/NoteField.tsx'
import type { SubjectChoice } from '../../ui/fields/subjectChoice.ts'
import { chooseIn, chosenSubject, subjectArgs } from '../../ui/fields/subjectChoice.ts'
import { SubjectFields } from '../../ui/fields/SubjectFields.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { noteTooLong } from '../../ui/fields/noteLength.ts'
import { useDurationWords, useFormat } from '../../ui/figures/format.ts'
import { endAfter, startBefore } from '../entries/entryTimes.ts'
import { AnsweredElsewhere } from './AnsweredElsewhere.tsx'
import { useAnsweredElsewhere } from './answeredElsewhere.ts'
import { ContactField } from './ContactField.tsx'
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
  const format = useFormat()
  const clock = useAppClock()
  const { timer, rules } = preview
  const [times, setTimes] = useState(() => timesOf(preview))
  const [first] = useState<SubjectChoice>(() => chosenSubject(timer))
  const [choice, setChoice] = useState(first)
  const [description, setDescription] = useState(timer.note)
  const [error, setError] = useRefusal(({ code }) =>
    code === 'rule.noteRequired' ? [description] : [choice, times],
  )
  const refused = useDateRefusal(error)
  const refusal = useId()
  const [tried, setTried] = useState(false)
  const [answering, setAnswering] = useState(false)
  const elsewhere = useAnsweredElsewhere(timer.id, ['stopped'], answering)
  const record = useCommand('timer.record', {
    errors: 'return',
    undo: ({ waitingMs }) =>
      waitingMs > 0 ? t('waitsAsException', { duration: words(waitingMs) }) : t('timeLog.recorded'),
  })
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
    setAnswering(true)
    const reply = await record.run({
      timerId: timer.id,
      ...subjectArgs(choice),
      note: description,
      ...(times.startTyped && times.startAt !== null && { startAt: times.startAt }),
      ...(times.minutesTyped && times.minutes !== null && { durationMinutes: times.minutes }),
    })
    if (reply.ok) return onClose()
    setAnswering(false)
    setError(reply.error)
  }
  const dismiss = async () => {
    setAnswering(true)
    const reply = await cancel.run({ timerId: timer.id })
    if (reply.ok) return onClose()
    setAnswering(false)
    setError(reply.error)
  }
  const dayHolds = (most: number) => {
    const holds = words(most * MINUTE_MS).replaceAll(' ', '\u00a0')
    // Seconds of the start are cut off what is left, so the end may come short of them.
    const end = (times.startAt ?? timer.startedAt) + (most + 1) * MINUTE_MS - 1
    return format.local(end).time.startsWith('00:00')
      ? t('timeLog.dayHolds', { words: holds })
      : t('timeLog.dayHoldsUntil', { words: holds, time: format.time(end) })
  }
  const durationError =
    problem === 'exceedsDay'
      ? t('timeLog.exceedsDay', { max: maxMinutes })
      : problem === 'zero'
        ? t('timeLog.zero')
        : tried && problem === 'noDuration'
          ? tc('required')
          : undefined

  const fields = { value: choice, onChange: setChoice, keep: timer }
  if (elsewhere) {
    const noted = description !== timer.note
    const changed = noted || times.startTyped || times.minutesTyped || choice !== first
    return (
      <AnsweredElsewhere
        said={t('elsewhere.recorded')}
        typed={changed ? (noted ? description : '') : null}
        label={t('timeLog.description')}
        onClose={onClose}
      />
    )
  }
  return (
    <SubmitForm onSubmit={ok}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg" verticalSpacing="md">
          <SubjectFields
            {...fields}
            only="demanded"
            instead={{
              customer: (
                <ContactField
                  key="customer"
                  customer={choice.customer}
                  onChange={(customer) => setChoice(chooseIn(choice, 'customer', customer).choice)}
                  required={rules.requireCustomer}
                />
              ),
            }}
          />
          <DateTimeField
            label={t('timeLog.startTime')}
            value={times.startAt}
            required
            onChange={(startAt, part) =>
              setTimes((was) => withStart(was, startBefore(startAt, part, preview.at, format.zone)))
            }
            error={tried && problem === 'noStart' ? tc('required') : refused.date}
          />
          <DateTimeField
            label={t('timeLog.stop')}
            value={stopOf(times)}
            onChange={(stopAt, part) => {
              const now = clock.now()
              setTimes((was) => withStop(was, endAfter(was.startAt, stopAt, part, format.zone, now)))
            }}
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
                {dayHolds(maxMinutes)}
              </Text>
            )}
            {times.pausedMs >= MINUTE_MS && (
              <Text size="sm">{t('timeLog.paused', { duration: words(times.pausedMs) })}</Text>
            )}
            {splits && <Text size="sm">{t('timeLog.splits')}</Text>}
          </Stack>
        </SimpleGrid>
        <SubjectFields {...fields} only="further" />
        <NoteField
          label={t('timeLog.description')}
          description={rules.requireNote ? t('note.requiredHint') : undefined}
          minRows={5}
          autoFocus
          value={description}
          error={error?.code === 'rule.noteRequired'}
          aria-errormessage={refused.rest === null ? undefined : refusal}
          onChange={setDescription}
        />
        {refused.rest !== null && (
          <Alert id={refusal} color="red" variant="light" p="xs">
            <ErrorView error={refused.rest} />
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
