// Chooses one of the organisation's tax rates; what an invoice says already is offered too, be it in the list or not.
import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Tax } from '../../../shared/entities/tax.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { usePercent } from './percent.ts'

const keyOf = ({ taxCategory, percentHundredths, exemption }: Tax): string =>
  JSON.stringify([taxCategory, percentHundredths, exemption])

export type TaxChoiceProps = { label: string; value: Tax | null; onChange: (tax: Tax | null) => void }

export function TaxChoice({ label, value, onChange }: TaxChoiceProps) {
  const { t } = useTranslation('invoices')
  const percent = usePercent()
  const rates = useRequest('taxRate.list', {})
  const choices = new Map<string, { label: string; tax: Tax }>()
  for (const { name, taxCategory, percentHundredths, exemption } of rates.data ?? []) {
    const tax = { taxCategory, percentHundredths, exemption }
    choices.set(keyOf(tax), { label: `${name} (${percent.shown(percentHundredths)})`, tax })
  }
  if (value !== null && !choices.has(keyOf(value)))
    choices.set(keyOf(value), {
      label: `${t(`settings.kind.${value.taxCategory}`)} (${percent.shown(value.percentHundredths)})`,
      tax: value,
    })
  return (
    <Select
      label={label}
      placeholder={t('taxNone')}
      data={[...choices].map(([key, choice]) => ({ value: key, label: choice.label }))}
      value={value === null ? null : keyOf(value)}
      clearable
      w={200}
      onChange={(key) => onChange(key === null ? null : (choices.get(key)?.tax ?? null))}
    />
  )
}
