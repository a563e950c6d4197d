// The fields of the manual form: user, what it is on, start, stop, duration and note, and what Submit does with them.
import { Alert, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '../../../shared/contract/entry.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { isAmount } from '../../../shared/rules/amount.ts'
import { useAppState, useCurrentUser } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { DateTimeField } from '../../ui/fields/DateTimeField.tsx'
import { DurationField } from '../../ui/fields/DurationField.tsx'
import { useDateRefusal } from '../../ui/feedback/dateRefusal.ts'
import { ErrorView } from '../../ui/feedback/ErrorView.tsx'
import { useRefusal } from '../../ui/feedback/useRefusal.ts'
import { NoteField } from '../../ui/fields/NoteField.tsx'
import type { SubjectChoice } from '../../ui/fields/subjectChoice.ts'
import { chosenSubject, missingIn, NOTHING_CHOSEN, subjectArgs } from '../../ui/fields/subjectChoice.ts'
import { SubjectFields } from '../../ui/fields/SubjectFields.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { noteTooLong } from '../../ui/fields/noteLength.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { useAppClock } from '../../clock/clock.tsx'
import { EmployeesField } from './EmployeesField.tsx'
import type { EntryPreset } from './EntryForm.tsx'
import { PlacementFields } from './PlacementFields.tsx'
import { countedOf, lastingWithPauses } from './entryPauses.ts'
import { durationOf, endAfter, lastHour, movedTo, startBefore, timesProblem } from './entryTimes.ts'

type EntryFieldsProps = { entry?: EntryView; preset?: EntryPreset; onClose: () => void }

export function EntryFields({ entry, preset = {}, onClose }: EntryFieldsProps) {
  const { t } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  const { t: te } = useTranslation('entries')
  const { rules, team } = useAppState()
  const me = useCurrentUser()
  const clock = useAppClock()
  const format = useFormat()
  const [userIds, setUserIds] = useState<readonly Id[]>([entry?.userId ?? preset.userId ?? me.id])
  const [choice, setChoice] = useState<SubjectChoice>(() =>
    entry === undefined ? { ...NOTHING_CHOSEN, ...preset.chosen } : chosenSubject(entry),
  )
  const [times, setTimes] = useState(() => {
    if (entry !== undefined) return { startAt: entry.startAt, endAt: entry.endAt }
    const hour = lastHour(clock.now())
    return preset.startAt === undefined
      ? hour
      : { startAt: preset.startAt, endAt: preset.endAt ?? preset.startAt + 3_600_000 }
  })
  const [placement, setPlacement] = useState({
    officeId: entry?.officeId ?? null,
    departmentId: entry?.departmentId ?? null,
  })
  const timeless = entry !== undefined && isAmount(entry)
  const [amount, setAmount] = useState({
    workDate: entry?.workDate ?? null,
    durationMs: entry?.durationMs ?? null,
  })
  const [note, setNote] = useState(entry?.note ?? preset.note ?? '')
  const [tried, setTried] = useState(false)
  const add = useCommand('entry.add', { errors: 'return', undo: t('entry.added') })
  const addMany = useCommand('entry.addMany', {
    errors: 'return',
    undo: (_, { userIds: whose }) => te('employees.added', { count: whose.length }),
  })
  const edit = useCommand('entry.edit', { errors: 'return', undo: t('entry.edited') })
  const limit = useRequest(
    'entry.dayLimit',
    { startAt: times.startAt ?? 0 },
    { enabled: times.startAt !== null },
  )
  const segments = entry?.segments ?? null
  const duration = durationOf(times)
  const splits =
    !timeless && duration !== null && limit.data !== undefined && duration > limit.data.maxMinutes * 60_000

  const problem = timeless ? null : timesProblem(times)
  const missing = missingIn(choice, rules)
  const [error, setError] = useRefusal(({ code }) =>
    code === 'rule.noteRequired' ? [note] : [choice, times, amount, userIds, placement],
  )

  const refused = useDateRefusal(error)
  const refusal = useId()

  const submit = async () => {
    setTried(true)
    const { startAt, endAt } = times
    if (problem !== null || startAt === null || endAt === null) return
    const { workDate, durationMs } = amount
    if (timeless && (workDate === null || durationMs === null)) return
    if (missing.length > 0 || noteTooLong(note) > 0) return
    const fields = {
      ...subjectArgs(choice),
      note,
    }
    const reply =
      entry === undefined
        ? await (userIds.length > 1
            ? addMany.run({ ...fields, userIds: [...userIds], startAt, endAt })
            : add.run({ ...fields, userId: userIds[0] ?? me.id, startAt, endAt }))
        : await edit.run({
            ...fields,
            ...placement,
            entryId: entry.id,
            // Times that were not touched are not sent, so that their seconds and pauses stay.
            ...(startAt !== entry.startAt && { startAt }),
            ...(endAt !== entry.endAt && { endAt }),
            ...(workDate !== null && workDate !== entry.workDate && { workDate }),
            ...(durationMs !== null && durationMs !== entry.durationMs && { durationMs }),
          })
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  const stopError =
    problem === 'stopBeforeStart'
      ? t('entry.stopBeforeStart')
      : problem === 'zero'
        ? t('entry.zero')
        : tried && problem === 'noStop'
          ? tc('required')
          : undefined

  const fields = {
    value: choice,
    onChange: setChoice,
    keep: entry ?? {},
    showMissing: tried,
    ...(preset.about !== undefined && { about: preset.about }),
  }
  return (
    <SubmitForm onSubmit={submit}>
      <Stack gap="md">
        {team && entry === undefined && me.role !== 'employee' && (
          <EmployeesField userIds={userIds} onChange={setUserIds} />
        )}
        {entry !== undefined && entry.userId !== me.id && (
          <Text size="sm" c="dimmed">
            {t('entry.of', { user: entry.userName })}
          </Text>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
          <SubjectFields {...fields} only="demanded" autoFocus />
          {timeless ? (
            <>
              <DateField
                label={tc('date')}
                value={amount.workDate}
                required
                lean="past"
                onChange={(workDate) => setAmount((was) => ({ ...was, workDate }))}
                error={tried && amount.workDate === null ? tc('required') : refused.date}
              />
              <DurationField
                label={tc('duration')}
                value={amount.durationMs}
                required
                onChange={(durationMs) => setAmount((was) => ({ ...was, durationMs }))}
              />
            </>
          ) : (
            <>
              <DateTimeField
                label={tc('start')}
                value={times.startAt}
                required
                autoFocus={choice.customer !== null && choice.category !== null}
                // Of an entry that is corrected, another date moves the whole of it; another time is another start.
                onChange={(typed, part) => {
                  const startAt = startBefore(typed, part, clock.now(), format.zone)
                  setTimes((was) =>
                    entry === undefined || part === 'date'
                      ? movedTo(was, startAt)
                      : { ...was, startAt: startBefore(startAt, part, was.endAt, format.zone) },
                  )
                }}
                error={tried && problem === 'noStart' ? tc('required') : refused.date}
              />
              <DateTimeField
                label={tc('stop')}
                value={times.endAt}
                required
                onChange={(endAt, part) => {
                  const now = clock.now()
                  setTimes(({ startAt }) => ({
                    startAt,
                    endAt: endAfter(startAt, endAt, part, format.zone, now),
                  }))
                }}
                error={stopError}
              />
              <div>
                <DurationField
                  label={tc('duration')}
                  value={countedOf(times, segments)}
                  onChange={(ms) => setTimes((was) => lastingWithPauses(was, ms, segments))}
                />
                {splits && (
                  <Text size="sm" c="dimmed">
                    {t('timeLog.splits')}
                  </Text>
                )}
              </div>
            </>
          )}
        </SimpleGrid>
        <SubjectFields {...fields} only="further" />
        {entry !== undefined && <PlacementFields entry={entry} value={placement} onChange={setPlacement} />}
        <NoteField
          label={tc('note')}
          minRows={3}
          value={note}
          error={error?.code === 'rule.noteRequired'}
          aria-errormessage={refused.rest === null ? undefined : refusal}
          onChange={setNote}
        />
        {refused.rest !== null && (
          <Alert id={refusal} color="red" variant="light" p="xs">
            <ErrorView error={refused.rest} />
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {tc('cancel')}
          </Button>
          <Button type="submit" loading={add.pending || addMany.pending || edit.pending}>
            {entry === undefined ? t('entry.submit') : tc('save')}
          </Button>
        </Group>
      </Stack>
    </SubmitForm>
  )
}
