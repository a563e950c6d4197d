// Buys hours, corrects a package or rolls it over: a refusal stands in the form, and what was typed stays.
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readMinutes } from '../../../shared/base/signedText.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { PackageView } from '../../../shared/contract/hoursPackage.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { useDateRefusal } from '../../ui/feedback/dateRefusal.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { MoneyField } from '../../ui/fields/MoneyField.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'

export type PackageAct =
  { kind: 'buy'; customerId: Id } | { kind: 'correct'; lot: PackageView } | { kind: 'roll'; lot: PackageView }

export function PackageForm({ act, onClose }: { act: PackageAct; onClose: () => void }) {
  const { t } = useTranslation('packages')
  const { t: tc } = useTranslation('common')
  const { today } = useAppState()
  const [hours, setHours] = useState('')
  const [date, setDate] = useState<string | null>(today)
  const [expires, setExpires] = useState<string | null>(null)
  const [price, setPrice] = useState<number | null>(0)
  const [reason, setReason] = useState('')
  const [unreadable, setUnreadable] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const refusal = useId()
  const { date: dateRefused, rest } = useDateRefusal(error)
  const refused = rest === null ? undefined : refusal
  const buy = useCommand('package.buy', { errors: 'return', undo: t('bought') })
  const correct = useCommand('package.correct', { errors: 'return', undo: t('corrected') })
  const roll = useCommand('package.roll', { errors: 'return', undo: t('rolled') })
  const changing =
    <V,>(set: (value: V) => void) =>
    (value: V) => {
      set(value)
      setError(null)
      setUnreadable(false)
    }
  const submit = async () => {
    const minutes = readMinutes(hours)
    if (act.kind !== 'roll' && minutes === null) return setUnreadable(true)
    if (date === null) return
    const reply =
      act.kind === 'buy'
        ? await buy.run({
            customerId: act.customerId,
            minutes: minutes ?? 0,
            date,
            expires,
            priceMinor: price === 0 ? null : price,
            reason,
          })
        : act.kind === 'correct'
          ? await correct.run({ packageId: act.lot.id, minutes: minutes ?? 0, date, reason })
          : await roll.run({ packageId: act.lot.id, date, expires, reason })
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  return (
    <SubmitForm onSubmit={submit}>
      <Stack gap="sm">
        {act.kind !== 'roll' && (
          <TextInput
            label={t(act.kind === 'buy' ? 'form.hours' : 'form.change')}
            value={hours}
            data-autofocus
            aria-required
            autoComplete="off"
            error={unreadable ? t('form.hoursUnreadable') : error?.code === 'package.noHours'}
            aria-errormessage={refused}
            onChange={(event) => changing(setHours)(event.currentTarget.value)}
          />
        )}
        <Group gap="md" align="flex-start">
          <DateField
            label={t('form.date')}
            value={date}
            required
            onChange={changing(setDate)}
            error={date === null ? tc('required') : dateRefused}
          />
          {act.kind !== 'correct' && (
            <DateField
              label={t('form.expires')}
              value={expires}
              onChange={changing(setExpires)}
              error={error?.code === 'package.expiryBefore'}
              aria-errormessage={refused}
            />
          )}
        </Group>
        {act.kind === 'buy' && (
          <MoneyField label={t('form.price')} valueMinor={price} onChange={changing(setPrice)} />
        )}
        <TextInput
          label={t('form.reason')}
          value={reason}
          autoComplete="off"
          dir="auto"
          maxLength={1_000}
          aria-required={act.kind === 'correct'}
          error={error?.code === 'package.reasonMissing'}
          aria-errormessage={refused}
          onChange={(event) => changing(setReason)(event.currentTarget.value)}
        />
        <Refusal id={refusal} error={rest} onClose={() => setError(null)} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {tc('cancel')}
          </Button>
          <Button type="submit" loading={buy.pending || correct.pending || roll.pending}>
            {tc('save')}
          </Button>
        </Group>
      </Stack>
    </SubmitForm>
  )
}
