// The fields of the manual form: user, customer, category, project, start, stop, duration and note, and what Submit does with them.
import { Alert, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '../../../shared/contract/entry.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useAppState, useCurrentUser } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { CategorySelect } from '../../ui/CategorySelect.tsx'
import { CustomerSelect } from '../../ui/CustomerSelect.tsx'
import { DateTimeField } from '../../ui/DateTimeField.tsx'
import { DurationField } from '../../ui/DurationField.tsx'
import { ErrorView } from '../../ui/ErrorView.tsx'
import { NameSelect } from '../../ui/NameSelect.tsx'
import { NoteField } from '../../ui/NoteField.tsx'
import { chosenProject, ProjectSelect } from '../../ui/ProjectSelect.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { noteTooLong } from '../../ui/noteLength.ts'
import { useAppClock } from '../timer/clock.tsx'
import type { EntryPreset } from './EntryForm.tsx'
import { durationOf, lastHour, lasting, movedTo, timesProblem } from './entryTimes.ts'

type Named = { id: string; name: string }
type EntryFieldsProps = { entry?: EntryView; preset?: EntryPreset; onClose: () => void }

export function EntryFields({ entry, preset = {}, onClose }: EntryFieldsProps) {
  const { t } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  const { rules, team } = useAppState()
  const me = useCurrentUser()
  const clock = useAppClock()
  const [userId, setUserId] = useState(entry?.userId ?? preset.userId ?? me.id)
  const [customer, setCustomer] = useState<Named | null>(() =>
    entry === undefined ? (preset.customer ?? null) : named(entry.customerId, entry.customerName),
  )
  const [category, setCategory] = useState<Named | null>(() =>
    entry === undefined ? (preset.category ?? null) : named(entry.categoryId, entry.categoryName),
  )
  const [project, setProject] = useState<Named | null>(() =>
    entry === undefined ? null : chosenProject(entry),
  )
  const [times, setTimes] = useState(() => {
    if (entry !== undefined) return { startAt: entry.startAt, endAt: entry.endAt }
    const hour = lastHour(clock.now())
    return preset.startAt === undefined
      ? hour
      : { startAt: preset.startAt, endAt: preset.endAt ?? preset.startAt + 3_600_000 }
  })
  const [note, setNote] = useState(entry?.note ?? preset.note ?? '')
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const add = useCommand('entry.add', { errors: 'return', undo: t('entry.added') })
  const edit = useCommand('entry.edit', { errors: 'return', undo: t('entry.edited') })
  const limit = useRequest(
    'entry.dayLimit',
    { startAt: times.startAt ?? 0 },
    { enabled: times.startAt !== null },
  )
  const duration = durationOf(times)
  const splits = duration !== null && limit.data !== undefined && duration > limit.data.maxMinutes * 60_000

  const problem = timesProblem(times)
  const customerMissing = rules.requireCustomer && customer === null
  const categoryMissing = rules.requireCategory && category === null

  const submit = async () => {
    setTried(true)
    const { startAt, endAt } = times
    if (problem !== null || startAt === null || endAt === null) return
    if (customerMissing || categoryMissing || noteTooLong(note) > 0) return
    const fields = {
      customerId: customer?.id ?? null,
      categoryId: category?.id ?? null,
      projectId: project?.id ?? null,
      note,
    }
    const reply =
      entry === undefined
        ? await add.run({ ...fields, userId, startAt, endAt })
        : await edit.run({
            ...fields,
            entryId: entry.id,
            // Times that were not touched are not sent, so that their seconds and pauses stay.
            ...(startAt !== entry.startAt && { startAt }),
            ...(endAt !== entry.endAt && { endAt }),
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

  return (
    <SubmitForm onSubmit={() => void submit()}>
      <Stack gap="md">
        {team && entry === undefined && me.role !== 'employee' && (
          <UserSelect userId={userId} onChange={setUserId} />
        )}
        {entry !== undefined && entry.userId !== me.id && (
          <Text size="sm" c="dimmed">
            {t('entry.of', { user: entry.userName })}
          </Text>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
          <CustomerSelect
            value={customer}
            onChange={(choice) => {
              if (choice?.id !== customer?.id) setProject(null)
              setCustomer(choice)
            }}
            required={rules.requireCustomer}
            clearable={!rules.requireCustomer}
            autoFocus={customer === null}
            error={tried && customerMissing ? tc('required') : undefined}
          />
          <CategorySelect
            value={category}
            onChange={setCategory}
            customerId={customer?.id ?? null}
            required={rules.requireCategory}
            clearable={!rules.requireCategory}
            autoFocus={customer !== null && category === null}
            error={tried && categoryMissing ? tc('required') : undefined}
          />
          <DateTimeField
            label={tc('start')}
            value={times.startAt}
            required
            autoFocus={customer !== null && category !== null}
            onChange={(startAt) =>
              setTimes((was) => (entry === undefined ? movedTo(was, startAt) : { ...was, startAt }))
            }
            error={tried && problem === 'noStart' ? tc('required') : undefined}
          />
          <DateTimeField
            label={tc('stop')}
            value={times.endAt}
            required
            onChange={(endAt) => setTimes((was) => ({ ...was, endAt }))}
            error={stopError}
          />
        </SimpleGrid>
        <ProjectSelect
          customerId={customer?.id ?? null}
          keep={entry?.projectId ?? null}
          value={project}
          onChange={setProject}
        />
        <Group gap="md" align="flex-end">
          <DurationField
            label={tc('duration')}
            value={duration}
            onChange={(ms) => setTimes((was) => lasting(was, ms))}
          />
          {splits && (
            <Text size="sm" c="dimmed" pb={6}>
              {t('timeLog.splits')}
            </Text>
          )}
        </Group>
        <NoteField label={tc('note')} minRows={3} value={note} onChange={setNote} />
        {error !== null && (
          <Alert color="red" variant="light" p="xs">
            <ErrorView error={error} />
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {tc('cancel')}
          </Button>
          <Button type="submit" loading={add.pending || edit.pending}>
            {entry === undefined ? t('entry.submit') : tc('save')}
          </Button>
        </Group>
      </Stack>
    </SubmitForm>
  )
}

function UserSelect({ userId, onChange }: { userId: string; onChange: (userId: string) => void }) {
  const { t: tc } = useTranslation('common')
  const users = useRequest('user.list', { activeOnly: true })
  const options = (users.data ?? []).map(({ id, name }) => ({ id, name }))
  const value = options.find((user) => user.id === userId) ?? null
  return (
    <NameSelect
      label={tc('user')}
      options={options}
      value={value}
      required
      onChange={(choice) => choice !== null && onChange(choice.id)}
    />
  )
}

const named = (id: string | null, name: string | null): Named | null =>
  id === null ? null : { id, name: name ?? '' }
