// A time of day that is typed: 9, 0902, 9:02; what cannot be read is kept, with a sentence beside it.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from './format.ts'
import { parseTime } from './parseTyped.ts'
import { useFocusOnMount } from './useFocusOnMount.ts'

export type TimeFieldProps = {
  label: ReactNode
  'aria-label'?: string
  /** 'HH:MM' or 'HH:MM:SS'; null: nothing that could be read. */
  value: string | null
  onChange: (time: string | null) => void
  error?: ReactNode
  disabled?: boolean
  required?: boolean
  autoFocus?: boolean
  width?: number
}

export function TimeField(props: TimeFieldProps) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const { value, onChange } = props
  const [text, setText] = useState<string | null>(null) // null: as given
  const [left, setLeft] = useState(false)
  const field = useFocusOnMount<HTMLInputElement>(props.autoFocus === true)
  const shown = text ?? (value === null ? '' : localTimeText(value, format.locale))
  const unreadable = left && text !== null && text.trim() !== '' && parseTime(text) === null
  return (
    <TextInput
      ref={field}
      label={props.label}
      aria-label={props['aria-label']}
      value={shown}
      error={
        unreadable
          ? t('field.timeUnreadable', { example: localTimeText('14:30', format.locale) })
          : props.error
      }
      disabled={props.disabled ?? false}
      aria-required={props.required ?? false}
      data-autofocus={props.autoFocus || undefined}
      autoComplete="off"
      spellCheck={false}
      w={props.width ?? 96}
      classNames={{ input: 'num' }}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const next = event.currentTarget.value
        setText(next)
        setLeft(false)
        onChange(parseTime(next))
      }}
      onBlur={() => {
        setLeft(true)
        // What was understood is written out in full; what was not stays as typed.
        if (text !== null && parseTime(text) !== null) setText(null)
      }}
    />
  )
}

/** 'HH:MM' as the locale writes it; seconds only where they are not zero. */
export function localTimeText(time: string, locale: string): string {
  const withSeconds = time.length > 5 && !time.endsWith(':00')
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    ...(withSeconds && { second: '2-digit' }),
    timeZone: 'UTC',
  }).format(Date.parse(`2026-01-01T${time.length === 5 ? `${time}:00` : time}Z`))
}
