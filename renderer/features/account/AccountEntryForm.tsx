// Enters a correction or a payout of a user's time account or vacation (I6); what was typed stays where it is refused.
import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDays, readMinutes } from '../../../shared/base/signedText.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { AccountEntry, AccountName } from '../../../shared/entities/accountEntry.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { useDateRefusal } from '../../ui/feedback/dateRefusal.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'

export function AccountEntryForm({ userId, account }: { userId: string; account: AccountName }) {
  const { t } = useTranslation('absence')
  const { t: tc } = useTranslation('common')
  const { today } = useAppState()
  const [kind, setKind] = useState<AccountEntry['kind']>('correction')
  const [date, setDate] = useState<string | null>(today)
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const [unreadable, setUnreadable] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const refused = useDateRefusal(error)
  const refusal = useId()
  const add = useCommand('accountEntry.add', { errors: 'return', undo: t('account.added') })
  const changing =
    <V,>(set: (value: V) => void) =>
    (value: V) => {
      set(value)
      setError(null)
      setUnreadable(false)
    }
  const submit = async () => {
    const amount = account === 'time' ? readMinutes(typed) : readDays(typed)
    if (amount === null) return setUnreadable(true)
    if (date === null) return
    const reply = await add.run({ userId, account, kind, date, amount, reason })
    if (!reply.ok) return setError(reply.error)
    setTyped('')
    setReason('')
  }
  const wrong = account === 'time' ? t('account.amountWrong') : t('account.daysWrong')
  return (
    <SubmitForm onSubmit={submit}>
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t('account.kindLabel')}
          data={(['correction', 'payout'] as const).map((value) => ({
            value,
            label: t(`account.kind.${value}`),
          }))}
          value={kind}
          onChange={(value) => changing(setKind)(value === 'payout' ? 'payout' : 'correction')}
          style={{ alignSelf: 'flex-start' }}
        />
        <Group gap="md" align="flex-start">
          <TextInput
            label={t(account === 'time' ? 'account.hours' : 'account.days')}
            {...(kind === 'correction' ? { description: t('account.hoursHint') } : {})}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={typed}
            data-autofocus
            aria-required
            autoComplete="off"
            w={150}
            error={unreadable ? wrong : error?.code === 'account.noAmount'}
            onChange={(event) => changing(setTyped)(event.currentTarget.value)}
          />
          <DateField
            label={t('account.date')}
            value={date}
            required
            onChange={changing(setDate)}
            error={date === null ? tc('required') : refused.date}
          />
          <TextInput
            label={t('account.reason')}
            value={reason}
            aria-required
            autoComplete="off"
            dir="auto"
            maxLength={1_000}
            style={{ flex: '1 1 180px' }}
            error={error?.code === 'account.reasonMissing'}
            aria-errormessage={refused.rest === null ? undefined : refusal}
            onChange={(event) => changing(setReason)(event.currentTarget.value)}
          />
        </Group>
        <Refusal id={refusal} error={refused.rest} onClose={() => setError(null)} />
        <Group justify="flex-end">
          <Button type="submit" loading={add.pending}>
            {t('account.add')}
          </Button>
        </Group>
      </Stack>
    </SubmitForm>
  )
}
