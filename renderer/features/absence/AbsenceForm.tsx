// The form of an absence: whose, of which kind, which days, how much of each; below, what may be decided about it. A refusal stands in
// the form, and what was typed stays.
import { Button, Group, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AbsenceView } from '../../../shared/contract/absence.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { Portion } from '../../../shared/entities/absence.ts'
import { useAppState, useCurrentUser } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { useDateRefusal } from '../../ui/feedback/dateRefusal.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { MinutesField } from '../../ui/fields/MinutesField.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { errorSentence } from '../../text/errorSentence.ts'

export type AbsenceFormProps = {
  absence: AbsenceView | null
  onClose: () => void
  onReject: () => void
}

export function AbsenceForm({ absence, onClose, onReject }: AbsenceFormProps) {
  const { t, i18n } = useTranslation('absence')
  const { t: tc } = useTranslation('common')
  const me = useCurrentUser()
  const { today, team } = useAppState()
  const kinds = useRequest('absenceKind.list', {}).data ?? []
  const users = useRequest('user.list', { activeOnly: true }).data ?? []
  const leads = me.role !== 'employee'
  const [userId, setUserId] = useState(absence?.userId ?? me.id)
  const [kindId, setKindId] = useState<string | null>(absence?.kindId ?? null)
  const [firstDay, setFirstDay] = useState<string | null>(absence?.firstDay ?? today)
  // null: as the first one, until somebody says otherwise.
  const [lastDay, setLastDay] = useState<string | null>(absence?.lastDay ?? null)
  const [portion, setPortion] = useState<Portion>(absence?.portion ?? 'whole')
  const [minutes, setMinutes] = useState<number | null | undefined>(absence?.minutes ?? 120)
  const [note, setNote] = useState(absence?.note ?? '')
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const refused = useDateRefusal(error)
  const add = useCommand('absence.add', {
    errors: 'return',
    undo: ({ status, timerRuns }) =>
      status === 'requested' ? t('asked') : timerRuns ? t('timerRuns') : t('added'),
  })
  const edit = useCommand('absence.edit', {
    errors: 'return',
    undo: ({ status }) =>
      status === 'requested' && absence?.status !== 'requested' ? t('askedAgain') : t('saved'),
  })
  const withdraw = useCommand('absence.withdraw', { errors: 'return', undo: t('withdrawn') })
  const approve = useCommand('absence.approve', { errors: 'return', undo: t('approved') })
  const changing =
    <V,>(set: (value: V) => void) =>
    (value: V) => {
      set(value)
      setError(null)
    }
  const choices = kinds.filter(({ id, active }) => active || id === absence?.kindId)
  const kind = choices.find(({ id }) => id === kindId)
  const last = lastDay ?? firstDay
  const backwards = firstDay !== null && last !== null && last < firstDay
  const hoursWrong = portion === 'hours' && (minutes == null || minutes === 0)
  const settle = async (reply: Promise<{ ok: true } | { ok: false; error: AppError }>) => {
    const answer = await reply
    if (answer.ok) onClose()
    else setError(answer.error)
  }
  const submit = () => {
    setTried(true)
    if (kindId === null || firstDay === null || last === null || backwards || hoursWrong) return
    const values = {
      kindId,
      firstDay,
      lastDay: last,
      portion,
      minutes: portion === 'hours' ? (minutes ?? null) : null,
      note,
    }
    return settle(
      absence === null ? add.run({ ...values, userId }) : edit.run({ absenceId: absence.id, ...values }),
    )
  }
  return (
    <SubmitForm onSubmit={submit}>
      <Stack gap="sm">
        {absence === null && leads && team && (
          <Select
            label={t('person')}
            data={users.map(({ id, name }) => ({ value: id, label: name }))}
            value={userId}
            allowDeselect={false}
            searchable
            onChange={(value) => value !== null && changing(setUserId)(value)}
          />
        )}
        {absence !== null && (
          <Text size="sm">
            <bdi>{absence.userName}</bdi> · {t(`status.${absence.status}`)}
            {absence.reason !== '' && (
              <>
                {' · '}
                <bdi>{absence.reason}</bdi>
              </>
            )}
          </Text>
        )}
        <Select
          label={t('kind')}
          data={choices.map(({ id, name }) => ({ value: id, label: name }))}
          value={kindId}
          data-autofocus
          aria-required
          error={tried && kindId === null ? t('kindRequired') : undefined}
          {...(kind === undefined || leads ? {} : { description: t(kind.needsApproval ? 'asks' : 'holds') })}
          onChange={changing(setKindId)}
        />
        <Group gap="md" align="flex-start">
          <DateField
            label={t('firstDay')}
            value={firstDay}
            required
            onChange={changing((date: string | null) => {
              setFirstDay(date)
              // A last day before the first is meant to move along.
              if (date !== null && lastDay !== null && lastDay < date) setLastDay(date)
            })}
            error={tried && firstDay === null ? t('dateRequired') : refused.date}
          />
          <DateField
            label={t('lastDay')}
            value={last}
            required
            onChange={changing(setLastDay)}
            error={
              tried && backwards
                ? errorSentence(
                    { code: 'absence.endBeforeStart', details: { values: { date: firstDay } } },
                    i18n.language,
                  )
                : undefined
            }
          />
        </Group>
        <div>
          <Text size="sm" fw={500} mb={4}>
            {t('howMuch')}
          </Text>
          <SegmentedControl
            aria-label={t('howMuch')}
            data={Portion.options.map((value) => ({ value, label: t(`portion.${value}`) }))}
            value={portion}
            onChange={(value) => changing(setPortion)(Portion.parse(value))}
          />
        </div>
        {portion === 'hours' && (
          <MinutesField
            label={t('hours')}
            value={minutes ?? null}
            unit="hours"
            width={148}
            error={tried && hoursWrong ? t('hoursWrong') : undefined}
            onChange={changing(setMinutes)}
          />
        )}
        <Textarea
          label={t('note')}
          value={note}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={10_000}
          dir="auto"
          onChange={(event) => changing(setNote)(event.currentTarget.value)}
        />
        <Refusal error={refused.rest} onClose={() => setError(null)} />
        <Group justify="space-between" gap="xs">
          <Group gap="xs">
            {absence !== null && (
              <Button
                variant="subtle"
                color="red"
                px="xs"
                onClick={() => void settle(withdraw.run({ absenceId: absence.id }))}
              >
                {absence.status === 'approved' ? t('delete') : t('withdraw')}
              </Button>
            )}
            {absence?.mayDecide === true && absence.status !== 'approved' && (
              <Button
                variant="default"
                onClick={() => void settle(approve.run({ absenceId: absence.id }))}
                loading={approve.pending}
              >
                {t('approve')}
              </Button>
            )}
            {absence?.mayDecide === true && absence.status === 'requested' && (
              <Button variant="default" onClick={onReject}>
                {t('reject')}
              </Button>
            )}
          </Group>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {tc('cancel')}
            </Button>
            <Button type="submit" loading={add.pending || edit.pending}>
              {absence === null
                ? leads || kind?.needsApproval === false
                  ? t('enter')
                  : t('request')
                : tc('save')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </SubmitForm>
  )
}
