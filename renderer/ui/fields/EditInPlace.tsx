// A value that becomes a field when it is clicked: Enter or leaving it saves, Esc gives up; a refused text stays and says why.
import { Text, Textarea, TextInput, UnstyledButton } from '@mantine/core'
import { useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import { ErrorView } from '../feedback/ErrorView.tsx'
import classes from './ValueInPlace.module.css'

export type EditInPlaceProps = {
  label: string
  value: string
  multiline?: boolean
  maxLength: number
  /** Without it the value is only shown. */
  onSave?: ((text: string) => Promise<AppError | null>) | undefined
  /** How the value looks while it is not edited. */
  children?: ReactNode
  hideLabel?: boolean
  /** All of it is shown, however long it is. */
  whole?: boolean
}

export function EditInPlace({
  label,
  value,
  multiline = false,
  maxLength,
  onSave,
  children,
  hideLabel = false,
  whole = false,
}: EditInPlaceProps) {
  const { t } = useTranslation('common')
  const [text, setText] = useState<string | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [saving, setSaving] = useState(false)
  const shown = useRef<HTMLButtonElement>(null)

  /** `saved`: what has been typed since is of another change, and stays. */
  const leave = (back: boolean, saved?: string) => {
    setText((now) => (saved === undefined || now === saved ? null : now))
    setError(null)
    // After the field is gone the focus would fall to the page; it goes back to where it was.
    if (back) setTimeout(() => shown.current?.focus())
  }
  const save = async (back: boolean) => {
    if (text === null || saving || onSave === undefined) return
    if (text.trim() === value.trim()) return leave(back)
    setSaving(true)
    const refusal = await onSave(text)
    setSaving(false)
    if (refusal === null) leave(back, text)
    else setError(refusal)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      leave(true)
    }
    if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void save(true)
    }
  }

  if (text === null) {
    const content =
      children ??
      (value === '' ? (
        <Text c="dimmed" size="sm" component="span">
          {t('inPlace.empty', { field: label })}
        </Text>
      ) : (
        <span
          className={whole ? undefined : classes.clamp}
          title={value.length > 160 && !whole ? value.slice(0, 2000) : undefined}
        >
          <bdi>{value}</bdi>
        </span>
      ))
    return (
      <div>
        {!hideLabel && <div className={classes.label}>{label}</div>}
        {onSave === undefined ? (
          <div className={classes.value}>{content}</div>
        ) : (
          <UnstyledButton
            ref={shown}
            className={classes.value}
            title={t('inPlace.edit', { field: label })}
            onClick={() => setText(value)}
          >
            {content}
          </UnstyledButton>
        )}
      </div>
    )
  }
  const field = {
    label: hideLabel ? undefined : label,
    'aria-label': label,
    value: text,
    maxLength,
    autoFocus: true,
    dir: 'auto',
    description: t('inPlace.editHint'),
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as (
      'label' | 'input' | 'description' | 'error'
    )[],
    error: error === null ? null : <ErrorView error={error} />,
    onKeyDown,
    onBlur: () => void save(false),
  }
  return multiline ? (
    <Textarea
      {...field}
      autosize
      minRows={2}
      maxRows={whole ? 24 : 10}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...field} onChange={(event) => setText(event.currentTarget.value)} />
  )
}
