// The form of one billing rate: from when on, and how much an hour (G7).
import { Button, Fieldset, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { Rate } from '../../../shared/entities/rate.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { firstOpenDay } from '../../ui/dated/firstOpenDay.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { useDateRefusal } from '../../ui/feedback/dateRefusal.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { MoneyField } from '../../ui/fields/MoneyField.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import type { RateSubject } from './RateVersions.tsx'

export type RateFormProps = {
  subject: RateSubject
  rates: readonly Rate[]
  /** The rate that is changed; null: a new one. */
  edited: Rate | null
  /** What the amount starts with. */
  amountMinor: number
  onClose: () => void
}

export function RateForm({ subject, rates, edited, amountMinor, onClose }: RateFormProps) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { today, organisation } = useAppState()
  const [validFrom, setValidFrom] = useState<LocalDate | null>(
    edited?.validFrom ?? firstOpenDay(today, organisation?.closedThrough ?? null),
  )
  const [amount, setAmount] = useState<number | null>(amountMinor)
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const refused = useDateRefusal(error)
  const date = validFrom === null ? '' : format.date(validFrom)
  const save = useCommand('rate.set', { errors: 'return', undo: t('saved', { date }) })
  const replaces = rates.some((rate) => rate.validFrom === validFrom && rate.id !== edited?.id)
  const submit = async () => {
    setTried(true)
    if (validFrom === null || amount === null) return
    const { level, subjectId } = subject
    const reply = await save.run({ level, subjectId, validFrom, amountMinor: amount })
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  return (
    <SubmitForm onSubmit={submit}>
      <Fieldset
        mb="sm"
        legend={
          edited === null
            ? t('addFor', { name: subject.name })
            : t('edit', { name: subject.name, date: format.date(edited.validFrom) })
        }
      >
        <Stack gap="sm">
          <Group align="flex-start" gap="sm">
            <DateField
              label={t('validFrom')}
              value={validFrom}
              onChange={(day) => {
                setValidFrom(day)
                setError(null)
              }}
              required
              error={tried && validFrom === null ? t('dateRequired') : refused.date}
            />
            <MoneyField label={t('amountField')} valueMinor={amount} onChange={setAmount} required />
          </Group>
          {replaces && (
            <Text size="sm" c="dimmed" role="status">
              {t('replaces')}
            </Text>
          )}
          <Refusal error={refused.rest} onClose={() => setError(null)} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={save.pending}>
              {t('submit')}
            </Button>
          </Group>
        </Stack>
      </Fieldset>
    </SubmitForm>
  )
}
