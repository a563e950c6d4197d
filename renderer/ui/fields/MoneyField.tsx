// A typed amount of money in the organisation's currency; what cannot be read stays as typed and is said.
import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { minorDigits, parseMoney } from '../../../shared/base/money.ts'
import { useFormat } from '../figures/format.ts'
import { useTypedText } from './useTypedText.ts'

export type MoneyFieldProps = {
  label: string | null
  'aria-label'?: string
  width?: number
  /** null: what was typed cannot be read. */
  valueMinor: number | null
  /** null: cannot be read. */
  onChange: (minor: number | null) => void
  description?: ReactNode
  /** Emptied it is missing; else nothing typed is nothing to pay. */
  required?: boolean
}

export function MoneyField({
  label,
  valueMinor,
  onChange,
  description,
  width = 180,
  required = false,
  ...rest
}: MoneyFieldProps) {
  const { t } = useTranslation('settings')
  const { t: tc } = useTranslation('common')
  const format = useFormat()
  const digits = minorDigits(format.currency)
  const read = (text: string) => parseMoney(text.trim() === '' ? '0' : text, format.currency, format.locale)
  const typed = useTypedText<number>({
    value: valueMinor,
    shown: valueMinor === null ? '' : format.number(valueMinor / 10 ** digits, digits),
    read: (text) => {
      if (required && text.trim() === '') return null
      const reading = read(text)
      return reading.ok && reading.value >= 0 ? reading.value : null
    },
    onChange,
  })
  const reading = read(typed.text)
  const precise = !reading.ok && reading.error.reason === 'tooPrecise'
  return (
    <TextInput
      label={label}
      {...rest}
      description={description}
      {...typed.input}
      error={
        typed.unreadable
          ? precise
            ? t('contract.amountPrecise', { count: digits })
            : t('contract.amountWrong')
          : required && typed.emptied
            ? tc('required')
            : null
      }
      rightSection={<span className="quiet">{format.currency}</span>}
      rightSectionWidth={48}
      rightSectionPointerEvents="none"
      aria-required={required}
      inputMode="decimal"
      autoComplete="off"
      w={width}
      classNames={{ input: 'num' }}
    />
  )
}
