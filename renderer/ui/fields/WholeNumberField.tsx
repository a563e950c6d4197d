// A whole number that is typed, such as how often something repeats; what is none stays as typed and is said.
import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTypedText } from './useTypedText.ts'

export type WholeNumberFieldProps = {
  label: string
  value: number | null
  least: number
  most: number
  onChange: (value: number | null) => void
  error?: ReactNode
  /** Stands behind the number. */
  unit?: string
}

export function WholeNumberField({
  label,
  value,
  least,
  most,
  onChange,
  error,
  unit,
}: WholeNumberFieldProps) {
  const { t } = useTranslation('common')
  const read = (text: string): number | null => {
    const number = /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : NaN
    return number >= least && number <= most ? number : null
  }
  const typed = useTypedText<number>({ value, shown: value === null ? '' : String(value), read, onChange })
  return (
    <TextInput
      label={label}
      {...typed.input}
      error={typed.unreadable ? t('field.wholeNumber', { least, most }) : !typed.mending && error}
      inputMode="numeric"
      autoComplete="off"
      rightSection={unit !== undefined && <span className="quiet">{unit}</span>}
      rightSectionWidth={unit === undefined ? 0 : 60}
      rightSectionPointerEvents="none"
      w={130}
      classNames={{ input: 'num' }}
    />
  )
}
