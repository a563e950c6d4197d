// A typed amount of money in the organisation's currency; what cannot be read stays as typed and is said.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { minorDigits, parseMoney } from '../../../shared/base/money.ts'
import { useFormat } from '../../ui/format.ts'

export type MoneyFieldProps = {
  label: string
  valueMinor: number
  /** null: cannot be read. */
  onChange: (minor: number | null) => void
  description?: ReactNode
}

export function MoneyField({ label, valueMinor, onChange, description }: MoneyFieldProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const [text, setText] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const digits = minorDigits(format.currency)
  const shown = format.number(valueMinor / 10 ** digits, digits)
  const read = (typed: string) =>
    parseMoney(typed.trim() === '' ? '0' : typed, format.currency, format.locale)
  const reading = text === null ? null : read(text)
  const wrong = left && reading !== null && (!reading.ok || reading.value < 0)
  const precise = reading !== null && !reading.ok && reading.error.reason === 'tooPrecise'
  return (
    <TextInput
      label={label}
      description={description}
      value={text ?? shown}
      error={
        wrong ? (precise ? t('contract.amountPrecise', { count: digits }) : t('contract.amountWrong')) : null
      }
      rightSection={<span className="quiet">{format.currency}</span>}
      rightSectionWidth={48}
      rightSectionPointerEvents="none"
      inputMode="decimal"
      autoComplete="off"
      w={180}
      classNames={{ input: 'num' }}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const next = event.currentTarget.value
        const now = read(next)
        setText(next)
        setLeft(false)
        onChange(now.ok && now.value >= 0 ? now.value : null)
      }}
      onBlur={() => {
        setLeft(true)
        if (reading?.ok === true && reading.value >= 0) setText(null)
      }}
    />
  )
}
