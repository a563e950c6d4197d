// A time of day that is typed: 9, 0902, 9:02; what cannot be read is kept, with a sentence beside it.
import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { clockParts, useFormat } from '../figures/format.ts'
import { parseTime } from '../../../shared/base/typedTime.ts'
import { useTypedText } from './useTypedText.ts'
import { useFocusOnMount } from '../keys/useFocusOnMount.ts'

export type TimeFieldProps = {
  label: ReactNode
  'aria-label'?: string
  /** 'HH:MM' or 'HH:MM:SS'; null: nothing that could be read. '24:00' is given where the end of the day was typed. */
  value: string | null
  onChange: (time: string | null, text: string) => void
  error?: ReactNode
  disabled?: boolean
  required?: boolean
  autoFocus?: boolean
  width?: number
  /** The message that stands elsewhere, for a field without one of its own. */
  'aria-errormessage'?: string | undefined
  /** See useTypedText: for a message that stands elsewhere. */
  onMending?: (mending: boolean) => void
}

export function TimeField(props: TimeFieldProps) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const { value, onChange } = props
  const field = useFocusOnMount<HTMLInputElement>(props.autoFocus === true)
  const typed = useTypedText<string>({
    value,
    shown: value === null ? '' : localTimeText(value, format.locale),
    read: (text) => parseTime(text, { over: value, locale: format.locale }),
    onChange,
    onMending: props.onMending,
  })
  return (
    <TextInput
      ref={field}
      label={props.label}
      aria-label={props['aria-label']}
      {...typed.input}
      aria-errormessage={typed.mending ? undefined : props['aria-errormessage']}
      error={
        typed.unreadable
          ? t('field.timeUnreadable', { example: localTimeText('14:30', format.locale) })
          : !typed.mending && (props.error || (props.required === true && typed.emptied && t('required')))
      }
      disabled={props.disabled ?? false}
      aria-required={props.required ?? false}
      data-autofocus={props.autoFocus || undefined}
      autoComplete="off"
      spellCheck={false}
      w={props.width ?? 96}
      classNames={{ input: 'num' }}
    />
  )
}

/** 'HH:MM' as the locale writes it; seconds only where they are not zero. */
export function localTimeText(time: string, locale: string): string {
  const withSeconds = time.length > 5 && !time.endsWith(':00')
  return new Intl.DateTimeFormat(locale, {
    ...clockParts(locale),
    ...(withSeconds && { second: '2-digit' }),
    timeZone: 'UTC',
  }).format(Date.parse(`2026-01-01T${time.length === 5 ? `${time}:00` : time}Z`))
}
