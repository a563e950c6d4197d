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
  const shown = useRef<HTMLButtonElement>(null)
  /** The text of this moment, for a save that began with an older one. */
  const newest = useRef<string | null>(null)
  const saving = useRef(false)
  /** Asked for while another save was under way: it follows that one. */
  const next = useRef<{ back: boolean } | null>(null)

  const write = (typed: string | null) => {
    newest.current = typed
    setText(typed)
  }
  const leave = (back: boolean) => {
    next.current = null
    write(null)
    setError(null)
    // After the field is gone the focus would fall to the page; it goes back to where it was.
    if (back) setTimeout(() => shown.current?.focus())
  }
  const save = async (typed: string, back: boolean) => {
    if (onSave === undefined) return
    if (saving.current) {
      next.current = { back }
      return
    }
    saving.current = true
    const refused = await onSave(typed)
    saving.current = false
    const asked = next.current
    next.current = null
    const now = newest.current
    if (now === null) return
    if (refused !== null) setError(refused)
    else if (now.trim() === typed.trim()) leave(asked?.back ?? back)
    // What has been typed since is of another change, and stays.
    else if (asked === null) setError(null)
    else await save(now, asked.back)
  }
  const finish = (back: boolean) => {
    if (text === null) return
    if (!saving.current && text.trim() === value.trim()) leave(back)
    else void save(text, back)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      leave(true)
    }
    if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      finish(true)
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
            onClick={() => write(value)}
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
    onBlur: () => finish(false),
  }
  return multiline ? (
    <Textarea
      {...field}
      autosize
      minRows={2}
      maxRows={whole ? 24 : 10}
      onChange={(event) => write(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...field} onChange={(event) => write(event.currentTarget.value)} />
  )
}
