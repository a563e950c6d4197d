// A field for notes: grows with its text, takes any script, and says so when a text is too long instead of cutting it.
import { Textarea } from '@mantine/core'
import type { TextareaProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NOTE_MAX, noteTooLong } from './noteLength.ts'
import { useFocusOnMount } from '../keys/useFocusOnMount.ts'

export type NoteFieldProps = Omit<TextareaProps, 'value' | 'onChange'> & {
  value: string
  onChange: (text: string) => void
  autoFocus?: boolean
}

export function NoteField({ value, onChange, autoFocus, error, ...rest }: NoteFieldProps) {
  const { t } = useTranslation('common')
  const tooLong = noteTooLong(value)
  const field = useFocusOnMount<HTMLTextAreaElement>(autoFocus === true)
  return (
    <Textarea
      {...rest}
      ref={field}
      autosize
      minRows={rest.minRows ?? 4}
      maxRows={rest.maxRows ?? 14}
      dir="auto"
      data-autofocus={autoFocus === true || undefined}
      value={value}
      error={tooLong > 0 ? t('field.noteTooLong', { count: tooLong, max: NOTE_MAX }) : error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
