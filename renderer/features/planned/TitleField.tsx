// The title of a meeting or a task: the first field of its form, and never empty.
import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFocusOnMount } from '../../ui/keys/useFocusOnMount.ts'

export type TitleFieldProps = {
  label: string
  value: string
  /** Somebody wanted to go on: what is missing is said. */
  tried: boolean
  autoFocus: boolean
  onChange: (title: string) => void
}

export function TitleField({ label, value, tried, autoFocus, onChange }: TitleFieldProps) {
  const { t } = useTranslation('common')
  // Of one that is looked up first, the field comes after its dialog.
  const field = useFocusOnMount<HTMLInputElement>(autoFocus)
  return (
    <TextInput
      ref={field}
      label={label}
      value={value}
      required
      withAsterisk={false}
      maxLength={200}
      dir="auto"
      autoComplete="off"
      data-autofocus={autoFocus || undefined}
      error={tried && value.trim() === '' ? t('required') : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
